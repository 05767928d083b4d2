"""Print records of a ledger: a table for eyes, lines of JSON, one JSON array, or CSV."""

import csv
import io
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from shutil import get_terminal_size
from typing import Any

import msgspec

from dateline.cli.printing.output import default_format, emit
from dateline.export.inert import cell, shown
from dateline.store.asking.view import HIDDEN
from dateline.timelines.rows import TABLES

Record = Mapping[str, Any]
JSON_FORMS = ("jsonl", "json")
FORMATS = ("table", "csv", *JSON_FORMS)
TABLE_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "reports": ("id", "published", "source", "title", "family", "roots", "events"),
    "events": ("id", "start", "type", "mode", "actors", "recipients", "place", "country", "status"),
    "statements": ("id", "published", "speaker", "country", "act"),
    "positions": ("id", "published", "actor", "stance", "issue"),
    "commitments": ("id", "published", "donor", "recipient", "kind", "stage", "amount", "currency"),
    "scheduled": ("id", "start", "kind", "name", "place", "participants", "status"),
    "search": ("id", "published", "source", "title", "events"),
    **{f"timeline {name}": columns for name, columns in TABLES.items()},
}
"""What a table shows of each layer; the words come on a line below."""
_WORDS = ("words", "snippet")
_LONGEST = 34
_WIDEST = 140


def default_form() -> str:
    """Return the format for where the output goes."""
    return default_format()


def form_of(given: str | None, *, raw_cells: bool) -> str:
    """Return the format asked for, else the default; CSV of raw cells is a format of its own."""
    return "raw-csv" if raw_cells and given == "csv" else given or default_form()


def print_records(columns: Sequence[str], rows: Iterable[Record], *, form: str, layer: str = "") -> int:
    """Print rows as they come and return how many there were."""
    counted = _Counted(rows)
    names = [name for name in columns if name not in HIDDEN]
    emit(_WRITERS[form](names, counted, TABLE_COLUMNS.get(layer, tuple(names))))
    return counted.number


class _Counted:
    """Counts what is read through it."""

    def __init__(self, rows: Iterable[Record]) -> None:
        self._rows = rows
        self.number = 0

    def __iter__(self) -> Iterator[Record]:
        for row in self._rows:
            self.number += 1
            yield row


def print_json(records: Iterable[object], *, form: str) -> None:
    """Print whole records as they come: a line each, or one array."""
    emit(_WHOLE[form](json.dumps(msgspec.to_builtins(record), ensure_ascii=False) for record in records))


def _lines(records: Iterable[str]) -> Iterator[str]:
    return (f"{record}\n" for record in records)


def _array(records: Iterable[str]) -> Iterator[str]:
    opened = False
    for record in records:
        yield (",\n" if opened else "[\n") + record
        opened = True
    yield "\n]\n" if opened else "[]\n"


def _jsonl(names: Sequence[str], rows: Iterable[Record], _: Sequence[str]) -> Iterator[str]:
    return _lines(_dumped(names, rows))


def _json(names: Sequence[str], rows: Iterable[Record], _: Sequence[str]) -> Iterator[str]:
    return _array(_dumped(names, rows))


def _dumped(names: Sequence[str], rows: Iterable[Record]) -> Iterator[str]:
    return (json.dumps({name: plain(name, row[name]) for name in names}, ensure_ascii=False) for row in rows)


def _csv(names: Sequence[str], rows: Iterable[Record], _: Sequence[str]) -> Iterator[str]:
    yield _line(names)
    for row in rows:
        yield _line([row[name] for name in names])


def _inert_csv(names: Sequence[str], rows: Iterable[Record], _: Sequence[str]) -> Iterator[str]:
    inert = ({n: cell(v) if isinstance(v, str) else v for n, v in row.items()} for row in rows)
    return _csv(names, inert, _)


def _line(cells: Sequence[object]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(["" if c is None else c for c in cells])
    return out.getvalue()


def _table(names: Sequence[str], rows: Iterable[Record], shown: Sequence[str]) -> Iterator[str]:
    """Yield an aligned table, the words of each row below it."""
    found = list(rows)
    used = [name for name in shown if any(row.get(name) not in (None, "") for row in found)]
    cells = [[_cell(row.get(name)) for name in used] for row in found]
    widths = [max(map(len, column)) for column in zip(used, *cells, strict=True)]
    words = next((name for name in _WORDS if name in names), None)
    if not found:
        return
    yield _aligned(used, widths)
    for row, line in zip(found, cells, strict=True):
        yield _aligned(line, widths)
        if words and row.get(words):
            yield _quoted(row[words])


def _aligned(cells: Sequence[str], widths: Sequence[int]) -> str:
    line = "  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True))
    return line.rstrip() + "\n"


def _quoted(words: str) -> str:
    room = min(get_terminal_size().columns, _WIDEST) - 6
    line = shown(" ".join(words.split()))
    return f"    “{line if len(line) <= room else line[: room - 1] + '…'}”\n"


def _cell(value: object) -> str:
    line = "" if value is None else f"{value:,.12g}" if isinstance(value, float) else " ".join(str(value).split())
    line = shown(line)
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"


def plain(name: str, value: object) -> object:
    """Return a column's value as JSON has it: columns that hold JSON are opened."""
    return json.loads(value) if name in _JSON and isinstance(value, str) and value else value


_JSON = frozenset({"spans", "quantities", "items", "judged", "notes", "options", "value", "was", "item"})
_WRITERS: Mapping[str, Callable[[Sequence[str], Iterable[Record], Sequence[str]], Iterator[str]]] = {
    "table": _table, "csv": _inert_csv, "raw-csv": _csv, "jsonl": _jsonl, "json": _json,
}  # fmt: skip
_WHOLE: Mapping[str, Callable[[Iterable[str]], Iterator[str]]] = {"jsonl": _lines, "json": _array}


def stderr_is_terminal() -> bool:
    """Tell whether somebody watches standard error."""
    return sys.stderr.isatty()
