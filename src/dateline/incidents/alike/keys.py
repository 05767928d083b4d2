"""Under which keys a report is filed, and under which those are looked for that may tell the same.

Looking is as wide as filing is narrow, the same from both sides: whichever of two reports comes later finds the other.
"""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dateline.incidents.alike.hashes import hashed
from dateline.incidents.alike.telling import Source, Telling, Where
from dateline.incidents.alike.words import heaviest

UNDATED = 0
STEP = 3
"""Days between two days under which a longer event is filed; at most the narrowest look."""
DAYS_PLACE, DAYS_WHO, DAYS_REPORT = 3, 3, 14
WORDS = 2
"""How many of their heaviest words two reports share that meet by words alone."""
_CELL = 0.5  # degrees; the half of a degree is some 55 km
_POLES = 85.0  # beyond it cells are too narrow to be looked round


@dataclass(frozen=True, slots=True)
class Key:
    """A hash, and the days under which to file, or from which to which to look; ``UNDATED`` is any day."""

    hash: int
    first: int
    last: int


def filed(source: Source, tellings: Iterable[Telling]) -> set[Key]:
    """Return the keys under which a report is filed: those of its heaviest words and of its events."""
    day = source.day or UNDATED
    found = {Key(hashed("word", word), day, day) for word in heaviest(source.words)}
    return found.union(*map(_filed, tellings))


def looked(tellings: Iterable[Telling]) -> set[Key]:
    """Return the keys of events: a report that is filed under any of them may tell the same."""
    return set[Key]().union(*map(_looked, tellings))


def looked_words(source: Source) -> set[Key]:
    """Return the keys of words: a report that is filed under ``WORDS`` of them may tell the same."""
    return {_around(hashed("word", word), source.day, source.day, DAYS_REPORT) for word in heaviest(source.words)}


def _filed(a: Telling) -> Iterator[Key]:
    for name in _whos(a):
        yield from _each_day(hashed("who", a.type, name), a)
    for parts in _here(a.where, a.type) if a.where else ():
        yield from _each_day(hashed(*parts), a)


def _looked(a: Telling) -> Iterator[Key]:
    first, last = _stretch(a)
    for name in _whos(a):
        yield _around(hashed("who", a.type, name), first, last, DAYS_WHO)
    for parts in _near(a.where, a.type) if a.where else ():
        yield _around(hashed(*parts), first, last, DAYS_PLACE)


def _whos(a: Telling) -> list[str]:
    # Names that many bear would bring together reports that tell of other things.
    return sorted({p.name for p in (*a.actors, *a.recipients) if p.rare})


def _stretch(a: Telling) -> tuple[int | None, int | None]:
    """Return the days of a telling, those of publication where it tells none."""
    # An event without a day is mostly of the day of its report.
    return a.days or (a.source.day, a.source.day)


def _each_day(key: int, a: Telling) -> Iterator[Key]:
    first, last = _stretch(a)
    if first is None or last is None:
        yield Key(key, UNDATED, UNDATED)
        return
    # A stretch of weeks need not be filed under each of its days: whoever looks does so some days round.
    for day in sorted({*range(first, last + 1, STEP), last}):
        yield Key(key, day, day)


def _around(key: int, first: int | None, last: int | None, days: int) -> Key:
    if first is None or last is None:
        return Key(key, UNDATED, UNDATED)
    return Key(key, first - days, last + days)


def _here(where: Where, kind: str) -> Iterator[tuple[str, ...]]:
    """Yield where a place is: its cell of the earth and its country, or that it is no closer known."""
    land = where.country or where.name
    # Told to the town, it is looked for round the town and where only the country is told.
    if where.exact and where.lat is not None and where.lon is not None:
        yield ("cell", kind, *_cell(where.lat, where.lon))
        yield ("in", kind, land)
    else:
        yield ("wide", kind, land)


def _near(where: Where, kind: str) -> Iterator[tuple[str, ...]]:
    """Yield where those lie that may be the same place: the cells around, and what is told of the country."""
    land = where.country or where.name
    yield ("wide", kind, land)
    if where.exact and where.lat is not None and where.lon is not None:
        # The cells around too: two places side by side may lie in two cells.
        for north in (-_CELL, 0.0, _CELL):
            for east in (-_CELL, 0.0, _CELL):
                yield ("cell", kind, *_cell(where.lat + north, where.lon + east))
    else:
        yield ("in", kind, land)


def _cell(lat: float, lon: float) -> tuple[str, str]:
    # East of 180 degrees begins again with the first cell.
    lon = (lon + 180.0) % 360.0
    return str(math.floor(min(_POLES, lat) / _CELL)), str(math.floor(lon / _CELL))
