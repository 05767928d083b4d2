"""Dossiers made by hand: incidents of codings, without a ledger."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from dateline.datasets.facts.dossier import Dossier, Member
from dateline.incidents.model import Claim, Incident, IncidentActor, IncidentField, IncidentPlace
from dateline.model.base import Evidence
from dateline.model.coding import Coding
from dateline.model.entities import Actor, Place
from dateline.model.event import AcledType, Event, Quantity
from dateline.model.plans import Scheduled
from dateline.model.report import CoderInfo, Report
from dateline.store.rows import layer_rows

TEXT = "Drones hit a depot in Odesa on Thursday, killing two guards. " * 3
SPAN = (0, 6)
FOUNDED: Mapping[str, Evidence] = {
    name: Evidence(spans=(SPAN,))
    for name in ["type", "mode", "actors", "recipients", "place", "start", "status", "cameo"]
} | {"acled": Evidence(rule="mode drone")}
SHELLING = AcledType(event_type="Explosions/Remote violence", sub_event_type="Shelling/artillery/missile attack")
DRONE = AcledType(event_type="Explosions/Remote violence", sub_event_type="Air/drone strike")
CLASH = AcledType(event_type="Battles", sub_event_type="Armed clash")
ATTACK = AcledType(event_type="Violence against civilians", sub_event_type="Attack")
MARCH = AcledType(event_type="Protests", sub_event_type="Peaceful protest")


def actor(name: str, country: str | None, *sectors: str, kind: str = "organisation") -> Actor:
    return Actor(
        id=f"a-{name}", name=name, kind=kind, country=country, sector=sectors[0] if sectors else None, sectors=sectors,
        mentions=(SPAN,), rule="t", confidence=0.9,
    )  # type: ignore[arg-type]  # fmt: skip


RUSSIA = actor("Russia", "RUS", kind="country")
UKRAINE = actor("Ukraine", "UKR", kind="country")
REBELS = actor("Northern Front", "UKR", "REB", kind="armed-group")
GUARDS = actor("guards", "UKR", "CVL", kind="population")
ODESA = Place(
    id="p1", name="Odesa", country="UKR", admin1="Odesa Oblast", lat=46.48572, lon=30.74383, radius_km=12.0,
    geonames=698740, feature="PPLA", precision="town", mentions=(SPAN,), rule="gazetteer", confidence=0.9,
)  # fmt: skip


def killed(low: float | None, high: float | None, who: Actor | None = GUARDS) -> Quantity:
    return Quantity(kind="killed", low=low, high=high, qualifier="exact", who=who and who.id, span=SPAN)


def member(
    *, actors: Sequence[Actor] = (RUSSIA,), recipients: Sequence[Actor] = (GUARDS,), place: Place | None = ODESA,
    report: Mapping[str, Any] | None = None, text: str = TEXT, scheduled: Scheduled | None = None, **given: Any,
) -> Member:  # fmt: skip
    made: dict[str, Any] = {
        "id": "e1", "main": True, "type": "ASSAULT", "mode": "drone", "modes": ("drone",), "cameo": "195", "quad": 4,
        "goldstein": -10.0, "acled": DRONE, "trigger": (7, 10), "mentions": ((7, 10),), "sentence": 0,
        "place": place and place.id, "place_span": place and (22, 27), "start": "2024-03-14", "end": "2024-03-14",
        "evidence": FOUNDED, "rule": "frame", "confidence": 0.9,
    }  # fmt: skip
    event = Event(**{**made, **given}, actors=tuple(a.id for a in actors), recipients=tuple(a.id for a in recipients))
    about = {
        "id": "r-1", "source": "Harbour Wire", "published": "2024-03-15", "published_at": None, "url": None,
        "title": "Drones hit depot", "family": "f-1", "role": "original", "root": "report/r-1", "language": "en",
        "recorded": "2024-03-16T08:00:00+00:00", **(report or {}),
    }  # fmt: skip
    coding = Coding(
        report=Report(
            id=about["id"], text=text, source=about["source"], published=about["published"], url=about["url"],
            title=about["title"], coder=CoderInfo(version="1", model="m", model_digest="d", lexicon_digest="l"),
        ),
        actors=tuple({a.id: a for a in (*actors, *recipients)}.values()), places=(place,) if place else (),
        events=(event,), statements=(), scheduled=(scheduled,) if scheduled else (),
    )  # fmt: skip
    return Member(event=coding.events[0], coding=coding, row=event_row(coding), report=about)  # type: ignore[index]


def event_row(coding: Coding) -> dict[str, Any]:
    """Return the row of a coding's first event as v_events has it."""
    row = next(r.row for r in layer_rows(coding) if r.layer == "events")
    report = coding.report
    return {
        **row, "id": f"{report.id}/{row['id']}", "report": report.id, "start": row["day"],
        "published": report.published,
        "url": report.url, "source": report.source,
    }  # fmt: skip


def claim(low: float, high: float | None = None, *, field: str = "killed", **given: Any) -> Claim:
    made: dict[str, Any] = {
        "incident": "i-1", "field": field, "value": low if high in (None, low) else None, "low": low,
        "high": low if high is None else high, "state": "agree", "chosen": True, "by": "lowest", "roots": 1,
        "reports": ("r-1",), "spans": (("r-1", (SPAN,)),),
    }  # fmt: skip
    return Claim(**{**made, **given})


def dossier(*members: Member, claims: Sequence[Claim] = (), place: Place | None = ODESA, **given: Any) -> Dossier:
    """Return an incident of members; what is not given is the first member's."""
    found = members or (member(),)
    first = found[0]
    known = {a.id: a for m in found for a in m.coding.actors or ()}
    made: dict[str, Any] = {
        "id": "i-1", "rule": "standard@2", "type": first.event.type, "mode": first.event.mode,
        "title": "Drone strike, Odesa, 14 March 2024", "status": first.event.status, "start": first.event.start,
        "end": first.event.end, "place": place and incident_place(place),
        "actors": tuple(_actor(known[i]) for i in first.event.actors),
        "recipients": tuple(_actor(known[i]) for i in first.event.recipients),
        "events": tuple((m.report["id"], m.event.id, m.event.mentions) for m in found), "reports": len(found),
        "roots": len(found), "main_of": tuple(m.report["id"] for m in found if m.event.main), "confidence": 0.9,
    }  # fmt: skip
    incident = Incident(**{**made, **given})
    return Dossier(incident=incident, members=found, claims=tuple(replace(c, incident=incident.id) for c in claims))


def _actor(found: Actor) -> IncidentActor:
    return IncidentActor(key=found.name, name=found.name, country=found.country, sector=found.sector)


def incident_place(place: Place) -> IncidentPlace:
    return IncidentPlace(
        name=place.name, country=place.country, lat=place.lat, lon=place.lon, radius_km=place.radius_km,
        precision=place.precision,
    )  # fmt: skip


def disputed(field: str = "actors") -> dict[str, IncidentField]:
    return {field: IncidentField(state="conflict", value=None, by="mode")}
