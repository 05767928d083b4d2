"""From ranked names to the records of the places layer."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.gazetteer.reader import Entry
from dateline.geo import point_at
from dateline.lexicon.world.places import name_words
from dateline.model.base import Evidence, Span
from dateline.model.entities import Place, PlaceCandidate
from dateline.stages.places.resolve import Scored

MOST_RUNNERS_UP = 4
LEAST_SHARE = 0.02


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One mention with what it was taken for: its span, the ranking, the belief that a place is meant, the reasons."""

    span: Span
    ranked: tuple[Scored, ...]
    belief: float
    rule: str
    container: Span | None = None
    shift: tuple[float, float] | None = None  # kilometres and bearing in degrees
    notes: tuple[str, ...] = ()


def make_places(readings: Sequence[Reading]) -> tuple[tuple[Place, ...], frozenset[str]]:
    """Join the readings of one place into one record each, numbered in the order of the text.

    Returns:
        The records, and the ids of those told as so far from another place.
    """
    grouped: dict[tuple[int, tuple[float, float] | None], list[Reading]] = {}
    for reading in sorted(readings, key=lambda r: (r.span[0], -r.span[1])):
        # "30 km east of Gubio" is a place of its own, beside Gubio itself.
        grouped.setdefault((reading.ranked[0].entry.id, reading.shift), []).append(reading)
    numbered = {f"p{n}": group for n, group in enumerate(grouped.values(), 1)}
    offset = frozenset(i for i, group in numbered.items() if group[0].shift is not None)
    return tuple(_place(i, group) for i, group in numbered.items()), offset


def _place(place_id: str, group: Sequence[Reading]) -> Place:
    best = max(group, key=lambda r: r.belief * r.ranked[0].score)
    entry, share = best.ranked[0].entry, best.ranked[0].score
    if best.shift is not None:
        entry = shifted(entry, *best.shift)
    return Place(
        id=place_id,
        name=entry.name,
        country=entry.country,
        admin1=entry.admin1 if entry.kind != "country" else None,
        lat=_known(round(entry.lat, 5)),
        lon=_known(round(entry.lon, 5)),
        radius_km=_known(entry.radius_km),
        geonames=entry.geonames,
        feature=entry.feature,
        precision=entry.kind,
        mentions=tuple(r.span for r in group),
        candidates=_runners_up(best.ranked),
        rule=best.rule,
        confidence=round(min(0.99, best.belief * share), 3),
        evidence=_evidence(best, group),
    )


def _known(value: float) -> float | None:
    return None if math.isnan(value) else value


def _runners_up(ranked: Sequence[Scored]) -> tuple[PlaceCandidate, ...]:
    return tuple(
        PlaceCandidate(
            name=s.entry.name,
            country=s.entry.country,
            score=round(s.score, 3),
            admin1=s.entry.admin1,
            geonames=s.entry.geonames,
        )
        for s in ranked[1 : 1 + MOST_RUNNERS_UP]
        if s.score >= LEAST_SHARE
    )


def _evidence(best: Reading, group: Sequence[Reading]) -> dict[str, Evidence]:
    out = {
        "name": Evidence(spans=tuple(r.span for r in group), rule=best.rule, note="; ".join(best.notes) or None),
    }
    if not math.isnan(best.ranked[0].entry.lat):
        derived = "gazetteer" if best.shift is None else "distance and bearing from a named place"
        out["lat"] = Evidence(spans=(best.span,), rule=derived)
    if best.container is not None:
        out["admin1"] = Evidence(spans=(best.container,), rule="stated container")
    return out


def shifted(entry: Entry, km: float, bearing: float) -> Entry:
    """Return a place so many kilometres from another, ``bearing`` in degrees from north; negative km: only near it."""
    lat, lon = point_at(entry.point, max(km, 0.0), bearing)
    return Entry(
        f"{km:g} km {compass(bearing)} of {entry.name}", "town", "AREA", entry.country, entry.admin1,
        lat, (lon + 540) % 360 - 180, 0, round(max(5.0, 0.3 * km), 1), None, entry.id, 0,
    )  # fmt: skip


def compass(bearing: float) -> str:
    """Return the name of the nearest of eight directions."""
    return tuple(name_words().bearings)[round(bearing / 45) % 8]


_DIRECTION = r"(?P<dir>(?:north|south)?[- ]?(?:east|west)|north|south)"
_LENGTH = r"(?<![\d/.,])(?P<n>\d[\d,.]*+)\s*+-?\s*+(?P<unit>kms?|kilomet(?:er|re)s?|miles?|mi)\b(?:\s*+\([^()]*+\))?"
_THE_CITY = r"(?:the\s+(?:city|town|village|capital)\s+(?:of\s+)?)?(?:the\s+)?"
_OFFSET = re.compile(rf"{_LENGTH}\s+(?:to the\s+)?{_DIRECTION}\s+of\s+{_THE_CITY}$", re.IGNORECASE)


def find_shift(text: str, start: int) -> tuple[int, tuple[float, float]] | None:
    """Read "30 km east of" before a name that starts there: where the phrase starts, kilometres and bearing."""
    match = _OFFSET.search(text, max(0, start - 80), start)
    if match is None:
        return None
    km = float(match["n"].replace(",", "").rstrip(".")) * (1.609 if match["unit"].lower().startswith("mi") else 1.0)
    bearing = name_words().bearing(match["dir"].lower())
    return (match.start(), (round(km, 1), float(bearing))) if km <= 500 else None
