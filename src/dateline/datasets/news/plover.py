"""PLOVER's records as its manual describes them: each event of each report."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from dateline.datasets.export import Export
from dateline.datasets.facts.codebooks import plover_score
from dateline.datasets.facts.countries import name_of
from dateline.datasets.facts.dossier import Member, Party, Side
from dateline.datasets.news.told import told_members
from dateline.datasets.pieces import write_lines
from dateline.model.base import Span

FILE = "plover.jsonl"
_CODEBOOK = "PLOVER manual 2024-02"
_RESOLUTION = {"site": 5, "town": 4, "district": 3, "province": 2, "country": 1}


def write_plover(export: Export) -> list[Path]:
    """Write a record a line."""
    path = export.folder / FILE
    export.account.rows[FILE] = write_lines(path, _records(export))
    return [path]


def _records(export: Export) -> Iterator[Mapping[str, Any]]:
    for dossier, member in told_members(export.dossiers(), export.account):
        row, founded = member.row, member.founded
        dated = "start" in founded
        yield {
            "id": row["id"], "has_event": True, "date": row["start"] if dated else None, "time": None,
            "enddate": row["end"] if dated else None, "endtime": None,
            "actor": _entities(member, "actors"),
            "recipient": _entities(member, "recipients"), "event": [row["type"]],
            "mode": list(member.event.modes), "context": list(member.event.contexts),
            "event_loc": _place(member) if "place" in founded else None, "event_text": member.event.quote(),
            "quad_code": row["quad"], "event_scale": plover_score(row["type"], row["mode"]),
            "link": row["url"], "text": None, "text_info": _text_info(member), "cite_info": _cite(member),
            "coder": "dateline", "coded_date": None, "coded_time": None, "comment": _comment(member),
            "size": _size(member), "incident": dossier.incident.id,
        }  # fmt: skip


def _entities(member: Member, side: Side) -> list[dict[str, Any]]:
    return [_entity(party) for party in member.parties(side)] if side in member.founded else []


def _entity(party: Party) -> dict[str, Any]:
    return {
        "code": party.country, "sector": list(party.sectors), "entity_text": party.words, "identifier_id": None,
        "identifier_text": party.name, "religion": None, "ethnicity": None, "office": party.office, "gender": None,
        "age": None,
    }  # fmt: skip


def _place(member: Member) -> dict[str, Any] | None:
    row, place = member.row, member.place
    if row["place"] is None:
        return None
    span, precision = member.event.place_span, row["precision"]
    return {
        "extracted_place": member.words([span]) if span else None, "resolved_place": row["place"],
        "geonameid": place and place.geonames, "lat": row["lat"], "lon": row["lon"],
        "city": row["place"] if precision in ("site", "town") else None,
        "district": row["place"] if precision == "district" else None, "province": row["admin1"],
        "country": name_of(row["country"]), "country_code": row["country"], "feature_class": None,
        "feature_code": place and place.feature, "resolution": _RESOLUTION.get(precision or ""),
    }  # fmt: skip


def _text_info(member: Member) -> dict[str, Any]:
    spans: tuple[Span, ...] = member.event.spans()
    return {
        "sequence": member.event.sentence + 1, "start": spans[0][0] if spans else None,
        "end": spans[-1][1] if spans else None, "text_story": None,
    }  # fmt: skip


def _cite(member: Member) -> dict[str, Any]:
    report, coder = member.report, member.coding.report.coder
    return {
        "corpus": None, "citation": None, "url": report["url"], "title": report["title"],
        "language": report["language"], "publication": report["source"], "license": None, "copyright": None,
        "coder": "dateline", "codebook": _CODEBOOK, "version": coder and coder.version,
    }  # fmt: skip


def _comment(member: Member) -> str | None:
    """Return what PLOVER has no field for: the voices, and history that is only recalled."""
    said = [f"according to {member.row['said_by']}"] if member.row["said_by"] else []
    said += ["background"] if member.row["background"] else []
    return "; ".join(said) or None


def _size(member: Member) -> dict[str, Any]:
    return {name: _count(member, kind) for name, kind in _SIZES}


_SIZES = (("dead", "killed"), ("injured", "injured"), ("arrested", "arrested"))


def _count(member: Member, kind: str) -> list[float | None] | None:
    found = member.quantities(kind)
    return [found[0].low, found[0].high] if found else None
