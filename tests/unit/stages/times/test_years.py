"""Which year and which week is meant where none is named."""

import pytest

YEARS = [
    ("The talks began on 28 April.", ["28 April: 2024-04-28 2024-04-28"]),
    ("The talks began on 3 December.", ["3 December: 2023-12-03 2023-12-03"]),
    ("The talks began in November.", ["November: 2023-11 2023-11-01/2023-11-30"]),
    ("The talks begin in November.", ["November: 2024-11 2024-11-01/2024-11-30"]),
    ("The talks will begin in March.", ["March: 2025-03 2025-03-01/2025-03-31"]),
    ("The talks will begin on 1 March.", ["1 March: 2025-03-01 2025-03-01"]),
    ("The talks began last December.", ["last December: 2023-12 2023-12-01/2023-12-31"]),
    ("The talks began last April.", ["last April: 2023-04 2023-04-01/2023-04-30"]),
    ("The talks began this April.", ["this April: 2024-04 2024-04-01/2024-04-30"]),
    ("The talks will begin next April.", ["next April: 2025-04 2025-04-01/2025-04-30"]),
    (
        "The talks began in March and ended two months later.",
        ["March: 2024-03 2024-03-01/2024-03-31", "two months later: 2024-05 2024-05-01/2024-05-31"],
    ),
    (
        "The talks began in March. A month later they ended.",
        ["March: 2024-03 2024-03-01/2024-03-31", "A month later: 2024-04 2024-04-01/2024-04-30"],
    ),
    (
        "The talks began on Monday and ended two days later.",
        ["Monday: 2024-04-29 2024-04-29", "two days later: 2024-05-01 2024-05-01"],
    ),
    (
        "The talks began on Monday. They ended the next day.",
        ["Monday: 2024-04-29 2024-04-29", "the next day: 2024-04-30 2024-04-30"],
    ),
    (
        "The talks began on Monday. They had been due the day before.",
        ["Monday: 2024-04-29 2024-04-29", "the day before: 2024-04-28 2024-04-28"],
    ),
    (
        "The talks began last week and will end next week.",
        ["last week: 2024-W17 2024-04-22/2024-04-28", "next week: 2024-W19 2024-05-06/2024-05-12"],
    ),
    (
        "The talks began on 3 March, the minister said on Tuesday.",
        ["3 March: 2024-03-03 2024-03-03", "Tuesday: 2024-04-30 2024-04-30"],
    ),
    (
        "The talks of March 2019 and May 2020 failed.",
        ["March 2019: 2019-03 2019-03-01/2019-03-31", "May 2020: 2020-05 2020-05-01/2020-05-31"],
    ),
    (
        "The talks of 2019, 2020 and 2021 failed.",
        ["2019: 2019 2019-01-01/2019-12-31", "2020: 2020 2020-01-01/2020-12-31", "2021: 2021 2021-01-01/2021-12-31"],
    ),
    ("The talks of 2019-2021 failed.", ["2019: 2019 2019-01-01/2019-12-31", "2021: 2021 2021-01-01/2021-12-31"]),
    ("The talks of 3 and 9 March 2019 failed.", ["3: 2019-03-03 2019-03-03", "9 March 2019: 2019-03-09 2019-03-09"]),
    (
        "The talks of 28 March-2 April 2019 failed.",
        ["28 March: 2019-03-28 2019-03-28", "2 April 2019: 2019-04-02 2019-04-02"],
    ),
    ("The talks of Monday, 29 April, failed.", ["Monday, 29 April: 2024-04-29 2024-04-29"]),
    ("The talks of Monday, 22 April 2024, failed.", ["Monday, 22 April 2024: 2024-04-22 2024-04-22"]),
    (
        "The talks of April and May failed.",
        ["April: 2024-04 2024-04-01/2024-04-30", "May: 2024-05 2024-05-01/2024-05-31"],
    ),
    ("The talks will be held between 3 and 9 June.", ["3: 2024-06-03 2024-06-03", "9 June: 2024-06-09 2024-06-09"]),
    (
        "The talks will be held on Monday or Tuesday.",
        ["Monday: 2024-05-06 2024-05-06", "Tuesday: 2024-05-07 2024-05-07"],
    ),
    ("The talks will be held by the end of the week.", ["the end of the week: 2024-W18 2024-04-29/2024-05-05"]),
    ("The talks will be held by the end of June.", ["the end of June: 2024-06 2024-06-01/2024-06-30"]),
    ("The talks will be held at the end of next month.", ["the end of next month: 2024-06 2024-06-01/2024-06-30"]),
    ("The talks will be held in mid-June.", ["mid-June: 2024-06 2024-06-01/2024-06-30"]),
    (
        "The talks will be held in late June or early July.",
        ["late June: 2024-06 2024-06-01/2024-06-30", "early July: 2024-07 2024-07-01/2024-07-31"],
    ),
    ("The talks will be held no later than 9 June.", ["9 June: 2024-06-09 2024-06-09"]),
    ("The talks will be held before June.", ["June: 2024-06 2024-06-01/2024-06-30"]),
    ("The talks were held until June 2021.", ["June 2021: 2021-06 2021-06-01/2021-06-30"]),
    ("The talks have been held since Monday.", ["Monday: 2024-04-29 2024-04-29"]),
    ("The talks were held the week of 22 April.", ["the week of 22 April: 2024-W17 2024-04-22/2024-04-28"]),
    ("The talks were held on the first Monday of April.", ["the first Monday of April: 2024-04-01 2024-04-01"]),
    ("The talks will be held on the last Friday of May.", ["the last Friday of May: 2024-05-31 2024-05-31"]),
]


@pytest.mark.parametrize(("text", "expected"), YEARS)
def test_which_days_are_meant(times_of, text: str, expected: list[str]) -> None:
    assert times_of(text) == expected
