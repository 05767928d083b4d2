"""How the watching goes, as its threads note it and its page says it."""

import threading
from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from time import monotonic, time
from typing import Any

_STUCK = 900.0  # seconds without a sign after which a part of it is taken for stuck
_JUMP = 30.0  # seconds by which the clock and the one that only runs may part


@dataclass(slots=True)
class FeedState:
    """One feed: its looks, its failures in a row, and when and why."""

    url: str
    looks: int = 0
    items: int = 0
    failures: int = 0
    failed: int = 0
    last_good: str | None = None
    last_error: str | None = None


@dataclass(slots=True)
class State:
    """All that is known of a watch. Threads write it under its lock.

    Args:
        feeds: Each feed's state by its address.
    """

    feeds: dict[str, FeedState]
    counts: Counter[str] = field(default_factory=Counter)
    waiting: int = 0
    ledger_bytes: int = 0
    free_bytes: int = 0
    held: str | None = None
    trouble: str | None = None
    lock: threading.RLock = field(default_factory=threading.RLock)
    _signs: dict[str, float] = field(default_factory=dict)
    _started: float = field(default_factory=monotonic)
    _apart: float = field(default_factory=lambda: time() - monotonic())

    def sign(self, part: str) -> None:
        """Note that a part of the watch is alive."""
        with self.lock:
            self._signs[part] = monotonic()

    def count(self, **more: int) -> None:
        """Add to the counts."""
        with self.lock:
            self.counts.update(more)

    def looked(self, url: str, *, items: int, error: str | None) -> None:
        """Note a look at a feed."""
        with self.lock:
            feed = self.feeds[url]
            feed.looks += 1
            feed.items += items
            feed.failures = feed.failures + 1 if error else 0
            feed.failed += error is not None
            feed.last_error = error or feed.last_error
            feed.last_good = feed.last_good if error else now_in_words()

    def clock_jump(self) -> float | None:
        """Return by how many seconds the clock has jumped since this was last asked, None where it has not."""
        apart = time() - monotonic()
        jump, self._apart = apart - self._apart, apart
        if abs(jump) < _JUMP:
            return None
        self.count(clock_jumps=1)
        return jump

    def stuck(self) -> list[str]:
        """Name the parts that gave no sign for a long time."""
        with self.lock:
            return sorted(part for part, at in self._signs.items() if monotonic() - at > _STUCK)

    def status(self) -> str:
        """Say in a word how it goes: ok, held, troubled or stuck."""
        if self.stuck():
            return "stuck"
        return "troubled" if self.trouble else "held" if self.held else "ok"

    def told(self) -> Mapping[str, Any]:
        """Return all of it, for the page."""
        with self.lock:
            return {
                "status": self.status(), "held": self.held, "trouble": self.trouble, "stuck": self.stuck(),
                "seconds": round(monotonic() - self._started), "waiting": self.waiting,
                "ledger_mb": self.ledger_bytes // 2**20, "free_mb": self.free_bytes // 2**20,
                "counts": dict(sorted(self.counts.items())), "feeds": [asdict(f) for f in self.feeds.values()],
            }  # fmt: skip


def now_in_words() -> str:
    """Return the time, in UTC, as the log and the page say it."""
    return datetime.now(UTC).isoformat(timespec="seconds")
