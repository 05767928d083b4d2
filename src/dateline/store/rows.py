"""From a coding to rows of its layers: what lists are filtered by and printed from, with the words."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from dateline.model.base import Record, Span
from dateline.model.coding import Coding
from dateline.model.entities import Actor, Place
from dateline.model.event import Event, Quantity
from dateline.model.plans import Commitment, Scheduled
from dateline.model.report import Report
from dateline.model.speech import Position, Statement

Row = dict[str, Any]
LAYER_TABLES = {
    "actors": "actor", "places": "place", "events": "event", "statements": "statement", "positions": "position",
    "commitments": "commitment", "scheduled": "scheduled",
}  # fmt: skip
"""The layers that have rows, each with its table."""
MOST_WORDS = 600  # characters of a record's words that a row keeps; the coding has them all


@dataclass(frozen=True, slots=True)
class Party:
    """An actor's part in a record."""

    role: str
    name: str
    country: str | None


@dataclass(frozen=True, slots=True)
class LayerRow:
    """One row of a layer's table, and who takes part in it."""

    layer: str
    row: Row
    parties: tuple[Party, ...] = ()


class _Context:
    """A coding with its actors and places by id."""

    def __init__(self, coding: Coding) -> None:
        self.report: Report = coding.report
        self.actors: Mapping[str, Actor] = {a.id: a for a in coding.actors or ()}
        self.places: Mapping[str, Place] = {p.id: p for p in coding.places or ()}

    def actor(self, actor_id: str | None) -> Actor | None:
        return self.actors.get(actor_id or "")

    def names(self, ids: Iterable[str | None]) -> str:
        return "; ".join(a.name for a in map(self.actor, ids) if a)

    def parties(self, role: str, ids: Iterable[str | None]) -> Iterator[Party]:
        yield from (Party(role, a.name, a.country) for a in map(self.actor, ids) if a)

    def text(self, span: Span | None) -> str | None:
        return None if span is None else self.report.text[span[0] : span[1]]


def layer_rows(coding: Coding) -> Iterator[LayerRow]:
    """Yield the rows of every layer that has a table."""
    context = _Context(coding)
    for layer in LAYER_TABLES:
        for record in getattr(coding, layer) or ():
            made = _MAKERS[layer](record, context)
            common = {
                "id": record.id, "confidence": record.confidence, "rule": record.rule,
                "words": shortened(record.quote()), "spans": dumps(key_spans(record)), "judged": None,
            }  # fmt: skip
            yield LayerRow(layer, {**common, **made.row}, made.parties)


def key_spans(record: Record) -> tuple[Span, ...]:
    """Return the words by which a record is known again in another run: the first span, then its other mentions."""
    if isinstance(record, Event):
        return (record.trigger, *(m for m in record.mentions if m != record.trigger))
    return record.spans()


def dumps(value: object) -> str:
    """Return a value as JSON."""
    return msgspec.json.encode(value).decode()


def shortened(words: str) -> str:
    """Return words on one line, cut where they are very long."""
    line = " ".join(words.split())
    return line if len(line) <= MOST_WORDS else line[: MOST_WORDS - 1] + "…"


def _actor(record: Actor, _: _Context) -> LayerRow:
    row = {
        "name": record.name, "kind": record.kind, "country": record.country, "sector": record.sector,
        "sectors": " ".join(record.sectors), "office": record.office, "wikidata": record.wikidata,
    }  # fmt: skip
    return LayerRow("actors", row, (Party("actor", record.name, record.country),))


def _place(record: Place, _: _Context) -> LayerRow:
    names = ("name", "country", "admin1", "lat", "lon", "radius_km", "geonames", "feature", "precision")
    return LayerRow("places", {name: getattr(record, name) for name in names})


