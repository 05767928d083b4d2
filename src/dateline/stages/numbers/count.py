"""A number as found, before it is known what it counts."""

from dataclasses import dataclass

from dateline.model.base import Span
from dateline.model.closed import Qualifier


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """Words that give a number; ``scale`` tells whether a scale word ("million") was among them."""

    span: Span
    low: float | None
    high: float | None
    qualifier: Qualifier = "exact"
    of: float | None = None
    currency: str | None = None
    percent: bool = False
    digits: bool = False
    scaled: bool = False
