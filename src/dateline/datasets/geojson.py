"""Incidents as areas: each a circle of the radius within which it lies, and what has no place without a geometry."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec

from dateline.datasets.circles import circle
from dateline.datasets.dossier import Dossier
from dateline.datasets.export import Export
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


def properties(dossier: Dossier) -> dict[str, Any]:
    """Return what is known of an incident; a field without words, rule or judgement is null."""
    incident = dossier.incident
    founded = dossier.founded
    place = incident.place if "place" in founded else None
    dated = "start" in founded
    actors, recipients = (
        [actor.name for actor in getattr(incident, side)] if side in founded else []
        for side in ("actors", "recipients")
    )
    return {
        "title": incident.title, "type": incident.type, "mode": incident.mode, "status": incident.status,
        "start": incident.start if dated else None, "end": incident.end if dated else None,
        "place": place and place.name, "country": place and place.country, "precision": place and place.precision,
        "radius_km": place and place.radius_km, "actors": actors,
        "recipients": recipients, "reports": incident.reports, "roots": incident.roots,
        "fields": msgspec.to_builtins(dict(incident.fields)), "rule": incident.rule, "confidence": incident.confidence,
    }  # fmt: skip
