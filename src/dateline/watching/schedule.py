"""When each feed is due: by a clock that only runs, so that one that is set back or on changes nothing."""

from collections.abc import Sequence
from dataclasses import dataclass

_MOST_DOUBLINGS = 16


@dataclass(slots=True)
class Due:
    """One feed: how often it is looked at, when it is due, and how often in a row it failed."""

    url: str
    every: float
    at: float
    failures: int = 0


class Schedule:
    """Which feed is next.

    Args:
        feeds: Each feed's address with the seconds between two looks.
        now: The time; the first looks are spread over the shortest of these.
        most: Seconds between two looks at a feed that fails again and again.
    """

    def __init__(self, feeds: Sequence[tuple[str, float]], *, now: float, most: float) -> None:
        """Let the first feed be due now, and the others soon after."""
        step = min((every for _, every in feeds), default=0.0) / max(1, len(feeds))
        self._feeds = [Due(url, every, now + n * min(step, 1.0)) for n, (url, every) in enumerate(feeds)]
        self._most = most

    def next(self) -> Due:
        """Return the feed that is due first, be it now or later."""
        return min(self._feeds, key=lambda feed: feed.at)

    def looked(self, feed: Due, *, now: float, failed: bool) -> None:
        """Note that a feed was looked at: it is due again in its time, after failures each time twice as late."""
        feed.failures = feed.failures + 1 if failed else 0
        wait = feed.every * 2 ** min(feed.failures, _MOST_DOUBLINGS)
        feed.at = now + (min(wait, max(feed.every, self._most)) if failed else feed.every)
