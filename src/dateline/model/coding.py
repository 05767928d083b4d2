"""A coded report: one record for each thing found, in layers."""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import Literal

from dateline.model.base import Record, bind
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
    """All that was found in one report. A layer that was not asked for, or whose report failed, is None.

    Its records know the report's words: ``coding.events[0].quote()``.
    """

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

    def __post_init__(self) -> None:
        """Tell each record the text that it speaks of."""
        for record in self.records():
            bind(record, self.report.text)

    def __reduce__(self) -> tuple[object, ...]:
        """Travel to other processes by layers, so that the records are bound again on arrival."""
        return (_make, (self.report, {name: getattr(self, name) for name in LAYERS}))

    def records(self) -> Iterator[Record]:
        """Yield every record of every layer."""
        for name in LAYERS:
            yield from getattr(self, name) or ()

    def find(self, record_id: str) -> Record | None:
        """Return the record with an id ("e3"), None if there is none."""
        return next((r for r in self.records() if getattr(r, "id", None) == record_id), None)

    def quote(self, record: Record, field: str | None = None) -> str:
        """Return the report's words for a record, or for one field of it."""
        return record.quote(field)

    def _repr_html_(self) -> str:
        """Show the report with its records in a notebook."""
        page = import_module("dateline.export.pages.page")  # by name: pages stand above the model
        return str(page.notebook(self))


def _make(report: Report, layers: dict[str, tuple[Record, ...] | None]) -> Coding:
    return Coding(report=report, **layers)  # type: ignore[arg-type]  # the layers of a coding
