"""Days, weeks and months: which a day belongs to, and all of them between two days."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Literal

By = Literal["day", "week", "month"]


def period_of(day: date, by: By) -> str:
    """Return the name of a day's period: the day, the Monday of its week, or the month ("2024-03")."""
    if by == "day":
        return day.isoformat()
    return (day - timedelta(day.weekday())).isoformat() if by == "week" else day.isoformat()[:7]


def periods(first: date, last: date, by: By) -> tuple[str, ...]:
    """Return the names of all periods from one day to another."""
    return tuple(dict.fromkeys(period_of(day, by) for day in days_between(first, last)))


def days_between(first: date, last: date) -> Iterator[date]:
    """Yield the days from one to another, both included."""
    yield from (first + timedelta(n) for n in range((last - first).days + 1))
