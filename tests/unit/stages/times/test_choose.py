"""Which one of many: the year, week or quarter that words without one mean, seen from a day."""

from collections.abc import Callable
from datetime import date

import pytest

from dateline.model.closed import Tense
from dateline.stages.times.days.choose import (
    choose_quarter_year,
    choose_weekday,
    choose_year,
    month_step,
    step_weekday,
    year_with_weekday,
)
from dateline.stages.times.days.context import Context, Reading

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


def seen(published: date | None, *, told: bool = False) -> Context:
    """Return what is known at the head of a report of a day."""
    return Context(published=published, told=told, tense_of=lambda _: "none")


MAY = date(2024, 5, 2)


@pytest.mark.parametrize(
    ("published", "tense", "month", "day", "year"),
    [
        pytest.param(MAY, "past", 3, None, 2024, id="march-behind"),
        pytest.param(MAY, "past", 5, None, 2024, id="this-month"),
        pytest.param(MAY, "past", 12, None, 2023, id="december-behind"),
        pytest.param(MAY, "past", 5, 1, 2024, id="yesterday"),
        pytest.param(MAY, "past", 5, 2, 2024, id="today"),
        pytest.param(MAY, "past", 11, 9, 2023, id="a-day-of-november-behind"),
        pytest.param(MAY, "future", 4, None, 2025, id="april-ahead"),
        pytest.param(MAY, "future", 5, None, 2024, id="the-month-that-runs"),
        pytest.param(MAY, "future", 12, None, 2024, id="december-ahead"),
        pytest.param(MAY, "future", 1, 2, 2025, id="a-day-of-january-ahead"),
        pytest.param(date(2024, 5, 30), "future", 5, 1, 2025, id="the-first-of-a-month-that-is-over"),
        pytest.param(MAY, "none", 11, None, 2023, id="as-far-either-way"),
        pytest.param(MAY, "none", 10, None, 2024, id="nearer-ahead"),
        pytest.param(MAY, "none", 12, None, 2023, id="nearer-behind"),
        pytest.param(MAY, "past", 2, 29, 2024, id="a-leap-day"),
        pytest.param(date(2023, 5, 2), "past", 2, 29, 2024, id="the-only-year-that-has-the-day"),
        pytest.param(date(2022, 5, 2), "past", 2, 29, 2022, id="no-year-has-the-day"),
    ],
)
def test_year_in_news(published: date, tense: Tense, month: int, day: int | None, year: int) -> None:
    assert choose_year(seen(published), tense, month, day) == (year, "published")


@pytest.mark.parametrize(
    ("reference", "month", "day", "year"),
    [
        pytest.param(date(1861, 5, 1), 3, None, 1861, id="earlier-in-the-year"),
        pytest.param(date(1861, 5, 1), 9, None, 1861, id="later-in-the-year"),
        pytest.param(date(1861, 12, 1), 2, None, 1862, id="after-the-turn-of-the-year"),
        pytest.param(date(1861, 12, 1), 4, None, 1861, id="too-far-for-the-turn"),
        pytest.param(date(1861, 3, 1), 2, 29, 1860, id="the-nearest-year-that-has-the-day"),
    ],
)
def test_year_in_history_follows_the_day_told_before(reference: date, month: int, day: int | None, year: int) -> None:
    context = seen(MAY, told=True)
    context.reference = reference
    assert choose_year(context, "past", month, day) == (year, "text")


def test_year_that_the_words_share_goes_before_all() -> None:
    context = seen(MAY)
    context.year_hint, context.recall = 1955, 2019
    assert choose_year(context, "past", 4) == (1955, "text")


@pytest.mark.parametrize(("tense", "year"), [("past", 2019), ("none", 2019), ("future", 2025)])
def test_year_that_is_looked_back_on_holds_for_what_is_not_to_come(tense: Tense, year: int) -> None:
    context = seen(MAY)
    context.recall = 2019
    assert choose_year(context, tense, 4)[0] == year


def test_without_a_day_of_the_report_no_year_is_chosen() -> None:
    assert choose_year(seen(None), "past", 4) == (None, "published")
    assert choose_weekday(seen(None), "past", 4) == (None, "published")


@pytest.mark.parametrize(
    ("tense", "weekday", "day"),
    [
        pytest.param("past", 3, date(2024, 5, 1), id="yesterday"),
        pytest.param("past", 4, date(2024, 5, 2), id="today"),
        pytest.param("past", 5, date(2024, 4, 26), id="last-friday"),
        pytest.param("none", 5, date(2024, 4, 26), id="behind-without-a-tense"),
        pytest.param("future", 3, date(2024, 5, 8), id="next-wednesday"),
        pytest.param("future", 4, date(2024, 5, 2), id="today-ahead"),
        pytest.param("future", 5, date(2024, 5, 3), id="tomorrow"),
    ],
)
def test_bare_weekday_in_news(tense: Tense, weekday: int, day: date) -> None:
    assert choose_weekday(seen(MAY), tense, weekday) == (day, "published")


def test_bare_weekday_in_history_is_the_next_after_the_day_told_before() -> None:
    context = seen(MAY, told=True)
    context.previous = Reading(type="DATE", value="1861-04-12", anchor="absolute")
    assert choose_weekday(context, "past", 1) == (date(1861, 4, 15), "previous")
