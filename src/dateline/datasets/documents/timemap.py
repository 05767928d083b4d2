"""The files of timemap: events, their sources, and the associations by which its map is filtered."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from dateline.datasets.export import Export
from dateline.datasets.facts.dossier import Dossier
from dateline.datasets.pieces import write_list

_EVENTS, _SOURCES, _ASSOCIATIONS = "events.json", "sources.json", "associations.json"


def write_timemap(export: Export) -> list[Path]:
    """Write events.json, sources.json and associations.json. An event needs a day or a place."""
    seen: dict[str, dict[str, Any]] = {}
    types: dict[str, None] = {}
    paths = [export.folder / name for name in (_EVENTS, _SOURCES, _ASSOCIATIONS)]
    rows = export.account.rows
    rows[_EVENTS] = write_list(paths[0], _events(export, seen, types))
    rows[_SOURCES] = write_list(paths[1], seen.values())
    rows[_ASSOCIATIONS] = write_list(paths[2], [_association(name) for name in sorted(types)])
    return paths


def _events(export: Export, seen: dict[str, dict[str, Any]], types: dict[str, None]) -> Iterator[Mapping[str, Any]]:
    for dossier in export.counted():
        incident, founded = dossier.incident, dossier.founded
        place = incident.place if "place" in founded else None
        day = incident.start if "start" in founded else None
        if day is None and (place is None or place.lat is None):
            export.account.leave(incident.id, "neither a day nor a place is told")
            continue
        if place is not None and place.radius_km:
            export.account.remark("latitude", "a point: timemap draws no areas; the radius is in the comments")
        if incident.end != incident.start:
            export.account.remark("date", "the first day: timemap has no intervals; the last is in the comments")
        kind = incident.type or "other"
        types[kind] = None
        for member in dossier.members:
            seen.setdefault(member.report["id"], _source(dict(member.report)))
        yield {
            "id": incident.id, "description": incident.title, "date": day or "", "time": "",
            "time_precision": "day" if day == (incident.end or day) else "interval",
            "location": place.name if place else "", "latitude": "" if place is None else str(place.lat),
            "longitude": "" if place is None else str(place.lon), "type": kind, "category": kind,
            "associations": [kind], "sources": list(dict.fromkeys(m.report["id"] for m in dossier.members)),
            "comments": _comments(dossier),
        }  # fmt: skip


def _comments(dossier: Dossier) -> str:
    incident, place = dossier.incident, dossier.incident.place
    said = [f"{incident.reports} reports, {incident.roots} independent sources"]
    if place is not None and place.radius_km:
        said.append(f"within {place.radius_km:g} km ({place.precision})")
    if incident.end is not None and incident.end != incident.start:
        said.append(f"until {incident.end}")
    said += [
        f"{name}: {f.low:g}–{f.high:g}, {f.state}"
        for name, f in incident.fields.items()
        if f.low is not None and f.high is not None
    ]
    return "; ".join(said)


def _source(report: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "id": report["id"], "title": report["title"] or report["source"] or report["id"], "thumbnail": "", "paths": [],
        "type": "report", "affil_s": [], "url": report["url"] or "", "description": "", "parent": "",
        "author": report["source"] or "", "date": report["published"] or "", "notes": report["role"] or "",
    }  # fmt: skip


def _association(name: str) -> dict[str, Any]:
    return {"id": name, "title": name, "desc": "", "mode": "FILTER", "filter_paths": [name]}
