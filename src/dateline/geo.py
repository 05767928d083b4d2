"""Distances on the earth, taken for a sphere. Standard library alone: the build of the gazetteer runs it too."""

import math

RADIUS_KM = 6371.0
KM_PER_DEGREE = math.radians(RADIUS_KM)
"""Kilometres of a degree of latitude."""
Point = tuple[float, float]
"""Latitude, longitude."""


def great_circle_km(a: Point, b: Point) -> float:
    """Return the distance between two points; half the earth's girth where one is not a number."""
    (lat1, lon1), (lat2, lon2) = a, b
    north, south = math.radians(lat1), math.radians(lat2)
    half = math.sin((south - north) / 2) ** 2
    half += math.cos(north) * math.cos(south) * math.sin(math.radians(lon2 - lon1) / 2) ** 2
    return 2 * RADIUS_KM * math.asin(math.sqrt(min(1.0, half)))


def distance_km(lat: float | None, lon: float | None, other_lat: float, other_lon: float) -> float | None:
    """Return the distance between two points; None where the first is unknown."""
    return None if lat is None or lon is None else great_circle_km((lat, lon), (other_lat, other_lon))


def point_at(start: Point, km: float, bearing: float) -> Point:
    """Return the point so many kilometres away, ``bearing`` in degrees from north; its longitude may pass 180."""
    far, way, lat = km / RADIUS_KM, math.radians(bearing), math.radians(start[0])
    end = math.asin(math.sin(lat) * math.cos(far) + math.cos(lat) * math.sin(far) * math.cos(way))
    east = math.atan2(math.sin(way) * math.sin(far) * math.cos(lat), math.cos(far) - math.sin(lat) * math.sin(end))
    return math.degrees(end), start[1] + math.degrees(east)
