"""How far confidence can be believed: of the records at 0.8, are eight in ten right?"""

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.evaluation.outcome import Judged

BINS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """Records of like confidence: from ``low`` up to ``high``, their number, mean confidence and share right."""

    low: float
    high: float
    n: int
    confidence: float
    right: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """The reliability table of one layer and the expected calibration error, the mean gap weighted by n."""

    layer: str
    n: int
    error: float
    bins: tuple[Bin, ...]


def calibrate(layer: str, judged: Sequence[Judged]) -> Calibration:
    """Return the reliability of one layer's confidence in ten equal bins, empty ones left out."""
    bins = [b for number in range(BINS) if (b := _bin(number, judged))]
    n = sum(b.n for b in bins)
    error = sum(b.n * abs(b.confidence - b.right) for b in bins) / n if n else 0.0
    return Calibration(layer=layer, n=n, error=error, bins=tuple(bins))


def _bin(number: int, judged: Sequence[Judged]) -> Bin | None:
    """Return one bin, None where it is empty; the last takes confidence 1 too."""
    inside = [j for j in judged if min(int(j.confidence * BINS), BINS - 1) == number]
    if not inside:
        return None
    n = len(inside)
    return Bin(
        low=number / BINS,
        high=(number + 1) / BINS,
        n=n,
        confidence=sum(j.confidence for j in inside) / n,
        right=sum(j.right for j in inside) / n,
    )
