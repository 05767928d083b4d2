"""Whether a coding that comes from elsewhere is whole: its spans lie in its text, its ids are of its records."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from dateline.model.base import Span
from dateline.model.coding import Coding

REFERENCES: Mapping[str, tuple[str, ...]] = {
    "events": ("actors", "recipients", "place", "time", "part_of"),
    "statements": ("speaker", "addressee", "via", "events"),
    "positions": ("statements",),
    "commitments": ("event", "donor", "recipient", "part_of"),
    "scheduled": ("event", "place", "participants"),
}
"""Fields that hold ids of other records and may be empty, by layer."""
_ALL = {**REFERENCES, "positions": ("actor", "statements")}
_LETTERS = {
    "actors": "a", "places": "p", "times": "t", "events": "e", "statements": "s", "positions": "n",
    "commitments": "c", "scheduled": "h",
}  # fmt: skip
"""The letter with which the ids of a layer begin."""


def faults(coding: Coding) -> Iterator[str]:
    """Yield what is wrong with a coding whose types are right; nothing where it is whole."""
    if coding.report.coded == (coding.report.error is not None):
        yield "report.coded and report.error contradict each other"
    yield from _spans_outside(coding)
    yield from _unknown_ids(coding)


def _spans_outside(coding: Coding) -> Iterator[str]:
    size = len(coding.report.text)
    for record in coding.records():
        for start, end in _spans(record):
            if not 0 <= start < end <= size:
                name = getattr(record, "id", type(record).__name__)
                yield f"{name} has the span [{start}, {end}], but the text has {size} characters"


def _spans(value: object) -> Iterator[Span]:
    """Yield the spans of a record, of what lies in it and of its evidence."""
    if isinstance(value, tuple):
        if len(value) == 2 and isinstance(value[0], int) and isinstance(value[1], int):
            yield value[0], value[1]
            return
        for part in value:
            yield from _spans(part)
    elif isinstance(value, Mapping):
        yield from _spans(tuple(value.values()))
    elif is_dataclass(value) and not isinstance(value, type):
        yield from _spans(tuple(getattr(value, name) for name in _names(type(value))))


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(f.name for f in fields(kind))


def _unknown_ids(coding: Coding) -> Iterator[str]:
    """Yield references to records that are not there; those to a layer that was not asked for are no fault."""
    known = {getattr(record, "id", None) for record in coding.records()}
    left_out = tuple(letter for layer, letter in _LETTERS.items() if getattr(coding, layer) is None)
    for layer, names in _ALL.items():
        for record in getattr(coding, layer) or ():
            for name in names:
                value = getattr(record, name)
                said = (value,) if isinstance(value, str) else value or ()
                wrong = [v for v in said if v not in known and not v.startswith(left_out)]
                if wrong:
                    yield f"{record.id}.{name} refers to {wrong[0]!r}, which is no record of this report"
