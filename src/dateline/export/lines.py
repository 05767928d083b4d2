"""Codings as JSON: one object a line, or one array."""

from collections.abc import Iterable, Iterator
from dataclasses import fields
from typing import Any

import msgspec

from dateline.model.coding import Coding

_FIELDS = tuple(f.name for f in fields(Coding))
_SEPARATORS = ((b"\xc2\x85", b"\\u0085"), (b"\xe2\x80\xa8", b"\\u2028"), (b"\xe2\x80\xa9", b"\\u2029"))
_ENCODER = msgspec.json.Encoder()


def as_dict(coding: Coding) -> dict[str, Any]:
    """Return a coding's fields by name, layers that were not filled left out."""
    values = ((name, getattr(coding, name)) for name in _FIELDS)
    return {name: value for name, value in values if value is not None}


def encode(coding: Coding) -> bytes:
    """Return a coding as JSON on one line, without the line break.

    U+0085, U+2028 and U+2029 are escaped: readers that split at every Unicode line break keep the line whole.
    """
    line = _ENCODER.encode(as_dict(coding))
    for raw, escaped in _SEPARATORS:
        if raw in line:
            line = line.replace(raw, escaped)
    return line


def write_jsonl(codings: Iterable[Coding]) -> Iterator[str]:
    """Yield one line a coding."""
    for coding in codings:
        yield encode(coding).decode() + "\n"


def write_json(codings: Iterable[Coding]) -> Iterator[str]:
    """Yield one JSON array of codings, piece by piece."""
    opened = False
    for coding in codings:
        yield (",\n" if opened else "[\n") + encode(coding).decode()
        opened = True
    yield "\n]\n" if opened else "[]\n"
