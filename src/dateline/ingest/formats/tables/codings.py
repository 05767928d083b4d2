"""Ready-made codings, one a line as ``dateline code --format jsonl`` writes them: checked, and taken as they are."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import msgspec

from dateline.ingest.articles.dates import read_published
from dateline.ingest.formats.base import Format
from dateline.ingest.options import Options
from dateline.ingest.source import Source
from dateline.model.coding import SCHEMA, Coding
from dateline.model.item import Found, Item, Refusal
from dateline.model.whole import faults

_TYPE = "application/json"
_MARK = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*"schema"\s*:\s*"dateline/\d+"')
_FIELDS = ("title", "source", "url", "language")
_SAID = ("given", "document")  # published_origin of a day that was not read by the coder


def read(source: Source, options: Options) -> Iterator[Item]:
    """Yield the report of each line with its coding; a line that is no whole coding is refused alone."""
    for number, line in enumerate(source.lines(options.limits), start=1):
        if line.strip(b"\xef\xbb\xbf \t\r\n"):
            yield item_of_coding(line, found=replace(source.found, number=number))


def item_of_coding(line: bytes, *, found: Found) -> Item:
    """Return a line's report with its coding, refused where it is none of this schema or is not whole."""
    try:
        coding = _decoder().decode(line.removeprefix(b"\xef\xbb\xbf"))
    except (msgspec.DecodeError, UnicodeDecodeError, ValueError) as error:
        told = f"{found}: is no coding of the schema {SCHEMA} ({error}); code its text again"
        return Item(found=found, original=line, media_type=_TYPE, refused=Refusal(reason="broken", told=told))
    wrong = next(faults(coding), None)
    if wrong is None and coding.report.coder is None:
        wrong = "report.coder does not say what made it"
    if wrong is not None:
        told = f"{found}: the coding contradicts itself: {wrong}; code its text again"
        return Item(found=found, original=line, media_type=_TYPE, refused=Refusal(reason="broken", told=told))
    return _item(coding, found)


def _item(coding: Coding, found: Found) -> Item:
    """Return the item of a coding; a report that could not be coded is its text alone, and is tried anew."""
    report = coding.report
    said = read_published(report.published, origin=report.published_origin)
    return Item(
        found=found, text=report.text, id=report.id, title=report.title, source=report.source, url=report.url,
        language=report.language, published=said if report.published_origin in _SAID else None, notes=report.notes,
        original=report.text.encode("utf-8", "surrogatepass"),
        origins={name: "given" for name in _FIELDS if getattr(report, name)}, coding=coding if report.coded else None,
    )  # fmt: skip


@cache
def _decoder() -> "msgspec.json.Decoder[Coding]":
    return msgspec.json.Decoder(Coding)


def is_coding(line: bytes) -> bool:
    """Tell by the schema that its first field names whether a line is a coding."""
    return _MARK.match(line) is not None


FORMAT = Format(
    name="codings", what="codings as `dateline code --format jsonl` writes them", many=True,
    told_by='its first line begins with `{"schema":"dateline/1"`',
    gives="the report, and its coding as it is, under the run that made it; nothing is coded anew",
    recognises=lambda source: is_coding(source.head), read=read,
)  # fmt: skip
