"""An event on its way to a record: the frames that fit its clause, and one mention with what was read of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from dateline.draft import Clause
from dateline.lexicon.events.frames import Frame
from dateline.model.base import Evidence, Span
from dateline.model.closed import EventType, Mode, QuantityKind, Status
from dateline.model.entities import Place, Time
from dateline.model.event import Attribution, Content, Quantity
from dateline.stages.events.scene.party import Party

REAL = frozenset({"occurred", "ongoing"})
"""Statuses of what took place."""

Doubt = Literal["held", "general"]
"""Why the rules would not let a mention stand, though the reader is asked of it.

``held``: a frame holds the word, but its conditions fail; ``general``: the words only name or describe something.
"""

VERBAL: frozenset[EventType | None] = frozenset(
    {"AGREE", "CONSULT", "SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN"}
)
"""Types of acts that are done with words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A frame that fits a clause, and how well: the number of its conditions that were met."""

    frame: Frame
    trigger: str
    score: float


@dataclass(frozen=True, slots=True)
class Settled:
    """The frames that stand for a clause, best first, and the arbiter's probability of each type and of none.

    ``shares`` is empty where the arbiter was not asked; ``overruled`` tells that the frame came first by its word.
    """

    matches: tuple[Match, ...]
    shares: Mapping[EventType | None, float]
    overruled: bool = False

    @property
    def belief(self) -> float | None:
        """Return the probability of the type that stands; None where the arbiter was not asked."""
        return self.shares.get(self.matches[0].frame.type) if self.shares else None


@dataclass(frozen=True, slots=True)
class When:
    """The time expression of an event, and the whole inclusive days that it covers, coordinated days joined."""

    time: Time
    start: str | None
    end: str | None

    @property
    def dated(self) -> bool:
        """Tell whether the days are known."""
        return self.start is not None


@dataclass(frozen=True, slots=True)
class Inner:
    """The clause that a clause speaks of, with the frame that fits it, or one that only stands below it, without."""

    clause: Clause
    match: Match | None

    @property
    def frame(self) -> Frame | None:
        """Return the frame of what is spoken of."""
        return None if self.match is None else self.match.frame


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """What a clause tells: settled before place, recipient and numbers are read, since they are read by it."""

    clause: Clause
    match: Match
    type: EventType | None
    modes: tuple[Mode, ...] = ()
    means: Span | None = None
    content: Content | None = None
    inner: Inner | None = None
    status: Status
    factuality: float

    @property
    def frame(self) -> Frame:
        """Return the frame that fits the clause."""
        return self.match.frame

    @property
    def deeds(self) -> frozenset[EventType | None]:
        """Return the type, and where the codebook made words of a deed to come, that of the deed: "will send aid"."""
        return frozenset({self.type, self.frame.type})

    @property
    def manner(self) -> Mode | None:
        """Return the mode of the deed."""
        if self.type != self.frame.type and self.content is not None:
            return self.content.mode
        return self.modes[0] if self.modes else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One mention of an event. Stages of the event stage fill it in with ``replace``."""

    clause: Clause
    match: Match
    rivals: tuple[Match, ...] = ()
    settled: Settled | None = None
    type: EventType | None
    modes: tuple[Mode, ...] = ()
    content: Content | None = None
    content_clause: Clause | None = None
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    actor_spans: tuple[Span, ...] = ()
    recipient_spans: tuple[Span, ...] = ()
    means: Span | None = None
    place: Place | None = None
    place_span: Span | None = None
    when: When | None = None
    status: Status = "occurred"
    factuality: float = 3.0
    background: bool = False
    attribution: tuple[Attribution, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    evidence: Mapping[str, Evidence] = field(default_factory=dict)
    doubt: Doubt | None = None
    """Why the rules alone would leave it out; None where they let it stand."""
    reread: frozenset[str] = frozenset()
    """Fields that the reader filled otherwise than the rules."""

    @property
    def actor(self) -> Party:
        """Return the actors with the words that name them."""
        return Party(self.actors, self.actor_spans)

    @property
    def recipient(self) -> Party:
        """Return the recipients with the words that name them."""
        return Party(self.recipients, self.recipient_spans)

    def with_recipients(self, party: Party) -> "Found":
        """Return the mention with these recipients."""
        return self if party == self.recipient else replace(self, recipients=party.ids, recipient_spans=party.spans)

    def with_quantities(self, told: Iterable[Quantity]) -> "Found":
        """Return the mention with these numbers added, but for those that it has already."""
        return replace(self, quantities=joined((self.quantities, told)))


def joined(tellings: Iterable[Iterable[Quantity]]) -> tuple[Quantity, ...]:
    """Return the numbers of several tellings, of each but for those that one before it told."""
    out: list[Quantity] = []
    known: set[tuple[QuantityKind, float | None, float | None]] = set()
    for told in tellings:
        new = [q for q in told if (q.kind, q.low, q.high) not in known]
        known.update([(q.kind, q.low, q.high) for q in new])
        out += new
    return tuple(out)
