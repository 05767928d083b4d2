"""An event on its way to a record, and what the event stage looks up again and again."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from dateline.draft import Argument, Clause, Draft, Mention, Number
from dateline.lexicon.event_words import EventWords
from dateline.lexicon.frames import Frame
from dateline.model.base import Evidence, Span
from dateline.model.closed import EventType, Mode, Status
from dateline.model.entities import Actor, Place, Time
from dateline.model.event import Attribution, Content, Quantity
from dateline.model.speech import Statement
from dateline.parse.tree import Document, Token
from dateline.stages.events.party import Party

REAL = frozenset({"occurred", "ongoing"})
"""Statuses of what took place."""


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

    @property
    def recipient(self) -> Party:
        """Return the recipients with the words that name them."""
        return Party(self.recipients, self.recipient_spans)

    def with_recipients(self, party: Party) -> "Found":
        """Return the mention with these recipients."""
        return self if party == self.recipient else replace(self, recipients=party.ids, recipient_spans=party.spans)

    def with_quantities(self, told: Iterable[Quantity]) -> "Found":
        """Return the mention with these numbers added, but for those that it has already."""
        known = {(q.kind, q.low, q.high) for q in self.quantities}
        return replace(self, quantities=(*self.quantities, *(q for q in told if (q.kind, q.low, q.high) not in known)))


class Scene:
    """A draft with the look-ups that the event stage needs; built once a report."""

    def __init__(self, draft: Draft, words: EventWords) -> None:
        """Keep the draft and the stage's word lists."""
        self.draft = draft
        self.words = words
        self.doc: Document = draft.document
        # What is asked for again, by clause.
        self.own_words: dict[int, tuple[Token, ...]] = {}
        self.content_words: dict[int, frozenset[str]] = {}

    @cached_property
    def actors(self) -> dict[str, Actor]:
        """Return the report's actors by id."""
        return {a.id: a for a in self.draft.actors}

    @cached_property
    def mentions_by_head(self) -> dict[int, list[Mention]]:
        """Return actor mentions by head token; several where one phrase refers to several actors."""
        out: dict[int, list[Mention]] = {}
        for m in self.draft.mentions:
            out.setdefault(m.head, []).append(m)
        return out

    @cached_property
    def mention_cover(self) -> dict[int, Mention]:
        """Return for each token the smallest actor mention that covers it."""
        out: dict[int, Mention] = {}
        for m in sorted(self.draft.mentions, key=lambda m: m.span[0] - m.span[1]):
            for t in self.doc.tokens_in(m.span):
                out[t.i] = m
        return out

    @cached_property
    def clause_at(self) -> dict[int, Clause]:
        """Return clauses by trigger token; a support verb leads to the noun that it carries."""
        out = {c.token: c for c in self.draft.clauses}
        for c in self.draft.clauses:
            if c.support is not None and c.support in out:
                out[c.support] = c
        return out

    @cached_property
    def below(self) -> dict[int, list[Clause]]:
        """Return the clauses that stand right below each clause."""
        out: dict[int, list[Clause]] = {}
        for c in self.draft.clauses:
            if c.governor is not None:
                out.setdefault(c.governor, []).append(c)
        return out

    @cached_property
    def numbers_at(self) -> dict[int, list[Number]]:
        """Return the numbers by the token that heads them and by the token that they count."""
        out: dict[int, list[Number]] = {}
        for number in self.draft.numbers:
            head = self.doc.head_of(number.span)
            for i in {None if head is None else head.i, number.noun}:
                if i is not None:
                    out.setdefault(i, []).append(number)
        return out

    @cached_property
    def statements_at(self) -> dict[int, list[Statement]]:
        """Return the statements by each sentence that their content reaches into."""
        out: dict[int, list[Statement]] = {}
        for statement in self.draft.statements:
            reached: set[int] = set()
            for span in statement.content:
                reached.update(self.doc.sentence_of(t).index for t in self.doc.tokens_in(span))
            for i in reached:
                out.setdefault(i, []).append(statement)
        return out

    def sentence(self, clause: Clause) -> int:
        """Return the index of a clause's sentence."""
        return self.doc.sentence_of(self.doc.tokens[clause.token]).index

    def verb(self, clause: Clause) -> Token:
        """Return the word that bears a clause's tense and adverbs: its light verb, if it has one, else its trigger."""
        return self.doc.tokens[clause.token if clause.support is None else clause.support]

    @cached_property
    def place_cover(self) -> dict[int, tuple[Place, Span]]:
        """Return for each token the place mention that covers it."""
        out: dict[int, tuple[Place, Span]] = {}
        for place in self.draft.places:
            for span in place.mentions:
                for t in self.doc.tokens_in(span):
                    out[t.i] = (place, span)
        return out

    @cached_property
    def months(self) -> frozenset[int]:
        """Return the names of months and days in time expressions: "27 March" tells of no march."""
        return frozenset(t.i for time in self.draft.times for t in self.doc.tokens_in(time.span) if t.pos == "PROPN")

    @cached_property
    def times_by_head(self) -> dict[int, Time]:
        """Return time expressions by their head token."""
        out: dict[int, Time] = {}
        for time in self.draft.times:
            head = self.doc.head_of(time.span)
            if head is not None:
                out[head.i] = time
        return out

    def token(self, argument: Argument) -> Token:
        """Return the head token of an argument."""
        return self.doc.tokens[argument.head]

    def clause(self, index: int | None) -> Clause | None:
        """Return the clause with this index; for a light verb, the noun's clause that it carries."""
        if index is None:
            return None
        found = self.draft.clauses[index]
        return self.clause_at.get(found.token, found)
