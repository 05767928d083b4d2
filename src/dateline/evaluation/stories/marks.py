"""Marks in a text: ``{port:struck}`` tells an incident, ``{port.killed=2:two guards}`` claims a field of it."""

import re
from dataclasses import dataclass

from dateline.model.base import Span

MARK = re.compile(r"\{(?P<incident>[a-z0-9-]+)(?:\.(?P<field>[a-z]+)=(?P<value>[^:{}]+))?:(?P<words>[^{}]+)\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Words of a report that tell an incident or, where ``field`` is given, what a field of it is."""

    incident: str
    span: Span
    field: str | None = None
    value: str | None = None


def read_marks(marked: str) -> tuple[str, tuple[Mark, ...]]:
    """Return the text without its marks, and what they marked."""
    text, marks, last = "", [], 0
    for match in MARK.finditer(marked):
        text += marked[last : match.start()]
        span = (len(text), len(text) + len(match["words"]))
        marks.append(Mark(incident=match["incident"], span=span, field=match["field"], value=match["value"]))
        text += match["words"]
        last = match.end()
    return text + marked[last:], tuple(marks)
