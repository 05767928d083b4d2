#!/usr/bin/env python3
"""Watch a faulty server for as long as is wanted, and see that nothing is lost, doubled, stuck or swollen.

    python bench/soak.py                          an hour
    python bench/soak.py --minutes 5 --restarts 2
    python bench/soak.py --minutes 5 --store bench/results/soak.json

The server (bench/faulty_server.py) gives feeds that grow, four answers in ten of them slow, broken, cut, of another
length than they say, or no HTTP. The clock jumps now and then by hours, as it does on machines that sleep or are set.
The watch is stopped and started again so many times. No more is published than a feed lists, however slow the
machine. At the end the faults stop, each feed is looked at once more, and
the ledger is compared with what was published.
"""

import argparse
import json
import resource
import sys
import tempfile
import threading
import time
from dataclasses import asdict, dataclass
from pathlib import Path

import dateline.watching.state
from dateline.coder import Coder
from dateline.ingest.fetching.fetcher import Fetcher
from dateline.ingest.fetching.http import Bounds
from dateline.ingest.fetching.visits import Visits
from dateline.ledger.keeping.coding import Codes
from dateline.store.asking.view import View
from dateline.watching.log import Log
from dateline.watching.plan import Bounds as Cost
from dateline.watching.plan import Feed, Plan
from dateline.watching.state import State
from dateline.watching.watch import Watch, state_of
from faulty_server import LISTED, FaultyServer

_CALM = 25.0  # seconds without faults at the end, at least
_MOST_GROWTH = 1.15


@dataclass(frozen=True, slots=True)
class Soaked:
    """What a soak gave; ``mutilated`` are reports of pages that said they were whole and were not."""

    minutes: float
    published: int
    kept: int
    doubled: int
    mutilated: int
    coded: int
    looks: int
    failed_looks: int
    clock_jumps: int
    restarts: int
    megabytes: tuple[int, ...]
    processor: float


