"""The report on its way through the stages: what each has filled in so far, and the parsed text below it."""

from dataclasses import dataclass
from typing import Literal, Protocol, runtime_checkable

from dateline.model.base import Span
from dateline.model.closed import Modality, Polarity, Qualifier, Tense
from dateline.model.entities import Actor, Place, Time
from dateline.model.event import Event
from dateline.model.plans import Commitment, Scheduled
from dateline.model.report import Report
from dateline.model.speech import Position, Statement
from dateline.parse.tree import Document

MentionForm = Literal["name", "title", "description", "demonym", "metonym", "pronoun"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words that name or refer to an actor; ``head`` indexes the document's tokens."""

    span: Span
    head: int
    actor: str
    form: MentionForm


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number in the text, as a range, with what it counts.

    ``noun`` indexes the token of the thing counted ("drones" in "eight explosive drones"), None for money and for a
    number that stands alone ("killed one"). ``of`` is the whole of a share ("four of five").
    """

    span: Span
    low: float | None
    high: float | None
    qualifier: Qualifier
    noun: int | None = None
    of: float | None = None
    currency: str | None = None
    percent: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument:
    """One argument of a clause: its role, its head token, its words, and the preposition that ties it, if any."""

    role: str
    head: int
    span: Span
    prep: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A predicate and its arguments, whatever its form: verb, noun or adjective.

    ``lemma`` has a particle or a light verb's noun joined to it ("carry out", "shut down"). ``voice`` tells how the
    arguments were read. ``governor`` is the clause in whose scope this one stands, ``relation`` how: complement
    (said that …, agreed to …), purpose, relative, adverbial, condition, root, noun (argument of a noun or verb); what
    is coordinated shares both. ``support`` is the light verb's token ("carried out" of "carried out raids").
    """

    index: int
    token: int
    span: Span
    lemma: str
    pos: Literal["verb", "noun", "adjective"]
    voice: Literal["active", "passive", "nominal"]
    arguments: tuple[Argument, ...] = ()
    governor: int | None = None
    relation: str | None = None
    support: int | None = None
    tense: Tense = "none"
    modality: Modality | None = None
    polarity: Polarity = "positive"
    factuality: float = 3.0
    cues: tuple[Span, ...] = ()

    def get(self, role: str) -> Argument | None:
        """Return the first argument with this role."""
        return next((a for a in self.arguments if a.role == role), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What is known of a report so far. A stage returns a new draft and edits nothing."""

    report: Report
    document: Document
    times: tuple[Time, ...] = ()
    places: tuple[Place, ...] = ()
    actors: tuple[Actor, ...] = ()
    mentions: tuple[Mention, ...] = ()
    numbers: tuple[Number, ...] = ()
    clauses: tuple[Clause, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    scheduled: tuple[Scheduled, ...] = ()
    positions: tuple[Position, ...] = ()


@runtime_checkable
class Stage(Protocol):
    """One step of the pipeline: a callable that reads the layers it needs and fills those that it owns."""

    @property
    def name(self) -> str:
        """Return the name of the stage, for errors and timings."""

    @property
    def needs(self) -> frozenset[str]:
        """Return the layers that must be filled before."""

    @property
    def fills(self) -> frozenset[str]:
        """Return the layers that this stage fills."""

    def __call__(self, draft: Draft) -> Draft:
        """Return the draft with this stage's layers filled in."""
