"""Which one of many: the year of a month or day, the week of a weekday, by the report's day and the verb's tense."""

from datetime import date, timedelta

from dateline.model.closed import Anchor, Tense
from dateline.stages.times.calendar import add_months, valid_day, weekday_after, weekday_before
from dateline.stages.times.context import Context


def choose_year(context: Context, tense: Tense, month: int, day: int | None = None) -> tuple[int | None, Anchor]:
    """Return the year of a month, or of a day of a month, that is named without one.

    In news the past tense looks back and the future tense ahead from the day of the report, this month and day
    included; otherwise the nearest. In history it follows the date told before.
    """
    if context.year_hint is not None:
        return context.year_hint, "text"
    if context.told:
        return _year_told(context, month), "text"
    if context.published is None:
        return None, "published"
    return _year_near(context.published, tense, month, day), "published"


def _year_told(context: Context, month: int) -> int | None:
    reference = context.reference
    if reference is None:
        return None
    return reference.year


def _year_near(published: date, tense: Tense, month: int, day: int | None) -> int:
    years = [y for y in range(published.year - 1, published.year + 2) if day is None or valid_day(y, month, day)]
    distance = {y: _months_off(published, y, month, day) for y in years}
    if tense == "past":
        years = [y for y in years if distance[y] <= 0] or years
    elif tense == "future":
        years = [y for y in years if distance[y] >= 0] or years
    if not years:
        return published.year
    return min(years, key=lambda y: (abs(distance[y]), distance[y] > 0))


def _months_off(published: date, year: int, month: int, day: int | None) -> float:
    months = (year - published.year) * 12 + month - published.month
    return months if day is None else months + (day - published.day) / 31


def choose_weekday(context: Context, tense: Tense, weekday: int) -> tuple[date | None, Anchor]:
    """Return the day of a bare weekday: in news the latest, today included, or with a future verb the next."""
    if context.told:
        return (weekday_after(context.reference, weekday) if context.reference else None), "text"
    if context.published is None:
        return None, "published"
    if tense == "future":
        return weekday_after(context.published, weekday), "published"
    return weekday_before(context.published, weekday), "published"


def step_weekday(day: date, weekday: int, word: str) -> date:
    """Return the day of "last Friday", "next Friday", "this Friday" seen from a day."""
    if word in {"last", "past", "previous", "preceding"}:
        return weekday_before(day - timedelta(1), weekday)
    if word in {"next", "coming", "following", "upcoming"}:
        return weekday_after(day + timedelta(1), weekday)
    monday = day - timedelta(day.isoweekday() - 1)
    return monday + timedelta(weekday - 1)


def month_step(day: date, month: int, word: str) -> int:
    """Return the year of "last March", "next March", "this March" seen from a day."""
    if word in {"last", "past", "previous", "preceding"}:
        return day.year if month < day.month else day.year - 1
    if word in {"next", "coming", "following", "upcoming"}:
        return day.year if month > day.month else day.year + 1
    return day.year


def quarter_before(day: date, quarter: int, tense: Tense) -> int:
    """Return the year of a bare "third quarter": the latest that has begun, or with a future verb the next to end."""
    now = (day.month + 2) // 3
    if tense == "future":
        return day.year if quarter >= now else day.year + 1
    return day.year if quarter <= now else day.year - 1


def shift_year(year: int, month: int, months: int) -> int:
    """Return the year that lies ``months`` from a month."""
    return add_months(year, month, months)[0]
