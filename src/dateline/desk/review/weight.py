"""How much a decision on an event may change: uncertain, influential, disputed; each part said in words."""

import math
from collections.abc import Iterator

from dateline.store.asking.view import Record

_UNSURE = 0.85
_COUNTED_AS_ONE = 3.0


def weigh(row: Record) -> float:
    """Return the expected effect of looking at an event."""
    return round(_doubt(row) * _influence(row) * _dispute(row), 4)


def _doubt(row: Record) -> float:
    return 0.02 + 1.0 - float(row["confidence"])


def _influence(row: Record) -> float:
    """Return how many rows, numbers and sources hang on it."""
    dead = math.log2(1.0 + max(0.0, row["killed_high"] or 0.0))
    told = math.log2(max(1, row["told_by"])) + math.log2(max(1, row["copies"])) / 2
    return float(1.0 + dead / 2 + told / _COUNTED_AS_ONE + 0.5 * row["main"])


def _dispute(row: Record) -> float:
    return float(1.0 + min(3, row["conflicts"]) * 0.5 + row["held"] + ("dispute" in (row["acts"] or "")))


def why(row: Record) -> Iterator[str]:
    """Yield the reasons for which an event is in the queue, the strongest first."""
    if row["conflicts"]:
        yield f"sources contradict each other on {row['conflicts']} field{'s' if row['conflicts'] > 1 else ''}"
    if row["held"]:
        yield f"it may be one with another incident ({row['held']:.2f})"
    if row["killed_high"]:
        yield f"{row['killed_high']:,.0f} killed"
    if row["confidence"] < _UNSURE:
        yield f"the coder is sure only to {row['confidence']:.2f}"
    if row["told_by"] > 1:
        yield f"told by {row['told_by']} reports"
    if row["copies"] > 1:
        yield f"{row['copies']} reports have this text"
    if row["main"]:
        yield "main event of its report"
