"""Calendar arithmetic: TIMEX3 values to whole days, and steps from one value to another."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta

from dateline.model.closed import Granularity

SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
PART_GRANULARITY = frozenset({"MO", "MI", "AF", "EV", "NI", "DT", "PM"})
_OF_YEARS: dict[int, Granularity] = {1: "year", 10: "decade", 100: "century"}
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T(.*))?")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?")
_OF_YEAR = re.compile(r"(\d{4})-([QH])(\d)|(\d{4})-(SP|SU|FA|WI)")
_MONTH = re.compile(r"(\d{4})-(\d\d)")
_YEARS = re.compile(r"\d{2,4}")


@dataclass(frozen=True, slots=True)
class Days:
    """Whole days, both included, and how fine the expression was that gave them."""

    start: date
    end: date
    granularity: Granularity


def days_of(value: str) -> Days | None:
    """Return the days that a TIMEX3 value of a date or time of day covers.

    None for durations, sets, references, and whatever ISO dates can't hold (unknown digits, years before Christ).
    Seasons are meteorological and of the northern half of the world; winter runs into the next year.
    """
    try:
        return _day(value) or _week(value) or _of_year(value) or _month(value) or _years(value)
    except ValueError:
        return None


def _day(value: str) -> Days | None:
    if not (m := _DAY.fullmatch(value)):
        return None
    day = date(int(m[1]), int(m[2]), int(m[3]))
    if m[4] is None:
        return Days(day, day, "day")
    return Days(day, day, "part-of-day" if m[4] in PART_GRANULARITY else "hour")


def _week(value: str) -> Days | None:
    if not (m := _WEEK.fullmatch(value)):
        return None
    monday = date.fromisocalendar(int(m[1]), int(m[2]), 1)
    if m[3]:
        # The weekend belongs to the week that it ends.
        return Days(monday + timedelta(5), monday + timedelta(6), "weekend")
    return Days(monday, monday + timedelta(6), "week")


def _of_year(value: str) -> Days | None:
    if not (m := _OF_YEAR.fullmatch(value)):
        return None
    if m[5]:
        return _months(int(m[4]), SEASON_MONTH[m[5]], 3, "season")
    size = 3 if m[2] == "Q" else 6
    return _months(int(m[1]), (int(m[3]) - 1) * size + 1, size, "quarter" if size == 3 else "half-year")


def _month(value: str) -> Days | None:
    m = _MONTH.fullmatch(value)
    return _months(int(m[1]), int(m[2]), 1, "month") if m else None


def _months(year: int, month: int, count: int, granularity: Granularity) -> Days:
    last_year, last = add_months(year, month, count - 1)
    return Days(date(year, month, 1), date(last_year, last, monthrange(last_year, last)[1]), granularity)


def _years(value: str) -> Days | None:
    if not _YEARS.fullmatch(value):
        return None
    # "19" is a century, "199" a decade, "1990" a year.
    size = 10 ** (4 - len(value))
    first = int(value) * size
    if size == 100:
        first += 1  # the 20th century is 1901 to 2000: there was no year 0
    return Days(date(first, 1, 1), date(first + size - 1, 12, 31), _OF_YEARS[size])


def add_months(year: int, month: int, count: int) -> tuple[int, int]:
    """Return the year and month that lie ``count`` months later."""
    total = year * 12 + month - 1 + count
    return total // 12, total % 12 + 1


def add(day: date, count: int, unit: str) -> date | None:
    """Return the day ``count`` units later (D, W, M, Q, Y, E decade, C century); None outside the calendar.

    The last days of a month give way to a shorter month: 31 January and one month is 28 or 29 February.
    """
    try:
        if unit in {"D", "W", "F", "WE"}:
            return day + timedelta(count * {"D": 1, "F": 14}.get(unit, 7))
        months = count * {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200, "L": 12000}[unit]
        year, month = add_months(day.year, day.month, months)
        if not MINYEAR <= year <= MAXYEAR:
            return None
        # 31 January and a month: the last day that February has.
        return date(year, month, min(day.day, monthrange(year, month)[1]))
    except OverflowError:
        return None


def value_at(day: date, unit: str) -> str:
    """Return the TIMEX3 value of the unit that holds a day: D, W, WE, M, Q, Y, E (decade), C (century)."""
    week = day.isocalendar()
    return {
        "D": day.isoformat(),
        "W": f"{week.year:04}-W{week.week:02}",
        "WE": f"{week.year:04}-W{week.week:02}-WE",
        "F": f"{week.year:04}-W{week.week:02}",
        "M": f"{day.year:04}-{day.month:02}",
        "Q": f"{day.year:04}-Q{(day.month + 2) // 3}",
        "Y": f"{day.year:04}",
        "E": f"{day.year // 10:03}",
        "C": f"{day.year // 100:02}",
        "L": f"{day.year // 1000}",
    }[unit]


def weekday_before(day: date, weekday: int) -> date:
    """Return the latest day with this ISO weekday that is not after ``day``."""
    return day - timedelta((day.isoweekday() - weekday) % 7)


def weekday_after(day: date, weekday: int) -> date:
    """Return the first day with this ISO weekday that is not before ``day``."""
    return day + timedelta((weekday - day.isoweekday()) % 7)


def valid_day(year: int, month: int, day: int) -> bool:
    """Tell whether the calendar has this day."""
    return MINYEAR <= year <= MAXYEAR and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]
