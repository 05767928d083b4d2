"""What ingest finds in a source: one article with its origin, or the reason why there is none."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from dateline.model.coding import Coding

Trust = Literal["certain", "likely", "guess"]
RefusalReason = Literal[
    "empty", "unreadable", "binary", "unknown-format", "needs-extra", "broken", "too-large", "timed-out", "hostile",
    "paywall", "cookies", "not-news", "language", "table", "data", "unfit",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Where an article lay.

    ``path`` is a file's path, an address, or "-" for standard input; ``member`` the path inside an archive, members of
    members joined by "!/"; ``number`` the article's place in a file of many, from 1; ``offset`` the first byte of its
    stretch of the file, where the format has such a thing.
    """

    path: str
    member: str | None = None
    number: int | None = None
    offset: int | None = None

    def __str__(self) -> str:
        """Say it in words."""
        whole = self.path if self.member is None else f"{self.path}!/{self.member}"
        return whole if self.number is None else f"{whole}, number {self.number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """When an article says that it was published: as it is printed, and what was read from that.

    ``moment`` is ISO 8601, a day or a day with its time and, where known, its offset; ``zone`` the zone as printed
    ("EST", "+03:00"); ``origin`` where it was read ("given", "article:published_time", "feed", "byline").
    """

    raw: str
    moment: str | None = None
    zone: str | None = None
    trust: Trust = "certain"
    origin: str = "given"


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Why an item is no article that can be coded; ``told`` is a sentence for the user with what to do."""

    reason: RefusalReason
    told: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One article as it was found, or, with ``refused``, what could not be read as one.

    ``original`` are the bytes that the text was read from, of ``media_type``; ``id`` is None where none is given.
    ``origins`` says for title, author, source, url and language where each was read; what a user gave is "given".
    ``coding`` is there where the source held the report coded.
    """

    found: Found
    text: str = ""
    title: str | None = None
    author: str | None = None
    source: str | None = None
    url: str | None = None
    language: str | None = None
    published: Published | None = None
    id: str | None = None
    original: bytes = b""
    media_type: str = "text/plain"
    origins: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    refused: Refusal | None = None
    coding: Coding | None = None
