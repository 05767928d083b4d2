"""Incidents and claims as they are kept, printed and handed on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from dateline.model.base import Span
from dateline.model.closed import EventType, Mode, Precision, Sector, Status

Relation = Literal["part-of", "response-to", "follows", "look-alike"]
ClaimState = Literal["agree", "refine", "conflict", "superseded", "denied"]
Value = float | str
"""What is claimed: a number, or words (a day, a name, a type)."""
JUDGED = "judgement of "
"""What stands before a person's name where else the rule is named that chose a value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentPlace:
    """Where: the most precise place that the reports agree on."""

    name: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    radius_km: float | None = None
    precision: Precision | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentActor:
    """Somebody who acts or is acted upon; ``key`` is the same in all incidents of this actor."""

    key: str
    name: str
    country: str | None = None
    sector: Sector | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentField:
    """One field over all sources: how they stand to each other, the chosen value and what chose it.

    ``low`` and ``high`` bound all values that are not superseded.
    """

    state: ClaimState
    value: Value | None
    low: float | None = None
    high: float | None = None
    by: str

    @property
    def judged(self) -> bool:
        """Tell whether a person chose the value, and not the rule."""
        return self.by.startswith(JUDGED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """Another incident that this one is tied to, how, and by what."""

    incident: str
    relation: Relation
    why: str


Member = tuple[str, str, tuple[Span, ...]]
"""A coded event: the report's id, the event's, and the spans of its mentions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """One happening: events of one report or many that are the same by a rule.

    ``roots`` counts independent sources (reporting), ``voices`` those to whom reports ascribe it, ``circles`` are
    outlets that have it from each other and count as one source. ``main_of`` are the
    reports whose main event is here. ``merged_from`` are ids that once stood for incidents that are part of this one.
    """

    id: str
    rule: str
    type: EventType | None
    mode: Mode | None = None
    title: str
    status: Status
    start: str | None = None
    end: str | None = None
    place: IncidentPlace | None = None
    actors: tuple[IncidentActor, ...] = ()
    recipients: tuple[IncidentActor, ...] = ()
    events: tuple[Member, ...]
    reports: int
    roots: int
    voices: int = 0
    circles: tuple[tuple[str, ...], ...] = ()
    main_of: tuple[str, ...] = ()
    fields: Mapping[str, IncidentField] = field(default_factory=dict)
    related: tuple[Related, ...] = ()
    merged_from: tuple[str, ...] = ()
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One value of one field of an incident, with all who give it.

    ``told`` is when it was first published; ``roots`` how many independent sources give it; ``said_by`` the voice to
    whom it is ascribed; ``by`` the rule that chose it or not; ``spans`` the words, report by report.
    """

    incident: str
    field: str
    value: Value | None
    low: float | None = None
    high: float | None = None
    unit: str | None = None
    state: ClaimState
    chosen: bool
    by: str
    roots: int
    reports: tuple[str, ...]
    said_by: str | None = None
    told: str | None = None
    spans: tuple[tuple[str, tuple[Span, ...]], ...] = ()
