"""Which one of many: the year of a month or day, the week of a weekday, by the report's day and the verb's tense."""

from collections.abc import Sequence
from datetime import date, timedelta

from dateline.lexicon.words.times import load_times
from dateline.model.closed import Anchor, Tense
from dateline.stages.times.days.calendar import valid_day, weekday_after, weekday_before
from dateline.stages.times.days.context import Context

_TURN_OF_YEAR = 9  # "in April" told after a December is of the next year


def choose_year(context: Context, tense: Tense, month: int, day: int | None = None) -> tuple[int | None, Anchor]:
    """Return the year of a month, or of a day of a month, that is named without one.

    In news the past tense looks back and the future tense ahead from the day of the report, this month and day
    included; otherwise the nearest. In history it follows the date told before.
    """
    # "In April and June 1955": the year that stands behind holds for both.
    if context.year_hint is not None:
        return context.year_hint, "text"
    if context.told:
        return _year_told(context, month, day), "text"
    # A paragraph that looks back stays there, but what it says of the future is seen from the report.
    if context.recall is not None and tense != "future":
        return context.recall, "text"
    if context.published is None:
        return None, "published"
    return _year_near(context.published, tense, month, day), "published"


def _year_told(context: Context, month: int, day: int | None) -> int | None:
    reference = context.reference
    if reference is None:
        return None
    # 29 February: the nearest year that has one.
    if day is not None and not valid_day(reference.year, month, day):
        return next((y for y in range(reference.year + 1, reference.year - 4, -1) if valid_day(y, month, day)), None)
    return reference.year + (reference.month - month > _TURN_OF_YEAR)


def _year_near(published: date, tense: Tense, month: int, day: int | None) -> int:
    years = [y for y in range(published.year - 1, published.year + 2) if day is None or valid_day(y, month, day)]
    if not years:
        return published.year
    return min(years, key=lambda y: _cost(_months_off(published, y, month, day), tense))


def _cost(months: float, tense: Tense) -> float:
    """Weigh a distance: against the past tense it counts three times, so that only a near day wins over a far one."""
    # "Will meet in March", said in May: ten months on, and not two back.
    if tense == "future" and months < 0:
        return -months * 12
    if tense == "past" and months > 0:
        return months * 3 + 0.01
    # Of two as near, the past: news tells what was.
    return abs(months) + (0.01 if months > 0 else 0)


def _months_off(published: date, year: int, month: int, day: int | None) -> float:
    months = (year - published.year) * 12 + month - published.month
    return months if day is None else months + (day - published.day) / 31


def year_with_weekday(years: Sequence[int], month: int, day: int, weekday: int) -> int | None:
    """Return the first of these years in which the day has this weekday."""
    return next((y for y in years if valid_day(y, month, day) and date(y, month, day).isoweekday() == weekday), None)


def choose_weekday(context: Context, tense: Tense, weekday: int) -> tuple[date | None, Anchor]:
    """Return the day of a bare weekday: in news the latest, today included, or with a future verb the next."""
    if context.told:
        days = context.previous.covers if context.previous else None
        # "On Friday" after a single day is the next Friday; after a month it may be any.
        if days and days.start == days.end:
            return weekday_after(days.start, weekday), "previous"
    if context.published is None:
        return None, "published"
    if tense == "future":
        return weekday_after(context.published, weekday), "published"
    return weekday_before(context.published, weekday), "published"


def step_weekday(day: date, weekday: int, word: str) -> date:
    """Return the day of "last Friday", "next Friday", "this Friday" seen from a day."""
    # "Last Friday" on a Friday is a week ago.
    if word in load_times().contexts.last:
        return weekday_before(day - timedelta(1), weekday)
    if word in load_times().contexts.next:
        return weekday_after(day + timedelta(1), weekday)
    # "This Friday" is in this week, though it be over.
    monday = day - timedelta(day.isoweekday() - 1)
    return monday + timedelta(weekday - 1)


def month_step(day: date, month: int, word: str) -> int:
    """Return the year of "last March", "next March", "this March" seen from a day.

    The month just over is "in May" or "last month": "last May" said in June is the one of the year before.
    """
    if word in load_times().contexts.last:
        return day.year if month < day.month - 1 else day.year - 1
    if word in load_times().contexts.next:
        return day.year if month > day.month else day.year + 1
    return day.year


def choose_quarter_year(day: date, quarter: int, tense: Tense) -> int:
    """Return the year of a bare "third quarter" seen from a day: the nearest, with the tense where it is even."""
    now = (day.month + 2) // 3
    if tense == "future" and quarter < now and quarter + 4 - now <= now - quarter:
        return day.year + 1
    # In doubt a quarter just ahead is meant, but after "fell" one of last year.
    if tense != "future" and quarter > now:
        return day.year - 1 if quarter - now > 1 or tense == "past" else day.year
    return day.year
