"""On which days ACLED has an event, and how precisely (rules 1 and 17)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dateline.datasets.facts.dossier import Dossier

_WEEK, _MONTH = 7, 31


@dataclass(frozen=True, slots=True)
class Day:
    """One day with its precision: 1 the day, 2 within a week, 3 within a month."""

    day: date
    precision: int


def days_of(dossier: Dossier) -> Sequence[Day]:
    """Return the days of an incident: each that a report names, else the middle of the stretch; none if too coarse."""
    incident = dossier.incident
    if incident.start is None:
        return ()
    start, end = date.fromisoformat(incident.start), date.fromisoformat(incident.end or incident.start)
    if start == end:
        return (Day(start, 1),)
    named = _named_days(dossier, start, end)
    if len(named) > 1:
        return [Day(day, 1) for day in named]
    length = (end - start).days + 1
    if length > _MONTH:
        return ()
    return (Day(start + timedelta((length - 1) // 2), 2 if length <= _WEEK else 3),)


def _named_days(dossier: Dossier, start: date, end: date) -> list[date]:
    """Return the single days within a stretch that reports name."""
    rows = [m.row for m in dossier.members]
    single = {r["start"] for r in rows if r["start"] is not None and r["start"] == (r["end"] or r["start"])}
    return sorted(day for day in map(date.fromisoformat, single) if start <= day <= end)
