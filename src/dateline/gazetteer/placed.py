"""What is known of a place wherever it is kept: the columns that a file of places and its readers share."""

from dataclasses import dataclass

from dateline.model.closed import Precision


@dataclass(frozen=True, slots=True)
class Placed:
    """A place; ``population`` is people, or a weight on the same scale for places where nobody lives."""

    name: str
    kind: Precision
    feature: str
    country: str | None
    admin1: str | None
    lat: float
    lon: float
    population: int
    radius_km: float
    geonames: int | None
