"""The manifest beside each export: rows, what was left out and why, what fits less than whole, and how to cite it."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

from dateline.datasets.account import Account
from dateline.datasets.columns import Column, load_columns
from dateline.datasets.export import Export
from dateline.gazetteer.reader import open_default
from dateline.incidents.rules import load_rule

FILE = "manifest.json"
_UNFOUNDED = "neither words nor a rule nor a judgement"


def write_manifest(export: Export, *, name: str, about: str, files: Sequence[Path], tables: Mapping[str, str]) -> Path:
    """Write manifest.json; ``tables`` maps a file to the name of its columns."""
    account, rule = export.account, load_rule(export.rule)
    told = {
        "format": name, "about": about, "files": [_file(path, account) for path in files],
        "rule": rule.name, "rule_digest": rule.digest, "filters": {k: str(v) for k, v in export.filters.items()},
        "incidents": account.incidents, "left_out": account.left(),
        "fields": [*_fields(account, tables), *_remarks(account, tables)],
        "cells_guarded": account.guarded, "raw_cells": export.raw_cells, "runs": _runs(export),
        "versions": {"dateline": version("dateline"), "gazetteer": open_default().meta.get("digest")},
        "ledger": str(export.ledger.view.path.name), "ledger_as_of": _as_of(export), "cite": _cite(name, export),
    }  # fmt: skip
    path = export.folder / FILE
    path.write_text(json.dumps(told, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return path


def _file(path: Path, account: Account) -> dict[str, Any]:
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return {"name": path.name, "rows": account.rows[path.name], "bytes": path.stat().st_size, "sha256": digest}


def _fields(account: Account, tables: Mapping[str, str]) -> list[dict[str, Any]]:
    """Return each column: whether it fits, in how many rows it has a value, and what is less than the report said."""
    return [_field(account, file, column) for file, name in tables.items() for column in load_columns(name)]


def _field(account: Account, file: str, column: Column) -> dict[str, Any]:
    unfounded = account.unfounded[file, column.name]
    found: dict[str, Any] = {
        "file": file, "field": column.name, "fits": column.fits, "filled": account.filled[file, column.name],
        "of": account.rows[file], "note": column.note or None,
    }  # fmt: skip
    degraded = {said: n for (name, said), n in account.remarks.items() if name == column.name}
    if unfounded:
        degraded[_UNFOUNDED] = unfounded
    return found | ({"degraded": degraded} if degraded else {})


def _remarks(account: Account, tables: Mapping[str, str]) -> list[dict[str, Any]]:
    """Return what was noted of fields that are no columns of a table."""
    known = {column.name for name in tables.values() for column in load_columns(name)}
    fields = dict.fromkeys(name for name, _ in account.remarks if name not in known)
    return [
        {"field": field, "fits": "part", "degraded": {s: n for (f, s), n in account.remarks.items() if f == field}}
        for field in fields
    ]


def _runs(export: Export) -> list[dict[str, Any]]:
    wanted = ("run", "version", "model", "model_digest", "lexicon_digest", "gazetteer_digest", "current")
    rows = export.ledger.sql("SELECT * FROM v_runs WHERE current > 0 ORDER BY run")
    return [{name: row[name] for name in wanted} for row in rows]


def _as_of(export: Export) -> str | None:
    """Return when the ledger took its newest report."""
    rows = export.ledger.sql("SELECT max(recorded) AS at FROM v_reports")
    found: str | None = rows[0]["at"]
    return found


def _cite(name: str, export: Export) -> str:
    reports = export.ledger.sql("SELECT count(*) AS n, min(published) AS a, max(published) AS b FROM v_reports")[0]
    days = f", published {reports['a']} to {reports['b']}" if reports["a"] else ""
    rule = load_rule(export.rule).name
    return (
        f"dateline {version('dateline')}, export {name} by rule {rule} of {reports['n']} reports{days}. "
        "Coded by machine; not data of the project whose format it is in. Name the sources of the reports too."
    )
