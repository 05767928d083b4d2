"""From the command's arguments to a feed of reports."""

import io
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

import click

from dateline.ingest import find_items, kind_of
from dateline.ingest.articles.given import given_of
from dateline.reading.feed import Feed, Live, Steady
from dateline.reading.given import GivenReport
from dateline.reading.sources import read_path, read_stream

STANDARD_INPUT = "-"
_ONE = ("text", "html", None)


def open_feed(files: Sequence[str], *, published: str | None = None, source: str | None = None) -> Feed:
    """Return the reports of files, "-" or none for standard input, with what is not given filled in."""
    names = files or (STANDARD_INPUT,)
    reports = (_filled(given, published, source) for name in names for given in _read(name))
    return Live(reports) if STANDARD_INPUT in names else Steady(reports)


def is_many(files: Sequence[str]) -> bool:
    """Tell whether there may be more than one report."""
    return len(files) != 1 or files[0] == STANDARD_INPUT or files[0].endswith(".jsonl")


def one_report(file: str, *, number: str | None, published: str | None) -> GivenReport:
    """Return the report of a file; of JSON Lines the one with an id, else the first.

    Raises:
        UsageError: No report has the id.
    """
    for at, given in enumerate(_reports(file, published), start=1):
        if number in (None, given.id, str(at)):
            return replace(given, id=given.id or str(at))
    raise click.UsageError(f"{file}: no report has the id {number!r}; name one by its id or by its number in the file")


def _reports(file: str, published: str | None) -> Iterator[GivenReport]:
    return (_filled(given, published, None) for given in _read(file))


def _read(name: str) -> Iterable[GivenReport]:
    if name == STANDARD_INPUT:
        return read_stream(standard_input())
    return _split(name) if _is_split(Path(name)) else read_path(Path(name))


def _is_split(path: Path) -> bool:
    """Tell whether a file is of a format that only ingest reads."""
    kind = kind_of(path) if path.is_file() else None
    return kind not in _ONE and not (kind == "jsonl" and path.suffix.lower() == ".jsonl")


def _split(name: str) -> Iterator[GivenReport]:
    """Yield the reports of a file that is no text, page or lines of JSON: each article of its own."""
    for number, item in enumerate(find_items(name), start=1):
        yield given_of(item, report_id=item.id or f"{Path(name).name}#{number}")


def standard_input() -> BinaryIO:
    """Return standard input as bytes, with a buffer of its own: a thread may still wait for it as the command ends."""
    try:
        return open(sys.stdin.fileno(), "rb", closefd=False)  # it stays open: the system closes it
    except (io.UnsupportedOperation, AttributeError, ValueError):
        return sys.stdin.buffer


def _filled(given: GivenReport, published: str | None, source: str | None) -> GivenReport:
    """Fill in what is not given with a report; a web page's own day counts less than what the user says."""
    return replace(given, published=given.published or published, source=given.source or source)
