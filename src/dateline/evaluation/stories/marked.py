"""Codings made of the marks of stories: what a coder without fault would give the join, as far as marks go.

What is lost with them is lost in the join and its claims; what is lost only with a coder's codings, in the coder.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import count
from typing import get_args

from dateline.evaluation.stories.entries import IncidentEntry
from dateline.evaluation.stories.marks import Mark
from dateline.evaluation.stories.placing import tellings
from dateline.evaluation.stories.plots import Stories, Told
from dateline.gazetteer.reader import Entry, Gazetteer
from dateline.lexicon.world.actors import load_actors
from dateline.model.base import Evidence, Span
from dateline.model.closed import QuantityKind, Status
from dateline.model.coding import Coding
from dateline.model.entities import Actor, Place
from dateline.model.event import Event, Quantity
from dateline.model.report import CoderInfo, Report

_RULE = "mark"
_SURE = 0.95
_COUNTS = frozenset(get_args(QuantityKind)) - {"item", "share", "money"}
_SPOTS = frozenset({"site", "town"})
_STATES = frozenset(get_args(Status))
INFO = CoderInfo(version="marks", model="none", model_digest="none", lexicon_digest="none")


def marked_codings(stories: Stories, gazetteer: Gazetteer) -> Iterator[Coding]:
    """Yield the coding of each report that its marks and the entries of its incidents make."""
    acts = {incident.id: incident for incident in stories.acts}
    for told in stories.reports:
        yield _Marked(told, gazetteer).coding(acts)


class _Marked:
    """One report while its records are made."""

    def __init__(self, told: Told, gazetteer: Gazetteer) -> None:
        """Begin with no record."""
        self.told = told
        self.gazetteer = gazetteer
        self.actors: dict[str, Actor] = {}
        self.places: dict[tuple[str, str | None], Place] = {}

    def coding(self, acts: Mapping[str, IncidentEntry]) -> Coding:
        """Return the report's coding."""
        numbers = count(1)
        events = tuple(self._event(f"e{next(numbers)}", acts[name]) for name in tellings(self.told) if name in acts)
        moment = self.told.published.isoformat()
        return Coding(
            report=Report(
                id=self.told.id, text=self.told.text, title=self.told.title, source=self.told.source,
                published=moment[:10], published_origin="given", language="en", coder=INFO,
            ),
            actors=tuple(self.actors.values()), places=tuple(self.places.values()), events=events,
        )  # fmt: skip

    def _event(self, name: str, incident: IncidentEntry) -> Event:
        own = [mark for mark in self.told.marks if mark.incident == incident.id]
        spans = tuple(mark.span for mark in own if not mark.field)
        said: dict[str, Mark] = {}
        for mark in own:
            said.setdefault(mark.field or "", mark)
        start = said["start"].value if "start" in said else incident.start.isoformat()
        end = None if "start" in said or incident.end is None else incident.end.isoformat()
        place = said["place"].value if "place" in said else incident.place
        status = said["status"].value if "status" in said else None
        return Event(
            id=name, main=incident.id == self.told.main, type=incident.type, mode=incident.mode,  # type: ignore[arg-type]  # of an act
            trigger=spans[0], mentions=spans, sentence=0, start=start, end=end or start,
            place=self._place(place, incident.country, said.get("place")),
            actors=self._parties(own, "actors"), recipients=self._parties(own, "recipients"),
            status=status if status in _STATES else "occurred",  # type: ignore[arg-type]  # one of them
            quantities=tuple(q for mark in own for q in _quantities(mark)),
            evidence={field: Evidence(spans=(mark.span,)) for field, mark in said.items() if field},
            rule=_RULE, confidence=_SURE,
        )  # fmt: skip

    def _parties(self, marks: Iterable[Mark], field: str) -> tuple[str, ...]:
        named = (self._party(mark.value, mark.span) for mark in marks if mark.field == field and mark.value)
        return tuple(dict.fromkeys(named))

    def _party(self, name: str, span: Span) -> str:
        land = next((e.country for e in self.gazetteer.look_up(name) if e.kind == "country"), None)
        noun = load_actors().agent(name)
        fresh = Actor(
            id=f"a{len(self.actors) + 1}", name=name, kind="country" if land else "organisation", country=land,
            sector=noun.sectors[0] if noun and noun.sectors else None, mentions=(span,), rule=_RULE, confidence=_SURE,
        )  # fmt: skip
        return self.actors.setdefault(name, fresh).id

    def _place(self, name: str | None, country: str | None, mark: Mark | None) -> str | None:
        if name is None:
            return None
        # "Nairobi" is the town and not the county of that name.
        known = [e for e in self.gazetteer.look_up(name) if country in (None, e.country)]
        found = min(known, key=lambda e: e.kind not in _SPOTS, default=None)
        spans = (mark.span,) if mark else ()
        fresh = _place(f"p{len(self.places) + 1}", name, country, found, spans)
        return self.places.setdefault((name, country), fresh).id


def _place(name: str, title: str, country: str | None, found: Entry | None, spans: tuple[Span, ...]) -> Place:
    if found is None:
        return Place(
            id=name, name=title, country=country, precision="town", mentions=spans, rule=_RULE, confidence=_SURE
        )
    return Place(
        id=name, name=found.name, country=country, admin1=found.admin1, lat=found.lat, lon=found.lon,
        radius_km=found.radius_km, precision=found.kind, mentions=spans, rule=_RULE, confidence=_SURE,
    )  # fmt: skip


def _quantities(mark: Mark) -> Iterator[Quantity]:
    """Yield the number that a mark gives: of people, or of money."""
    kind = mark.field if mark.field in _COUNTS else "money" if mark.field == "money" else None
    if kind is not None and mark.value is not None:
        value = float(mark.value)
        yield Quantity(kind=kind, low=value, high=value, qualifier="exact", span=mark.span)  # type: ignore[arg-type]  # one of them
