"""Histories that tell their own dates, and news that looks back: which year and day a bare date takes."""

import pytest

HISTORIES = [
    (
        (
            "The war began on 4 March 1861. In April 1862 the town fell. The general died in June. In 1863 "
            "the fort was taken. Peace came on 9 May 1865."
        ),
        [
            "4 March 1861: 1861-03-04 1861-03-04",
            "April 1862: 1862-04 1862-04-01/1862-04-30",
            "June: 1862-06 1862-06-01/1862-06-30",
            "1863: 1863 1863-01-01/1863-12-31",
            "9 May 1865: 1865-05-09 1865-05-09",
        ],
    ),
    (
        "The king was born in 1820. He fled in 1848, returned in 1851 and died in 1859. His son ruled until 1871.",
        [
            "1820: 1820 1820-01-01/1820-12-31",
            "1848: 1848 1848-01-01/1848-12-31",
            "1851: 1851 1851-01-01/1851-12-31",
            "1859: 1859 1859-01-01/1859-12-31",
            "1871: 1871 1871-01-01/1871-12-31",
        ],
    ),
    (
        (
            "On 3 May 1940 the bridge was blown up. Five days later the army withdrew. On 9 June 1940 it "
            "came back. In August it left for good. The war ended in 1945. The bridge was rebuilt in 1947."
        ),
        [
            "3 May 1940: 1940-05-03 1940-05-03",
            "Five days later: 1940-05-08 1940-05-08",
            "9 June 1940: 1940-06-09 1940-06-09",
            "August: 1940-08 1940-08-01/1940-08-31",
            "1945: 1945 1945-01-01/1945-12-31",
            "1947: 1947 1947-01-01/1947-12-31",
        ],
    ),
    (
        (
            "The school opened in September 1950. In December it closed. In January it opened again. It "
            "burned in 1953, in 1957 and in 1961."
        ),
        [
            "September 1950: 1950-09 1950-09-01/1950-09-30",
            "December: 1950-12 1950-12-01/1950-12-31",
            "January: 1951-01 1951-01-01/1951-01-31",
            "1953: 1953 1953-01-01/1953-12-31",
            "1957: 1957 1957-01-01/1957-12-31",
            "1961: 1961 1961-01-01/1961-12-31",
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), HISTORIES)
def test_a_history_follows_the_date_told_before(times_of, text: str, expected: list[str]) -> None:
    assert times_of(text) == expected


NEWS = [
    (
        "The envoy left on Monday. On 3 March 2019 he had met rebels, and on 9 April he met the army.",
        ["Monday: 2024-04-29 2024-04-29", "3 March 2019: 2019-03-03 2019-03-03", "9 April: 2019-04-09 2019-04-09"],
    ),
    (
        "On 3 March 2019 the envoy met rebels. He met them again on 9 April.\n\nOn Monday he left.",
        ["3 March 2019: 2019-03-03 2019-03-03", "9 April: 2019-04-09 2019-04-09", "Monday: 2024-04-29 2024-04-29"],
    ),
    (
        "The envoy left on Monday. He came in May 2019.",
        ["Monday: 2024-04-29 2024-04-29", "May 2019: 2019-05 2019-05-01/2019-05-31"],
    ),
    (
        "The envoy, who came in May 2019, left in March.",
        ["May 2019: 2019-05 2019-05-01/2019-05-31", "March: 2024-03 2024-03-01/2024-03-31"],
    ),
    (
        "The envoy left on 28 April and returned the next day.",
        ["28 April: 2024-04-28 2024-04-28", "the next day: 2024-04-29 2024-04-29"],
    ),
    (
        "The envoy left last week and returned on Monday.",
        ["last week: 2024-W17 2024-04-22/2024-04-28", "Monday: 2024-04-29 2024-04-29"],
    ),
    (
        "The envoy will leave on 9 May and return two days later.",
        ["9 May: 2024-05-09 2024-05-09", "two days later: 2024-05-11 2024-05-11"],
    ),
    (
        "The envoy will leave on 9 May. He will return the following week.",
        ["9 May: 2024-05-09 2024-05-09", "the following week: 2024-W20 2024-05-13/2024-05-19"],
    ),
    ("The envoy left a week after he came.", ["a week: P1W"]),
    (
        "The envoy left on Monday, a day earlier than planned.",
        ["Monday: 2024-04-29 2024-04-29", "a day earlier: 2024-04-28 2024-04-28"],
    ),
    ("The envoy left in the first week of April.", ["the first week of April: 2024-W14 2024-04-01/2024-04-07"]),
    ("The envoy left in the last week of April.", ["the last week of April: 2024-W17 2024-04-22/2024-04-28"]),
    ("The envoy left in the night of 9 April.", ["the night of 9 April: 2024-04-09TNI 2024-04-09"]),
    ("The envoy left on the weekend.", ["the weekend: 2024-W17-WE 2024-04-27/2024-04-28"]),
    (
        "The envoy left on 1, 2 and 5 April.",
        ["1: 2024-04-01 2024-04-01", "2: 2024-04-02 2024-04-02", "5 April: 2024-04-05 2024-04-05"],
    ),
    ("The envoy left on 9th April.", ["9th April: 2024-04-09 2024-04-09"]),
    ("The envoy left on April the 9th.", ["April the 9th: 2024-04-09 2024-04-09"]),
    ("The envoy left on April 9 of last year.", ["April 9 of last year: 2023-04-09 2023-04-09"]),
    ("The envoy left on Tuesday 9 April.", ["Tuesday 9 April: 2024-04-09 2024-04-09"]),
    (
        "The envoy left on Tuesday, April 9, at 5 p.m.",
        ["Tuesday, April 9: 2024-04-09 2024-04-09", "5 p.m.: 2024-04-09T17:00 2024-04-09"],
    ),
    ("The envoy left at 5 p.m. on Tuesday, April 9.", ["5 p.m. on Tuesday, April 9: 2024-04-09T17:00 2024-04-09"]),
    (
        "The envoy left on the evening of Tuesday, 9 April.",
        ["the evening of Tuesday, 9 April: 2024-04-09TEV 2024-04-09"],
    ),
    ("The envoy left in April 2024.", ["April 2024: 2024-04 2024-04-01/2024-04-30"]),
    ("The envoy left in Apr 2024.", ["Apr 2024: 2024-04 2024-04-01/2024-04-30"]),
    ("The envoy left in April, 2024.", ["April, 2024: 2024-04 2024-04-01/2024-04-30"]),
    ("The envoy left in the April of 2024.", ["April of 2024: 2024-04 2024-04-01/2024-04-30"]),
    ("The envoy left late in April.", ["late in April: 2024-04 2024-04-01/2024-04-30"]),
    ("The envoy left late last year.", ["late last year: 2023 2023-01-01/2023-12-31"]),
    ("The envoy left early this year.", ["early this year: 2024 2024-01-01/2024-12-31"]),
    ("The envoy left early last month.", ["early last month: 2024-04 2024-04-01/2024-04-30"]),
    ("The envoy left earlier this month.", ["earlier this month: 2024-05 2024-05-01/2024-05-31"]),
    ("The envoy left later that day.", ["later that day: 2024-05-02 2024-05-02"]),
    ("The envoy left later in the week.", ["later in the week: 2024-W18 2024-04-29/2024-05-05"]),
    ("The envoy left by mid-April.", ["mid-April: 2024-04 2024-04-01/2024-04-30"]),
    ("The envoy left by Tuesday.", ["Tuesday: 2024-04-30 2024-04-30"]),
    ("The envoy left after Tuesday.", ["Tuesday: 2024-04-30 2024-04-30"]),
    ("The envoy left before 2019.", ["2019: 2019 2019-01-01/2019-12-31"]),
    ("The envoy left around 2019.", ["around 2019: 2019 2019-01-01/2019-12-31"]),
    ("The envoy left about 2019.", ["about 2019: 2019 2019-01-01/2019-12-31"]),
    ("The envoy left in or about 2019.", ["about 2019: 2019 2019-01-01/2019-12-31"]),
    ("The envoy left not before 2019.", ["2019: 2019 2019-01-01/2019-12-31"]),
    ("The envoy left in the mid-1990s.", ["the mid-1990s: 199 1990-01-01/1999-12-31"]),
    ("The envoy left in the late 19th century.", ["the late 19th century: 18 1801-01-01/1900-12-31"]),
    ("The envoy left in the 21st century.", ["the 21st century: 20 2001-01-01/2100-12-31"]),
    ("The envoy left in 300 BCE.", ["300 BCE: BC0300"]),
]


@pytest.mark.parametrize(("text", "expected"), NEWS)
def test_news_counts_from_its_day(times_of, text: str, expected: list[str]) -> None:
    assert times_of(text) == expected
