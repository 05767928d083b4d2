"""The columns of the formats, and other tables of theirs, read from data files."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, cast

from dateline.lexicon.tables import read_rows

DATA = Path(__file__).parent / "data"
_COLUMNS = ("column", "kind", "fields", "fits", "note")
Kind = Literal["text", "integer", "number", "day"]
Fits = Literal["yes", "part", "no"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: ``fields`` are those of a coding that it is made of, ``fits`` whether dateline can fill it."""

    name: str
    kind: Kind
    fields: tuple[str, ...]
    fits: Fits
    note: str


@cache
def load_columns(name: str) -> tuple[Column, ...]:
    """Read the columns of a format, in their order.

    Raises:
        LexiconError: The file breaks its format.
    """
    rows = read_rows(DATA / "columns" / f"{name}.csv", _COLUMNS)
    return tuple(
        Column(column, cast(Kind, kind), tuple(fields.split()), cast(Fits, fits), note)
        for column, kind, fields, fits, note in rows
    )


@cache
def load_table(name: str, *columns: str) -> tuple[Mapping[str, str], ...]:
    """Read a flat table of the formats: ``data/NAME.csv`` with just these columns.

    Raises:
        LexiconError: The file breaks its format.
    """
    return tuple(dict(zip(columns, row, strict=True)) for row in read_rows(DATA / f"{name}.csv", columns))
