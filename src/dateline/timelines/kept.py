"""What took place: entries of the calendar tied to the incidents that tell of it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from dateline.incidents.model import Incident
from dateline.lexicon.tables import fold
from dateline.model.closed import EventType, ScheduledKind
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
_DONE = frozenset({"occurred", "ongoing"})


class Kept:
    """The incidents in which something may have taken place, by the day on which they began."""

    def __init__(self, incidents: Iterable[Incident]) -> None:
        """Hold those that took place on a known day."""
        self._by_day: dict[str, list[Incident]] = defaultdict(list)
        for incident in incidents:
            if incident.start and incident.status in _DONE:
                self._by_day[incident.start[:10]].append(incident)

    def tie(self, entry: Entry, participants: Sequence[Party]) -> Entry:
        """Return an entry with the incident in which it took place, if one of those days and that kind fits."""
        if entry.status == "cancelled" or not entry.start:
            return entry
        least = _PLACE if entry.granularity in COARSE else _PARTY
        near = (i for day in _days(entry) for i in self._by_day.get(day, ()) if i.type in _ACTS.get(entry.kind, ()))
        best = max(((fit(entry, participants, i), i.reports, i.id, i) for i in near), key=lambda f: f[:3], default=None)
        if best is None or best[0] < least:
            return entry
        return replace(entry, status="took place", incident=best[2], why=_why(best[3]))


def fit(entry: Entry, participants: Sequence[Party], incident: Incident) -> int:
    """Return how well an incident fits an entry: by its place, and by who takes part."""
    place = incident.place
    if entry.place and place and fold(entry.place) != fold(place.name):
        return 0
    there = {fold(a.name) for a in (*incident.actors, *incident.recipients)}
    there |= {a.country for a in (*incident.actors, *incident.recipients) if a.country}
    expected = {name for p in participants for name in (fold(p.name), p.country) if name}
    return _PLACE * bool(entry.place and place) + _PARTY * bool(there & expected)


def _why(incident: Incident) -> str:
    where = f" in {incident.place.name}" if incident.place else ""
    return f"{incident.type}{where} on {incident.start}"


def _days(entry: Entry) -> Iterator[str]:
    start = date.fromisoformat((entry.start or "")[:10])
    last = date.fromisoformat((entry.end or entry.start or "")[:10]) + timedelta(days=LATE_DAYS)
    yield from ((start + timedelta(days=n)).isoformat() for n in range((last - start).days + 1))
