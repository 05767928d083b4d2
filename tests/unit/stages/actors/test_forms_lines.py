"""Prefixes, titles, several countries of one noun, and pronouns."""

import pytest

PREFIXES = [
    (
        "Anti-Russian rebels shelled Gao.",
        ["Anti-Russian rebels: armed-group MLI REB", "Russia: country RUS GOV", "Gao: population MLI CVL"],
    ),
    ("An Iran-backed militia left Gao.", ["Iran-backed militia: armed-group MLI PRM", "Iran: country IRN GOV"]),
    ("An Iranian-backed militia left Gao.", ["Iranian-backed militia: armed-group MLI PRM", "Iran: country IRN GOV"]),
    ("A Moscow-based bank closed.", ["Moscow-based bank: organisation RUS BUS"]),
    ("A Russia-led force left Gao.", ["Russia-led force: armed-group MLI PRM", "Russia: country RUS GOV"]),
    ("A Russian-led force left Gao.", ["Russian-led force: armed-group MLI PRM", "Russia: country RUS GOV"]),
]


@pytest.mark.parametrize(("text", "expected"), PREFIXES)
def test_who_stands_behind_or_against_is_not_whose_it_is(actors_of, text: str, expected: list[str]) -> None:
    assert actors_of(text) == expected


TITLES = [
    ("The office of President Ada Obi spoke.", ["Ada Obi: person GOV"]),
    ("The death of General Ada Obi was told.", ["Ada Obi: person MIL"]),
]


@pytest.mark.parametrize(("text", "expected"), TITLES)
def test_a_title_before_a_name(actors_of, text: str, expected: list[str]) -> None:
    assert actors_of(text) == expected


SEVERAL = [
    (
        "French or German ministers met in Oslo.",
        ["French ministers: government FRA GOV", "German ministers: government DEU GOV"],
    ),
    (
        "French and Italian soldiers left Gao.",
        ["French soldiers: government FRA MIL", "Italian soldiers: government ITA MIL"],
    ),
    (
        "French as well as German ministers met.",
        ["French ministers: government FRA GOV", "German ministers: government DEU GOV"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SEVERAL)
def test_one_noun_of_several_countries(actors_of, text: str, expected: list[str]) -> None:
    assert actors_of(text) == expected


PRONOUNS = [
    ("President Ada Thorn met her aide Ben Oda. She spoke.", ["Ada Thorn: person GOV x3", "Ben Oda: person GOV"]),
    ("President Ada Thorn met Mr Ben Oda. He spoke.", ["Ada Thorn: person GOV x2", "Ben Oda: person"]),
    ("Mr Ben Oda met Ms Ada Thorn. She spoke.", ["Ben Oda: person", "Ada Thorn: person x2"]),
    ("Mr Ben Oda met Ms Ada Thorn. He spoke.", ["Ben Oda: person x2", "Ada Thorn: person"]),
    ("Ben Oda and his wife left. He spoke.", ["Ben Oda: person x3", "wife: person CVL"]),
    ("Ben Oda lost his wife. She was ill.", ["Ben Oda: person x2", "wife: person CVL x2"]),
    ("Mr Oda spoke. It was late.", ["Oda: person"]),
    ("Mr Ben Oda met Kofi Sow. He spoke.", ["Ben Oda: person x2", "Kofi Sow: person"]),
    ("Kofi Sow met Mr Ben Oda. He spoke.", ["Kofi Sow: person x2", "Ben Oda: person"]),
    ("Kofi Sow met Ms Ada Thorn. He spoke.", ["Kofi Sow: person x2", "Ada Thorn: person"]),
    ("Ms Ada Thorn met Kofi Sow. He spoke.", ["Ada Thorn: person", "Kofi Sow: person x2"]),
    ("Kofi Sow and Ms Ada Thorn met. He spoke.", ["Kofi Sow: person x2", "Ada Thorn: person"]),
    ("Ms Ada Thorn saw Kofi Sow. His aide spoke.", ["Ada Thorn: person", "Kofi Sow: person x2", "aide: person GOV"]),
    ("Chad met Ms Ada Thorn. She spoke.", ["Chad: country TCD GOV", "Ada Thorn: person x2"]),
    ("The nuns met Mr Oda. They spoke.", ["nuns: population REL x2", "Oda: person"]),
    (
        "Mr Oda met nuns of Chad. They spoke. He listened.",
        ["Oda: person x2", "nuns: population TCD REL x2", "Chad: country TCD GOV"],
    ),
    ("Mr Ben Oda said President Ada Thorn was ill. He spoke.", ["Ben Oda: person x2", "Ada Thorn: person GOV"]),
    ("Mr Ben Oda said Ade Bako was ill. He spoke.", ["Ben Oda: person x2", "Ade Bako: person"]),
    ("Mr Ben Oda said the minister was ill. He spoke.", ["Ben Oda: person x2", "minister: office GOV"]),
    ("Ms Ada Thorn said Ade Bako was ill. She spoke.", ["Ada Thorn: person x2", "Ade Bako: person"]),
]


@pytest.mark.parametrize(("text", "expected"), PRONOUNS)
def test_whom_a_pronoun_means(actors_of, text: str, expected: list[str]) -> None:
    assert actors_of(text) == expected
