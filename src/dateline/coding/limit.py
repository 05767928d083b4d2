"""How long the coding of one report may take, and the clock that ends what takes longer."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from time import monotonic

from dateline.reading.given import GivenReport

_CHARACTERS = 1_000_000


@dataclass(frozen=True, slots=True)
class Limit:
    """Seconds for one report: some for any, and some more for each million characters."""

    seconds: float
    per_million: float = 0.0

    def of(self, *reports: GivenReport) -> float:
        """Return the seconds that reports may take which are handed over together."""
        size = sum(len(r.text) + len(r.html or "") for r in reports)
        return self.seconds + self.per_million * size / _CHARACTERS


DEFAULT_LIMIT = Limit(30.0, 300.0)
"""Three times what a slow machine needs for a text full of events."""


class TimeUp(BaseException):
    """The time is up; no handler of errors within a stage may hold it back."""


def said(seconds: float) -> str:
    """Return why a report that took longer was given up."""
    return f"the report took longer than {seconds:.4g} s; give it more with --timeout, or split it"


def can_interrupt() -> bool:
    """Tell whether this thread can be interrupted by a clock: the main one, where the system has such clocks."""
    return hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()


@contextmanager
def at_most(seconds: float | None) -> Iterator[None]:
    """End what is within by ``TimeUp`` when the time is up; a clock that somebody else had set goes on afterwards."""
    if seconds is None:
        yield
        return

    def end(*_: object) -> None:
        raise TimeUp

    began = monotonic()
    handler = signal.signal(signal.SIGALRM, end)
    left, interval = signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, handler)
        if left:
            signal.setitimer(signal.ITIMER_REAL, max(0.001, left - (monotonic() - began)), interval)
