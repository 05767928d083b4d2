"""Days counted from another: from the day of the report, the second of May 2024, or from the day told before."""

import pytest

COUNTED = [
    ("The bridge was built three days ago.", ["three days ago: 2024-04-29 2024-04-29"]),
    ("The bridge was built three weeks ago.", ["three weeks ago: 2024-W15 2024-04-08/2024-04-14"]),
    ("The bridge was built three months ago.", ["three months ago: 2024-02 2024-02-01/2024-02-29"]),
    ("The bridge was built three years ago.", ["three years ago: 2021 2021-01-01/2021-12-31"]),
    ("The bridge was built two and a half years ago.", ["two and a half years ago: 2021 2021-01-01/2021-12-31"]),
    ("The bridge was built a decade ago.", ["a decade ago: 201 2010-01-01/2019-12-31"]),
    ("The bridge was built two decades ago.", ["two decades ago: 200 2000-01-01/2009-12-31"]),
    ("The bridge was built several years ago.", ["several years ago: PAST_REF"]),
    ("The bridge was built a few days ago.", ["a few days ago: PAST_REF"]),
    ("The bridge was built hours ago.", ["hours ago: PAST_REF"]),
    ("The bridge was built two hours ago.", ["two hours ago: PT2H"]),
    ("The bridge was built centuries ago.", ["centuries ago: PAST_REF"]),
    ("The bridge will be built in three days.", ["three days: P3D"]),
    ("The bridge will be built in two weeks.", ["two weeks: P2W"]),
    ("The bridge was built in three days.", ["three days: P3D"]),
    ("The bridge was built within three days.", ["three days: P3D"]),
    ("The bridge will be built within a week.", ["a week: P1W"]),
    (
        "The bridge was opened on 4 March. It fell two days later.",
        ["4 March: 2024-03-04 2024-03-04", "two days later: 2024-03-06 2024-03-06"],
    ),
    (
        "The bridge was opened on 4 March. It had been closed two days earlier.",
        ["4 March: 2024-03-04 2024-03-04", "two days earlier: 2024-03-02 2024-03-02"],
    ),
    (
        "The bridge was opened on 4 March. It fell the next day.",
        ["4 March: 2024-03-04 2024-03-04", "the next day: 2024-03-05 2024-03-05"],
    ),
    (
        "The bridge was opened on 4 March. It fell the following week.",
        ["4 March: 2024-03-04 2024-03-04", "the following week: 2024-W11 2024-03-11/2024-03-17"],
    ),
    (
        "The bridge was opened on 4 March. It fell the day before.",
        ["4 March: 2024-03-04 2024-03-04", "the day before: 2024-03-03 2024-03-03"],
    ),
    (
        "The bridge was opened on 4 March. It fell the same day.",
        ["4 March: 2024-03-04 2024-03-04", "the same day: 2024-03-04 2024-03-04"],
    ),
    (
        "The bridge was opened on 4 March. It fell that night.",
        ["4 March: 2024-03-04 2024-03-04", "that night: 2024-03-04TNI 2024-03-04"],
    ),
    (
        "The bridge was opened in March 2021. It fell a year later.",
        ["March 2021: 2021-03 2021-03-01/2021-03-31", "a year later: 2022-03 2022-03-01/2022-03-31"],
    ),
    (
        "The bridge was opened in March 2021. It fell the following year.",
        ["March 2021: 2021-03 2021-03-01/2021-03-31", "the following year: 2022 2022-01-01/2022-12-31"],
    ),
    (
        "The bridge was opened in March 2021. It fell a month later.",
        ["March 2021: 2021-03 2021-03-01/2021-03-31", "a month later: 2021-04 2021-04-01/2021-04-30"],
    ),
    (
        "The bridge was opened in 2021. It fell two years later.",
        ["2021: 2021 2021-01-01/2021-12-31", "two years later: 2023 2023-01-01/2023-12-31"],
    ),
    ("The bridge was opened the day before yesterday.", ["the day before yesterday: 2024-04-30 2024-04-30"]),
    ("The bridge will be opened the day after tomorrow.", ["the day after tomorrow: 2024-05-04 2024-05-04"]),
    ("The bridge was opened last night.", ["last night: 2024-05-01TNI 2024-05-01"]),
    ("The bridge will be opened tonight.", ["tonight: 2024-05-02TNI 2024-05-02"]),
    ("The bridge was opened yesterday afternoon.", ["yesterday afternoon: 2024-05-01TAF 2024-05-01"]),
    ("The bridge was opened this week.", ["this week: 2024-W18 2024-04-29/2024-05-05"]),
    ("The bridge was opened this month.", ["this month: 2024-05 2024-05-01/2024-05-31"]),
    ("The bridge was opened this year.", ["this year: 2024 2024-01-01/2024-12-31"]),
    ("The bridge will be opened this weekend.", ["this weekend: 2024-W18-WE 2024-05-04/2024-05-05"]),
    ("The bridge will be opened next weekend.", ["next weekend: 2024-W19-WE 2024-05-11/2024-05-12"]),
    ("The bridge was opened earlier this week.", ["earlier this week: 2024-W18 2024-04-29/2024-05-05"]),
    ("The bridge will be opened later this year.", ["later this year: 2024 2024-01-01/2024-12-31"]),
    ("The bridge was opened earlier in the day.", ["earlier in the day: 2024-05-02 2024-05-02"]),
    ("The bridge was opened on the day.", ["the day: 2024-05-02 2024-05-02"]),
]


@pytest.mark.parametrize(("text", "expected"), COUNTED)
def test_which_days_are_meant(times_of, text: str, expected: list[str]) -> None:
    assert times_of(text) == expected
