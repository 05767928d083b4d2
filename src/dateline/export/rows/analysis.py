"""Codings as tables for analysis: one for the reports and one for each layer, a row a record."""

import dataclasses
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from operator import itemgetter
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import msgspec

from dateline.errors import DatelineError, UsageError
from dateline.export.guard import unwritten
from dateline.model.base import Record, Span
from dateline.model.coding import LAYERS, Coding
from dateline.model.report import Report

Library = Literal["pandas", "arrow"]
Rows = dict[str, list[dict[str, Any]]]
_INSTALL = "run: pip install 'dateline[tables]'"


def tables(codings: Iterable[Coding], *, library: Library = "pandas") -> dict[str, Any]:
    """Return codings as tables that join on ``report`` and ``id``.

    Args:
        codings: The codings; a stream is read to its end.
        library: "pandas" for DataFrames, "arrow" for pyarrow Tables.

    Returns:
        ``reports`` and one table for each layer. Each record has its ``report`` and its ``words``. A span is two
        columns (``trigger_start``, ``trigger_end``), a record within a record has its fields as columns
        (``acled_event_type``), a list stays a list. Evidence is left out.

    Raises:
        UsageError: The library is neither.
        DatelineError: The library is not installed.
    """
    if library not in get_args(Library):
        raise UsageError(f"tables know no library {library!r}; it is one of {', '.join(get_args(Library))}")
    rows = flat_rows(codings)
    try:
        if library == "arrow":
            import pyarrow as pa  # noqa: PLC0415  an optional library, and slow to load

            return {
                name: pa.Table.from_pylist(found) if found else pa.table({c: pa.nulls(0) for c in _names(name)})
                for name, found in rows.items()
            }
        import pandas as pd  # noqa: PLC0415

        return {name: pd.DataFrame(found, columns=list(_names(name))) for name, found in rows.items()}
    except ImportError as error:
        raise DatelineError(f"tables need {error.name}, which is not installed; {_INSTALL}") from error


def flat_rows(codings: Iterable[Coding]) -> Rows:
    """Return the rows of every table."""
    rows: Rows = {"reports": [], **{layer: [] for layer in LAYERS}}
    for coding in codings:
        for table, found in _rows_of(coding):
            rows[table] += found
    return rows


def _rows_of(coding: Coding) -> list[tuple[str, list[dict[str, Any]]]]:
    """Return the rows of one coding by table; one that cannot be spread has its report's row, with the reason."""
    try:
        return list(_spread(coding))
    except Exception as error:  # noqa: BLE001  one report never stops a run
        return list(_spread(unwritten(coding, error)))


def _spread(coding: Coding) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    yield "reports", [_report(coding)]
    for layer in LAYERS:
        found = getattr(coding, layer) or ()
        yield layer, [{"report": coding.report.id, **flat(r), "words": r.quote()} for r in found]


def flat(record: Record) -> dict[str, Any]:
    """Return a record's fields by name, spans and inner records spread over columns, whatever is null."""
    columns_of = _columns(type(record))  # type: ignore[arg-type]  # a type can be hashed
    return {name: read(record) for name, read in columns_of.items()}


@cache
def columns(layer: str) -> tuple[str, ...]:
    """Return the columns of a layer's table, which do not hang on what is in it."""
    kind = _plain(get_type_hints(Coding)[layer])
    return ("report", *_columns(get_args(kind)[0]), "words")


@cache
def _columns(kind: type) -> dict[str, Callable[[Any], Any]]:
    """Return the columns of a record's type, the id first, each with what reads it."""
    hints = {name: hint for name, hint in get_type_hints(kind).items() if name not in _LEFT_OUT}
    out: dict[str, Callable[[Any], Any]] = {}
    for name in sorted(hints, key=lambda n: n != "id"):
        inner = _plain(hints[name])
        if inner == Span:
            out[f"{name}_start"], out[f"{name}_end"] = _reader(name, itemgetter(0)), _reader(name, itemgetter(1))
        elif dataclasses.is_dataclass(inner) and isinstance(inner, type):
            out |= {f"{name}_{n}": _reader(name, read) for n, read in _columns(inner).items()}
        else:
            out[name] = _reader(name, msgspec.to_builtins)
    return out


_LEFT_OUT = frozenset({"evidence", "_text"})


def _plain(hint: Any) -> Any:
    """Return a type without its "or None"."""
    options = [a for a in get_args(hint) if a is not type(None)] if get_origin(hint) in (Union, UnionType) else [hint]
    return options[0]


def _reader(name: str, read: Callable[[Any], Any]) -> Callable[[Any], Any]:
    def column(record: Any) -> Any:
        value = getattr(record, name)
        return None if value is None else read(value)

    return column


def _names(table: str) -> tuple[str, ...]:
    return _REPORT_COLUMNS if table == "reports" else columns(table)


_CODER = ("version", "model", "model_digest", "lexicon_digest")
_OWN = tuple(f.name for f in dataclasses.fields(Report) if f.name != "coder")
_REPORT_COLUMNS = (*_OWN, *(f"coder_{name}" for name in _CODER))


def _report(coding: Coding) -> dict[str, Any]:
    own = {name: msgspec.to_builtins(getattr(coding.report, name)) for name in _OWN}
    return own | {f"coder_{name}": getattr(coding.report.coder, name, None) for name in _CODER}
