"""Which one of many: the year, week or quarter that words without one mean, seen from a day."""

from collections.abc import Callable
from datetime import date

import pytest

from dateline.stages.times.days.choose import choose_quarter_year, month_step, step_weekday, year_with_weekday

WEDNESDAY = date(2024, 3, 6)


@pytest.mark.parametrize(
    ("choose", "day", "number", "said", "meant"),
    [
        pytest.param(step_weekday, WEDNESDAY, 5, "last", date(2024, 3, 1), id="weekday-last-friday"),
        pytest.param(step_weekday, WEDNESDAY, 3, "last", date(2024, 2, 28), id="weekday-last-on-its-own-day"),
        pytest.param(step_weekday, WEDNESDAY, 2, "last", date(2024, 3, 5), id="weekday-last-is-yesterday"),
        pytest.param(step_weekday, WEDNESDAY, 5, "next", date(2024, 3, 8), id="weekday-next-friday"),
        pytest.param(step_weekday, WEDNESDAY, 3, "next", date(2024, 3, 13), id="weekday-next-on-its-own-day"),
        pytest.param(step_weekday, WEDNESDAY, 1, "this", date(2024, 3, 4), id="weekday-this-monday"),
        pytest.param(step_weekday, WEDNESDAY, 7, "this", date(2024, 3, 10), id="weekday-this-sunday"),
        pytest.param(month_step, date(2024, 6, 3), 3, "last", 2024, id="month-last-march-in-june"),
        pytest.param(month_step, date(2024, 6, 3), 5, "last", 2023, id="month-the-month-just-over"),
        pytest.param(month_step, date(2024, 6, 3), 6, "last", 2023, id="month-last-june-in-june"),
        pytest.param(month_step, date(2024, 6, 3), 11, "last", 2023, id="month-last-november"),
        pytest.param(month_step, date(2024, 6, 3), 11, "next", 2024, id="month-next-november"),
        pytest.param(month_step, date(2024, 6, 3), 6, "next", 2025, id="month-next-june-in-june"),
        pytest.param(month_step, date(2024, 6, 3), 2, "next", 2025, id="month-next-february"),
        pytest.param(month_step, date(2024, 6, 3), 2, "this", 2024, id="month-this-february"),
        pytest.param(choose_quarter_year, date(2024, 12, 5), 4, "past", 2024, id="quarter-the-quarter-that-runs"),
        pytest.param(choose_quarter_year, date(2024, 3, 31), 1, "past", 2024, id="quarter-the-last-day-of-the-first"),
        pytest.param(choose_quarter_year, date(2024, 4, 1), 2, "past", 2024, id="quarter-the-first-day-of-the-second"),
        pytest.param(choose_quarter_year, date(2024, 2, 5), 4, "past", 2023, id="quarter-the-last-one"),
        pytest.param(choose_quarter_year, date(2024, 2, 5), 2, "past", 2023, id="quarter-what-is-over-lies-back"),
        pytest.param(choose_quarter_year, date(2024, 2, 5), 2, "none", 2024, id="quarter-the-next-without-a-tense"),
        pytest.param(choose_quarter_year, date(2024, 2, 5), 3, "none", 2023, id="quarter-a-far-one-without-a-tense"),
        pytest.param(choose_quarter_year, date(2024, 11, 5), 1, "future", 2025, id="quarter-ahead"),
        pytest.param(choose_quarter_year, date(2024, 11, 5), 2, "future", 2025, id="quarter-as-far-either-way"),
        pytest.param(choose_quarter_year, date(2024, 11, 5), 3, "future", 2024, id="quarter-nearer-behind"),
        pytest.param(choose_quarter_year, date(2024, 11, 5), 1, "past", 2024, id="quarter-behind"),
    ],
)
def test_which_weekday_month_or_quarter(
    choose: Callable[[date, int, str], object], day: date, number: int, said: str, meant: object
) -> None:
    """Asked with the number of a weekday, month or quarter, and the word before it or the tense of its verb."""
    assert choose(day, number, said) == meant


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
