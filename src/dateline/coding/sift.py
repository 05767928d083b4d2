"""Leave out the records that are not sure enough, or told by prose that is no report, and every reference to them."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, TypeVar

from dateline.model.base import Evidence, Record
from dateline.model.coding import Coding
from dateline.model.entities import Actor
from dateline.model.event import Event
from dateline.model.whole import REFERENCES
from dateline.reading.prose import ProseKind, find_prose

R = TypeVar("R", bound=Record)
_LAYERS = ("actors", "places", "times", "events", "statements", "positions", "commitments", "scheduled", "predicates")
SPARSE: frozenset[ProseKind] = frozenset({"opinion", "obituary", "explainer"})
"""The kinds of which only acts told as fact, with a named actor and a day, are kept."""
_FACT = frozenset({"occurred", "ongoing"})


def sift(coding: Coding, *, least: float) -> Coding:
    """Return a coding without the records below a confidence.

    What referred to one of them is null or shorter, and its evidence has a note that says why. A position whose actor
    goes, goes too. If the main event goes, the surest of those left is the main one.
    """
    if least <= 0.0 or not coding.report.coded:
        return coding
    gone = {r.id: f"{r.confidence:g}" for r in coding.records() if r.confidence < least and hasattr(r, "id")}
    sure = None if coding.predicates is None else tuple(p for p in coding.predicates if p.confidence >= least)
    return leave_out(replace(coding, predicates=sure), gone, why="left out as unsure")


def leave_out(coding: Coding, gone: Mapping[str, str], *, why: str) -> Coding:
    """Return a coding without records, and without what referred to them.

    Args:
        coding: The coding of a report.
        gone: The ids of the records, each with what is noted beside it where another referred to it.
        why: The note's beginning.
    """
    gone = {**gone, **{n.id: gone[n.actor] for n in coding.positions or () if n.actor in gone}}
    kept: dict[str, Any] = {
        layer: tuple(
            _without(r, REFERENCES.get(layer, ()), gone, why)
            for r in getattr(coding, layer)
            if getattr(r, "id", None) not in gone
        )
        for layer in _LAYERS
        if getattr(coding, layer) is not None
    }
    if "events" in kept:
        kept["events"] = _with_main(tuple(_unlinked(e, gone) for e in kept["events"]))
    return replace(coding, **kept)


def _without(record: R, references: tuple[str, ...], gone: Mapping[str, str], why: str) -> R:
    """Take references to records that are gone out of a record."""
    changes: dict[str, Any] = {}
    evidence = dict(record.evidence)
    for name in references:
        value = getattr(record, name)
        lost = [v for v in ((value,) if isinstance(value, str) else value or ()) if v in gone]
        if lost:
            changes[name] = None if isinstance(value, str) else tuple(v for v in value if v not in gone)
            told = f"{why}: " + ", ".join(f"{v} ({gone[v]})" for v in lost)
            known = evidence.get(name, Evidence())
            evidence[name] = replace(known, note=f"{known.note}; {told}" if known.note else told)
    return replace(record, **changes, evidence=evidence) if changes else record


def _unlinked(event: Event, gone: Mapping[str, str]) -> Event:
    """Take what is gone out of an event's nested references."""
    nested = {
        *(v.actor for v in event.attribution),
        *(v.statement for v in event.attribution),
        *(n.event for n in event.links),
        *(q.who for q in event.quantities),
    }
    if not nested & gone.keys():
        return event
    return replace(
        event,
        attribution=tuple(
            replace(v, actor=_known(v.actor, gone), statement=_known(v.statement, gone)) for v in event.attribution
        ),
        links=tuple(n for n in event.links if n.event not in gone),
        quantities=tuple(replace(q, who=_known(q.who, gone)) for q in event.quantities),
    )


def _known(reference: str | None, gone: Mapping[str, str]) -> str | None:
    return None if reference in gone else reference


def _with_main(events: tuple[Event, ...]) -> tuple[Event, ...]:
    if not events or any(e.main for e in events):
        return events
    best = max(events, key=lambda e: e.confidence)
    return tuple(replace(e, main=e is best) for e in events)


def sparse(coding: Coding) -> Coding:
    """Return a coding without the events that a text of such a kind only argues with or recalls."""
    if not coding.report.coded or not coding.events:
        return coding
    prose = find_prose(coding.report.text, coding.report.title)
    if prose is None or prose.kind not in SPARSE:
        return coding
    actors = {a.id: a for a in coding.actors or ()}
    gone = {e.id: "not told as fact" for e in coding.events if not _stands(e, actors)}
    return leave_out(coding, gone, why=f"left out of {prose.name}") if gone else coding


def _stands(event: Event, actors: Mapping[str, Actor]) -> bool:
    named = any(actors[a].kind != "population" for a in event.actors if a in actors)
    return named and event.start is not None and event.status in _FACT and not event.attribution
