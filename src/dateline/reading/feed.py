"""Reports in batches: as many as are there, never more than can be held."""

import queue
import threading
from collections.abc import Iterable, Iterator
from typing import Protocol

from dateline.reading.given import GivenReport

MOST_REPORTS = 64
MOST_CHARACTERS = 40_000
"""About ten thousand tokens: larger batches parse no faster, and the first coding waits for its batch."""
_AHEAD = 256


class Feed(Protocol):
    """Where the coder takes reports from."""

    def take(self, most: int = MOST_REPORTS, *, wait: bool = True) -> list[GivenReport]:
        """Return the next reports, at most ``most``; none at the end, or where ``wait`` is false and none is there."""

    @property
    def ended(self) -> bool:
        """Tell whether no report will come any more."""


class Steady:
    """A feed over an iterable that always has its next report ready; it is read in the caller's own thread."""

    def __init__(self, reports: Iterable[GivenReport]) -> None:
        """Hold the reports."""
        self._stream = iter(reports)
        self.ended = False

    def take(self, most: int = MOST_REPORTS, *, wait: bool = True) -> list[GivenReport]:  # noqa: ARG002  never waits
        """Return the next reports, fewer where they are long."""
        return batch_of(self._left(), most)

    def _left(self) -> Iterator[GivenReport]:
        for report in self._stream:  # noqa: UP028  `yield from` would close the stream with a batch that is full
            yield report
        self.ended = True


class Live:
    """A feed over an iterable that may wait for its reports: a thread reads ahead, and ``take`` takes what is there."""

    def __init__(self, reports: Iterable[GivenReport]) -> None:
        """Start reading."""
        self._ready: queue.Queue[GivenReport | BaseException | None] = queue.Queue(maxsize=_AHEAD)
        self.ended = False
        threading.Thread(target=self._read, args=(iter(reports),), daemon=True).start()

    def take(self, most: int = MOST_REPORTS, *, wait: bool = True) -> list[GivenReport]:
        """Return what is there; where that is nothing, wait for one report if told to."""
        return batch_of(self._there(wait=wait), most)

    def _there(self, *, wait: bool) -> Iterator[GivenReport]:
        while not self.ended:
            try:
                report = self._ready.get(block=wait)
            except queue.Empty:
                return
            if isinstance(report, BaseException):
                raise report
            wait, self.ended = False, report is None
            if report is not None:
                yield report

    def _read(self, reports: Iterator[GivenReport]) -> None:
        try:
            for report in reports:
                self._ready.put(report)
        except Exception as error:  # noqa: BLE001  raised again in the thread that takes
            self._ready.put(error)
        self._ready.put(None)


def batch_of(reports: Iterable[GivenReport], most: int) -> list[GivenReport]:
    """Return the next of these reports: at most so many, and fewer where they are long."""
    batch: list[GivenReport] = []
    size = 0
    for report in reports:
        batch.append(report)
        size += len(report.text) + len(report.html or "")
        if len(batch) >= most or size >= MOST_CHARACTERS:
            break
    return batch
