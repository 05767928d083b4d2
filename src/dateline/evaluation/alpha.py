"""Krippendorff's alpha: how far coders agree beyond chance, whoever coded what, gaps allowed.

Source: K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011). The tests have his examples.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Literal

Scale = Literal["nominal", "interval"]


def nominal_alpha(units: Iterable[Sequence[str]]) -> float | None:
    """Return alpha for values that are the same or not.

    Args:
        units: For each thing that was coded, the values that its coders gave, in any order.

    Returns:
        1 for agreement, 0 for what chance gives, below 0 for less; None where nobody could disagree: fewer than two
        values, or only one among all.
    """
    pairable = [unit for unit in units if len(unit) > 1]
    return _alpha([(_unlike(u), len(u)) for u in pairable], _unlike(list(chain(*pairable))))


def interval_alpha(units: Iterable[Sequence[float]]) -> float | None:
    """Return alpha for numbers, where a larger difference is a larger disagreement; see ``nominal_alpha``."""
    pairable = [unit for unit in units if len(unit) > 1]
    return _alpha([(_apart(u), len(u)) for u in pairable], _apart(list(chain(*pairable))))


def _alpha(observed: Sequence[tuple[float, int]], among_all: float) -> float | None:
    """Return alpha from the disagreements within each unit, with the unit's size, and that of all values together."""
    if among_all == 0:
        return None
    values = sum(size for _, size in observed)
    return 1.0 - (values - 1) * sum(found / (size - 1) for found, size in observed) / among_all


def _unlike(values: Sequence[str]) -> float:
    """Return how many ordered pairs of values differ."""
    return float(len(values) ** 2 - sum(n * n for n in Counter(values).values()))


def _apart(values: Sequence[float]) -> float:
    """Return the squared differences of all ordered pairs of numbers."""
    mean = sum(values) / len(values) if values else 0.0  # about the mean, so that large numbers lose no digits
    return 2.0 * len(values) * sum((v - mean) ** 2 for v in values)
