"""A coded report: one record for each thing found, in layers."""

from dataclasses import dataclass
from typing import Literal

from dateline.model.entities import Actor, Place, Time
from dateline.model.event import Event
from dateline.model.plans import Commitment, Scheduled
from dateline.model.predicate import Predicate
from dateline.model.report import Report, SentenceRecord
from dateline.model.speech import Position, Statement

SCHEMA: Literal["dateline/1"] = "dateline/1"
DEFAULT_LAYERS = ("actors", "places", "times", "events", "statements", "positions", "commitments", "scheduled")
EXTRA_LAYERS = ("sentences", "predicates")
LAYERS = (*DEFAULT_LAYERS, *EXTRA_LAYERS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Coding:
    """All that was found in one report. A layer that was not asked for, or whose report failed, is None."""

    schema: Literal["dateline/1"] = SCHEMA
    report: Report
    sentences: tuple[SentenceRecord, ...] | None = None
    actors: tuple[Actor, ...] | None = None
    places: tuple[Place, ...] | None = None
    times: tuple[Time, ...] | None = None
    events: tuple[Event, ...] | None = None
    statements: tuple[Statement, ...] | None = None
    positions: tuple[Position, ...] | None = None
    commitments: tuple[Commitment, ...] | None = None
    scheduled: tuple[Scheduled, ...] | None = None
    predicates: tuple[Predicate, ...] | None = None
