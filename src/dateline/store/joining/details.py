"""Read events with all that incidents are made of."""

import json
from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

import msgspec

from dateline.incidents.claimed.detail import Detail
from dateline.incidents.model import IncidentActor, IncidentPlace
from dateline.lexicon.tables import fold
from dateline.model.base import Span
from dateline.model.event import Event, Quantity
from dateline.store.batch import Batch
from dateline.store.packing import unpack_coding

_EVENTS = """
SELECT e.event_key, e.report_key, r.id, r.digest, e.id, e.spans,
  coalesce(nullif(k.told, ''), r.published_at, r.published, ''), ifnull(m.root, 'report/' || r.id), e.said_by,
  e.quantities, e.type, e.mode, e.status, e.main, e.background, e.day, e.end, e.place, e.country, e.lat, e.lon,
  e.radius_km, e.precision, e.actors, e.recipients, e.confidence, e.coding_key,
  ifnull(k.publisher, ''), ifnull(k.cites, '[]')
FROM event e JOIN report r USING (report_key) LEFT JOIN kin k USING (report_key) LEFT JOIN member m USING (report_key)
WHERE e.event_key IN ({})
"""
_ACTORS = "SELECT coding_key, name, country, sector, wikidata FROM actor WHERE coding_key IN ({}) AND until IS NULL"
_FIELDS = ("place", "start", "actors", "recipients", "status")
_Known = Mapping[tuple[int, str], IncidentActor]
_quantities = msgspec.json.Decoder(tuple[Quantity, ...])
_spans = msgspec.json.Decoder(tuple[Span, ...])


def read_details(batch: Batch, events: Collection[int]) -> dict[int, Detail]:
    """Return events with their values, without the words of each field."""
    rows = [*batch.of_keys(_EVENTS, sorted(events))]
    known = _actors(batch, {row[26] for row in rows})
    return {row[0]: _detail(row, known) for row in rows}


def _actors(batch: Batch, codings: Collection[int]) -> _Known:
    return {
        (coding, name): IncidentActor(key=actor_key(name, country, wikidata), name=name, country=country, sector=sector)
        for coding, name, country, sector, wikidata in batch.of_keys(_ACTORS, codings)
    }


def actor_key(name: str, country: str | None, wikidata: str | None) -> str:
    """Return what makes an actor the same in all incidents."""
    return wikidata or "/".join(filter(None, (country, fold(name))))


def _detail(row: tuple[Any, ...], known: _Known) -> Detail:
    coding = row[26]
    return Detail(
        key=row[0], report_key=row[1], report=row[2], digest=row[3], event=row[4], spans=_spans.decode(row[5]),
        told=row[6], root=row[7], said_by=_names(row[8]),
        quantities=() if row[9] == "[]" else _quantities.decode(row[9]), type=row[10], mode=row[11], status=row[12],
        main=bool(row[13]), background=bool(row[14]), start=row[15], end=row[16], place=_place(row[17:23]),
        actors=_parties(coding, row[23], known), recipients=_parties(coding, row[24], known), confidence=row[25],
        publisher=row[27], cites=tuple(json.loads(row[28])),
    )  # fmt: skip


def _names(joined: str) -> tuple[str, ...]:
    return tuple(joined.split("; ")) if joined else ()


def _parties(coding: int, joined: str, known: _Known) -> tuple[IncidentActor, ...]:
    return tuple(known.get((coding, name)) or IncidentActor(key=fold(name), name=name) for name in _names(joined))


def _place(row: tuple[Any, ...]) -> IncidentPlace | None:
    name, country, lat, lon, radius_km, precision = row
    if name is None:
        return None
    return IncidentPlace(name=name, country=country, lat=lat, lon=lon, radius_km=radius_km, precision=precision)


def with_evidence(batch: Batch, details: Collection[Detail]) -> list[Detail]:
    """Return events with the words of their fields, what they are part of and tied to, as their codings have them."""
    reports = {detail.report_key for detail in details}
    codings = {key: _coded_events(batch, key) for key in reports}
    return [_evident(detail, codings[detail.report_key].get(detail.event)) for detail in details]


def _coded_events(batch: Batch, report: int) -> Mapping[str, Event]:
    found = batch.one("SELECT packed FROM coding WHERE report_key = ? AND current", report)
    return {} if found is None else {e.id: e for e in unpack_coding(found[0], text="").events or ()}


def _evident(detail: Detail, event: Event | None) -> Detail:
    if event is None:
        return detail
    evidence = {name: event.evidence[name].spans for name in _FIELDS if name in event.evidence}
    if event.place_span:
        evidence["place"] = (event.place_span,)
    links = tuple((link.type, link.event) for link in event.links)
    return replace(detail, evidence={k: v for k, v in evidence.items() if v}, part_of=event.part_of, links=links)


def reports_about(batch: Batch, reports: Collection[int]) -> list[tuple[str, str]]:
    """Return the ids of reports, each with its root."""
    sql = (
        "SELECT r.id, ifnull(m.root, 'report/' || r.id) FROM report r LEFT JOIN member m USING (report_key) "
        "WHERE r.report_key = ?"
    )
    return sorted((row[0], row[1]) for row in (batch.one(sql, key) for key in reports) if row)