def _event(record: Event, context: _Context) -> LayerRow:
    place = context.places.get(record.place or "")
    content = record.content
    row: Row = {
        "type": record.type, "mode": record.mode, "status": record.status, "main": int(record.main),
        "background": int(record.background), "factuality": record.factuality, "day": record.start,
        "end": record.end or record.start, "actors": context.names(record.actors),
        "recipients": context.names(record.recipients), "contexts": " ".join(record.contexts),
        "content": None if content is None else " ".join(filter(None, (content.type, content.mode))),
        "cameo": record.cameo, "quad": record.quad, "goldstein": record.goldstein,
        "acled": record.acled and record.acled.event_type, "acled_sub": record.acled and record.acled.sub_event_type,
        "said_by": context.names(v.actor for v in record.attribution), "quantities": dumps(record.quantities),
        "source": context.report.source, **_place_columns(place),
        **_bounds(record.quantities, "killed"), **_bounds(record.quantities, "injured"),
    }  # fmt: skip
    parties = (*context.parties("actor", record.actors), *context.parties("recipient", record.recipients))
    return LayerRow("events", row, parties)


def _place_columns(place: Place | None) -> Row:
    columns = {"place": "name", "admin1": "admin1", "country": "country", "lat": "lat", "lon": "lon",
               "radius_km": "radius_km", "precision": "precision"}  # fmt: skip
    return {column: place and getattr(place, name) for column, name in columns.items()}


def _bounds(quantities: Iterable[Quantity], kind: str) -> Row:
    """Return the bounds of the first count of a kind; others may be parts of it."""
    found = next((q for q in quantities if q.kind == kind), None)
    return {f"{kind}_low": found and found.low, f"{kind}_high": found and found.high}


def _statement(record: Statement, context: _Context) -> LayerRow:
    speaker = context.actor(record.speaker)
    row = {
        "type": record.act, "form": record.form, "kind": record.kind, "actors": context.names([record.speaker]),
        "recipients": context.names([record.addressee]), "country": speaker and speaker.country,
        "via": context.names(record.via), "cue": context.text(record.cue), "events": " ".join(record.events),
        "day": context.report.published, "source": context.report.source,
    }  # fmt: skip
    parties = (*context.parties("actor", [record.speaker]), *context.parties("recipient", [record.addressee]))
    return LayerRow("statements", row, parties)


def _position(record: Position, context: _Context) -> LayerRow:
    actor = context.actor(record.actor)
    row = {
        "type": record.stance, "actors": context.names([record.actor]), "country": actor and actor.country,
        "issue_id": record.issue.id, "issue": record.issue.label, "strength": record.strength,
        "hedge": context.text(record.hedge), "condition": context.text(record.condition),
        "statements": " ".join(record.statements), "day": context.report.published, "source": context.report.source,
    }  # fmt: skip
    return LayerRow("positions", row, tuple(context.parties("actor", [record.actor])))


def _commitment(record: Commitment, context: _Context) -> LayerRow:
    donor, amount = context.actor(record.donor), record.amount
    row = {
        "type": record.kind, "status": record.stage, "actors": context.names([record.donor]),
        "recipients": context.names([record.recipient]), "country": donor and donor.country,
        "instrument": record.instrument, "amount": amount and amount.value, "currency": amount and amount.currency,
        "qualifier": amount and amount.qualifier, "items": dumps(record.items), "event": record.event,
        "day": context.report.published, "source": context.report.source,
    }  # fmt: skip
    parties = (*context.parties("actor", [record.donor]), *context.parties("recipient", [record.recipient]))
    return LayerRow("commitments", row, parties)


def _scheduled(record: Scheduled, context: _Context) -> LayerRow:
    place = context.places.get(record.place or "")
    row = {
        "type": record.kind, "status": record.status, "name": record.name, "day": record.start,
        "end": record.end or record.start, "granularity": record.granularity, "place": place and place.name,
        "country": place and place.country, "actors": context.names(record.participants), "event": record.event,
        "source": context.report.source,
    }  # fmt: skip
    return LayerRow("scheduled", row, tuple(context.parties("actor", record.participants)))


_MAKERS: Mapping[str, Callable[[Any, _Context], LayerRow]] = {
    "actors": _actor, "places": _place, "events": _event, "statements": _statement, "positions": _position,
    "commitments": _commitment, "scheduled": _scheduled,
}  # fmt: skip
