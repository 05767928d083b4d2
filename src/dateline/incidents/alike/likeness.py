"""How likely two tellings are one happening: a sum of weights, one for each answer; and what forbids it."""

import math
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray

from dateline.incidents.alike.parts import KNOT_NAMES, LEVELS, Answer, gap_days, kilometres, named, on_knots
from dateline.incidents.alike.telling import Telling
from dateline.lexicon.files import read_toml

WEIGHTS = Path(__file__).parent / "data" / "weights.toml"
_APART_KM = 5.0  # beyond the reach of both places
LEAST = 0.05
"""Pairs of less probability are not kept: they count as unlike."""
HOPELESS = math.log(LEAST / (1 - LEAST))


class Weights(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """Where a sum begins, and the weight of each level of each part."""

    bias: float
    parts: dict[str, dict[str, float]]

    def at(self, part: str, places: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the weights of answers, which are places on the list of a part's levels."""
        return self._along(part, LEVELS[part], places)

    def between(self, part: str, cosines: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the weights of likenesses of words, each on the line between its two knots."""
        return self._along(part, KNOT_NAMES, on_knots(cosines))

    def _along(self, part: str, levels: Sequence[str], places: NDArray[np.float64]) -> NDArray[np.float64]:
        # A level that no pair of the labelled ones had weighs nothing.
        known = self.parts[part]
        return np.asarray(np.interp(places, range(len(levels)), [known.get(level, 0.0) for level in levels]))

    def of(self, part: str, answer: Answer) -> float:
        """Return the weight of one answer that is told by the shares of its levels."""
        known = self.parts.get(part, {})
        return sum(known.get(level, 0.0) * share for level, share in answer)

    def most(self, part: str) -> float:
        """Return the most that an answer can weigh."""
        return max(self.parts[part].values())


class AllWeights(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """weights.toml: of two reports' events, of two events within one report, and of two reports.

    Within a report nearly all that is told has its day and place; across reports a day and a place say much.
    """

    events: Weights
    within: Weights
    reports: Weights


@cache
def load_weights(path: Path = WEIGHTS) -> AllWeights:
    """Read the weights of likeness.

    Raises:
        LexiconError: The file breaks its format.
    """
    return read_toml(path, AllWeights)


def probability(total: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the probabilities that sums of weights stand for."""
    # Beyond thirty a probability is 0 or 1, and the power would overflow.
    return 1 / (1 + np.exp(-np.clip(total, -30.0, 30.0)))


def apart(a: Telling, b: Telling) -> str | None:
    """Return why two tellings cannot be one, None where nothing forbids it.

    Two places that were hit, each known to the town and neither named in the other's report, are two happenings.
    """
    if a.where is None or b.where is None or a.where.name == b.where.name:
        return None
    # On other days the days keep them apart already.
    if a.days and b.days and gap_days(a.days, b.days) > 1:
        return None
    if not a.where.exact or not b.where.exact:
        return _two_names(a, b)
    between_km = kilometres(a.where, b.where)
    if between_km is None or between_km <= a.where.radius_km + b.where.radius_km + _APART_KM:
        return None
    # "Shelling in Gubio and Bama": a report that names both may have taken either for the place.
    if a.source.key != b.source.key and (named(a.where, b.source) or named(b.where, a.source)):
        return None
    return f"{a.where.name} and {b.where.name} lie {between_km:.0f} km apart"


def _two_names(a: Telling, b: Telling) -> str | None:
    """Return why towns of which one has no point are two: one report tells of both, and spells each in one way."""
    if a.source.key != b.source.key or a.where is None or b.where is None:
        return None
    one, other = a.where.name, b.where.name
    # "Houla" and "outskirts of Houla" are one.
    if {a.where.precision, b.where.precision} != {"town"} or one in other or other in one:
        return None
    return f"one report tells of {one} and of {other}"
