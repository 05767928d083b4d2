"""Which days words of time cover, seen from a Thursday, the second of May 2024."""

import pytest
from shorthand import of_times

CASES = [
    ("The raid began on Monday.", ["Monday: 2024-04-29 2024-04-29"]),
    ("The raid began last Monday.", ["last Monday: 2024-04-29 2024-04-29"]),
    ("The raid began next Monday.", ["next Monday: 2024-05-06 2024-05-06"]),
    ("The raid began on 5 March.", ["5 March: 2024-03-05 2024-03-05"]),
    ("The raid began on March 5, 2019.", ["March 5, 2019: 2019-03-05 2019-03-05"]),
    ("The raid began in March 2019.", ["March 2019: 2019-03 2019-03-01/2019-03-31"]),
    ("The raid began in March.", ["March: 2024-03 2024-03-01/2024-03-31"]),
    ("The raid began in 2019.", ["2019: 2019 2019-01-01/2019-12-31"]),
    ("The raid began in the spring of 2019.", ["the spring of 2019: 2019-SP 2019-03-01/2019-05-31"]),
    ("The raid began in early March.", ["early March: 2024-03 2024-03-01/2024-03-31"]),
    ("The raid began in late 2019.", ["late 2019: 2019 2019-01-01/2019-12-31"]),
    ("The raid began in the 1990s.", ["the 1990s: 199 1990-01-01/1999-12-31"]),
    ("The raid began two days ago.", ["two days ago: 2024-04-30 2024-04-30"]),
    ("The raid began a week ago.", ["a week ago: 2024-W17 2024-04-22/2024-04-28"]),
    ("The raid began yesterday.", ["yesterday: 2024-05-01 2024-05-01"]),
    ("The raid will begin tomorrow.", ["tomorrow: 2024-05-03 2024-05-03"]),
    ("The raid begins today.", ["today: 2024-05-02 2024-05-02"]),
    ("The raid began this morning.", ["this morning: 2024-05-02TMO 2024-05-02"]),
    ("The raid began last night.", ["last night: 2024-05-01TNI 2024-05-01"]),
    ("The raid began at dawn on Tuesday.", ["dawn on Tuesday: 2024-04-30TMO 2024-04-30"]),
    ("The raid began at 9:30 a.m. local time.", ["9:30 a.m. local time: 2024-05-02T09:30 2024-05-02"]),
    ("The raid lasted from 5 to 9 March.", ["5: 2024-03-05 2024-03-05", "9 March: 2024-03-09 2024-03-09"]),
    (
        "The raid lasted between March and May 2019.",
        ["March: 2019-03 2019-03-01/2019-03-31", "May 2019: 2019-05 2019-05-01/2019-05-31"],
    ),
    ("The raid lasted two days.", ["two days: P2D"]),
    ("The raid lasted a day and a half.", ["a day and a half: P1.5D"]),
    ("Raids were made every day.", ["every day: P1D"]),
    ("Raids were made each Friday.", ["each Friday: XXXX-WXX-5"]),
    ("The raid began in the first quarter of 2019.", ["the first quarter of 2019: 2019-Q1 2019-01-01/2019-03-31"]),
    ("Exports fell in the second half of 2019.", ["the second half of 2019: 2019-H2 2019-07-01/2019-12-31"]),
    ("Exports fell in the last quarter.", ["the last quarter: 2024-Q1 2024-01-01/2024-03-31"]),
    ("Exports fell from the year-ago quarter.", ["the year-ago quarter: 2023-Q1 2023-01-01/2023-03-31"]),
    ("The raid began at the weekend.", ["the weekend: 2024-W17-WE 2024-04-27/2024-04-28"]),
    ("The raid began last weekend.", ["last weekend: 2024-W17-WE 2024-04-27/2024-04-28"]),
    ("The raid began last week.", ["last week: 2024-W17 2024-04-22/2024-04-28"]),
    ("The raid began last month.", ["last month: 2024-04 2024-04-01/2024-04-30"]),
    ("The raid began last year.", ["last year: 2023 2023-01-01/2023-12-31"]),
    ("The raid will begin next year.", ["next year: 2025 2025-01-01/2025-12-31"]),
    ("The raid began on Christmas Eve.", ["Christmas Eve: 2023-12-24 2023-12-24"]),
    ("The raid began at Easter.", ["Easter: 2024-03-31 2024-03-31"]),
    ("The raid began during Ramadan.", ["Ramadan: 2024-03-11/2024-04-09 2024-03-11/2024-04-09"]),
    ("The raid began over the past three days.", ["the past three days: P3D 2024-04-29/2024-05-02"]),
    ("The raid will end in the coming weeks.", ["the coming weeks: PXW"]),
    ("The raid began since 2014.", ["2014: 2014 2014-01-01/2014-12-31"]),
    ("The raid began by the end of March.", ["the end of March: 2024-03 2024-03-01/2024-03-31"]),
    ("The raid began on the eve of the vote.", []),
    (
        "In May 1999 and again in June the raid began.",
        ["May 1999: 1999-05 1999-05-01/1999-05-31", "June: 1999-06 1999-06-01/1999-06-30"],
    ),
    ("The raid began in mid-March.", ["mid-March: 2024-03 2024-03-01/2024-03-31"]),
    ("The March on Rome was long.", []),
    ("May said the raid began.", []),
    ("The 7 October attack was long.", ["7 October attack: 2023-10-07 2023-10-07"]),
    ("The raid began on Tuesday, 30 April.", ["Tuesday, 30 April: 2024-04-30 2024-04-30"]),
    ("The raid began at noon on Sunday.", ["noon on Sunday: 2024-04-28T12:00 2024-04-28"]),
    ("The raid began in nineteen ninety-seven.", ["nineteen ninety-seven: 1997 1997-01-01/1997-12-31"]),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_what_is_read_of_a_text(draft_of, text: str, expected: list[str]) -> None:
    assert of_times(draft_of(text)) == expected
