"""What two tellings have in common, question by question: each answer is a level that has a weight.

An answer is one of the levels of its question; a likeness of words lies between two of them.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray

from dateline.geo import distance_km
from dateline.incidents.alike.telling import Party, Source, Telling, Where
from dateline.incidents.alike.words import stems
from dateline.lexicon.files import read_toml

Answer = tuple[tuple[str, float], ...]
KNOTS = (0.0, 0.1, 0.2, 0.3, 0.45, 0.7)
"""Cosines between which the weight of a likeness of words lies on a line."""
KNOT_NAMES = tuple(f"{knot:.2f}" for knot in KNOTS)
"""How weights name the knots."""
_TYPES = Path(__file__).parent / "data" / "types.toml"
_NEAR_KM = 40.0
NEAR_DAYS = 3
_SURNAME = 4  # letters; by shorter last words nobody is known
_CLOSE = frozenset({"site", "town", "district"})


LEVELS: Mapping[str, tuple[str, ...]] = {
    "standing": ("both main", "one report", "one recalled", "one main", "neither"),
    "type": ("same, same mode", "same", "same, other mode", "neighbour", "other"),
    "day": (
        "same", "overlap", "a day apart", "days apart", "far apart", "unknown", "one unknown, fits",
        "one unknown, does not fit", "unknown, told together", "unknown, told near", "unknown, told apart",
    ),
    "place": (
        "same", "one holds the other", "same area", "near", "far", "other country", "other, but named", "unknown",
    ),
    "actors": ("same", "same, turned round", "same country", "other", "unknown"),
    "recipients": ("same", "same country", "other", "unknown"),
    "numbers": ("same", "overlap", "risen", "other", "unknown"),
    "status": ("same", "one to come"),
    "trigger": ("other", "same"),
    "together": (
        "none", "place", "day", "day and place", "act", "act and place", "act and day", "act and day and place",
    ),
}  # fmt: skip
"""The levels of each question that is asked of two tellings, beside how alike words are; "trigger" lies between two."""


class _TypeFile(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """types.toml."""

    neighbours: tuple[tuple[str, str], ...]


@cache
def neighbours() -> frozenset[tuple[str, str]]:
    """Return the pairs of types that are taken for each other, in both orders."""
    pairs = read_toml(_TYPES, _TypeFile).neighbours
    return frozenset(pairs) | frozenset((b, a) for a, b in pairs)


def gap_days(a: tuple[int, int], b: tuple[int, int]) -> int:
    """Return how many days lie between two stretches of days, 0 where they share one."""
    return max(0, b[0] - a[1], a[0] - b[1])


def of_place(a: Telling, b: Telling) -> str:
    """Compare the places, with the radius of both."""
    return "unknown" if a.where is None or b.where is None else _of_where(a.where, b.where)


def _of_where(a: Where, b: Where) -> str:
    if a.country and b.country and a.country != b.country:
        return "other country"
    if a.name == b.name:
        # Two reports that say "in Chad" share a country and hardly a place.
        return "same" if a.precision in _CLOSE and b.precision in _CLOSE else "same area"
    apart = kilometres(a, b)
    if not a.exact or not b.exact:
        holds = _country_holds(a, b) or (apart is not None and apart <= max(a.radius_km, b.radius_km))
        return "one holds the other" if holds else "far" if apart is not None else "same area"
    if apart is None:
        return "same area"
    # Within the radius of either it may be the same spot.
    return "same" if apart <= max(a.radius_km, b.radius_km) else "near" if apart <= _NEAR_KM else "far"


def _country_holds(a: Where, b: Where) -> bool:
    if "country" in (a.precision, b.precision) and a.country == b.country:
        return True
    return (a.precision == "province" and b.admin1 == a.name) or (b.precision == "province" and a.admin1 == b.name)


def kilometres(a: Where, b: Where) -> float | None:
    """Return the distance between two places, None where one has no point."""
    if b.lat is None or b.lon is None:
        return None
    return distance_km(a.lat, a.lon, b.lat, b.lon)


def named(where: Where, source: Source) -> bool:
    """Tell whether the news of a report names a place."""
    return all(word in source.words for word in _place_words(where.name))


@cache
def _place_words(name: str) -> tuple[str, ...]:
    return tuple(stems(name)) or (name,)


def surnames(parties: Iterable[Party]) -> set[str]:
    """Return the last words of names that are long enough to be known by."""
    return {p.last for p in parties if len(p.last) >= _SURNAME}


def of_numbers(a: Telling, b: Telling) -> str:
    """Compare the numbers of one kind: tolls rise, and a number that is told again is a strong sign."""
    shared = sorted(a.numbers.keys() & b.numbers.keys())
    if not shared:
        return "unknown"
    # In the order of telling, for a toll rises.
    first, later = (a, b) if a.order <= b.order else (b, a)
    levels = {_numbers(first.numbers[kind], later.numbers[kind]) for kind in shared}
    # Of several kinds of numbers the likest: one that is the same says more than one that differs.
    return next(level for level in LEVELS["numbers"] if level in levels)


def _numbers(first: tuple[float, float], later: tuple[float, float]) -> str:
    if first == later:
        return "same"
    if first[0] <= later[1] and later[0] <= first[1]:
        return "overlap"
    return "risen" if first[1] < later[0] else "other"


def between(cosine: float) -> Answer:
    """Return a likeness of words as shares of the two knots between which it lies."""
    return shares(KNOT_NAMES, float(on_knots(cosine)))


def on_knots(cosines: float | NDArray[np.float64]) -> NDArray[np.float64]:
    """Return where likenesses of words lie among the knots: 1.5 is midway between the second and the third."""
    return np.asarray(np.interp(cosines, KNOTS, range(len(KNOTS))))


def shares(levels: Sequence[str], at: float) -> Answer:
    """Return the levels between which an answer lies, each with its share."""
    low = int(at)
    above = min(low + 1, len(levels) - 1)
    return ((levels[low], 1 - (at - low)), (levels[above], at - low))
