"""A report as it was handed in, before anything is known of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from dateline.model.closed import PublishedOrigin


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenReport:
    """What a user hands in.

    ``text`` is decoded text; ``html`` a web page, of which the body is taken where there is no text. ``published`` is
    any date string. ``error`` says why the report cannot be read at all.
    """

    text: str = ""
    html: str | None = None
    id: str | None = None
    title: str | None = None
    source: str | None = None
    url: str | None = None
    published: str | None = None
    published_origin: PublishedOrigin = "given"
    language: str | None = None
    notes: tuple[str, ...] = ()
    error: str | None = None


GIVEN_KEYS = ("id", "text", "html", "title", "source", "url", "published", "language")
"""The keys of the input format; others are passed over."""
_REQUIRED = ("text", "html")


def from_mapping(given: Mapping[str, Any]) -> GivenReport:
    """Make a report of a mapping; one that breaks the input format becomes a report with an ``error``.

    A whole number may stand for an id and a date or a datetime for ``published``; NaN, which a data frame puts where
    nothing is known, counts as nothing.
    """
    taken: dict[str, Any] = {key: _plain(key, given[key]) for key in GIVEN_KEYS if _is_stated(given.get(key))}
    wrong = [key for key, value in taken.items() if not isinstance(value, str)]
    if wrong:
        said = f'"{wrong[0]}" is {_kind(taken[wrong[0]])}; give it as a string'
        return GivenReport(**{k: v for k, v in taken.items() if k not in wrong}, error=said)
    if not any(key in taken for key in _REQUIRED):
        return GivenReport(**taken, error='the report has neither "text" nor "html"; give it one of them')
    return GivenReport(**taken)


def _is_stated(value: object) -> bool:
    return value is not None and not (isinstance(value, float | date) and value != value)  # noqa: PLR0124  NaN, NaT


def _plain(key: str, value: object) -> object:
    if key == "id" and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return value.isoformat() if key == "published" and isinstance(value, date) else value


def _kind(value: object) -> str:
    names = {bool: "a truth value", int: "a number", float: "a number", list: "a list", dict: "an object"}
    return names.get(type(value), type(value).__name__)
