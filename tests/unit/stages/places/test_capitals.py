"""Capitals that are told without their names."""

import pytest

from dateline.coder import Coder

TOLD = [
    ("Ten people were killed in the Iraqi capital.", [("Baghdad", "the Iraqi capital")]),
    ("Ten people were killed in the capital of Chad.", [("Chad", "Chad"), ("N'Djamena", "the capital")]),
    ("Protesters marched in Kenya's capital.", [("Kenya", "Kenya"), ("Nairobi", "Kenya's capital")]),
    ("Police shot a man in the Sri Lankan capital.", [("Colombo", "the Sri Lankan capital")]),
    ("Malian troops fired. A man died in the capital.", [("Bamako", "the capital")]),
    ("Protesters marched in Niger. Police stood by in the country's capital.",
     [("Niger", "Niger"), ("Niamey", "the country's capital")]),
    ("Protesters marched in the Kenyan capital, Nairobi.", [("Nairobi", "Nairobi")]),
    ("Protesters marched in Nairobi, the Kenyan capital.", [("Nairobi", "Nairobi")]),
    ("Malian and Nigerien troops met. A man died in the capital.", []),
    ("Chadian rebels left the regional capital.", []),
    ("A Chadian firm raised capital.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "places"), TOLD, ids=[text for text, _ in TOLD])
def test_a_capital_is_told_by_its_country(coder: Coder, text: str, places: list[tuple[str, str]]) -> None:
    found = [(p.name, text[start:end]) for p in coder.code(text).places for start, end in p.mentions]
    assert sorted(found) == sorted(places)
