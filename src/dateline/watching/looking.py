"""Threads that look at feeds, each at those of its own hosts, and hand over what they find."""

import queue
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from time import monotonic
from urllib.parse import urlsplit
from zlib import crc32

from dateline.ingest import Options, find_items
from dateline.ingest.fetching.fetcher import Fetcher
from dateline.ingest.fetching.visits import Visit, Visits
from dateline.model.item import Item
from dateline.watching.log import Log
from dateline.watching.plan import Feed, Plan
from dateline.watching.schedule import Schedule
from dateline.watching.state import State

_CHUNK = 32  # items that are handed over together
_READY = 4  # chunks that may wait to be kept: a thread that is ahead waits too
_TICK = 0.5
_NEW_RULES = 24 * 3600.0  # seconds after which the robots.txt of hosts is asked for again
MakeFetcher = Callable[[Visits], Fetcher]


@dataclass(frozen=True, slots=True)
class Chunk:
    """Items of one look at a feed, with the visits that gave them."""

    feed: str
    items: tuple[Item, ...]
    visits: Mapping[str, Visit]


class Lookers:
    """The threads.

    Args:
        plan: What is watched.
        visits: What was fetched in earlier runs.
        make_fetcher: Makes what pages are fetched with.
        state: Where looks are noted; while it is ``held``, none is begun.
        log: Told of each look.
    """

    def __init__(
        self, plan: Plan, *, visits: Mapping[str, Visit], make_fetcher: MakeFetcher, state: State, log: Log
    ) -> None:
        """Start nothing yet."""
        self._plan, self._visits, self._make_fetcher, self._state, self._log = plan, visits, make_fetcher, state, log
        self._found: queue.Queue[Chunk] = queue.Queue(_READY)
        self._stop = threading.Event()
        self._threads: list[threading.Thread] = []

    def __enter__(self) -> "Lookers":
        """Start the threads."""
        for number, feeds in enumerate(self._shares()):
            name = f"looker {number + 1}"
            thread = threading.Thread(target=self._run, args=(name, feeds), name=name, daemon=True)
            self._threads.append(thread)
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Let the threads end: a look that is under way may be left to itself."""
        self._stop.set()
        for thread in self._threads:
            thread.join(_TICK * 4)

    def take(self, seconds: float) -> Chunk | None:
        """Return what was found, None where nothing was for so long."""
        try:
            return self._found.get(timeout=seconds) if seconds else self._found.get_nowait()
        except queue.Empty:
            return None

    def _shares(self) -> list[list[Feed]]:
        """Share out the feeds: those of one host go to one thread, which asks it for one page at a time."""
        shares: dict[int, list[Feed]] = {}
        for feed in self._plan.feed:
            host = urlsplit(feed.url).hostname or ""
            shares.setdefault(crc32(host.encode()) % self._plan.watch.threads, []).append(feed)
        return list(shares.values())

    def _run(self, name: str, feeds: list[Feed]) -> None:
        visits = Visits(self._visits)
        by_url = {feed.url: feed for feed in feeds}
        times = [(feed.url, self._plan.seconds_of(feed)) for feed in feeds]
        schedule = Schedule(times, now=monotonic(), most=3600 * self._plan.watch.most_hours)
        fetcher, since = self._make_fetcher(visits), monotonic()
        while not self._stop.is_set():
            self._state.sign(name)
            due = schedule.next()
            if due.at > monotonic() or self._state.held:
                self._stop.wait(_TICK)
                continue
            failed = self._look(name, by_url[due.url], fetcher)
            if failed or monotonic() - since > _NEW_RULES:  # a robots.txt that could not be had forbids all
                fetcher, since = self._make_fetcher(visits), monotonic()
            schedule.looked(due, now=monotonic(), failed=failed)

    def _look(self, name: str, feed: Feed, fetcher: Fetcher) -> bool:
        """Look at a feed once, and tell whether that failed; no fault of a page or of ours ends the thread."""
        error, items, began = None, 0, monotonic()
        try:
            for chunk in self._chunks(feed, fetcher):
                refused = _refused(chunk, feed)
                error = error or refused
                items += 0 if refused else len(chunk.items)
                if not refused:
                    self._hand_over(name, chunk)
                if self._stop.is_set():
                    return False
        except Exception as fault:  # noqa: BLE001  it is noted; the feed is looked at again later
            error = f"{type(fault).__name__}: {fault}"
        self._state.looked(feed.url, items=items, error=error)
        self._log("look", feed=feed.url, items=items, error=error, seconds=round(monotonic() - began, 2))
        return error is not None

    def _chunks(self, feed: Feed, fetcher: Fetcher) -> Iterator[Chunk]:
        """Yield what a feed leads to; a visit goes with the last of its items or after it, never before."""
        items: list[Item] = []
        for item in find_items(feed.url, options=Options(fetch=True, source=feed.source), fetcher=fetcher):
            items.append(item)
            if len(items) >= _CHUNK:
                yield Chunk(feed.url, tuple(items), fetcher.visits.take())
                items = []
        visits = fetcher.visits.take()
        if items or visits:
            yield Chunk(feed.url, tuple(items), visits)

    def _hand_over(self, name: str, chunk: Chunk) -> None:
        while not self._stop.is_set():
            self._state.sign(name)
            try:
                self._found.put(chunk, timeout=_TICK)
            except queue.Full:
                continue
            return


def _refused(chunk: Chunk, feed: Feed) -> str | None:
    """Return why a feed itself could not be read, None where it could: that is no report for the quarantine."""
    if len(chunk.items) == 1 and chunk.items[0].found.path == feed.url and chunk.items[0].url == feed.url:
        refused = chunk.items[0].refused
        return refused.told if refused else None
    return None