def main() -> None:
    """Soak, print, store and judge."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=60.0, help="how long (default 60)")
    parser.add_argument("--restarts", type=int, default=3, help="how often the watch is started again (default 3)")
    parser.add_argument("--feeds", type=int, default=4, help="feeds (default 4)")
    parser.add_argument("--every", type=float, default=2.0, help="seconds between two looks at a feed (default 2)")
    parser.add_argument("--rate", type=float, default=1.0, help="stories a second (default 1)")
    parser.add_argument("--log", type=Path, help="keep the watch's log here")
    parser.add_argument("--store", type=Path, metavar="FILE", help="write the figures as JSON")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, (given.log or Path(folder) / "log").open("w") as log:
        soak = Soak(Path(folder) / "soak.db", Coder(), Log(log), feeds=given.feeds, every=given.every, rate=given.rate)
        done = soak.run(60 * given.minutes, restarts=given.restarts)
    print(json.dumps(asdict(done), indent=1))
    if given.store:
        given.store.write_text(json.dumps(asdict(done), indent=1) + "\n")
    growth = done.megabytes[-1] / done.megabytes[len(done.megabytes) // 3]
    if done.kept != done.published or done.doubled or growth > _MOST_GROWTH:
        sys.exit(f"kept {done.kept} of {done.published}, {done.doubled} doubled, memory grew {growth:.2f} times")


class Soak:
    """A server, a ledger, and a watch between them."""

    def __init__(self, path: Path, coder: Codes, log: Log, *, feeds: int, every: float, rate: float) -> None:
        """Begin nothing yet."""
        self._path, self._coder, self._log, self._rate = path, coder, log, rate
        self.server = FaultyServer(feeds=feeds, slow=min(2.0, every))
        listed = tuple(Feed(url=self.server.url(n), minutes=every / 60) for n in range(feeds))
        cost = Cost(most_hours=every * 8 / 3600, free_mb=100)
        self._plan = Plan(feed=listed, watch=cost)
        self._states: list[State] = []
        self._megabytes: list[int] = []

    def run(self, seconds: float, *, restarts: int) -> Soaked:
        """Watch for so long, with as many restarts, and then without faults until all is kept."""
        began, used = time.monotonic(), time.process_time()
        with self.server, jumping():
            for _ in range(restarts + 1):
                self._watch(seconds / (restarts + 1), until_kept=False)
            self.server.faults = 0.0
            self._watch(max(_CALM, seconds), until_kept=True)
        counts = [state.counts for state in self._states]
        feeds = [feed for state in self._states for feed in state.feeds.values()]
        with View(self._path) as view:
            ids = [row["id"] for row in view.rows("SELECT id FROM report WHERE until IS NULL")]
            (coded,) = view.rows("SELECT count(DISTINCT report_key) AS n FROM coding")
        guids = {story.guid for story in self.server.stories}
        return Soaked(
            minutes=round((time.monotonic() - began) / 60, 1), published=len(guids), kept=len(guids & {*ids}),
            doubled=len(ids) - len({*ids}), mutilated=len({*ids} - guids), coded=coded["n"],
            looks=sum(f.looks for f in feeds),
            failed_looks=sum(f.failed for f in feeds), clock_jumps=sum(c["clock_jumps"] for c in counts),
            restarts=restarts, megabytes=tuple(self._megabytes), processor=round(time.process_time() - used, 1),
        )  # fmt: skip

    def _watch(self, seconds: float, *, until_kept: bool) -> None:
        """Watch for so long, or until all is kept; what is published meanwhile comes from a thread."""
        state, stop = state_of(self._plan), threading.Event()
        self._states.append(state)
        helper = threading.Thread(target=self._accompany, args=(seconds, state, stop, until_kept), daemon=True)
        helper.start()
        Watch(
            plan=self._plan, path=self._path, coder=self._coder, state=state, log=self._log, stop=stop,
            make_fetcher=fetcher,
        ).run()  # fmt: skip
        helper.join()

    def _accompany(self, seconds: float, state: State, stop: threading.Event, until_kept: bool) -> None:  # noqa: FBT001
        end = time.monotonic() + seconds
        while time.monotonic() < end and not (until_kept and self._is_kept(state)):
            if not until_kept and self._has_room():
                self.server.publish()
            self._megabytes.append(megabytes())
            time.sleep(1 / self._rate)
        stop.set()

    def _is_kept(self, state: State) -> bool:
        """Tell whether each feed was looked at without a fault, and nothing waits."""
        with state.lock:
            looked = all(feed.looks > feed.failed for feed in state.feeds.values())
        return looked and not state.waiting and self._all_there()

    def _has_room(self) -> bool:
        """Tell whether no feed has dropped what nobody could look at yet: what a slow machine misses is no loss."""
        return len(self.server.stories) - self._there() < LISTED // 2

    def _all_there(self) -> bool:
        return self._there() >= len(self.server.stories)

    def _there(self) -> int:
        """Return how many reports are kept."""
        if not self._path.exists():
            return 0
        with View(self._path) as view:
            (row,) = view.rows("SELECT count(*) AS n FROM report WHERE until IS NULL")
        return int(row["n"])


class jumping:  # noqa: N801  used as a function
    """Let the clock jump by hours, on and back, every few seconds, for what asks the watch's own."""

    def __enter__(self) -> None:
        """Put another clock in the place of the usual one."""
        dateline.watching.state.time = lambda: time.time() + (int(time.monotonic() / 7) % 3 - 1) * 7200

    def __exit__(self, *_: object) -> None:
        """Put the usual one back."""
        dateline.watching.state.time = time.time


def fetcher(visits: Visits) -> Fetcher:
    """Return what fetches from this machine, without pauses."""
    return Fetcher(
        visits=visits, bounds=Bounds(seconds=3.0), loopback=True, lookup=lambda *_: ["127.0.0.1"],
        pause=lambda _: None,
    )  # fmt: skip


def megabytes() -> int:
    """Return the memory of this process."""
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[1])
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return pages * resource.getpagesize() // 2**20


if __name__ == "__main__":
    main()
