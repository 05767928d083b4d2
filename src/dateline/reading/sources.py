"""From files and streams to reports as given."""

import codecs
import io
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from dateline.reading.decode import Decoded, decode, mark_of, unreadable
from dateline.reading.given import GivenReport, from_mapping

_HTML = frozenset({".html", ".htm"})
_DIGITS = 1_000
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+:/+[^/]", re.IGNORECASE)
_IN_FOLDER = frozenset({".txt", ".jsonl", *_HTML})
_HEAD = 16  # bytes by which a kind of file is known


def read_path(path: str | Path) -> Iterator[GivenReport]:
    """Read a file: JSON Lines where it ends in .jsonl, a web page where it ends in .html or .htm, else one report.

    Of a folder the .txt, .jsonl, .html and .htm files are read, in the order of their paths, hidden ones left out; the
    id of a report is the path within the folder. A file that cannot be read gives one report with an ``error``.
    """
    path = Path(path)
    if path.is_dir():
        yield from _read_folder(path)
    elif _ADDRESS.match(str(path)) and not path.exists():
        said = "is an address, and nothing is fetched here; `dateline ingest --fetch` fetches it and keeps it"
        yield GivenReport(id=str(path), error=f"{path}: {said}")
    else:
        yield from _read_file(path, name=path.name)


def _read_folder(folder: Path) -> Iterator[GivenReport]:
    read = 0
    for path in sorted(folder.rglob("*")):
        inner = path.relative_to(folder)
        if path.suffix.lower() in _IN_FOLDER and not any(part.startswith(".") for part in inner.parts):
            read += 1
            yield from _read_file(path, name=inner.as_posix())
    if not read:
        said = f"no file of this folder ends in {', '.join(sorted(_IN_FOLDER))}; name the files themselves"
        yield GivenReport(id=folder.name, error=f"{folder}: {said}")


def _read_file(path: Path, *, name: str) -> Iterator[GivenReport]:
    try:
        with path.open("rb") as file:
            refused = unreadable(file.peek(_HEAD)) if path.suffix.lower() == ".jsonl" else None
            if refused:
                yield GivenReport(id=name, error=f"{path}: {refused}")
            elif path.suffix.lower() == ".jsonl":
                yield from read_lines(file, name=name)
            else:
                yield read_one(file.read(), name=name, html=path.suffix.lower() in _HTML)
    except OSError as error:
        said = f"{path}: cannot be read ({error.strerror or error}); check the path and its permissions"
        yield GivenReport(id=name, error=said)


def read_stream(stream: BinaryIO) -> Iterator[GivenReport]:
    """Read standard input: JSON Lines where its first line is the start of a JSON object, else one report."""
    head = first_line(stream)
    if is_json_line(head):
        yield from read_lines(chain([head], stream), name="standard input")
    else:
        yield read_one(head + stream.read())


def first_line(stream: BinaryIO) -> bytes:
    """Return a stream's first line that is not blank, with the blank ones before it."""
    head = b""
    for line in stream:
        head += line
        if line.strip():
            break
    return head


def is_json_line(head: bytes) -> bool:
    """Tell whether a stream that begins so is JSON Lines."""
    codec = mark_of(head)
    text = head.decode(codec, "replace") if codec else head.removeprefix(codecs.BOM_UTF8).decode("utf-8", "replace")
    start = text.lstrip("\ufeff \t\r\n")
    return start.startswith("{") and start[1:].lstrip()[:1] in ('"', "}")


def read_one(raw: bytes, *, name: str | None = None, html: bool = False) -> GivenReport:
    """Make one report of a file's bytes."""
    decoded = decode(raw, html=html)
    if html and not decoded.error:
        return GivenReport(id=name, html=decoded.text, notes=decoded.notes)
    return GivenReport(id=name, text=decoded.text, notes=decoded.notes, error=decoded.error)


def read_lines(lines: Iterable[bytes], *, name: str) -> Iterator[GivenReport]:
    """Read JSON Lines; a broken line becomes a report with an ``error`` that names the file and the line."""
    number = 0
    for line in narrow(lines):
        number += line.count(b"\n", 0, -1) + 1
        if line.strip(b"\xef\xbb\xbf \t\r\n"):
            yield read_line(line, place=f"{name}, line {number}")


def read_line(line: bytes, *, place: str) -> GivenReport:
    """Make a report of one line of JSON Lines; ``place`` is named in errors."""
    decoded = decode(line)
    try:
        found = json.loads(decoded.text.lstrip("\ufeff"), parse_int=_whole)
    except (ValueError, RecursionError) as error:
        said = decoded.error or f"not valid JSON ({error})"
        return GivenReport(error=f"{place}: {said}; one JSON object a line is wanted")
    if not isinstance(found, dict):
        return GivenReport(error=f"{place}: not a JSON object; one object a line is wanted")
    return _placed(from_mapping(found), decoded, place)


def _whole(digits: str) -> int | float:
    """Read a whole number; one of thousands of digits, which Python refuses, is infinite for all that we do with it."""
    return int(digits) if len(digits) < _DIGITS else float(digits)


def _placed(given: GivenReport, decoded: Decoded, place: str) -> GivenReport:
    """Add what decoding noted, and the place to an error."""
    error = f"{place}: {given.error}" if given.error else None
    return replace(given, notes=(*given.notes, *decoded.notes), error=error)


def narrow(lines: Iterable[bytes]) -> Iterator[bytes]:
    """Recode lines in UTF-16 or UTF-32 to UTF-8; others pass unchanged."""
    stream = iter(lines)
    first = next(stream, b"")
    codec = mark_of(first)
    if codec is None:
        yield first
        yield from stream
        return
    whole = io.BytesIO(first + b"".join(stream))
    for line in io.TextIOWrapper(whole, encoding=codec, errors="replace", newline="\n"):
        yield line.removeprefix("\ufeff").encode("utf-8", "surrogatepass")
