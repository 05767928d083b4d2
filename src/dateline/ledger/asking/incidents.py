"""Incidents as users ask for them: brought up to date first, then listed."""

import json
from collections.abc import Iterator, Sequence
from typing import overload

import msgspec

from dateline.incidents.choosing import choose, newest
from dateline.incidents.claimed.claims import weigh_claims
from dateline.incidents.model import Claim, Incident
from dateline.incidents.rules import Rule
from dateline.store.asking.view import View
from dateline.store.batch import Batch
from dateline.store.joining.details import read_details, with_evidence
from dateline.store.joining.incidents import read_claims, read_incident
from dateline.store.judging.judgements import judged_values

_EVENTS = "SELECT m.event_key FROM incident_event m JOIN incident i USING (incident_key) WHERE i.rule = ? AND i.id = ?"


def claims_of(view: View, rule: Rule, name: str) -> list[Claim]:
    """Return what is claimed of an incident; of one event alone its claims are made when they are asked for.

    Raises:
        UsageError: There is no such incident.
    """
    kept = read_claims(view, rule.name, name)
    if kept:
        return kept
    one = read_incident(view, rule.name, name)
    rows = view.connection.execute(f"{_EVENTS} AND i.until IS NULL", (rule.name, one.id))
    batch = Batch(view.connection)
    events = with_evidence(batch, list(read_details(batch, [row[0] for row in rows]).values()))
    _, claims = choose(one, weigh_claims(one.id, events, rule)[0], events, newest(events, judged_values(batch)))
    return claims


class Incidents(Sequence[Incident]):
    """The incidents that were asked for; ``matching`` says how many there are without the limit."""

    def __init__(self, found: Sequence[Incident], *, matching: int) -> None:
        """Hold the incidents."""
        self._found = tuple(found)
        self.matching = matching

    def __len__(self) -> int:
        """Return how many are here."""
        return len(self._found)

    @overload
    def __getitem__(self, at: int) -> Incident: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Incident]: ...
    def __getitem__(self, at: int | slice) -> Incident | Sequence[Incident]:
        """Return an incident, or some."""
        return self._found[at]

    def __iter__(self) -> Iterator[Incident]:
        """Yield the incidents."""
        return iter(self._found)

    def __repr__(self) -> str:
        """Say how many of how many."""
        return f"<{len(self):,} of {self.matching:,} incidents>"

    def to_json(self) -> str:
        """Return one JSON array."""
        return json.dumps([msgspec.to_builtins(one) for one in self], ensure_ascii=False)
