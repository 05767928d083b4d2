"""Distances on the earth."""

import math

EARTH_KM = 12_742.0


def distance_km(lat: float | None, lon: float | None, other_lat: float, other_lon: float) -> float | None:
    """Return the distance between two points on the earth; None where one is unknown."""
    if lat is None or lon is None:
        return None
    a, b = math.radians(lat), math.radians(other_lat)
    half = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(math.radians(other_lon - lon) / 2) ** 2
    return EARTH_KM * math.asin(math.sqrt(min(1.0, half)))
