"""The report as given and what is said of its coding."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from dateline.model.base import Record, Span
from dateline.model.closed import Part, PublishedOrigin


@dataclass(frozen=True, slots=True, kw_only=True)
class CoderInfo:
    """What coded the report, so that any row can be traced and remade."""

    version: str
    model: str
    model_digest: str
    lexicon_digest: str
    options: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One report: its text, where it comes from, and whether it could be coded."""

    id: str
    text: str
    title: str | None = None
    source: str | None = None
    url: str | None = None
    published: str | None = None
    published_origin: PublishedOrigin = "unknown"
    language: str | None = None
    coded: bool = True
    error: str | None = None
    notes: tuple[str, ...] = ()
    coder: CoderInfo | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceRecord(Record):
    """One sentence and the part of the report that it stands in."""

    span: Span
    part: Part
