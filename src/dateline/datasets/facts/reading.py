"""Read from a ledger what an export needs, incident by incident."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from dateline.datasets.facts.dossier import Dossier, Member, Record
from dateline.incidents.model import Incident
from dateline.incidents.rules import load_rule
from dateline.ledger.asking.incidents import claims_of
from dateline.ledger.open import Ledger
from dateline.model.coding import Coding
from dateline.store.judging.additions import read_coding

_HELD = 256
_BATCH = 400
_EVENTS = "SELECT * FROM v_events WHERE report IN ({})"
_REPORTS = (
    "SELECT id, source, published, published_at, url, title, family, role, root, language, recorded "
    "FROM v_reports WHERE id IN ({})"
)


@dataclass(slots=True)
class Shelf:
    """The codings that were asked for last, so that a report of many incidents is unpacked once."""

    ledger: Ledger
    held: dict[str, Coding | None] = field(default_factory=dict)

    def coding(self, report: str) -> Coding | None:
        """Return the current coding of a report."""
        if report not in self.held:
            if len(self.held) >= _HELD:
                self.held.pop(next(iter(self.held)))
            self.held[report] = read_coding(self.ledger.view, report)
        return self.held[report]


def dossiers(ledger: Ledger, *, rule: str, filters: Mapping[str, Any]) -> Iterator[Dossier]:
    """Yield the incidents by a rule that pass filters, with the events that tell them and their claims."""
    shelf = Shelf(ledger)
    batch: list[Incident] = []
    for incident in ledger.incidents(rule=rule, **filters):
        batch.append(incident)
        if len(batch) == _BATCH:
            yield from _opened(shelf, batch, rule)
            batch = []
    yield from _opened(shelf, batch, rule)


def dossier_of(ledger: Ledger, incident: Incident, *, rule: str) -> Dossier | None:
    """Return one incident with all that is known of it, None where its events hold no longer."""
    return next(_opened(Shelf(ledger), [incident], rule), None)


def _opened(shelf: Shelf, batch: list[Incident], rule: str) -> Iterator[Dossier]:
    names = sorted({report for incident in batch for report, _, _ in incident.events})
    reports = {row["id"]: row for row in _rows(shelf.ledger, _REPORTS, names)}
    events = {row["id"]: row for row in _rows(shelf.ledger, _EVENTS, names)}
    by = load_rule(rule)
    for incident in batch:
        members = tuple(_members(shelf, incident, reports, events))
        if members:
            claims = claims_of(shelf.ledger.view, by, incident.id)
            yield Dossier(incident=incident, members=members, claims=tuple(claims))


def _rows(ledger: Ledger, sql: str, names: list[str]) -> Iterable[Record]:
    for n in range(0, len(names), _BATCH):
        part = names[n : n + _BATCH]
        yield from ledger.sql(sql.format(", ".join("?" * len(part))), part)


def _members(
    shelf: Shelf, incident: Incident, reports: Mapping[str, Record], events: Mapping[str, Record]
) -> Iterator[Member]:
    for report, name, _ in incident.events:
        coding = shelf.coding(report)
        event = next((e for e in (coding.events if coding else None) or () if e.id == name), None)
        row = events.get(f"{report}/{name}")
        if coding is not None and event is not None and row is not None:
            yield Member(event=event, coding=coding, row=row, report=reports[report])
