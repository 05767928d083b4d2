"""A watch of a faulty server with a coder that only counts, for tests."""

import io
import json
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dateline.coder import Timeout
from dateline.ingest.fetching.fetcher import Fetcher
from dateline.ingest.fetching.http import Bounds as Answer
from dateline.ingest.fetching.visits import Visits
from dateline.model.coding import Coding
from dateline.model.report import CoderInfo, Report
from dateline.reading.feed import Feed as Reports
from dateline.store.asking.view import View
from dateline.watching.log import Log
from dateline.watching.plan import Bounds, Feed, Plan
from dateline.watching.state import State
from dateline.watching.watch import Watch, state_of
from faulty_server import FaultyServer


@dataclass
class Counts:
    """Codes without a parser; ``pause`` is the seconds that one report takes."""

    pause: float = 0.0
    info: CoderInfo = field(
        default_factory=lambda: CoderInfo(version="1", model="m", model_digest="d", lexicon_digest="l")
    )

    def code_feed(self, feed: Reports, *, jobs: int, timeout: Timeout) -> Iterator[Coding]:  # noqa: ARG002
        while given := feed.take(4):
            time.sleep(self.pause * len(given))
            yield from (Coding(report=Report(id=g.id or "?", text=g.text, coder=self.info)) for g in given)


def fetcher(visits: Visits) -> Fetcher:
    return Fetcher(
        visits=visits, bounds=Answer(seconds=0.6), loopback=True, lookup=lambda *_: ["127.0.0.1"], pause=lambda _: None
    )


def plan_of(server: FaultyServer, *, seconds: float = 0.1, **bounds: Any) -> Plan:
    feeds = tuple(Feed(url=server.url(n), minutes=seconds / 60) for n in range(server.feeds))
    cost = {"most_hours": 0.5 / 3600, "free_mb": 1.0, **bounds}
    return Plan(feed=feeds, watch=Bounds(**cost))


def watch_until(
    enough: Callable[[State], bool], plan: Plan, path: Path, *, seconds: float = 60, coder: Counts | None = None
) -> tuple[State, list[dict[str, Any]]]:
    """Watch until the state is as wanted; return it with the log."""
    state, stop, out = state_of(plan), threading.Event(), io.StringIO()
    seen = threading.Event()

    def look() -> None:
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline and not enough(state):
            time.sleep(0.02)
        if enough(state):
            seen.set()
        stop.set()

    threading.Thread(target=look, daemon=True).start()
    watch = Watch(
        plan=plan, path=path, coder=coder or Counts(), state=state, log=Log(out), stop=stop, make_fetcher=fetcher
    )
    watch.run()
    assert seen.is_set(), out.getvalue()[-3000:]
    return state, [json.loads(line) for line in out.getvalue().splitlines()]


def reports(path: Path) -> list[str]:
    """List the ids of a ledger's reports."""
    with View(path) as view:
        return [row["id"] for row in view.rows("SELECT id FROM report WHERE until IS NULL ORDER BY id")]


def coded(path: Path) -> int:
    """Count a ledger's live reports that have a coding."""
    sql = "SELECT count(DISTINCT report_key) AS n FROM coding JOIN report r USING (report_key) WHERE r.until IS NULL"
    with View(path) as view:
        (row,) = view.rows(sql)
    return int(row["n"])
