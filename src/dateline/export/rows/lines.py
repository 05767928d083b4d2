"""Codings as JSON: one object a line, or one array."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields
from typing import Any

import msgspec

from dateline.export.guard import Failed, each
from dateline.model.coding import Coding

_FIELDS = tuple(f.name for f in fields(Coding))
_ESCAPED = re.compile(rb"\x7f|\xc2[\x80-\x9f]|\xe2\x80[\xa8\xa9]")
_ENCODER = msgspec.json.Encoder()


def as_dict(coding: Coding) -> dict[str, Any]:
    """Return a coding's fields by name, layers that were not filled left out."""
    values = ((name, getattr(coding, name)) for name in _FIELDS)
    return {name: value for name, value in values if value is not None}


def encode(coding: Coding) -> bytes:
    """Return a coding as JSON on one line, without the line break.

    U+0085, U+2028 and U+2029 are escaped: readers that split at every Unicode line break keep the line whole. So are
    the control characters that JSON lets pass, since a terminal obeys them.
    """
    return _ESCAPED.sub(_escape, _ENCODER.encode(as_dict(coding)))


def _escape(match: re.Match[bytes]) -> bytes:
    return rb"\u%04x" % ord(match[0].decode())


def write_jsonl(codings: Iterable[Coding], *, failed: Failed | None = None) -> Iterator[str]:
    """Yield one line a coding; ``failed`` is told of one that cannot be written."""
    return each(codings, lambda coding: encode(coding).decode() + "\n", failed)


def write_json(codings: Iterable[Coding], *, failed: Failed | None = None) -> Iterator[str]:
    """Yield one JSON array of codings, piece by piece; ``failed`` is told of one that cannot be written."""
    opened = False
    for line in each(codings, lambda coding: encode(coding).decode(), failed):
        yield (",\n" if opened else "[\n") + line
        opened = True
    yield "\n]\n" if opened else "[]\n"
