"""JSON: an array of reports, or one object, which may hold such an array."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from dateline.ingest.formats.base import Format
from dateline.ingest.formats.documents.text import read_text
from dateline.ingest.formats.tables.json_lines import has_text, item_of_object
from dateline.ingest.options import Options
from dateline.ingest.source import Refused, Source
from dateline.model.item import Item, Refusal

_DECODER = json.JSONDecoder()


def read(source: Source, options: Options) -> Iterator[Item]:
    """Yield the reports of a JSON file, one object at a time."""
    _, text, _ = read_text(source, options)
    text = text.strip()
    rows = _elements(text) if text.startswith("[") else _inside(_whole(text, source), source, options)
    for number, (row, original) in enumerate(rows, start=1):
        yield _item(row, original, source, options, number)


def _item(row: object, original: str, source: Source, options: Options, number: int) -> Item:
    found, raw = replace(source.found, number=number), original.encode("utf-8", "surrogatepass")
    if not isinstance(row, dict):
        told = f"{found}: is not a JSON object; one object a report is wanted"
        return Item(found=found, original=raw, refused=Refusal(reason="broken", told=told))
    try:
        return item_of_object(row, found=found, options=options, original=raw)
    except Refused as refused:
        return Item(found=found, original=raw, media_type="application/json", refused=refused.refusal)


def _elements(text: str) -> Iterator[tuple[object, str]]:
    """Yield the elements of an array with their words, one after the other: the whole is never held as objects."""
    at = _skip(text, 1)
    while at < len(text) and text[at] != "]":
        try:
            row, end = _DECODER.raw_decode(text, at)
        except (ValueError, RecursionError) as error:
            raise Refused("broken", f"not valid JSON ({error}); mend it, or write one report a line") from error
        yield row, text[at:end]
        at = _skip(text, end)
    if at >= len(text):
        raise Refused("broken", "the array has no end; the file was cut off: get it again")


def _skip(text: str, at: int) -> int:
    while at < len(text) and text[at] in " \t\r\n,":
        at += 1
    return at


def _whole(text: str, source: Source) -> dict[str, Any]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Refused("broken", f"{source.found}: not valid JSON ({error}); mend it") from error
    if not isinstance(found, dict):
        raise Refused("broken", f"{source.found}: is not a JSON object or array")
    return found


def _inside(whole: dict[str, Any], source: Source, options: Options) -> Iterator[tuple[object, str]]:
    """Yield an object that is a report, or the objects of the array of reports that it holds."""
    if options.columns or has_text(whole):
        yield whole, json.dumps(whole, ensure_ascii=False)
        return
    arrays = [value for value in whole.values() if _is_reports(value)]
    if len(arrays) != 1:
        what = "holds no array of reports" if not arrays else "holds several arrays of reports"
        raise Refused("unknown-format", f"{source.found}: the JSON {what}; write one report a line (JSON Lines)")
    for row in arrays[0]:
        yield row, json.dumps(row, ensure_ascii=False)


def _is_reports(value: object) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], Mapping) and has_text(dict(value[0]))


def recognises(source: Source) -> bool:
    """Tell by the first characters."""
    start = source.text.lstrip()[:200]
    return start.startswith(("[{", '{"')) or (start[:1] in "[{" and start[1:].lstrip()[:1] in ('"', "{", "]"))


FORMAT = Format(
    name="json", what="JSON: an array of objects, or an object with one such array", many=True,
    told_by="it begins as a JSON array of objects or as an object", gives="as for JSON Lines",
    recognises=recognises, read=read, guarded=True,
)  # fmt: skip
