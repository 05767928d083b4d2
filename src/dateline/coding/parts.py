"""Very long texts: cut into parts that are coded one after the other, and joined again.

A report has a few thousand words. What is far longer (a book, a year of bulletins) is coded part by part, so that time
and memory grow with its length and no faster.
"""

import dataclasses
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from dateline.model.base import Span
from dateline.model.coding import LAYERS, Coding
from dateline.model.entities import Actor, Place

MOST_CHARACTERS = 60_000
"""Longer texts are cut; about ten thousand words."""
PART = 30_000
_LETTERS = {
    "actors": "a", "places": "p", "times": "t", "events": "e", "statements": "s", "positions": "n", "commitments": "c",
    "scheduled": "h",
}  # fmt: skip
_REFERENCES = frozenset({
    "actor", "actors", "addressee", "donor", "event", "events", "id", "part_of", "participants", "place", "recipient",
    "recipients", "speaker", "statement", "statements", "time", "via", "who",
})  # fmt: skip
"""Fields that hold ids of records."""
R = TypeVar("R")


def cut(text: str) -> tuple[Span, ...]:
    """Return the spans of a text's parts: the whole, or pieces that end at a paragraph, a line or a word."""
    if len(text) <= MOST_CHARACTERS:
        return ((0, len(text)),)
    out: list[Span] = []
    start = 0
    while start < len(text):
        end = min(start + PART, len(text))
        if end < len(text):
            found = (text.rfind(gap, start + PART // 2, end) for gap in ("\n\n", "\n", ". ", " "))
            end = next((at + 1 for at in found if at > 0), end)
        out.append((start, end))
        start = end
    return tuple(out)


def join(whole: Coding, parts: Sequence[tuple[int, int, Coding]]) -> Coding:
    """Join the codings of a report's parts.

    Args:
        whole: The coding of the report, without layers.
        parts: For each part the place where it starts, the number of sentences before it, and its coding.

    Returns:
        A coding with spans of the whole text and ids that run through. An actor or a place that comes in several parts
        under one name is one record.
    """
    joined: dict[str, list[Any]] = {}
    known: dict[Any, str] = {}
    for start, sentences, coding in parts:
        ids = _new_ids(coding, joined, known)
        for layer in LAYERS:
            if getattr(coding, layer) is None:
                continue
            found = joined.setdefault(layer, [])
            for record in getattr(coding, layer):
                _add(found, _moved(record, start, sentences, ids))
        known = _known(joined)
    _keep_one_main(joined.get("events", []))
    layers: dict[str, Any] = {layer: tuple(found) for layer, found in joined.items()}
    return replace(whole, **layers)


def _new_ids(coding: Coding, joined: Mapping[str, list[Any]], known: Mapping[Any, str]) -> dict[str, str]:
    """Return the new id of each record of a part: the next one, or that of the same actor or place before."""
    ids: dict[str, str] = {}
    for layer, letter in _LETTERS.items():
        number = len(joined.get(layer, ()))
        for record in getattr(coding, layer) or ():
            before = known.get(_key(record))
            number += before is None
            ids[record.id] = before or f"{letter}{number}"
    return ids


def _known(joined: Mapping[str, list[Any]]) -> dict[Any, str]:
    """Return the ids of the actors and places so far by what makes them the same; the first of two alike counts."""
    found = [r for layer in ("places", "actors") for r in reversed(joined.get(layer, ()))]
    return {key: r.id for r in found if (key := _key(r)) is not None}


def _add(found: list[Any], record: Any) -> None:
    """Add a record, or its mentions to the same actor or place of an earlier part."""
    at = int(record.id[1:]) - 1 if isinstance(record, Actor | Place) else len(found)
    if at < len(found):
        found[at] = replace(found[at], mentions=(*found[at].mentions, *record.mentions))
    else:
        found.append(record)


def _key(record: Any) -> Any:
    """Return what makes an actor or a place of one part the same as that of another, None for other records."""
    if isinstance(record, Actor):
        named = record.wikidata or record.kind in ("country", "government") or record.name[:1].isupper()
        return (record.name, record.kind, record.country, record.sector) if named else None
    if isinstance(record, Place):
        return (record.name, record.country, record.lat, record.lon)
    return None


def _keep_one_main(events: list[Any]) -> None:
    mains = [n for n, event in enumerate(events) if event.main]
    for n in mains[1:]:
        events[n] = replace(events[n], main=False)


def _moved(record: R, start: int, sentences: int, ids: Mapping[str, str]) -> R:
    """Return a record with its spans moved and its references renamed."""
    changes = {
        name: move(getattr(record, name), start, sentences, ids)
        for name, move in _movers(type(record))  # type: ignore[arg-type]
    }
    return replace(record, **changes)  # type: ignore[type-var]  # records are dataclasses


Move = Callable[[Any, int, int, Mapping[str, str]], Any]


@cache
def _movers(kind: type) -> tuple[tuple[str, Move], ...]:
    return tuple(_moves(kind))


def _moves(kind: type) -> Iterator[tuple[str, Move]]:
    """Yield the fields of a record that hold spans or references, each with what changes it."""
    for name, hint in get_type_hints(kind).items():
        plain = _plain(hint)
        if name == "sentence":
            yield name, lambda value, _, sentences, __: value + sentences
        elif name == "evidence":
            yield name, lambda value, start, n, ids: {k: _moved(v, start, n, ids) for k, v in value.items()}
        elif name in _REFERENCES and plain in (str, tuple[str, ...]):
            yield name, lambda value, _, __, ids: _renamed(value, ids)
        elif plain == Span:
            yield name, lambda value, start, _, __: value and (value[0] + start, value[1] + start)
        elif plain == tuple[Span, ...]:
            yield name, lambda value, start, _, __: tuple((s + start, e + start) for s, e in value)
        elif dataclasses.is_dataclass(plain):
            yield name, lambda value, start, n, ids: value and _moved(value, start, n, ids)
        elif get_origin(plain) is tuple and dataclasses.is_dataclass(get_args(plain)[0]):
            yield name, lambda value, start, n, ids: tuple(_moved(v, start, n, ids) for v in value)


def _renamed(value: str | tuple[str, ...] | None, ids: Mapping[str, str]) -> str | tuple[str, ...] | None:
    if value is None or isinstance(value, str):
        return ids.get(value or "", value)
    return tuple(ids.get(v, v) for v in value)


def _plain(hint: Any) -> Any:
    """Return a type without its "or None"."""
    options = [a for a in get_args(hint) if a is not type(None)] if get_origin(hint) in (Union, UnionType) else [hint]
    return options[0]
