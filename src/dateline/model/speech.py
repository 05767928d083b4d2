"""What is said, and where its speaker stands."""

from dataclasses import dataclass

from dateline.model.base import Record, Span
from dateline.model.closed import Act, QuoteKind, Stance, StatementForm


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Record):
    """An attribution: a speaker, the cue that names the saying, and the content said."""

    id: str
    speaker: str | None
    speaker_span: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    kind: QuoteKind
    form: StatementForm = "speech"
    addressee: str | None = None
    via: tuple[str, ...] = ()
    act: Act = "assert"
    events: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """A proposition that one can be for or against."""

    id: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Position(Record):
    """Where an actor stands on an issue; ``strength`` is in [0, 1]."""

    id: str
    actor: str
    issue: Issue
    stance: Stance
    strength: float
    hedge: Span | None = None
    condition: Span | None = None
    statements: tuple[str, ...] = ()
