"""Which days months, seasons, years and centuries cover on 2 May 2024; and where such words are no time."""

import pytest

MONTHS = [
    ("The mine was sold in January.", ["January: 2024-01 2024-01-01/2024-01-31"]),
    ("The mine was sold in December.", ["December: 2023-12 2023-12-01/2023-12-31"]),
    ("The mine will be sold in December.", ["December: 2024-12 2024-12-01/2024-12-31"]),
    ("The mine will be sold in April.", ["April: 2025-04 2025-04-01/2025-04-30"]),
    ("The mine was sold last June.", ["last June: 2023-06 2023-06-01/2023-06-30"]),
    ("The mine will be sold next June.", ["next June: 2024-06 2024-06-01/2024-06-30"]),
    ("The mine was sold in June of last year.", ["June of last year: 2023-06 2023-06-01/2023-06-30"]),
    ("The mine was sold in June 2021.", ["June 2021: 2021-06 2021-06-01/2021-06-30"]),
    (
        "The mine was sold in June and July 2021.",
        ["June: 2021-06 2021-06-01/2021-06-30", "July 2021: 2021-07 2021-07-01/2021-07-31"],
    ),
    (
        "The mine was sold in December and January 2021.",
        ["December: 2020-12 2020-12-01/2020-12-31", "January 2021: 2021-01 2021-01-01/2021-01-31"],
    ),
    ("The mine was sold at the start of June 2021.", ["the start of June 2021: 2021-06 2021-06-01/2021-06-30"]),
    ("The mine was sold at the end of 2021.", ["the end of 2021: 2021 2021-01-01/2021-12-31"]),
    ("The mine was sold in mid-2021.", ["mid-2021: 2021 2021-01-01/2021-12-31"]),
    ("The mine was sold in the middle of 2021.", ["the middle of 2021: 2021 2021-01-01/2021-12-31"]),
    ("The mine was sold in 1863.", ["1863: 1863 1863-01-01/1863-12-31"]),
    ("The mine was sold in 264 BC.", ["264 BC: BC0264"]),
    ("The mine was open from 264 to 241 BC.", ["264: BC0264", "241 BC: BC0241"]),
    ("The mine was open from 1961 to 1964.", ["1961: 1961 1961-01-01/1961-12-31", "1964: 1964 1964-01-01/1964-12-31"]),
    ("The mine was open in 2007-08.", ["2007: 2007 2007-01-01/2007-12-31", "08: 2008 2008-01-01/2008-12-31"]),
    ("The mine was sold in nineteen ninety-seven.", ["nineteen ninety-seven: 1997 1997-01-01/1997-12-31"]),
    ("The mine was sold in the year two thousand five.", ["the year two thousand five: 2005 2005-01-01/2005-12-31"]),
    ("The mine was sold in the 1980s.", ["the 1980s: 198 1980-01-01/1989-12-31"]),
    ("The mine was sold in the '80s.", ["the '80s: 198 1980-01-01/1989-12-31"]),
    ("The mine was sold in the nineties.", ["the nineties: 199 1990-01-01/1999-12-31"]),
    ("The mine was sold in the early 1990s.", ["the early 1990s: 199 1990-01-01/1999-12-31"]),
    ("The mine was sold in the 19th century.", ["the 19th century: 18 1801-01-01/1900-12-31"]),
    ("The mine was sold in the 21st century.", ["the 21st century: 20 2001-01-01/2100-12-31"]),
    ("The mine was sold in the second century BC.", ["the second century BC: BC01"]),
    ("The mine was sold last summer.", ["last summer: 2023-SU 2023-06-01/2023-08-31"]),
    ("The mine will be sold next winter.", ["next winter: 2024-WI 2024-12-01/2025-02-28"]),
    ("The mine was sold in the winter of 2021.", ["the winter of 2021: 2021-WI 2021-12-01/2022-02-28"]),
    ("The mine was sold in the fall of 2021.", ["the fall of 2021: 2021-FA 2021-09-01/2021-11-30"]),
    ("The mine was sold before the fall of Kabul.", []),
    ("The mine may be sold.", []),
    ("Miners march through the town.", []),
    ("June Carver sold the mine.", []),
    ("The mine has 2000 workers.", []),
    ("The mine was sold for $2000.", []),
    ("The mine lies 2000 metres deep.", []),
    ("The mine on Route 1999 was sold.", []),
    ("Resolution 1701 was read.", []),
    ("The mine was sold in fiscal 2019.", ["fiscal 2019: 2019 2019-01-01/2019-12-31"]),
    ("The mine was sold in financial year 2019.", ["financial year 2019: 2019 2019-01-01/2019-12-31"]),
    ("The mine was sold by year's end.", ["year's end: 2024-12-31 2024-12-31"]),
    ("The mine will be sold by year-end.", ["year-end: 2024-12-31 2024-12-31"]),
    ("The mine was sold in the first quarter.", ["the first quarter: 2024-Q1 2024-01-01/2024-03-31"]),
    ("The mine was sold in the third quarter of 2022.", ["the third quarter of 2022: 2022-Q3 2022-07-01/2022-09-30"]),
    ("The mine was sold in the first half of 2022.", ["the first half of 2022: 2022-H1 2022-01-01/2022-06-30"]),
    ("The mine lies in the old quarter of the town.", []),
    (
        "The mine was sold in the first week of May 2020.",
        ["the first week of May 2020: 2020-W19 2020-05-04/2020-05-10"],
    ),
    (
        "The mine was sold on the last weekend of June 2020.",
        ["the last weekend of June 2020: 2020-W26-WE 2020-06-27/2020-06-28"],
    ),
    ("The mine was sold in the second week of March.", ["the second week of March: 2024-W11 2024-03-11/2024-03-17"]),
    (
        "The mine was sold in early 2021 and late 2022.",
        ["early 2021: 2021 2021-01-01/2021-12-31", "late 2022: 2022 2022-01-01/2022-12-31"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), MONTHS)
def test_which_days_are_meant(times_of, text: str, expected: list[str]) -> None:
    assert times_of(text) == expected
