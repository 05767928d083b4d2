"""Match rows of two sides one to one: the same days, near places, like actors."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from dateline.comparing.reading import NAMES, Layout, Row
from dateline.geo import distance_km

_DAYS, _KM, _LEAST = 2, 50.0, 0.5
_WEIGHTS: Mapping[str, float] = {"days": 0.3, "place": 0.3, "type": 0.2, "sides": 0.2}
_MILD = 0.5  # where one side says nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two rows that are one event: the score as a sum of parts, and the fields in which they differ."""

    own: Row
    other: Row
    parts: Mapping[str, float]
    differing: Mapping[str, tuple[str, str]]

    @property
    def score(self) -> float:
        """Return the weighted sum."""
        return sum(_WEIGHTS[name] * value for name, value in self.parts.items())


def match(own: Sequence[Row], others: Sequence[Row], layout: Layout) -> list[Pair]:
    """Return pairs, each row in one at most, the surest first.

    Candidates are rows of one country, two days apart at most and 50 km, or of one place's name. A pair takes a score
    of one half.
    """
    found = sorted(_pairs(own, others, layout), key=lambda pair: (-pair.score, pair.own.id, pair.other.id))
    taken: set[tuple[str, str]] = set()
    out = []
    for pair in found:
        ids = {("own", pair.own.id), ("other", pair.other.id)}
        if taken.isdisjoint(ids):
            taken |= ids
            out.append(pair)
    return out


def _pairs(own: Sequence[Row], others: Sequence[Row], layout: Layout) -> Iterator[Pair]:
    by_day: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in others:
        for day in _days(row):
            by_day[row.country, day].append(row)
    for row in own:
        near = {id(other): other for day in _days(row, _DAYS) for other in by_day[row.country, day]}
        for other in near.values():
            parts = _parts(row, other)
            if parts is not None:
                pair = Pair(own=row, other=other, parts=parts, differing=differing(row, other, layout))
                if pair.score >= _LEAST:
                    yield pair


def _days(row: Row, around: int = 0) -> Iterator[str]:
    first, last = row.start - timedelta(around), row.end + timedelta(around)
    yield from ((first + timedelta(n)).isoformat() for n in range((last - first).days + 1))


def _parts(row: Row, other: Row) -> dict[str, float] | None:
    """Return how far two rows agree, part by part; None where their places are too far apart."""
    place = _near(row, other)
    if place is None:
        return None
    apart = max((other.start - row.end).days, (row.start - other.end).days, 0)
    return {
        "days": 1 - apart / (_DAYS + 1), "place": place, "type": float(row.type == other.type),
        "sides": _alike(row.sides, other.sides),
    }  # fmt: skip


def _near(row: Row, other: Row) -> float | None:
    if row.place and row.place.casefold() == other.place.casefold():
        return 1.0
    if other.lat is None or other.lon is None:
        return None
    km = distance_km(row.lat, row.lon, other.lat, other.lon)
    return None if km is None or km > _KM else 1 - km / _KM


def _alike(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the share of words that the actors' names have in common."""
    if not one or not other:
        return _MILD
    mine, theirs = ({word for name in names for word in name.split()} for names in (one, other))
    return len(mine & theirs) / len(mine | theirs)


def differing(own: Row, other: Row, layout: Layout) -> dict[str, tuple[str, str]]:
    """Return the fields that both rows have and in which they differ, with both values."""
    found = ((name, own.values.get(name, ""), other.values.get(name, "")) for name in NAMES[layout].compared)
    return {name: (a, b) for name, a, b in found if a and b and a.casefold() != b.casefold()}
