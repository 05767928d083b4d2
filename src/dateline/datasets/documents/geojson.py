"""Incidents as areas: each a circle of the radius within which it lies, and what has no place without a geometry."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from dateline.datasets.documents.circles import circle
from dateline.datasets.export import Export
from dateline.datasets.facts.dossier import Dossier, properties
from dateline.datasets.pieces import write_object

FILE = "incidents.geojson"


def write_geojson(export: Export) -> list[Path]:
    """Write a collection of features, one an incident."""
    path = export.folder / FILE
    export.account.rows[FILE] = write_object(path, {"type": "FeatureCollection"}, "features", _features(export))
    return [path]


def _features(export: Export) -> Iterator[Mapping[str, Any]]:
    for dossier in export.counted():
        found = geometry(dossier)
        if found is None:
            export.account.remark("geometry", "none: no report gives a place that is known")
        yield {
            "type": "Feature", "id": dossier.incident.id, "geometry": found, "properties": properties(dossier),
        }  # fmt: skip


def geometry(dossier: Dossier) -> dict[str, Any] | None:
    """Return an incident's area, None where it has no place."""
    place = dossier.incident.place
    if place is None or place.lat is None or place.lon is None or "place" not in dossier.founded:
        return None
    return circle(place.lat, place.lon, place.radius_km or 0.0)
