"""An incident with all that the formats ask of it: the events that tell it, their reports, and the claims."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Literal

import msgspec

from dateline.incidents.model import Claim, Incident, IncidentActor
from dateline.model.base import Span
from dateline.model.coding import Coding
from dateline.model.entities import Actor, Place
from dateline.model.event import Event, Quantity

Record = Mapping[str, Any]
Side = Literal["actors", "recipients"]
_COPIES = frozenset({"copy", "shortened"})
_JUDGED = {
    "admin1": "place", "country": "place", "lat": "place", "lon": "place", "radius_km": "place", "precision": "place",
    "killed_low": "killed", "killed_high": "killed", "injured_low": "injured", "injured_high": "injured",
    "acled_sub": "acled", "said_by": "attribution",
}  # fmt: skip
"""The field that a person judged, for the columns that are parts of one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """One who acts or is acted upon, with what was read of them."""

    name: str
    country: str | None = None
    kind: str | None = None
    sectors: tuple[str, ...] = ()
    office: str | None = None
    words: str | None = None

    @property
    def sector(self) -> str | None:
        """Return the first sector."""
        return self.sectors[0] if self.sectors else None


@dataclass(frozen=True, kw_only=True)
class Member:
    """A coded event of one report; ``row`` and ``report`` are those of v_events and v_reports, judgements applied."""

    event: Event
    coding: Coding
    row: Record
    report: Record

    @cached_property
    def judged(self) -> frozenset[str]:
        """Return the fields that a person spoke of."""
        marks = json.loads(self.row.get("judged") or "[]")
        return frozenset(_JUDGED.get(mark["field"], mark["field"]) for mark in marks)

    @cached_property
    def founded(self) -> frozenset[str]:
        """Return the fields that have words, a rule or a judgement."""
        evidence = {name for name, e in self.event.evidence.items() if e.spans or e.rule}
        return frozenset(evidence | {q.kind for q in self.event.quantities}) | self.judged

    def parties(self, side: Side) -> tuple[Party, ...]:
        """Return who acts or who is acted upon; names that a person gave are names alone."""
        if side in self.judged:
            known = {a.name: a for a in self.coding.actors or ()}
            names = [name for name in (self.row[side] or "").split("; ") if name]
            return tuple(self._party(known[n]) if n in known else Party(name=n) for n in names)
        actors = {a.id: a for a in self.coding.actors or ()}
        return tuple(self._party(actors[i]) for i in getattr(self.event, side) if i in actors)

    def _party(self, actor: Actor) -> Party:
        return Party(
            name=actor.name, country=actor.country, kind=actor.kind, sectors=actor.sectors, office=actor.office,
            words=self.words(actor.mentions[:1]),
        )  # fmt: skip

    @property
    def place(self) -> Place | None:
        """Return the place as it was coded."""
        return next((p for p in self.coding.places or () if p.id == self.event.place), None)

    def quantities(self, kind: str) -> list[Quantity]:
        """Return the counts of a kind."""
        return [q for q in self.event.quantities if q.kind == kind]

    def words(self, spans: Iterable[Span]) -> str | None:
        """Return the report's words at spans on one line, None where there are none."""
        text = self.coding.report.text
        return " … ".join(" ".join(text[start:end].split()) for start, end in spans) or None


@dataclass(frozen=True, kw_only=True)
class Dossier:
    """An incident, the events that tell it, and what is claimed of it. There is always at least one member."""

    incident: Incident
    members: tuple[Member, ...]
    claims: tuple[Claim, ...] = ()

    @cached_property
    def founded(self) -> frozenset[str]:
        """Return the fields for which some member has words, a rule or a judgement."""
        judged = (name for name, field in self.incident.fields.items() if field.judged)
        return frozenset().union(*(m.founded for m in self.members), (c.field for c in self.claims if c.spans), judged)

    @cached_property
    def own(self) -> tuple[Member, ...]:
        """Return the members whose reports are no copies, whole or shortened; all of them where all are."""
        found = tuple(m for m in self.members if m.report.get("role") not in _COPIES)
        return found or self.members

    @cached_property
    def _known(self) -> Mapping[str, Party]:
        return {p.name: p for m in reversed(self.members) for side in ("recipients", "actors") for p in m.parties(side)}

    def parties(self, side: Side) -> tuple[Party, ...]:
        """Return who acts or is acted upon, by the incident."""
        return tuple(self._enriched(actor) for actor in getattr(self.incident, side))

    def _enriched(self, actor: IncidentActor) -> Party:
        found = self._known.get(actor.name)
        if found is not None:
            return replace(found, country=actor.country)
        return Party(name=actor.name, country=actor.country, sectors=(actor.sector,) if actor.sector else ())

    @property
    def place(self) -> Place | None:
        """Return the coded place that the incident's place was taken from, for what the incident does not say."""
        where = self.incident.place
        found = [m.place for m in self.members if m.place is not None]
        return next((p for p in found if where is not None and p.name == where.name), None)

    @property
    def admin1(self) -> str | None:
        """Return the first-level unit of the place."""
        place = self.incident.place
        rows = (m.row.get("admin1") for m in self.members if place is not None and m.row.get("place") == place.name)
        return next((name for name in rows if name), None)

    def told(self, field: str) -> list[Claim]:
        """Return the claims of a field that stand: neither superseded nor denied."""
        return [c for c in self.claims if c.field == field and c.state not in ("superseded", "denied")]


def properties(dossier: Dossier) -> dict[str, Any]:
    """Return what is known of an incident; a field without words, rule or judgement is null."""
    incident = dossier.incident
    founded = dossier.founded
    place = incident.place if "place" in founded else None
    dated = "start" in founded
    actors, recipients = (
        [actor.name for actor in getattr(incident, side)] if side in founded else []
        for side in ("actors", "recipients")
    )
    return {
        "title": incident.title, "type": incident.type, "mode": incident.mode, "status": incident.status,
        "start": incident.start if dated else None, "end": incident.end if dated else None,
        "place": place and place.name, "country": place and place.country, "precision": place and place.precision,
        "radius_km": place and place.radius_km, "actors": actors,
        "recipients": recipients, "reports": incident.reports, "roots": incident.roots,
        "fields": msgspec.to_builtins(dict(incident.fields)), "rule": incident.rule, "confidence": incident.confidence,
    }  # fmt: skip
