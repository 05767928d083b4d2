"""What a calendar is made of: items of reports, their turns, and entries."""

from dataclasses import dataclass
from typing import Literal

from dateline.model.closed import Granularity, ScheduledKind, ScheduledStatus
from dateline.timelines.model import Party, Quote, Teller

Outcome = Literal["set", "moved", "cancelled", "took place"]
COARSE: frozenset[Granularity] = frozenset(
    {"month", "season", "quarter", "half-year", "year", "decade", "century", "vague"}
)
"""Windows so wide that a day in them says little."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """One scheduled item of one report."""

    id: str
    kind: ScheduledKind
    name: str
    status: ScheduledStatus
    start: str | None
    end: str | None
    granularity: Granularity | None
    place: str | None
    participants: tuple[Party, ...] = ()
    quote: Quote
    teller: Teller


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """A day that was set, moved to or cancelled, when that was first told, by whom, in which words."""

    status: ScheduledStatus
    start: str | None
    end: str | None
    told: str
    quote: Quote
    source: str | None
    reports: tuple[str, ...]
    roots: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing of the calendar: its last known days, its turns, and the incident in which it took place."""

    name: str
    kind: ScheduledKind
    status: Outcome
    start: str | None
    end: str | None
    granularity: Granularity | None
    place: str | None
    participants: tuple[str, ...]
    turns: tuple[Turn, ...]
    reports: tuple[str, ...]
    roots: int
    incident: str | None = None
    why: str | None = None
