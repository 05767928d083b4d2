"""Which column of a table, or which key of JSON, holds which field of a report."""

import re
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from dateline.ingest.articles.article import Article
from dateline.ingest.source import Refused
from dateline.lexicon.reading.sources import Columns, load_columns
from dateline.model.item import Found

FIELDS = tuple(field.name for field in msgspec.structs.fields(Columns))
_LONG = 20  # words a cell; a column with that many is text, whatever its name


def guess(names: Iterable[str], words: msgspec.Struct | None = None) -> dict[str, str]:
    """Return the column of each field, by the columns' names alone; ``words`` are the names that are known."""
    known = {_plain(name): name for name in reversed(list(names))}
    wanted = msgspec.structs.asdict(words or load_columns())
    found = {field: next((known[w] for w in words if w in known), None) for field, words in wanted.items()}
    return {field: column for field, column in found.items() if column is not None}


def map_columns(
    names: Sequence[str], given: Mapping[str, str], *, rows: Sequence[Sequence[str]], found: Found
) -> tuple[dict[str, str], tuple[str, ...]]:
    """Return the column of each field, and a note where it was guessed.

    Args:
        names: The columns.
        given: What the user said, either way round: "body=text" or "text=body".
        rows: The first rows, to see which column is long.
        found: Where the table lies.

    Raises:
        Refused: A column that the user names isn't there, or none is known to hold the text.
    """
    if given:
        said = _said(given)
        missing = [column for column in said.values() if column not in names]
        if missing:
            raise Refused("table", f"{found}: has no column {missing[0]!r}; it has {', '.join(names[:30])}")
        return {**{f: c for f, c in guess(names).items() if c not in said.values()}, **said}, ()
    columns = guess(names)
    if "text" in columns or "html" in columns:
        return columns, (f"columns taken by their names: {shown(columns)}",)
    long = _longest(names, rows)
    told = shown({"text": long, **columns}) if long else "COLUMN=text,COLUMN=title,COLUMN=published"
    why = f"no column is known to hold the text; the columns are {', '.join(names[:30])}"
    raise Refused("table", f"{found}: {why}; say which: dateline ingest {found.path} --columns {told}")


def shown(columns: Mapping[str, str]) -> str:
    """Return a map of columns as ``--columns`` takes it."""
    return ",".join(f"{column}={field}" for field, column in columns.items())


def article_of(cells: Mapping[str, object], columns: Mapping[str, str], **more: object) -> Article:
    """Make an article of a row; cells that hold nothing are left out."""
    taken = {field: _cell(cells.get(column)) for field, column in columns.items() if field != "html"}
    fields: dict[str, object] = {field: value for field, value in taken.items() if value}
    origins = {field: column for field, column in columns.items() if field != column}
    return Article(**{"text": "", **fields, "origins": origins, **more})  # type: ignore[arg-type]  # as FIELDS says


def _said(given: Mapping[str, str]) -> dict[str, str]:
    """Return what a user said as field to column; where both are names of fields, the column stands first."""
    return {right: left for left, right in given.items() if right in FIELDS} | {
        left: right for left, right in given.items() if right not in FIELDS and left in FIELDS
    }


def _longest(names: Sequence[str], rows: Sequence[Sequence[str]]) -> str | None:
    words = [sum(len(row[n].split()) for row in rows if n < len(row)) / max(1, len(rows)) for n in range(len(names))]
    best = max(range(len(names)), key=words.__getitem__, default=None)
    return names[best] if best is not None and words[best] >= _LONG else None


def _cell(value: object) -> str | None:
    if value is None or value != value:  # noqa: PLR0124  NaN
        return None
    if isinstance(value, list | tuple):
        return ", ".join(filter(None, map(_cell, value))) or None
    if isinstance(value, Mapping):
        return _cell(value.get("name") or value.get("title"))
    isoformat = getattr(value, "isoformat", None)
    return str(isoformat() if isoformat else value).strip() or None


def _plain(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "_", re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower()).strip("_")
