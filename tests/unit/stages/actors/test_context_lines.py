"""Whose army, minister or ambassador it is, by the words around."""

import pytest

WHOSE = [
    ("Mali's army attacked. Troops entered Gao.", ["Mali: country MLI GOV", "Mali's army: government MLI MIL x2"]),
    ("In Mali, the army entered Gao.", ["Mali: country MLI GOV", "army: government MLI MIL"]),
    (
        "The army entered Gao in Mali, where police had fled.",
        ["army: government MLI MIL", "Mali: country MLI GOV", "police: government MLI COP"],
    ),
    (
        "Police in Mali and police in Niger met.",
        ["Police: government MLI COP", "Mali: country MLI GOV", "police: government NER COP", "Niger: country NER GOV"],
    ),
    ("The police chief of Gao spoke.", ["police chief: person MLI COP"]),
    (
        "The army of Mali and the rebels fought.",
        ["army: government MLI MIL", "Mali: country MLI GOV", "rebels: armed-group MLI REB"],
    ),
    (
        "Malian and Nigerien soldiers fought rebels.",
        ["Malian soldiers: government MLI MIL", "Nigerien soldiers: government NER MIL", "rebels: armed-group REB"],
    ),
    ("Mali refused. Foreign Minister Oda said the talks were over.", ["Mali: country MLI GOV", "Oda: person MLI GOV"]),
    ("Mali refused, Foreign Minister Oda said.", ["Mali: country MLI GOV", "Oda: person MLI GOV"]),
    (
        "The government of Mali refused. The prime minister spoke.",
        ["Mali: country MLI GOV x2", "prime minister: office MLI GOV"],
    ),
    ("The prime minister spoke in Bamako.", ["prime minister: office MLI GOV"]),
    ("The prime minister spoke in Oslo of Mali.", ["prime minister: office MLI GOV", "Mali: country MLI GOV"]),
    ("A minister in Mali's government spoke.", ["minister: office MLI GOV", "Mali: country MLI GOV x2"]),
    ("Two ministers of Mali spoke.", ["ministers: government MLI GOV", "Mali: country MLI GOV"]),
    (
        "The interior ministry said Mali had refused.",
        ["interior ministry: government MLI GOV", "Mali: country MLI GOV"],
    ),
    ("In Bamako, the interior ministry refused.", ["interior ministry: government MLI GOV"]),
    (
        "The interior ministry of Mali refused. The ministry spoke on Monday.",
        ["interior ministry: government MLI GOV x2", "Mali: country MLI GOV"],
    ),
    (
        "The ambassador of Mali in Niger spoke.",
        ["ambassador: office MLI GOV", "Mali: country MLI GOV", "Niger: country NER GOV"],
    ),
    (
        "Niger's ambassador spoke in Mali.",
        ["Niger: country NER GOV", "Niger's ambassador: office NER GOV", "Mali: country MLI GOV"],
    ),
    (
        "Mali's delegation to the UN spoke.",
        ["Mali: country MLI GOV", "Mali's delegation: government MLI GOV", "United Nations: organisation IGO GOV"],
    ),
    ("The Malian delegation in Oslo spoke.", ["Malian delegation: government MLI GOV"]),
    (
        "Delegates from Mali and Niger spoke.",
        [
            "Mali Delegates: government MLI GOV",
            "Niger Delegates: government NER GOV",
            "Mali: country MLI GOV",
            "Niger: country NER GOV",
        ],
    ),
    (
        "Officials from Mali spoke in Niger.",
        ["Officials: government MLI GOV", "Mali: country MLI GOV", "Niger: country NER GOV"],
    ),
    ("A Malian official in Niger spoke.", ["Malian official: person MLI GOV", "Niger: country NER GOV"]),
    ("An army spokesman in Mali spoke.", ["army spokesman: office MLI MIL", "Mali: country MLI GOV"]),
    (
        "A spokesman for Mali's army, Colonel Ben Oda, spoke.",
        ["Ben Oda: person MLI MIL x2", "Mali: country MLI GOV", "Mali's army: government MLI MIL"],
    ),
    (
        "Colonel Ben Oda, a spokesman for Mali's army, spoke.",
        ["Ben Oda: person MLI MIL x2", "Mali: country MLI GOV", "Mali's army: government MLI MIL"],
    ),
    ("Army spokesman Colonel Ben Oda spoke in Mali.", ["Ben Oda: person MLI MIL", "Mali: country MLI GOV"]),
    ("Government spokesman Ben Oda spoke in Mali.", ["Ben Oda: person MLI GOV", "Mali: country MLI GOV"]),
    ("Opposition leader Ben Oda spoke in Mali.", ["Ben Oda: person MLI OPP", "Mali: country MLI GOV"]),
    ("Opposition leader Ben Oda of Mali spoke.", ["Ben Oda: person MLI OPP", "Mali: country MLI GOV"]),
    ("Rebel leader Ben Oda spoke in Mali.", ["Ben Oda: person MLI REB", "Mali: country MLI GOV"]),
    ("Union leader Ben Oda spoke in Mali.", ["Ben Oda: person MLI LAB", "Mali: country MLI GOV"]),
    ("Party leader Ben Oda spoke in Mali.", ["Ben Oda: person MLI PTY", "Mali: country MLI GOV"]),
    ("Human rights lawyer Ben Oda spoke in Mali.", ["Ben Oda: person MLI CVL", "Mali: country MLI GOV"]),
    ("Journalist Ben Oda spoke in Mali.", ["Ben Oda: person MLI JRN", "Mali: country MLI GOV"]),
    ("Businessman Ben Oda spoke in Mali.", ["Ben Oda: person MLI BUS", "Mali: country MLI GOV"]),
    ("Archbishop Ben Oda spoke in Mali.", ["Ben Oda: person MLI REL", "Mali: country MLI GOV"]),
    ("Professor Ben Oda spoke in Mali.", ["Ben Oda: person MLI EDU", "Mali: country MLI GOV"]),
    ("Farmer Ben Oda spoke in Mali.", ["Ben Oda: person MLI AGR", "Mali: country MLI GOV"]),
    ("Ben Oda, 40, a farmer, spoke in Mali.", ["Ben Oda: person AGR x2", "Mali: country MLI GOV"]),
    (
        "Ben Oda, a farmer from Niger, spoke in Mali.",
        ["Ben Oda: person NER AGR x2", "Niger: country NER GOV", "Mali: country MLI GOV"],
    ),
    ("Mali's Ben Oda spoke.", ["Mali: country MLI GOV", "Ben Oda: person MLI"]),
    ("Malian singer Ben Oda spoke.", ["Ben Oda: person MLI CVL"]),
    ("The Malian singer Ben Oda spoke.", ["Ben Oda: person MLI CVL"]),
    ("Ben Oda is the president of Mali. He spoke.", ["Ben Oda: person MLI GOV x3", "Mali: country MLI GOV"]),
    ("Ben Oda became president of Mali in 2019.", ["Ben Oda: person MLI GOV x2", "Mali: country MLI GOV"]),
    ("Ben Oda was elected president of Mali.", ["Ben Oda: person MLI GOV x2", "Mali: country MLI GOV"]),
    ("Ben Oda, then president of Mali, spoke.", ["Ben Oda: person MLI GOV x2", "Mali: country MLI GOV"]),
    ("Ben Oda, a former president of Mali, spoke.", ["Ben Oda: person MLI ELI x2", "Mali: country MLI GOV"]),
    ("Ex-president Ben Oda of Mali spoke.", ["Ben Oda: person MLI ELI", "Mali: country MLI GOV"]),
    ("Acting president Ben Oda of Mali spoke.", ["Ben Oda: person MLI GOV", "Mali: country MLI GOV"]),
    ("Vice President Ben Oda of Mali spoke.", ["Ben Oda: person MLI GOV", "Mali: country MLI GOV"]),
    ("Deputy Prime Minister Ben Oda of Mali spoke.", ["Ben Oda: person MLI GOV", "Mali: country MLI GOV"]),
    (
        "Mali's president, Ben Oda, and its prime minister, Ada Thorn, spoke.",
        ["Mali: country MLI GOV x2", "Ben Oda: person MLI GOV x2", "Ada Thorn: person MLI GOV x2"],
    ),
    (
        "Mali's president Ben Oda and Niger's president Ada Thorn spoke.",
        ["Mali: country MLI GOV", "Ben Oda: person MLI GOV", "Niger: country NER GOV", "Ada Thorn: person NER GOV"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), WHOSE)
def test_whose_it_is(actors_of, text: str, expected: list[str]) -> None:
    assert actors_of(text) == expected


LEADING = [
    (
        "Mali refused. Prime Minister Oda said Niger and Togo had agreed.",
        ["Mali: country MLI GOV", "Oda: person MLI GOV", "Niger: country NER GOV", "Togo: country TGO GOV"],
    ),
    (
        "Niger met Togo. Mali refused. Prime Minister Oda spoke.",
        ["Niger: country NER GOV", "Togo: country TGO GOV", "Mali: country MLI GOV", "Oda: person MLI GOV"],
    ),
    (
        "Mali refused.\n\nPrime Minister Oda spoke of Niger and Togo.",
        ["Mali: country MLI GOV", "Oda: person MLI GOV", "Niger: country NER GOV", "Togo: country TGO GOV"],
    ),
    (
        "Mali's government refused. Prime Minister Oda spoke of Niger and Togo.",
        ["Mali: country MLI GOV x2", "Oda: person MLI GOV", "Niger: country NER GOV", "Togo: country TGO GOV"],
    ),
    (
        "The Malian government refused. Prime Minister Oda spoke of Niger and Togo.",
        ["Mali: country MLI GOV", "Oda: person MLI GOV", "Niger: country NER GOV", "Togo: country TGO GOV"],
    ),
    (
        "Bamako refused. Prime Minister Oda spoke of Niger and Togo.",
        ["Mali: country MLI GOV", "Oda: person MLI GOV", "Niger: country NER GOV", "Togo: country TGO GOV"],
    ),
    (
        "Mali said Prime Minister Oda spoke of Niger and Togo.",
        ["Mali: country MLI GOV", "Oda: person MLI GOV", "Niger: country NER GOV", "Togo: country TGO GOV"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), LEADING)
def test_the_state_that_acts_before_is_the_officials(actors_of, text: str, expected: list[str]) -> None:
    assert actors_of(text) == expected
