"""Files of stories as they stand on disk, read strictly."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Literal, get_args

import msgspec

from dateline.evaluation.gold.entries import Entry
from dateline.model.closed import Mode

State = Literal["agree", "refine", "conflict", "superseded", "denied"]
Relation = Literal["part-of", "response-to", "follows", "look-alike"]
Part = Literal["learn", "judge"]
STATES: tuple[State, ...] = get_args(State)


class IncidentEntry(Entry, frozen=True, kw_only=True):
    """One happening. ``states`` gives each value of a field that sources differ on, or correct, its state."""

    id: str
    type: str
    title: str
    start: date
    end: date | None = None
    mode: Mode | None = None
    place: str | None = None
    country: str | None = None
    states: Mapping[str, Mapping[str, State]] = msgspec.field(default_factory=dict)
    related: Mapping[str, Relation] = msgspec.field(default_factory=dict)


class ReportEntry(Entry, frozen=True, kw_only=True):
    """One report: its marked text, or the report that it copies, and what was left, put before and put after."""

    id: str
    source: str
    published: datetime
    title: str | None = None
    text: str = ""
    copies: str | None = None
    paragraphs: tuple[int, ...] = ()
    top: str | None = None
    bottom: str | None = None
    family: str | None = None
    root: str | None = None


class PlotEntry(Entry, frozen=True, kw_only=True):
    """A file: stories that belong together, so that no incident lies in two of them."""

    about: str
    incident: tuple[IncidentEntry, ...]
    report: tuple[ReportEntry, ...]
