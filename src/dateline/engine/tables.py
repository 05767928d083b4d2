"""Reports as Arrow tables, and codings as Arrow tables: what any engine carries between machines."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from importlib import import_module
from typing import Any

from dateline.errors import EngineError
from dateline.export.rows.lines import encode
from dateline.model.coding import Coding
from dateline.reading.given import GivenReport, from_mapping
from dateline.store.packing import digest_of

Table = Any
"""A pyarrow Table; the library is optional, and has no types."""
CODED = ("digest", "id", "coding", "code_version", "error")
"""Columns of codings: SHA-256 of the text, id, the coding as JSON, dateline's version, why there is no coding."""
_PLAIN = tuple(f.name for f in fields(GivenReport) if f.name != "notes")


def reports_to_table(reports: Sequence[GivenReport]) -> Table:
    """Return reports as a table, a column a field."""
    arrow = library()
    columns = {name: _column(arrow, [getattr(report, name) for report in reports]) for name in _PLAIN}
    notes = arrow.array([list(report.notes) for report in reports], arrow.list_(arrow.string()))
    return arrow.table({**columns, "notes": notes})


def table_to_reports(table: Table) -> Iterator[GivenReport]:
    """Yield the reports of a table; columns that are none of a report's fields are passed over."""
    for row in table.to_pylist():
        yield _report({name: _text(value) for name, value in row.items()})


def codings_to_table(codings: Iterable[Coding]) -> Table:
    """Return codings as a table with the columns ``CODED``."""
    arrow = library()
    rows = [_row(coding) for coding in codings]
    columns = zip(*rows, strict=True) if rows else [() for _ in CODED]
    return arrow.table(
        {name: arrow.array(list(values), arrow.string()) for name, values in zip(CODED, columns, strict=True)}
    )


def library(name: str = "pyarrow") -> Any:
    """Return an optional library.

    Raises:
        EngineError: It is not installed.
    """
    try:
        return import_module(name)
    except ImportError as error:
        raise EngineError(f"{name} is not installed; run: pip install 'dateline[ray]'") from error


def _row(coding: Coding) -> tuple[str | None, ...]:
    report = coding.report
    made_by = None if report.coder is None else report.coder.version
    return digest_of(report.text), report.id, encode(coding).decode(), made_by, report.error


def _column(arrow: Any, values: list[str | None]) -> Any:
    """Return strings as a column; where one has a lone surrogate, which no Arrow string holds, as bytes."""
    try:
        return arrow.array(values, arrow.string())
    except UnicodeEncodeError:
        raw = [None if value is None else value.encode("utf-8", "surrogatepass") for value in values]
        return arrow.array(raw, arrow.binary())


def _text(value: object) -> object:
    return value.decode("utf-8", "surrogatepass") if isinstance(value, bytes) else value


def _report(row: Mapping[str, Any]) -> GivenReport:
    """Return the report of a row, which may be a user's own table, without our columns."""
    report = from_mapping(row)
    return replace(
        report,
        notes=tuple(row.get("notes") or ()),
        error=row.get("error") or report.error,
        published_origin=row.get("published_origin") or "given",
    )
