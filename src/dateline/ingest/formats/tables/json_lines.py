"""JSON Lines: one report a line."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from dateline.ingest.articles.article import item_of_article
from dateline.ingest.articles.columns import article_of, guess, map_columns
from dateline.ingest.articles.given import item_of
from dateline.ingest.formats.base import Format
from dateline.ingest.options import Options
from dateline.ingest.source import Refused, Source
from dateline.model.item import Found, Item
from dateline.reading.decode import mark_of
from dateline.reading.given import from_mapping
from dateline.reading.sources import is_json_line, narrow, read_line

_SUFFIXES = frozenset({".jsonl", ".ndjson"})
_TYPE = "application/json"
_SCALAR = re.compile(rb'\{\s*"[^"]+"\s*:\s*["\w-]')


def read(source: Source, options: Options) -> Iterator[Item]:
    """Yield the report of each line; a line that is broken is refused alone."""
    lines = narrow(source.stream()) if mark_of(source.head) else source.lines(options.limits)
    for number, line in enumerate(lines, start=1):
        if line.strip(b"\xef\xbb\xbf \t\r\n"):
            yield _item(line, replace(source.found, number=number), options)


def _item(line: bytes, found: Found, options: Options) -> Item:
    place = f"{replace(found, number=None)}, line {found.number}"
    given = read_line(line, place=place)
    if options.columns or given.error:
        row = _row(line)
        if row and (options.columns or not {"text", "html"} & row.keys()):
            try:
                return item_of_object(row, found=found, options=options, original=line)
            except Refused as refused:
                return Item(found=found, refused=refused.refusal, original=line, media_type=_TYPE)
    return item_of(given, found=found, original=line, media_type=_TYPE)


def _row(line: bytes) -> dict[str, Any] | None:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def item_of_object(row: dict[str, Any], *, found: Found, options: Options, original: bytes) -> Item:
    """Return the item of one JSON object, by the keys of the input format or by a map of its own keys.

    Raises:
        Refused: No key is known to hold the text.
    """
    if not options.columns and {"text", "html"} & row.keys():
        return item_of(from_mapping(row), found=found, original=original, media_type=_TYPE)
    cells = [[str(value) for value in row.values()]]
    columns, notes = map_columns(list(row), options.columns, rows=cells, found=found)
    return item_of_article(article_of(row, columns, original=original, notes=notes), found=found, media_type=_TYPE)


def has_text(row: dict[str, Any]) -> bool:
    """Tell whether a JSON object is a report, by its keys."""
    return bool({"text", "html"} & guess(row).keys())


def recognises(source: Source) -> bool:
    """Tell by the name, by two lines that begin as objects, or by a first line that is a report."""
    if source.suffix in _SUFFIXES:
        return True
    if not is_json_line(source.head):
        return False
    first, end, rest = source.head.strip().partition(b"\n")
    row = _row(first)
    if row is not None:
        return rest.lstrip().startswith(b"{") or has_text(row)
    return is_json_line(rest) or (not end and bool(_SCALAR.match(first)) and b"[{" not in first)


FORMAT = Format(
    name="jsonl", what="JSON Lines",
    told_by="its name ends in `.jsonl` or `.ndjson`, or its first line is a JSON object",
    gives="the fields of the [input format](cli.md), or keys of other names as for tables", many=True,
    recognises=recognises, read=read,
)  # fmt: skip
