"""Reports cut into blocks, each named by the digest of what is in it and of who codes it."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.coding.limit import Limit
from dateline.model.report import CoderInfo
from dateline.reading.feed import Feed
from dateline.reading.given import GivenReport
from dateline.reading.ids import Numbered

_MARGIN = 30.0  # seconds for what is not coding: the way there and back
_EACH = 2.0  # seconds that any report may take on a slow machine
_DIGITS = 40


@dataclass(frozen=True, slots=True)
class Size:
    """How many reports and characters a block has at most: about a quarter of a minute of work."""

    reports: int = 128
    characters: int = 250_000


@dataclass(frozen=True, slots=True)
class Block:
    """Reports that are coded together."""

    digest: str
    reports: tuple[GivenReport, ...]

    def __len__(self) -> int:
        """Return the number of its reports."""
        return len(self.reports)


class Cutter:
    """Cuts a feed into blocks. The same reports give the same blocks, and another coder gives others."""

    def __init__(self, feed: Feed, info: CoderInfo, *, size: Size) -> None:
        """Hold the feed."""
        self._feed = Numbered(feed)
        self._made_by = repr(info)
        self._size = size
        self._reports: list[GivenReport] = []
        self._characters = 0

    @property
    def ended(self) -> bool:
        """Tell whether no block will come any more."""
        return self._feed.ended and not self._reports

    def next(self) -> Block | None:
        """Return the next block, None where none is there: not yet, or not any more."""
        while not self._is_full and not self._feed.ended:
            got = self._feed.take(1, wait=False)
            if not got and not self._feed.ended:
                return None
            self._reports += got
            self._characters += sum(len(r.text) + len(r.html or "") for r in got)
        return self._cut() if self._reports else None

    @property
    def _is_full(self) -> bool:
        return len(self._reports) >= self._size.reports or self._characters >= self._size.characters

    def _cut(self) -> Block:
        reports, self._reports, self._characters = tuple(self._reports), [], 0
        named = hashlib.sha256(self._made_by.encode())
        for report in reports:
            named.update(repr(report).encode("utf-8", "surrogatepass"))
        return Block(named.hexdigest()[:_DIGITS], reports)


def seconds_for(reports: Sequence[GivenReport], limit: Limit | None) -> float | None:
    """Return after how long a worker that is silent over reports is taken for stuck, None for never.

    Within that time, each report that takes too long is given up by its own process.
    """
    return None if limit is None else _MARGIN + limit.of(*reports) + len(reports) * max(_EACH, limit.seconds / 10)
