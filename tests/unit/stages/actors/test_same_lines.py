"""Which words mean one actor."""

import pytest

SAME = [
    ("The army attacked. The army withdrew.", ["army: government MIL x2"]),
    ("Rebels attacked. The rebels withdrew.", ["Rebels: armed-group REB x2"]),
    ("The Gao Liberation Front (GLF) attacked. The GLF withdrew.", ["Gao Liberation Front: armed-group REB x3"]),
    ("The World Health Organization met. The WHO voted.", ["World Health Organization: organisation IGO MED x2"]),
    (
        "The foreign minister of Chad spoke. The minister left.",
        ["foreign minister: office TCD GOV x2", "Chad: country TCD GOV"],
    ),
    (
        "The foreign minister of Chad, Ada Thorn, spoke. The minister left.",
        ["Ada Thorn: person TCD GOV x3", "Chad: country TCD GOV"],
    ),
    (
        "A Chadian minister spoke. A Malian minister left.",
        ["Chadian minister: office TCD GOV", "Malian minister: office MLI GOV"],
    ),
    (
        "The Chadian minister met the Malian minister. The ministers left.",
        ["Chadian minister: office TCD GOV x2", "Malian minister: office MLI GOV x2"],
    ),
    ("Nine nuns were freed. The nuns left.", ["nuns: population REL x2"]),
    ("Nine nuns were freed. They left.", ["nuns: population REL x2"]),
    ("A nun was freed. She left.", ["nun: person REL x2"]),
    ("A nun was freed. Another nun was held.", ["nun: person REL", "nun: person REL"]),
    ("Two nuns were freed. Three nuns were held.", ["nuns: population REL", "nuns: population REL"]),
    ("Chad attacked. The country was at war. It withdrew.", ["Chad: country TCD GOV x3"]),
    ("Chad attacked Mali. It withdrew.", ["Chad: country TCD GOV x2", "Mali: country MLI GOV"]),
    ("The president spoke. He left.", ["president: office GOV x2"]),
    ("President Ada Thorn spoke. The president left.", ["Ada Thorn: person GOV x2"]),
    (
        "President Ada Thorn of Chad met President Ben Oda of Mali. President Thorn left.",
        ["Ada Thorn: person TCD GOV x2", "Chad: country TCD GOV", "Ben Oda: person MLI GOV", "Mali: country MLI GOV"],
    ),
    ("Ada Thorn spoke. Thorn, the president, left.", ["Ada Thorn: person GOV x3"]),
    (
        "Police arrested teachers. Police freed the teachers.",
        ["Police: government COP x2", "teachers: population EDU x2"],
    ),
    ("A court freed a nun. The court met on Monday.", ["court: organisation JUD x2", "nun: person REL"]),
    (
        "A court in Chad freed a nun. A court in Mali jailed a nun.",
        [
            "court: organisation TCD JUD",
            "Chad: country TCD GOV",
            "nun: person TCD REL",
            "court: organisation MLI JUD",
            "Mali: country MLI GOV",
            "nun: person MLI REL",
        ],
    ),
    ("A bank closed. The bank had lost money.", ["bank: organisation BUS x2"]),
    ("Chad and Mali met. The two countries signed a pact.", ["Chad: country TCD GOV x2", "Mali: country MLI GOV x2"]),
    ("A gunman attacked a nun. The gunman fled.", ["gunman: person UAF x2", "nun: person REL"]),
    ("The victims were buried.", ["victims: population CVL"]),
]


@pytest.mark.parametrize(("text", "expected"), SAME)
def test_who_is_the_same(actors_of, text: str, expected: list[str]) -> None:
    assert actors_of(text) == expected
