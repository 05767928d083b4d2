"""Feasts, seasons, quarters and wars, and the days they cover."""

import pytest

FEASTS = [
    ("The fair opened on New Year's Day.", ["New Year's Day: 2024-01-01 2024-01-01"]),
    ("The fair opened on Christmas Day.", ["Christmas Day: 2023-12-25 2023-12-25"]),
    ("The fair will open on Christmas Day.", ["Christmas Day: 2024-12-25 2024-12-25"]),
    ("The fair opened on Good Friday.", ["Good Friday: 2024-03-29 2024-03-29"]),
    ("The fair opened on Easter Monday.", ["Easter Monday: 2024-04-01 2024-04-01"]),
    ("The fair opened on Orthodox Easter.", ["Orthodox Easter: 2023-04-16 2023-04-16"]),
    ("The fair opened on Eid al-Fitr.", ["Eid al-Fitr: 2024-04-10 2024-04-10"]),
    ("The fair will open on Eid al-Adha.", ["Eid al-Adha: 2024-06-17 2024-06-17"]),
    ("The fair opened on Thanksgiving.", ["Thanksgiving: 2023-11-23 2023-11-23"]),
    ("The fair opened on May Day.", ["May Day: 2024-05-01 2024-05-01"]),
    ("The fair opened on Labor Day.", ["Labor Day: 2023-09-04 2023-09-04"]),
    ("The fair opened on Bastille Day.", ["Bastille Day: 2023-07-14 2023-07-14"]),
    ("The fair opened on Christmas 2019.", ["Christmas 2019: 2019-12-25 2019-12-25"]),
    ("The fair opened at Easter 2019.", ["Easter 2019: 2019-04-21 2019-04-21"]),
    ("The fair opened during Ramadan 2019.", ["Ramadan 2019: 2019-05-06/2019-06-04 2019-05-06/2019-06-04"]),
    ("The fair opened on New Year's Eve.", ["New Year's Eve: 2023-12-31 2023-12-31"]),
    ("The fair opened in the spring.", ["the spring: 2024-SP 2024-03-01/2024-05-31"]),
    ("The fair opened in the winter.", ["the winter: 2023-WI 2023-12-01/2024-02-29"]),
    ("The fair will open in the autumn.", ["the autumn: 2024-FA 2024-09-01/2024-11-30"]),
    ("The fair opened in spring 2019.", ["spring 2019: 2019-SP 2019-03-01/2019-05-31"]),
    (
        "The fair opened in the first quarter of this year.",
        ["the first quarter of this year: 2024-Q1 2024-01-01/2024-03-31"],
    ),
    ("The fair opened in the fourth quarter.", ["the fourth quarter: 2023-Q4 2023-10-01/2023-12-31"]),
    (
        "The fair opened in the fourth quarter of last year.",
        ["the fourth quarter of last year: 2023-Q4 2023-10-01/2023-12-31"],
    ),
    ("The fair opened in Q3 2019.", ["Q3 2019: 2019-Q3 2019-07-01/2019-09-30"]),
    ("The fair opened in the first half of 2019.", ["the first half of 2019: 2019-H1 2019-01-01/2019-06-30"]),
    ("The fair opened in the first nine months of 2019.", ["the first nine months of 2019: P9M 2019-01-01/2019-09-30"]),
    ("The fair opened after World War II.", ["World War II: 1939-09-01/1945-09-02 1939-09-01/1945-09-02"]),
    (
        "The fair opened during the Second World War.",
        ["the Second World War: 1939-09-01/1945-09-02 1939-09-01/1945-09-02"],
    ),
    ("The fair opened during the Cold War.", ["the Cold War: 1947-03-12/1991-12-26 1947-03-12/1991-12-26"]),
    ("The fair opened after the Vietnam War.", ["the Vietnam War: 1955-11-01/1975-04-30 1955-11-01/1975-04-30"]),
    ("The fair opened after 9/11.", ["9/11: 2001-09-11 2001-09-11"]),
    ("The fair opened at the start of World War I.", ["the start of World War I: 1914-07-28 1914-07-28"]),
    ("The fair opened at the end of World War I.", ["the end of World War I: 1918-11-11 1918-11-11"]),
]


@pytest.mark.parametrize(("text", "expected"), FEASTS)
def test_which_days_are_meant(times_of, text: str, expected: list[str]) -> None:
    assert times_of(text) == expected
