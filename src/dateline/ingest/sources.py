"""Open a source and pass its bytes to whatever reads them."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from dateline.errors import UsageError
from dateline.ingest.given import item_of
from dateline.ingest.options import Options
from dateline.model.item import Found, Item, Published, Refusal
from dateline.reading.given import GivenReport
from dateline.reading.sources import is_json_line, read_lines, read_one

STANDARD_INPUT = "-"
_DEFAULT = Options()
_LINES = frozenset({".jsonl", ".ndjson"})


def find_items(source: str | Path, *, options: Options = _DEFAULT, stdin: BinaryIO | None = None) -> Iterator[Item]:
    """Yield the items of a source, as they are read: memory does not grow with their number.

    What cannot be read is an item too, with ``refused``; nothing that a file holds raises.

    Args:
        source: The path of a file or a folder, or "-" for standard input.
        options: How to read, and what to fill in.
        stdin: Standard input as bytes, for "-".

    Raises:
        UsageError: The source does not exist, or is "-" with no ``stdin``.
    """
    if str(source) == STANDARD_INPUT:
        if stdin is None:
            raise UsageError("standard input is not open; name a file")
        yield from _filled(_stream(stdin), options)
        return
    path = Path(source)
    if not path.exists():
        raise UsageError(f"{path}: no such file or folder; check the path")
    for file in _files(path):
        yield from _filled(_file(file, options), options)


def find_items_in(raw: bytes, *, found: Found, options: Options = _DEFAULT) -> Iterator[Item]:
    """Yield the items that bytes hold, however deep they lie; ``found`` is where they come from."""
    if options.kind == "jsonl" or _is_lines(found, raw):
        for given in read_lines(raw.splitlines(keepends=True), name=str(found)):
            yield _line(given, found)
        return
    yield item_of(read_one(raw), found=found, original=raw, media_type="text/plain")


def _files(path: Path) -> Iterator[Path]:
    """Yield the files of a folder, sorted by path, hidden ones left out; a file is its own only one."""
    if path.is_file():
        yield path
        return
    for inner in sorted(path.rglob("*")):
        if inner.is_file() and not any(part.startswith(".") for part in inner.relative_to(path).parts):
            yield inner


def _file(path: Path, options: Options) -> Iterator[Item]:
    found = Found(path=str(path))
    try:
        if path.suffix.lower() in _LINES:
            with path.open("rb") as file:
                yield from _numbered(file, found)
        else:
            yield from find_items_in(path.read_bytes(), found=found, options=options)
    except OSError as error:
        told = f"{path}: cannot be read ({error.strerror or error}); check its permissions"
        yield Item(found=found, refused=Refusal(reason="unreadable", told=told))


def _stream(stdin: BinaryIO) -> Iterator[Item]:
    found = Found(path=STANDARD_INPUT)
    head = stdin.readline()
    while head and not head.strip():
        head = stdin.readline()
    if is_json_line(head):
        yield from _numbered(_chained(head, stdin), found)
    else:
        yield from find_items_in(head + stdin.read(), found=found)


def _chained(head: bytes, stdin: BinaryIO) -> Iterator[bytes]:
    yield head
    yield from stdin


def _numbered(lines: Iterator[bytes] | BinaryIO, found: Found) -> Iterator[Item]:
    for number, line in enumerate(lines, start=1):
        for given in read_lines([line], name=f"{found}, line {number}"):
            yield _line(given, replace(found, number=number), line)


def _line(given: GivenReport, found: Found, line: bytes = b"") -> Item:
    return item_of(given, found=found, original=line, media_type="application/json")


def _is_lines(found: Found, raw: bytes) -> bool:
    return Path(found.member or found.path).suffix.lower() in _LINES or is_json_line(raw[:4_000])


def _filled(items: Iterator[Item], options: Options) -> Iterator[Item]:
    """Fill in what a user says of the items that do not say it."""
    for item in items:
        if item.source is None and options.source is not None:
            item = replace(item, source=options.source, origins={**item.origins, "source": "option"})  # noqa: PLW2901
        if item.published is None and options.published is not None:
            given = Published(raw=options.published, moment=options.published, origin="option")
            item = replace(item, published=given)  # noqa: PLW2901
        yield item
