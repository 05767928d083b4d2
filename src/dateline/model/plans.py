"""What is pledged and what is scheduled."""

from dataclasses import dataclass

from dateline.model.base import Record, Span
from dateline.model.closed import CommitmentKind, Granularity, Qualifier, ScheduledKind, ScheduledStatus, Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class Converted:
    """The same amount in another currency, as the report gives it."""

    value: float
    currency: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A sum of money; ``currency`` is ISO 4217."""

    value: float
    currency: str | None
    qualifier: Qualifier
    span: Span
    converted: tuple[Converted, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A thing pledged, with its number where the report gives one."""

    name: str
    count: float | None
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment(Record):
    """What one actor undertakes to give to another."""

    id: str
    event: str | None
    donor: str | None
    recipient: str | None
    kind: CommitmentKind
    stage: Stage
    instrument: str | None = None
    part_of: str | None = None
    amount: Amount | None = None
    items: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheduled(Record):
    """A dated thing to come."""

    id: str
    event: str | None
    kind: ScheduledKind
    name: str
    status: ScheduledStatus = "set"
    start: str | None = None
    end: str | None = None
    granularity: Granularity | None = None
    place: str | None = None
    participants: tuple[str, ...] = ()
    span: Span
