"""Nested values as indented lines for eyes."""

from collections.abc import Iterator, Mapping
from typing import Any

_EMPTY: tuple[Any, ...] = (None, "", [], {}, (), "[]", "null")


def lines(value: Any, *, depth: int = 0) -> Iterator[str]:
    """Yield a value's lines; what is empty is left out."""
    pad = "  " * depth
    if isinstance(value, Mapping):
        for name, inner in value.items():
            if inner in _EMPTY:
                continue
            if isinstance(inner, Mapping | list | tuple):
                yield f"{pad}{name}"
                yield from lines(inner, depth=depth + 1)
            else:
                yield f"{pad}{name}: {inner}"
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _item(inner, depth)
    else:
        yield f"{pad}{value}"


def _item(value: Any, depth: int) -> Iterator[str]:
    own = list(lines(value, depth=depth))
    if own and isinstance(value, Mapping):
        yield "  " * max(0, depth - 1) + "- " + own[0].lstrip()
        yield from own[1:]
    else:
        yield from own
