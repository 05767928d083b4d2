"""Which day the day of a month means, seen from a Thursday, the second of May 2024."""

import pytest

DAYS = [
    ("The camp was closed on the 28th of last month.", ["the 28th of last month: 2024-04-28 2024-04-28"]),
    ("The camp will be closed on the 28th of next month.", ["the 28th of next month: 2024-06-28 2024-06-28"]),
    ("The camp was closed on Saturday, 4 May 2019.", ["Saturday, 4 May 2019: 2019-05-04 2019-05-04"]),
    ("The camp was closed on Wednesday, May 1.", ["Wednesday, May 1: 2024-05-01 2024-05-01"]),
    ("The camp was closed on Friday, May 3.", ["Friday, May 3: 2024-05-03 2024-05-03"]),
    ("The camp will be closed on 30 June.", ["30 June: 2024-06-30 2024-06-30"]),
    ("The camp was closed on 31 June.", ["31 June: XXXX-06-31"]),
    ("The camp was closed on 29 February 2023.", ["29 February 2023: XXXX-02-29"]),
    ("The camp was closed on 29 February 2024.", ["29 February 2024: 2024-02-29 2024-02-29"]),
    ("The camp was closed on 30 December.", ["30 December: 2023-12-30 2023-12-30"]),
    ("The camp will be closed on 2 January.", ["2 January: 2025-01-02 2025-01-02"]),
    ("The camp was closed on 3 and 4 March.", ["3: 2024-03-03 2024-03-03", "4 March: 2024-03-04 2024-03-04"]),
    ("The camp was closed on March 3-5.", ["March 3: 2024-03-03 2024-03-03", "5: 2024-03-05 2024-03-05"]),
    (
        "The camp was closed from 28 March to 2 April.",
        ["28 March: 2024-03-28 2024-03-28", "2 April: 2024-04-02 2024-04-02"],
    ),
    (
        "The camp was closed from 28 December 2022 to 3 January 2023.",
        ["28 December 2022: 2022-12-28 2022-12-28", "3 January 2023: 2023-01-03 2023-01-03"],
    ),
    ("The camp was closed on 5/3/2019.", ["5/3/2019: 2019-05-03 2019-05-03"]),
    ("The camp was closed on 25/3/2019.", ["25/3/2019: 2019-03-25 2019-03-25"]),
    ("The camp was closed on 3/25/98.", ["3/25/98: 1998-03-25 1998-03-25"]),
    ("The camp was closed on 2019-03-25.", ["2019-03-25: 2019-03-25 2019-03-25"]),
    ("The camp was closed on 2019-13-25.", []),
    ("The camp was closed at 2019-03-25T14:30Z.", ["2019-03-25T14:30Z: 2019-03-25T14:30 2019-03-25"]),
    ("The camp was closed on 9 April this year.", ["9 April this year: 2024-04-09 2024-04-09"]),
    ("The camp was closed on 9 April last year.", ["9 April last year: 2023-04-09 2023-04-09"]),
    ("The camp was closed on 9 April of the same year.", ["9 April of the same year: 2024-04-09 2024-04-09"]),
    ("The camp was closed at noon on 9 April.", ["noon on 9 April: 2024-04-09T12:00 2024-04-09"]),
    ("The camp was closed on the night of 9 April.", ["the night of 9 April: 2024-04-09TNI 2024-04-09"]),
    ("The camp was closed on 9 Apr.", ["9 Apr: 2024-04-09 2024-04-09"]),
    ("The camp was closed on Sept. 9, 2019.", ["Sept. 9, 2019: 2019-09-09 2019-09-09"]),
    ("The camp of the 5th Army was closed.", []),
    (
        "The camp was closed on 12 Dec. 2018 at 10 p.m.",
        ["12 Dec. 2018: 2018-12-12 2018-12-12", "10 p.m.: 2018-12-12T22:00 2018-12-12"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), DAYS)
def test_which_day_is_meant(times_of, text: str, expected: list[str]) -> None:
    assert times_of(text) == expected
