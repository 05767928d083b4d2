"""Positions, pledges and the calendar of a ledger: its records read for the functions of ``dateline.timelines``."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from dateline.incidents.model import Incident
from dateline.model.base import Span, overlap
from dateline.model.coding import Coding
from dateline.model.entities import Actor
from dateline.model.event import Event
from dateline.model.plans import Commitment
from dateline.store.asking.filters import Filters
from dateline.store.asking.view import Record, View
from dateline.timelines.calendar import draw_calendar
from dateline.timelines.dues import Due, Entry
from dateline.timelines.kept import Act
from dateline.timelines.model import Party, Quote, Teller
from dateline.timelines.pledges import Gift, Pledge, Thing, join_gifts
from dateline.timelines.positions import Line, Stand, draw_lines

_TELLER = """
SELECT id, source, url, coalesce(published_at, published, '') AS published, family, root FROM v_reports WHERE id = ?
"""
_DONE = """
SELECT id, type, start, place FROM v_events
WHERE status IN ('occurred', 'ongoing') AND start IS NOT NULL AND type IS NOT NULL
"""


def position_lines(view: View, chosen: Filters) -> list[Line]:
    """Return a line for each actor and issue among the positions asked for."""
    shelf = _Shelf(view)
    return draw_lines(_stand(row, shelf) for row in view.stream("positions", chosen))


def pledges(view: View, chosen: Filters) -> list[Pledge]:
    """Return the pledges among the commitments asked for."""
    shelf = _Shelf(view)
    return join_gifts(_gift(row, shelf) for row in view.stream("commitments", chosen))


def calendar(view: View, chosen: Filters, incidents: Iterable[Incident]) -> list[Entry]:
    """Return the calendar of the scheduled items asked for, tied to the incidents in which they took place."""
    shelf = _Shelf(view)
    return draw_calendar((_due(row, shelf) for row in view.stream("scheduled", chosen)), _acts(view, incidents))


def _acts(view: View, incidents: Iterable[Incident]) -> Iterator[Act]:
    """Yield the events that took place on a known day, each with its incident."""
    of = {f"{report}/{event}": incident for incident in incidents for report, event, _ in incident.events}
    for row in view.rows(_DONE) if of else ():
        if row["id"] in of:
            yield Act(type=row["type"], start=row["start"], place=row["place"], incident=of[row["id"]])


class _Shelf:
    """Reports and codings as they are asked for; the last coding is kept, since records come report by report."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._last: tuple[str, Coding | None] = ("", None)
        self._tellers: dict[str, Teller] = {}

    def teller(self, report: str) -> Teller:
        if report not in self._tellers:
            self._tellers[report] = self._read_teller(report)
        return self._tellers[report]

    def _read_teller(self, report: str) -> Teller:
        row = self._view.one(_TELLER, (report,))
        if row is None:
            return Teller(report=report)
        return Teller(
            report=report, source=row["source"], url=row["url"], published=row["published"], family=row["family"],
            root=row["root"],
        )  # fmt: skip

    def coding(self, report: str) -> Coding | None:
        if self._last[0] != report:
            self._last = (report, self._view.coding(report))
        return self._last[1]


def _stand(row: Record, shelf: _Shelf) -> Stand:
    teller, coding = shelf.teller(row["report"]), shelf.coding(row["report"])
    quote = _quote(row)
    return Stand(
        actor=_party(row["actor"], row["country"], coding), issue=row["issue_id"], label=row["issue"],
        stance=row["stance"], strength=row["strength"], hedge=row["hedge"], condition=row["condition"],
        day=_act_day(quote.spans, coding) or teller.published[:10], quote=quote, teller=teller,
    )  # fmt: skip


def _gift(row: Record, shelf: _Shelf) -> Gift:
    teller, coding = shelf.teller(row["report"]), shelf.coding(row["report"])
    coded = next((c for c in (coding.commitments or () if coding else ()) if row["id"].endswith(f"/{c.id}")), None)
    event = next((e for e in (coding.events or () if coding else ()) if e.id == row["event"]), None)
    return Gift(
        id=row["id"], giver=_party(row["donor"], row["country"], coding) if row["donor"] else None,
        receiver=_party(row["recipient"], None, coding) if row["recipient"] else None, kind=row["kind"],
        stage=row["stage"], amount=row["amount"], currency=row["currency"], qualifier=row["qualifier"],
        converted=_converted(coded), things=tuple(Thing(name=i["name"], count=i["count"]) for i in _json(row["items"])),
        part_of=f"{row['report']}/{coded.part_of}" if coded and coded.part_of else None,
        day=_day(event) if event else None, quote=_quote(row), teller=teller,
    )  # fmt: skip


def _due(row: Record, shelf: _Shelf) -> Due:
    coding = shelf.coding(row["report"])
    names = row["participants"].split("; ") if row["participants"] else ()
    return Due(
        id=row["id"], kind=row["kind"], name=row["name"], status=row["status"], start=row["start"], end=row["end"],
        granularity=row["granularity"], place=row["place"],
        participants=tuple(_party(name, None, coding) for name in names), quote=_quote(row),
        teller=shelf.teller(row["report"]),
    )  # fmt: skip


def _party(name: str, country: str | None, coding: Coding | None) -> Party:
    actor = next((a for a in _actors(coding) if a.name == name), None)
    return Party(name=name, country=country or (actor.country if actor else None), kind=actor.kind if actor else None)


def _actors(coding: Coding | None) -> Iterable[Actor]:
    return coding.actors or () if coding else ()


def _act_day(spans: Iterable[Span], coding: Coding | None) -> str | None:
    """Return the day of the act in whose words a position stands, where the report gives one."""
    words = list(spans)
    acts = (e for e in (coding.events or () if coding else ()) if any(overlap(e.trigger, s) for s in words))
    return next((day for event in acts if (day := _day(event))), None)


def _day(event: Event) -> str | None:
    """Return the day of an event that has one day alone."""
    return event.start[:10] if event.start and event.start == (event.end or event.start) else None


def _converted(commitment: Commitment | None) -> tuple[tuple[float, str], ...]:
    amount = commitment.amount if commitment else None
    return tuple((c.value, c.currency) for c in amount.converted) if amount else ()


def _quote(row: Record) -> Quote:
    return Quote(words=row["words"] or "", report=row["report"], spans=tuple((a, b) for a, b in _json(row["spans"])))


def _json(value: str | None) -> list[Any]:
    return list(json.loads(value)) if value else []
