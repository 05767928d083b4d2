"""The report on its way through the stages, and what a stage is."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol, runtime_checkable

from dateline.draft.index import Index, Made
from dateline.draft.records import ActorTrait, Clause, Gift, Mention, Number
from dateline.model.entities import Actor, Place, Time
from dateline.model.event import Event
from dateline.model.plans import Commitment, Scheduled
from dateline.model.report import Report
from dateline.model.speech import Position, Statement
from dateline.parse.tree import Document


@dataclass(frozen=True, kw_only=True)
class Draft:
    """What is known of a report so far. A stage returns a new draft and edits nothing.

    ``actor_traits`` are by the actors' ids; ``offset_places`` are the ids of places told as so far from another.
    ``made`` keeps the look-ups of ``index``; it goes on from draft to draft, so that each is made once a report.
    """

    report: Report
    document: Document
    times: tuple[Time, ...] = ()
    places: tuple[Place, ...] = ()
    actors: tuple[Actor, ...] = ()
    mentions: tuple[Mention, ...] = ()
    numbers: tuple[Number, ...] = ()
    clauses: tuple[Clause, ...] = ()
    statements: tuple[Statement, ...] = ()
    gifts: tuple[Gift, ...] = ()
    events: tuple[Event, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    scheduled: tuple[Scheduled, ...] = ()
    positions: tuple[Position, ...] = ()
    actor_traits: Mapping[str, ActorTrait] = field(default_factory=dict)
    offset_places: frozenset[str] = frozenset()
    made: Made = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def index(self) -> Index:
        """Return the look-ups from words and sentences to what the stages have found there."""
        return Index(self, self.made)


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
