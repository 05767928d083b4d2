#!/usr/bin/env python3
"""Check what all lexicon files have in common, whoever reads them.

Each is UTF-8 in normal form C, ends in one line feed, has no tabs and no trailing space; a TOML file is read by one
record; in a CSV file all rows have the columns of the head, none stands twice, and its source is in SOURCES.toml.
"""

import csv
import sys
import tomllib
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from dateline.lexicon.files import DATA, files_in
from doc_lexicons import readers_of

SOURCES = "SOURCES.toml"


def main() -> None:
    """Check all files and leave with 1 where one is at fault."""
    faults = [*find_faults(DATA)]
    for fault in faults:
        print(fault, file=sys.stderr)
    if faults:
        sys.exit(f"{len(faults)} fault(s) in the lexicon files")
    print(f"{sum(1 for _ in files_in(DATA)) + sum(1 for _ in files_in(DATA, '.csv'))} lexicon files are in order")


def find_faults(folder: Path) -> Iterator[str]:
    """Yield the faults of all files of a folder, each with its file and line."""
    keys = read_sources(folder)
    for path in [*files_in(folder), *files_in(folder, ".csv")]:
        name = path.relative_to(folder).as_posix()
        text = path.read_text(encoding="utf-8")
        yield from (f"{name}{fault}" for fault in form_faults(text))
        faults = csv_faults(text, keys) if path.suffix == ".csv" else toml_faults(path)
        yield from (f"{name}{fault}" for fault in faults)


def read_sources(folder: Path) -> tuple[str, ...]:
    """Return the keys of the sources."""
    return tuple(s["key"] for s in tomllib.loads((folder / SOURCES).read_text(encoding="utf-8"))["source"])


def form_faults(text: str) -> Iterator[str]:
    """Yield faults of form."""
    if not text.endswith("\n") or text.endswith("\n\n"):
        yield ": must end in one line feed"
    if not unicodedata.is_normalized("NFC", text):
        yield ": is not in Unicode normal form C"
    for n, line in enumerate(text.splitlines(), start=1):
        if line != line.rstrip() or "\t" in line:
            yield f":{n}: has a tab or a space at its end"


def toml_faults(path: Path) -> Iterator[str]:
    """Yield faults of a TOML file."""
    if path.name == SOURCES:
        found = list(read_sources(path.parent))
        if found != sorted(set(found)):
            yield ": keys must be sorted and stand once"
    elif len(readers_of(path)) != 1:
        yield f": must fit one record of dateline.lexicon, not {[r.__name__ for r in readers_of(path)]}"


def csv_faults(text: str, keys: tuple[str, ...]) -> Iterator[str]:
    """Yield faults of a CSV file."""
    head, *rows = csv.reader(text.splitlines())
    seen: set[tuple[str, ...]] = set()
    for n, row in enumerate(rows, start=2):
        if len(row) != len(head):
            yield f":{n}: has {len(row)} cells, not {len(head)}"
        elif tuple(row) in seen:
            yield f":{n}: stands twice"
        elif "source" in head and row[head.index("source")] not in keys:
            yield f":{n}: source {row[head.index('source')]!r} is not in {SOURCES}"
        seen.add(tuple(row))


if __name__ == "__main__":
    main()
