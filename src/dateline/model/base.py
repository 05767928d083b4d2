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


class Bound:
    """Holds the text that a record's spans refer to: no field of the record, so neither written nor compared."""

    __slots__ = ("_text",)
    _text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Record(Bound):
    """Base of every record: what made it, how sure that is, and the evidence field by field."""

    rule: str
    confidence: float
    evidence: Mapping[str, Evidence] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse a confidence that is no probability."""
        if not 0.0 <= self.confidence <= 1.0:
            raise ValueError(f"confidence {self.confidence} is not in [0, 1]")

    def spans(self, field: str | None = None) -> tuple[Span, ...]:
        """Return where the report says this: the record's own words, or those that are the evidence for one field."""
        if field is not None:
            found = self.evidence.get(field)
            return found.spans if found else ()
        for name in _OWN:
            own = getattr(self, name, None)
            if own:
                return (own,) if isinstance(own[0], int) else own[:1] if name == "mentions" else tuple(own)
        told = sorted(s for field, e in self.evidence.items() if field not in _LOOSE for s in e.spans)
        return ((told[0][0], max(end for _, end in told)),) if told else ()

    def quote(self, field: str | None = None) -> str:
        """Return the report's own words at ``spans``, stretches joined by " … "; empty where there are none.

        Raises:
            ValueError: The record belongs to no coding.
        """
        text = getattr(self, "_text", None)
        if text is None:
            raise ValueError("this record belongs to no coding, so it has no text; take it from a coding's layer")
        return " … ".join(text[start:end] for start, end in self.spans(field))


_OWN = ("span", "content", "mentions")
_LOOSE = frozenset({"kind", "stage", "instrument"})  # shown by words from all over a report
"""Where records keep their own words, the first that is filled."""


def bind(record: Record, text: str) -> None:
    """Tell a record the text that its spans refer to."""
    object.__setattr__(record, "_text", text)


def overlap(a: Span, b: Span) -> bool:
    """Tell whether two spans share a character."""
    return a[0] < b[1] and b[0] < a[1]


def inside(inner: Span, outer: Span) -> bool:
    """Tell whether ``inner`` lies wholly within ``outer``."""
    return outer[0] <= inner[0] and inner[1] <= outer[1]
