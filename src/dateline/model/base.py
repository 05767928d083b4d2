"""What every record shares: spans, evidence, the rule and the confidence."""

from collections.abc import Mapping
from dataclasses import dataclass, field

Span = tuple[int, int]
"""``[start, end)`` in Unicode code points of the report's text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Where one field's value comes from: the report's words, a rule, or the reason why there is none."""

    spans: tuple[Span, ...] = ()
    rule: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Base of every record: what made it, how sure that is, and the evidence field by field."""

    rule: str
    confidence: float
    evidence: Mapping[str, Evidence] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse a confidence that is no probability."""
        if not 0.0 <= self.confidence <= 1.0:
            raise ValueError(f"confidence {self.confidence} is not in [0, 1]")


def overlap(a: Span, b: Span) -> bool:
    """Tell whether two spans share a character."""
    return a[0] < b[1] and b[0] < a[1]


def inside(inner: Span, outer: Span) -> bool:
    """Tell whether ``inner`` lies wholly within ``outer``."""
    return outer[0] <= inner[0] and inner[1] <= outer[1]
