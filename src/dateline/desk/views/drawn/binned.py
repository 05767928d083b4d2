"""The map of more events than can be drawn one by one: all of them, counted by spot, or by squares of a grid."""

import math
from collections import Counter
from collections.abc import Sequence
from typing import Any

from dateline.desk.asked import Asked
from dateline.desk.held.spots import KNOWN, Box
from dateline.desk.page import Data
from dateline.errors import UsageError
from dateline.store.asking.filters import Filters

COLUMNS = ("lat", "lon", "radius_km", "precision", "place", "country", "n", "types")
MOST = 5_000
_FINEST = 0.01  # degrees
Bin = tuple[Any, ...]


def binned(asked: Asked, filters: Filters, *, drawn: int, matching: int) -> Data:
    """Return the spots of all events that pass filters, where more match than are drawn one by one.

    ``bins`` is None where all are drawn, and where the filters cannot be counted by spot; ``counting`` says that the
    events are still being read: ask again soon.
    """
    nothing: Data = {"bins": None, "binned": None, "counting": False, "grid": None}
    if matching <= drawn or filters.given - KNOWN:
        return nothing
    spots = asked.desk.spots
    if not spots.ready(asked.version):
        return {**nothing, "counting": True}
    found = [(*place, sum(n for _, n in types), types) for *place, types in spots.counted(filters, _box(asked))]
    grid, bins = _gathered(found)
    return {"bins": bins, "binned": sum(b[6] for b in bins), "counting": False, "grid": grid}


def _box(asked: Asked) -> Box | None:
    given = asked.one("box")
    if given is None:
        return None
    try:
        west, south, east, north = (float(part) for part in given.split(","))
    except ValueError as error:
        raise UsageError(f"box {given[:60]!r} is no WEST,SOUTH,EAST,NORTH such as 22,44,40,52") from error
    if not all(map(math.isfinite, (west, south, east, north))):
        raise UsageError(f"box {given[:60]!r} holds what is no number")
    return west, south, east, north


def _gathered(found: Sequence[Bin]) -> tuple[float | None, list[Bin]]:
    """Return the spots, or where there are too many the squares of the finest grid that has few enough."""
    if len(found) <= MOST:
        return None, list(found)
    step = _FINEST
    while True:
        squares: dict[tuple[int, int], list[Bin]] = {}
        for spot in found:
            squares.setdefault((math.floor(spot[0] / step), math.floor(spot[1] / step)), []).append(spot)
        if len(squares) <= MOST:
            return step, [_square(own) for own in squares.values()]
        step *= 2


def _square(own: Sequence[Bin]) -> Bin:
    """Return spots as one: in their middle, by the name of the largest."""
    total = sum(spot[6] for spot in own)
    largest = max(own, key=lambda spot: spot[6])
    types: Counter[str | None] = Counter()
    for spot in own:
        types.update(dict(spot[7]))
    lat, lon = (round(sum(spot[at] * spot[6] for spot in own) / total, 4) for at in (0, 1))
    return (lat, lon, largest[2], largest[3], largest[4], largest[5], total, list(types.items()))
