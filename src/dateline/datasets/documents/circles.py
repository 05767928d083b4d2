"""Circles on the earth as polygons of GeoJSON: areas in place of pins."""

import math
from collections.abc import Sequence
from typing import Any

from dateline.geo import KM_PER_DEGREE, point_at

Point = tuple[float, float]
"""Longitude, latitude."""
_CORNERS = 48
_LEAST_KM = 0.1
_DIGITS = 5


def circle(lat: float, lon: float, radius_km: float) -> dict[str, Any]:
    """Return the polygon round a point; one that crosses the date line is cut there, one over a pole reaches it.

    Source: RFC 7946, section 3.1.9; rings run against the clock.
    """
    km = max(radius_km, _LEAST_KM)
    ring = [point_at((lat, lon), km, -360 * n / _CORNERS)[::-1] for n in range(_CORNERS)]
    if abs(lat) + km / KM_PER_DEGREE >= 90:
        return _polygon([_over_pole(ring, lat)])
    parts = [part for shift in (-360.0, 0.0, 360.0) if (part := _clipped([(x + shift, y) for x, y in ring]))]
    return _polygon(parts)


def _over_pole(ring: Sequence[Point], lat: float) -> list[Point]:
    """Return the cap of a circle that holds a pole, as a band from one edge of the map to the other."""
    pole = math.copysign(90.0, lat)
    edge = sorted(((x + 180) % 360 - 180, y) for x, y in ring)
    band = [(-180.0, edge[0][1]), *edge, (180.0, edge[-1][1]), (180.0, pole), (-180.0, pole)]
    return band if lat > 0 else band[::-1]


def _clipped(ring: Sequence[Point]) -> list[Point]:
    """Return the part of a ring that lies on the map."""
    for side, limit in ((1, 180.0), (-1, -180.0)):
        ring = _cut(ring, side, limit)
    return list(ring)


def _cut(ring: Sequence[Point], side: int, limit: float) -> list[Point]:
    """Cut off what lies beyond a meridian (Sutherland and Hodgman)."""
    out: list[Point] = []
    for (x0, y0), (x1, y1) in zip([*ring[-1:], *ring[:-1]], ring, strict=True):
        inside0, inside1 = side * x0 <= side * limit, side * x1 <= side * limit
        if inside0 != inside1:
            out.append((limit, y0 + (y1 - y0) * (limit - x0) / (x1 - x0)))
        if inside1:
            out.append((x1, y1))
    return out


def _polygon(rings: Sequence[Sequence[Point]]) -> dict[str, Any]:
    closed = [[[round(x, _DIGITS), round(y, _DIGITS)] for x, y in [*ring, ring[0]]] for ring in rings]
    if len(closed) == 1:
        return {"type": "Polygon", "coordinates": closed}
    return {"type": "MultiPolygon", "coordinates": [[ring] for ring in closed]}
