"""Write rows under their columns: commas or tabs, codes as text, empty where there is no value or no origin."""

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dateline.datasets.account import Account, Line
from dateline.datasets.columns import Column, load_columns
from dateline.datasets.facts.dossier import Dossier
from dateline.export.inert import cell

Rows = Callable[[Iterable[Dossier], Account], Iterator[Line]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One file of a format: its name, its columns, what makes its rows. With tabs there are no quotation marks."""

    file: str
    columns: str
    rows: Rows
    tabs: bool = False
    header: bool = True


def write_table(table: Table, folder: Path, dossiers: Iterable[Dossier], account: Account, *, raw_cells: bool) -> Path:
    """Write one file of a format, row by row."""
    columns = load_columns(table.columns)
    path = folder / table.file
    with path.open("w", encoding="utf-8", newline="") as file:
        put = _tabs(file.write) if table.tabs else csv.writer(file, lineterminator="\n").writerow
        if table.header:
            put([column.name for column in columns])
        for line in table.rows(dossiers, account):
            account.rows[table.file] += 1
            put(_cells(columns, line, table.file, account, raw_cells=raw_cells))
    return path


def _tabs(write: Callable[[str], object]) -> Callable[[Sequence[str]], object]:
    def put(cells: Sequence[str]) -> object:
        return write("\t".join(" ".join(text.split()) for text in cells) + "\n")

    return put


def _cells(columns: Sequence[Column], line: Line, file: str, account: Account, *, raw_cells: bool) -> list[str]:
    """Return the cells of a row; a value whose fields have neither words nor rule nor judgement is left out."""
    out = []
    for column, value in founded_values(columns, line, file, account):
        written = _written(value)
        inert = written if raw_cells or column.kind != "text" else cell(written)
        account.guarded += inert != written
        out.append(inert)
    return out


def founded_values(
    columns: Sequence[Column], line: Line, file: str, account: Account
) -> Iterator[tuple[Column, object]]:
    """Yield each column with its value, None where it has none or nothing that it stands on."""
    for column in columns:
        value = line.values.get(column.name)
        if value in (None, ""):
            yield column, None
        elif column.fields and line.founded.isdisjoint(column.fields):
            account.unfounded[file, column.name] += 1
            yield column, None
        else:
            account.filled[file, column.name] += 1
            yield column, value


def _written(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.12g}"
    return " ".join(str(value).split()) if isinstance(value, str) else str(value)
