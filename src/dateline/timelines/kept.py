"""What took place: entries of the calendar tied to the incidents that tell of it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dateline.incidents.model import Incident
from dateline.lexicon.tables import fold
from dateline.model.closed import EventType, ScheduledKind
from dateline.model.groups import NO_STATE
from dateline.timelines.dues import COARSE, Entry
from dateline.timelines.model import Party

LATE_DAYS = 1
"""An act so many days after the window is still the one that was due."""
_PLACE, _PARTY = 2, 1
_ACTS: Mapping[ScheduledKind, frozenset[EventType]] = {
    "meeting": frozenset({"CONSULT", "AGREE", "REJECT"}),
    "delivery": frozenset({"AID"}),
    "exercise": frozenset({"MOBILIZE"}),
    "measure": frozenset({"SANCTION", "COERCE", "CONCEDE", "RETREAT"}),
    "other": frozenset({"PROTEST", "CONSULT"}),
}
"""By which acts a thing of the calendar is told when it takes place. Votes, hearings and deadlines are none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """An event that took place on a known day, and the incident that it is part of."""

    type: EventType
    start: str
    place: str | None
    incident: Incident


class Kept:
    """The acts in which something may have taken place, by day."""

    def __init__(self, acts: Iterable[Act]) -> None:
        """Hold the acts."""
        self._by_day: dict[str, list[Act]] = defaultdict(list)
        for act in acts:
            self._by_day[act.start[:10]].append(act)

    def tie(self, entry: Entry, participants: Sequence[Party]) -> Entry:
        """Return an entry with the incident in which it took place, if an act of one of its days and its kind fits."""
        if entry.status == "cancelled" or not entry.start:
            return entry
        least = _PLACE if entry.granularity in COARSE else _PARTY
        near = (a for day in _days(entry) for a in self._by_day.get(day, ()) if a.type in _ACTS.get(entry.kind, ()))
        found = ((fit(entry, participants, a), a.incident.reports, a.incident.id, a) for a in near)
        best = max(found, key=lambda f: f[:3], default=None)
        if best is None or best[0] < least:
            return entry
        return replace(entry, status="took place", incident=best[2], why=_why(best[3]))


def fit(entry: Entry, participants: Sequence[Party], act: Act) -> int:
    """Return how well an act fits an entry: by its place, and by who takes part."""
    if entry.place and act.place and fold(entry.place) != fold(act.place):
        return 0
    parties = (*act.incident.actors, *act.incident.recipients)
    there = {fold(p.name) for p in parties} | {p.country for p in parties if p.country and p.country not in NO_STATE}
    expected = {name for p in participants for name in (fold(p.name), p.country) if name}
    return _PLACE * bool(entry.place and act.place) + _PARTY * bool(there & expected)


def _why(act: Act) -> str:
    where = f" in {act.place}" if act.place else ""
    return f"{act.type}{where} on {act.start}"


def _days(entry: Entry) -> Iterator[str]:
    start = date.fromisoformat((entry.start or "")[:10])
    last = date.fromisoformat((entry.end or entry.start or "")[:10]) + timedelta(days=LATE_DAYS)
    yield from ((start + timedelta(days=n)).isoformat() for n in range((last - start).days + 1))
