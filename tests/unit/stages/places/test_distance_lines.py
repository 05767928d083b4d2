"""Directions, distances, and places that no list has."""

import pytest

DISTANCES = [
    ("Shells fell 10 km north of Gao.", ["10 km north of Gao, Gao Region, MLI, town", "Gao, Gao Region, MLI, town"]),
    ("Shells fell 10 kilometers from Gao.", ["Gao, Gao Region, MLI, town"]),
    (
        "Shells fell about 200 km (124 miles) east of Gao.",
        ["200 km east of Gao, Gao Region, MLI, town", "Gao, Gao Region, MLI, town"],
    ),
    ("Shells fell just outside Gao.", ["Gao, Gao Region, MLI, town"]),
    ("Shells fell near Gao.", ["Gao, Gao Region, MLI, town"]),
    ("Shells fell along the border with Niger.", ["Niger, NER, country"]),
    ("Shells fell close to Niger's border.", ["Niger, NER, country"]),
    ("Shells fell in northern Mali.", ["Mali, MLI, country"]),
    ("Shells fell in Mali's north.", ["Mali, MLI, country"]),
    ("Shells fell in north-eastern Mali.", ["Mali, MLI, country"]),
    ("Shells fell in central Gao.", ["Gao, Gao Region, MLI, town"]),
    ("Shells fell east of Gao.", ["Gao, Gao Region, MLI, town"]),
    ("Shells fell on the road to Gao.", ["Gao, Gao Region, MLI, town"]),
    ("Shells fell off the coast of Yemen.", ["Yemen, YEM, country"]),
    (
        "Shells fell in Korvath, a village near Kharkiv.",
        ["Korvath, Kharkiv Oblast, UKR, town", "Kharkiv, Kharkiv Oblast, UKR, town"],
    ),
    (
        "Shells fell in Korvath, a village 5 km south of Kharkiv.",
        [
            "Korvath, Kharkiv Oblast, UKR, town",
            "5 km south of Kharkiv, Kharkiv Oblast, UKR, town",
            "Kharkiv, Kharkiv Oblast, UKR, town",
        ],
    ),
    (
        "Shells fell in the village of Korvath in Kharkiv region.",
        ["Korvath, Kharkiv Oblast, UKR, province", "Kharkiv Oblast, Kharkiv Oblast, UKR, province"],
    ),
    ("Shells fell in the town of Korvath, Ukraine.", ["Korvath, UKR, country", "Ukraine, UKR, country"]),
    ("Shells fell in Korvath.", ["Korvath, town"]),
    ("Shells fell in Korvath district.", ["Korvath, district"]),
    (
        "Shells fell on Korvath Bridge in Kharkiv.",
        ["Korvath Bridge, Kharkiv Oblast, UKR, town", "Kharkiv, Kharkiv Oblast, UKR, town"],
    ),
    (
        "Shells fell on Korvath Street in Kharkiv.",
        ["Korvath Street, Kharkiv Oblast, UKR, town", "Kharkiv, Kharkiv Oblast, UKR, town"],
    ),
    ("Shells fell on the Korvath valley in Kenya.", ["Korvath, KEN, country", "Kenya, KEN, country"]),
    ("Shells fell on the Korvath refugee camp in Kenya.", ["Korvath, KEN, country", "Kenya, KEN, country"]),
    (
        "Shells fell on Nairobi's Korvath neighbourhood.",
        ["Nairobi, Nairobi County, KEN, town", "Korvath, Nairobi County, KEN, town"],
    ),
    ("Shells fell on the Korvath mine in Kenya.", ["Korvath, KEN, country", "Kenya, KEN, country"]),
    ("Shells fell on Korvath University in Kenya.", ["Korvath University, KEN, country", "Kenya, KEN, country"]),
]


@pytest.mark.parametrize(("text", "expected"), DISTANCES)
def test_where_it_is(places_of, text: str, expected: list[str]) -> None:
    assert places_of(text) == expected
