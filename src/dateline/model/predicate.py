"""Words that denote events, with their arguments and how far they are said to be true."""

from dataclasses import dataclass

from dateline.model.base import Record, Span
from dateline.model.closed import Modality, Polarity, Tense


@dataclass(frozen=True, slots=True, kw_only=True)
class PredicateArgument:
    """One argument of a predicate; ``role`` is agent, theme, recipient, content, means, place, time, a preposition."""

    role: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Predicate(Record):
    """One event-denoting word; ``factuality`` is on the scale of UW, from -3 (certainly not) to 3 (certainly)."""

    span: Span
    lemma: str
    factuality: float
    tense: Tense
    modality: Modality | None
    polarity: Polarity
    arguments: tuple[PredicateArgument, ...] = ()
