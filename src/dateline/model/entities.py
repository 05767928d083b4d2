"""Who, where and when: actors, places, times."""

from dataclasses import dataclass

from dateline.model.base import Record, Span
from dateline.model.closed import ActorKind, Anchor, Granularity, Precision, Sector, TimeType


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor(Record):
    """One actor for all its mentions in the report.

    ``country`` is ISO 3166-1 alpha-3 (XKX for Kosovo) or IGO, NGO, IMG, ISM, MNC; ``sector`` is the first of
    ``sectors`` (PLOVER manual, 2024-02).
    """

    id: str
    name: str
    kind: ActorKind
    country: str | None = None
    sector: Sector | None = None
    sectors: tuple[Sector, ...] = ()
    office: str | None = None
    wikidata: str | None = None
    mentions: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceCandidate:
    """A runner-up for a place name, with the share of belief that it got."""

    name: str
    country: str | None
    score: float
    admin1: str | None = None
    geonames: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place(Record):
    """One place for all its mentions: WGS84 coordinates and the radius in kilometres within which it lies."""

    id: str
    name: str
    country: str | None = None
    admin1: str | None = None
    lat: float | None = None
    lon: float | None = None
    radius_km: float | None = None
    geonames: int | None = None
    feature: str | None = None
    precision: Precision
    mentions: tuple[Span, ...] = ()
    candidates: tuple[PlaceCandidate, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Time(Record):
    """One time expression: a TIMEX3 type and value, and the whole inclusive days that it covers."""

    id: str
    span: Span
    type: TimeType
    value: str | None
    start: str | None = None
    end: str | None = None
    granularity: Granularity | None = None
    anchor: Anchor | None = None
