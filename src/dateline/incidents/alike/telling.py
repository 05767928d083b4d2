"""Tellings: what the join knows of an event as one report tells it, and of that report."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from dateline.incidents.alike.words import Vector
from dateline.model.base import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A report as the join sees it.

    Args:
        key: Its row.
        id: Its id.
        digest: Of its text.
        told: When it was published, as ISO 8601, "" where unknown.
        day: The day of it as an ordinal, None where unknown.
        words: The words of title and lead.
        opening: The title and the first sentences.
        names: The rare ones among the words.
        numbers: The numbers in them.
        places: The towns, districts and provinces that it names at first, in order.
        kind: The type of the main event.
        root: Who speaks.
        family: The reports that are one text have the same.
    """

    key: int
    id: str
    digest: str
    told: str
    day: int | None
    words: Vector
    opening: str = ""
    names: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()
    places: tuple[str, ...] = ()
    kind: str | None = None
    root: str = ""
    family: int | None = None


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody's part in an event: the folded name, the country, and whether the name is one that few bear."""

    name: str
    country: str
    rare: bool = False

    @property
    def last(self) -> str:
        """Return the last word of the name: a surname."""
        return self.name.rpartition(" ")[2]


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """A place; ``radius_km`` is how far round the point it may be."""

    name: str
    country: str | None
    admin1: str | None
    lat: float | None
    lon: float | None
    radius_km: float
    precision: str

    @property
    def exact(self) -> bool:
        """Tell whether it is a site or a town with a point."""
        # A district is small enough to be a spot.
        return self.lat is not None and self.precision in ("site", "town", "district")


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """An event as one report tells it.

    ``days`` are ordinals, the first and the last, where they are so few that they tell a day; ``stretch`` however many
    they are. ``triggers`` are the words for it, ``told`` the sentences that tell it.
    """

    key: int
    id: str
    source: Source
    span: Span
    type: str
    mode: str | None
    status: str
    main: bool
    background: bool
    days: tuple[int, int] | None
    where: Where | None
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    numbers: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    mentions: tuple[Span, ...] = ()
    triggers: frozenset[str] = frozenset()
    told: str = ""
    stretch: tuple[int, int] | None = None

    @property
    def order(self) -> tuple[str, str, Span]:
        """Return what makes one telling the earliest of many, whatever the order in which they came."""
        # "~" stands after any date: what has none is no first telling.
        return (self.source.told or "~", self.source.digest, self.span)


@dataclass(frozen=True, slots=True)
class Read:
    """A report, and its live events."""

    source: Source
    tellings: tuple[Telling, ...]


def ordinal(day: str | None) -> int | None:
    """Return an ISO 8601 day as a number; None where there is none."""
    return None if not day else date.fromisoformat(day[:10]).toordinal()
