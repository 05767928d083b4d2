"""The parts of docs/exports.md and docs/series.md that code can say."""

import csv
import io
import json
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from dateline.datasets.columns import load_columns, load_table
from dateline.datasets.formats import FORMATS
from dateline.series.rows import COLUMNS
from doc_ledger import ROOT, block, table, told

EXAMPLE = ROOT / "examples" / "same_days.jsonl"
_SHOWN = (
    ("acled", "acled.csv", ("event_date", "sub_event_type", "actor1", "actor2", "location", "fatalities")),
    ("ucdp", "ucdp.csv", ("date_start", "type_of_violence", "side_a", "side_b", "low", "best", "high")),
)  # fmt: skip
_SERIES = {
    "period": "the day, the Monday of the week, or the month",
    "group": "the type, country, dyad …",
    "rule": "name and version",
    "incidents": "how many, with shares of long ones; empty where no report was seen",
    "events": "coded events behind them, of all reports",
    "events_per_incident": "events by incidents: redundancy",
    "reports_seen": "reports published in the period",
    "per_100_reports": "incidents by a hundred reports seen",
    "gap": "sources of which far less came than is usual",
}


def format_table() -> str:
    """Return the formats with their files."""
    return table(("`--as`", "what it is"), [(f"`{name}`", found.about) for name, found in FORMATS.items()])


def rule_table() -> str:
    """Return the coding rules that exports apply."""
    rows = load_table("rules", "format", "number", "rule")
    return table(("format", "rule", "what it asks"), [(row["format"], row["number"], row["rule"]) for row in rows])


def column_tables() -> str:
    """Return for each table the columns that fit in part or not at all."""
    return "\n\n".join(_columns(name) for found in FORMATS.values() for name in (t.columns for t in found.tables))


def _columns(name: str) -> str:
    columns = load_columns(name)
    lesser = [(f"`{c.name}`", c.fits, c.note) for c in columns if c.fits != "yes"]
    whole = sum(c.fits == "yes" for c in columns)
    head = f"### {name}\n\n{whole} of {len(columns)} columns fit as they are."
    return f"{head}\n\n{table(('column', 'fits', 'why'), lesser)}" if lesser else head


@cache
def _ledger() -> tempfile.TemporaryDirectory[str]:
    """Return a folder with the ledger of the example; it is removed at the end."""
    folder = tempfile.TemporaryDirectory()
    told("ingest", str(EXAMPLE), "--ledger", _path(folder.name))
    return folder


def _path(folder: str) -> str:
    return str(Path(folder) / "days.db")


def example() -> str:
    """Return the reports of the example, some of their exports, and what the manifests say."""
    return "\n\n".join([*_reports(), *_exports(), *_manifest()])


def _reports() -> Iterator[str]:
    lines = EXAMPLE.read_text(encoding="utf-8").splitlines()
    for report in map(json.loads, lines):
        yield f"**{report['source']}**, {report['published']}"
        yield block(report["text"])


def _exports() -> Iterator[str]:
    for name, file, columns in _SHOWN:
        rows = list(csv.DictReader(io.StringIO(_exported(name, file))))
        yield f"`dateline export --as {name}` ({len(columns)} of its columns):"
        yield table(columns, [[row[column] for column in columns] for row in rows])


def _exported(name: str, file: str) -> str:
    folder = Path(_ledger().name) / name
    if not folder.exists():
        told("export", "--as", name, "--to", str(folder), "--ledger", _path(_ledger().name))
    return (folder / file).read_text(encoding="utf-8")


def _manifest() -> Iterator[str]:
    found = json.loads(_exported("acled", "manifest.json"))
    yield "What ACLED's manifest says was left out, and where a value is less than the reports said:"
    yield table(
        ("rule", "reason", "incidents"), [(why["rule"] or "", why["reason"], why["count"]) for why in found["left_out"]]
    )
    degraded = [
        (f"`{field['field']}`", said, n) for field in found["fields"] for said, n in field.get("degraded", {}).items()
    ]
    yield table(("column", "what was done", "rows"), degraded)
    yield found["cite"]


def series_columns() -> str:
    """Return the columns of a series."""
    return table(("column", "what it holds"), [(f"`{name}`", _SERIES[name]) for name in COLUMNS])


def series_example() -> str:
    """Return a series of the example."""
    asked = ("series", "--by", "day", "--of", "country", "--from", "2024-03-13", "--to", "2024-03-17")
    shown = told(*asked, "--format", "table", "--ledger", _path(_ledger().name))
    return block(f"$ dateline {' '.join(asked)}\n{shown}")


PARTS = {
    "exports-columns": column_tables,
    "exports-example": example,
    "exports-formats": format_table,
    "exports-rules": rule_table,
    "series-columns": series_columns,
    "series-example": series_example,
}
