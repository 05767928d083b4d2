"""Which one of many: the year, week or quarter that words without one mean, seen from a day."""

from datetime import date

import pytest

from dateline.model.closed import Tense
from dateline.stages.times.days.choose import choose_quarter_year, month_step, step_weekday, year_with_weekday

WEDNESDAY = date(2024, 3, 6)


@pytest.mark.parametrize(
    ("day", "weekday", "word", "meant"),
    [
        pytest.param(WEDNESDAY, 5, "last", date(2024, 3, 1), id="last-friday"),
        pytest.param(WEDNESDAY, 3, "last", date(2024, 2, 28), id="last-on-its-own-day"),
        pytest.param(WEDNESDAY, 2, "last", date(2024, 3, 5), id="last-is-yesterday"),
        pytest.param(WEDNESDAY, 5, "next", date(2024, 3, 8), id="next-friday"),
        pytest.param(WEDNESDAY, 3, "next", date(2024, 3, 13), id="next-on-its-own-day"),
        pytest.param(WEDNESDAY, 1, "this", date(2024, 3, 4), id="this-monday"),
        pytest.param(WEDNESDAY, 7, "this", date(2024, 3, 10), id="this-sunday"),
    ],
)
def test_weekday_of_a_week(day: date, weekday: int, word: str, meant: date) -> None:
    assert step_weekday(day, weekday, word) == meant


@pytest.mark.parametrize(
    ("day", "month", "word", "year"),
    [
        pytest.param(date(2024, 6, 3), 3, "last", 2024, id="last-march-in-june"),
        pytest.param(date(2024, 6, 3), 5, "last", 2023, id="the-month-just-over"),
        pytest.param(date(2024, 6, 3), 6, "last", 2023, id="last-june-in-june"),
        pytest.param(date(2024, 6, 3), 11, "last", 2023, id="last-november"),
        pytest.param(date(2024, 6, 3), 11, "next", 2024, id="next-november"),
        pytest.param(date(2024, 6, 3), 6, "next", 2025, id="next-june-in-june"),
        pytest.param(date(2024, 6, 3), 2, "next", 2025, id="next-february"),
        pytest.param(date(2024, 6, 3), 2, "this", 2024, id="this-february"),
    ],
)
def test_year_of_a_month(day: date, month: int, word: str, year: int) -> None:
    assert month_step(day, month, word) == year


@pytest.mark.parametrize(
    ("day", "quarter", "tense", "year"),
    [
        pytest.param(date(2024, 12, 5), 4, "past", 2024, id="the-quarter-that-runs"),
        pytest.param(date(2024, 3, 31), 1, "past", 2024, id="the-last-day-of-the-first"),
        pytest.param(date(2024, 4, 1), 2, "past", 2024, id="the-first-day-of-the-second"),
        pytest.param(date(2024, 2, 5), 4, "past", 2023, id="the-last-one"),
        pytest.param(date(2024, 2, 5), 2, "past", 2023, id="what-is-over-lies-back"),
        pytest.param(date(2024, 2, 5), 2, "none", 2024, id="the-next-without-a-tense"),
        pytest.param(date(2024, 2, 5), 3, "none", 2023, id="a-far-one-without-a-tense"),
        pytest.param(date(2024, 11, 5), 1, "future", 2025, id="ahead"),
        pytest.param(date(2024, 11, 5), 2, "future", 2025, id="as-far-either-way"),
        pytest.param(date(2024, 11, 5), 3, "future", 2024, id="nearer-behind"),
        pytest.param(date(2024, 11, 5), 1, "past", 2024, id="behind"),
    ],
)
def test_year_of_a_quarter(day: date, quarter: int, tense: Tense, year: int) -> None:
    assert choose_quarter_year(day, quarter, tense) == year


@pytest.mark.parametrize(
    ("years", "day", "weekday", "year"),
    [
        pytest.param([2023, 2024, 2025], 4, 1, 2024, id="monday-4-march"),
        pytest.param([2023, 2025], 4, 1, None, id="none-of-these"),
        pytest.param([2023, 2024, 2025], 32, 1, None, id="no-day-at-all"),
    ],
)
def test_year_in_which_a_day_has_a_weekday(years: list[int], day: int, weekday: int, year: int | None) -> None:
    assert year_with_weekday(years, 3, day, weekday) == year
