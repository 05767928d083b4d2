"""Tables with declared types for analysis: incidents, claims, events, reports."""

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import Any

import msgspec

from dateline.datasets.account import Account
from dateline.datasets.columns import load_columns
from dateline.datasets.export import Export
from dateline.datasets.facts.dossier import properties
from dateline.datasets.tables.reports import report_rows
from dateline.datasets.tables.tabular import founded_values
from dateline.errors import DatelineError
from dateline.incidents.model import Claim

_BATCH = 2_000
_TEXTS, _INTEGERS, _NUMBERS, _LISTS = "string", "int64", "float64", "list"
_INCIDENTS: Mapping[str, str] = {
    "id": _TEXTS, "title": _TEXTS, "type": _TEXTS, "mode": _TEXTS, "status": _TEXTS, "start": "day", "end": "day",
    "place": _TEXTS, "country": _TEXTS, "lat": _NUMBERS, "lon": _NUMBERS, "radius_km": _NUMBERS, "precision": _TEXTS,
    "actors": _LISTS, "recipients": _LISTS, "reports": _INTEGERS, "roots": _INTEGERS, "fields": _TEXTS, "rule": _TEXTS,
    "confidence": _NUMBERS,
}  # fmt: skip
_CLAIMS: Mapping[str, str] = {
    "incident": _TEXTS, "field": _TEXTS, "value": _TEXTS, "low": _NUMBERS, "high": _NUMBERS, "unit": _TEXTS,
    "state": _TEXTS, "chosen": "bool", "by": _TEXTS, "roots": _INTEGERS, "reports": _LISTS, "said_by": _TEXTS,
    "told": _TEXTS, "spans": _TEXTS,
}  # fmt: skip
_KINDS = {"text": _TEXTS, "integer": _INTEGERS, "number": _NUMBERS, "day": "day"}
Rows = Iterator[Mapping[str, Any]]


def write_parquet(export: Export) -> list[Path]:
    """Write incidents.parquet, claims.parquet and events.parquet.

    Raises:
        DatelineError: pyarrow is not installed.
    """
    events = {column.name: _KINDS[column.kind] for column in load_columns("reports")}
    tables: tuple[tuple[str, Mapping[str, str], Callable[[Export], Rows]], ...] = (
        ("incidents.parquet", _INCIDENTS, _incidents), ("claims.parquet", _CLAIMS, _claims),
        ("events.parquet", events, _events),
    )  # fmt: skip
    return [_write(export, name, schema, rows) for name, schema, rows in tables]


def _write(export: Export, name: str, schema: Mapping[str, str], rows: Callable[[Export], Rows]) -> Path:
    arrow, parquet = _libraries()
    declared = arrow.schema([(column, _arrow_type(arrow, kind)) for column, kind in schema.items()])
    path = export.folder / name
    found = rows(export)
    with parquet.ParquetWriter(path, declared) as out:
        while batch := list(islice(found, _BATCH)):
            out.write_table(arrow.Table.from_pylist(batch, schema=declared))
            export.account.rows[name] += len(batch)
    return path


def _libraries() -> tuple[Any, Any]:
    try:
        return import_module("pyarrow"), import_module("pyarrow.parquet")
    except ImportError as error:
        raise DatelineError(
            "Parquet needs pyarrow, which is not installed; run: pip install 'dateline[tables]'"
        ) from error


def _arrow_type(arrow: Any, kind: str) -> Any:
    made = {"day": arrow.date32, "bool": arrow.bool_, "list": lambda: arrow.list_(arrow.string())}
    return made[kind]() if kind in made else getattr(arrow, kind)()


def _incidents(export: Export) -> Rows:
    for dossier in export.counted():
        told = properties(dossier)
        place = dossier.incident.place if "place" in dossier.founded else None
        yield told | {
            "id": dossier.incident.id, "lat": place and place.lat, "lon": place and place.lon,
            "start": _day(told["start"]), "end": _day(told["end"]), "fields": json.dumps(told["fields"]),
        }  # fmt: skip


def _claims(export: Export) -> Rows:
    yield from (_claim(claim) for dossier in export.dossiers() for claim in dossier.claims)


def _claim(claim: Claim) -> Mapping[str, Any]:
    told: dict[str, Any] = msgspec.to_builtins(claim)
    value = told["value"]
    return told | {"value": None if value is None else str(value), "spans": json.dumps(told["spans"])}


def _events(export: Export) -> Rows:
    columns = load_columns("reports")
    for line in report_rows(export.dossiers(), Account()):
        found = founded_values(columns, line, "events.parquet", export.account)
        yield {c.name: _day(value) if c.kind == "day" else value for c, value in found}


def _day(value: object) -> Any:
    return None if value is None else date.fromisoformat(str(value))
