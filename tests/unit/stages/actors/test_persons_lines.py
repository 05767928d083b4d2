"""Offices and persons: name, country and sector, and who is who."""

import pytest

PERSONS = [
    ("Prime Minister Ada Thorn resigned.", ["Ada Thorn: person GOV"]),
    ("The prime minister of Chad, Ada Thorn, resigned.", ["Ada Thorn: person TCD GOV x2", "Chad: country TCD GOV"]),
    ("Chad's Prime Minister Ada Thorn resigned.", ["Chad: country TCD GOV", "Ada Thorn: person TCD GOV"]),
    ("Chadian Prime Minister Ada Thorn resigned.", ["Ada Thorn: person TCD GOV"]),
    ("Ada Thorn, prime minister of Chad, resigned.", ["Ada Thorn: person TCD GOV x2", "Chad: country TCD GOV"]),
    ("Ada Thorn, the Chadian prime minister, resigned.", ["Ada Thorn: person TCD GOV x2"]),
    ("Ada Thorn, a Chadian lawyer, resigned.", ["Ada Thorn: person TCD CVL x2"]),
    ("Ada Thorn, 54, resigned.", ["Ada Thorn: person"]),
    ("Dr Ada Thorn resigned.", ["Ada Thorn: person"]),
    ("General Ada Thorn resigned.", ["Ada Thorn: person MIL"]),
    (
        "Gen. Ada Thorn of the Chadian army resigned.",
        ["Ada Thorn: person TCD MIL", "Chadian National Army: government TCD MIL"],
    ),
    ("Colonel Thorn resigned.", ["Thorn: person MIL"]),
    ("Judge Thorn resigned.", ["Thorn: person JUD"]),
    ("Bishop Thorn resigned.", ["Thorn: person REL"]),
    ("Imam Thorn resigned.", ["Thorn: person REL"]),
    ("Senator Ada Thorn resigned.", ["Ada Thorn: person LEG"]),
    ("Ms Thorn resigned.", ["Thorn: person"]),
    ("Ada Thorn and Ben Oda resigned.", ["Ada Thorn: person", "Ben Oda: person"]),
    ("Ada Thorn met Ben Oda. Thorn said the talks went well.", ["Ada Thorn: person x2", "Ben Oda: person"]),
    ("Ada Thorn's brother Ben Thorn resigned. Ada Thorn did not.", ["Ada Thorn: person x2", "Ben Thorn: person CVL"]),
    (
        "Ada Thorn met her brother Ben Thorn. Mr Thorn said nothing.",
        ["Ada Thorn: person x2", "Ben Thorn: person CVL x2"],
    ),
    ("The Chadian foreign minister resigned.", ["Chadian foreign minister: office TCD GOV"]),
    ("The Chadian foreign and defence ministers resigned.", ["Chadian foreign and defence ministers: office TCD GOV"]),
    (
        "The deputy foreign minister of Chad resigned.",
        ["deputy foreign minister: office TCD GOV", "Chad: country TCD GOV"],
    ),
    (
        "The former foreign minister of Chad resigned.",
        ["former foreign minister: person TCD ELI", "Chad: country TCD GOV"],
    ),
    (
        "The acting foreign minister of Chad resigned.",
        ["acting foreign minister: office TCD GOV", "Chad: country TCD GOV"],
    ),
    ("Former president Ada Thorn was jailed.", ["Ada Thorn: person ELI"]),
    ("The late president Ada Thorn was a lawyer.", ["Ada Thorn: person ELI"]),
    ("President-elect Ada Thorn spoke.", ["Ada Thorn: person GOV"]),
    (
        "Chad's ambassador to Mali resigned.",
        ["Chad: country TCD GOV", "Chad's ambassador: office TCD GOV", "Mali: country MLI GOV"],
    ),
    ("Chad's ambassador in Bamako resigned.", ["Chad: country TCD GOV", "Chad's ambassador: office TCD GOV"]),
    ("Chad's envoy to the UN resigned.", ["Chad: country TCD GOV", "Chad's envoy to the UN: person TCD GOV"]),
    ("The EU ambassador to Chad resigned.", ["EU ambassador: office IGO GOV", "Chad: country TCD GOV"]),
    ("UN Secretary-General Ada Thorn spoke.", ["Ada Thorn: person IGO GOV"]),
    (
        "The head of Chad's army spoke.",
        ["head: person TCD MIL", "Chad: country TCD GOV", "Chad's army: government TCD MIL"],
    ),
    (
        "The chief of staff of Chad's army spoke.",
        ["chief of staff: office TCD MIL", "Chad: country TCD GOV", "Chad's army: government TCD MIL"],
    ),
    ("The governor of Gao spoke.", ["governor: office MLI GOV"]),
    ("Gao's mayor spoke.", ["Gao's mayor: office MLI GOV"]),
    ("The mayor of Gao, Ben Oda, spoke.", ["Ben Oda: person MLI GOV x2"]),
    ("A Chadian lawmaker spoke.", ["Chadian lawmaker: person TCD LEG"]),
    ("An opposition leader in Chad spoke.", ["opposition leader: office TCD OPP", "Chad: country TCD GOV"]),
    (
        "A spokeswoman for Chad's foreign ministry spoke.",
        ["spokeswoman: office TCD GOV", "Chad: country TCD GOV", "Chad's foreign ministry: government TCD GOV"],
    ),
    ("A White House official spoke.", ["White House official: person USA GOV"]),
    ("A Chadian official spoke.", ["Chadian official: person TCD GOV"]),
    ("Officials in Chad spoke.", ["Officials: government TCD GOV", "Chad: country TCD GOV"]),
    ("A US official in Chad spoke.", ["US official: person USA GOV", "Chad: country TCD GOV"]),
    ("King Oda of Togo spoke.", ["Oda: person TGO GOV", "Togo: country TGO GOV"]),
    ("Queen Ada spoke.", ["Ada: person GOV"]),
    ("The Pope spoke.", ["Pope: office GOV+REL"]),
    ("Prince Ben of Togo spoke.", ["Ben: person TGO GOV", "Togo: country TGO GOV"]),
]


@pytest.mark.parametrize(("text", "expected"), PERSONS)
def test_who_is_named(actors_of, text: str, expected: list[str]) -> None:
    assert actors_of(text) == expected


NOBODY = [
    ("The meeting began in Mali.", ["Mali: country MLI GOV"]),
    ("The decision was made in Mali.", ["Mali: country MLI GOV"]),
    ("Nobody spoke in Mali.", ["Mali: country MLI GOV"]),
    ("Rain fell in Mali.", ["Mali: country MLI GOV"]),
    ("The war went on in Mali.", ["Mali: country MLI GOV"]),
    ("Prices rose in Mali.", ["Mali: country MLI GOV"]),
    ("A law was passed in Mali.", ["Mali: country MLI GOV"]),
    ("The Mali Times reported it.", ["Mali Times: organisation MLI JRN"]),
    ("The Ada Thorn bridge was opened.", []),
    ("The Thorn report was read.", []),
    ("The Nobel Prize was awarded.", []),
    ("The Geneva Convention was read.", []),
    ("The Warsaw Pact ended.", ["Warsaw Pact: organisation IGO MIL+GOV"]),
    ("Hurricane Ada struck.", []),
    ("Monday was quiet.", []),
]


@pytest.mark.parametrize(("text", "expected"), NOBODY)
def test_what_is_nobody(actors_of, text: str, expected: list[str]) -> None:
    assert actors_of(text) == expected
