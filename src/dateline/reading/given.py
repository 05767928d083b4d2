"""A report as it was handed in, before anything is known of it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenReport:
    """What a user hands in. ``text`` is decoded text; ``published`` any date string, ``error`` why it cannot be read."""

    text: str = ""
    id: str | None = None
    title: str | None = None
    source: str | None = None
    url: str | None = None
    published: str | None = None
    language: str | None = None
    notes: tuple[str, ...] = ()
    error: str | None = None
