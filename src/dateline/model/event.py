"""Events: who did what to whom, where, when, whether it happened, and who says so."""

from dataclasses import dataclass

from dateline.model.base import Record, Span
from dateline.model.closed import Context, EventType, LinkType, Mode, Qualifier, QuantityKind, Status
from dateline.model.words import stretch


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What is agreed to, asked for, refused or threatened."""

    type: EventType
    mode: Mode | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AcledType:
    """ACLED's two-level type, as its codebook spells it."""

    event_type: str
    sub_event_type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """One voice in the chain of those who say so; ``actor`` is null where nobody is named."""

    actor: str | None
    statement: str | None
    cue: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number that the report gives, as a range; ``low`` and ``high`` are null where words give none."""

    kind: QuantityKind
    low: float | None
    high: float | None
    qualifier: Qualifier
    who: str | None = None
    name: str | None = None
    of: float | None = None
    currency: str | None = None
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A tie to another event that the words state."""

    type: LinkType
    event: str
    cue: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternative:
    """A rival type and the share of belief that it got."""

    type: EventType
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Record):
    """One event, with all its mentions in the report. Fields as the schema describes them."""

    id: str
    main: bool = False
    type: EventType | None
    mode: Mode | None = None
    modes: tuple[Mode, ...] = ()
    contexts: tuple[Context, ...] = ()
    content: Content | None = None
    cameo: str | None = None
    quad: int | None = None
    goldstein: float | None = None
    acled: AcledType | None = None
    trigger: Span
    mentions: tuple[Span, ...] = ()
    sentence: int
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    means: Span | None = None
    place: str | None = None
    place_span: Span | None = None
    start: str | None = None
    end: str | None = None
    time: str | None = None
    status: Status = "occurred"
    factuality: float = 3.0
    background: bool = False
    attribution: tuple[Attribution, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    part_of: str | None = None
    links: tuple[Link, ...] = ()
    alternatives: tuple[Alternative, ...] = ()

    def spans(self, field: str | None = None) -> tuple[Span, ...]:
        """Return the stretch from who to where and when round the trigger, or the words that are a field's evidence."""
        if field is not None:
            return Record.spans(self, field)
        told = [s for name in _TOLD if name in self.evidence for s in self.evidence[name].spans]
        told += [s for s in (self.means, self.place_span) if s is not None]
        return (stretch(getattr(self, "_text", ""), self.trigger, told),)


_TOLD = ("actors", "recipients", "mode", "place", "start")
