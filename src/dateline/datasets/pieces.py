"""Write JSON that is too long to hold: a list inside an object, item by item."""

import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any


def write_object(path: Path, head: Mapping[str, Any], name: str, items: Iterable[Mapping[str, Any]]) -> int:
    """Write an object whose last member is a list, an item a line; return how many items there were."""
    opening = json.dumps(head, ensure_ascii=False)[:-1] + (", " if head else "")
    with path.open("w", encoding="utf-8") as file:
        file.write(f"{opening}{json.dumps(name)}: ")
        count = _list(file.write, items)
        file.write("}\n")
    return count


def write_list(path: Path, items: Iterable[Mapping[str, Any]]) -> int:
    """Write an array, an item a line; return how many items there were."""
    with path.open("w", encoding="utf-8") as file:
        count = _list(file.write, items)
        file.write("\n")
    return count


def write_lines(path: Path, items: Iterable[Mapping[str, Any]]) -> int:
    """Write JSON Lines; return how many items there were."""
    count = 0
    with path.open("w", encoding="utf-8") as file:
        for count, item in enumerate(items, start=1):  # noqa: B007  the last number is how many
            file.write(json.dumps(item, ensure_ascii=False) + "\n")
    return count


def _list(write: Callable[[str], object], items: Iterable[Mapping[str, Any]]) -> int:
    count = 0
    write("[")
    for count, item in enumerate(items, start=1):
        write((",\n" if count > 1 else "\n") + json.dumps(item, ensure_ascii=False))
    write("\n]")
    return count
