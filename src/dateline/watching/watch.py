"""The watch itself: what was found is kept, what waits is coded, in turn, until it is told to stop."""

import shutil
import sqlite3
from collections import deque
from dataclasses import asdict, dataclass, field
from pathlib import Path
from threading import Event

from dateline.errors import LedgerError
from dateline.ingest.fetching.fetcher import Fetcher
from dateline.ingest.fetching.visits import Visits
from dateline.ledger.keeping.coding import Codes, Work, code_pending, count_pending
from dateline.ledger.keeping.kinship import Kinship
from dateline.ledger.keeping.runs import run_info
from dateline.ledger.keeping.taking import keep_items
from dateline.ledger.keeping.tally import Tally
from dateline.ledger.keeping.visiting import visits_of
from dateline.store.address import Address
from dateline.store.batch import Writer
from dateline.store.opening import size_of
from dateline.watching.log import Log
from dateline.watching.looking import Chunk, Lookers, MakeFetcher
from dateline.watching.plan import Bounds, Plan
from dateline.watching.state import FeedState, State

_PAUSE = 1.0  # seconds to wait for what is found
_AFTER_TROUBLE = 10.0


class _Stopped(Exception):  # noqa: N818  no error
    """Told to stop in the middle of coding."""


def state_of(plan: Plan) -> State:
    """Return the state of a watch that has not begun."""
    return State({feed.url: FeedState(feed.url) for feed in plan.feed})


@dataclass(slots=True, kw_only=True)
class Watch:
    """Watches feeds for a ledger.

    Args:
        plan: What is watched.
        path: The ledger's file, made if it is not there.
        coder: Codes; None to keep reports and code nothing.
        state: Where it is noted how it goes.
        log: Told what happens.
        stop: Set by whoever wants it to end; what is under way is kept first.
        work: How to code.
        make_fetcher: Makes what pages are fetched with.
    """

    plan: Plan
    path: Address
    coder: Codes | None
    state: State
    log: Log
    stop: Event
    work: Work = field(default_factory=Work)
    make_fetcher: MakeFetcher = lambda visits: Fetcher(visits=visits)
    _kin: Kinship = field(default_factory=Kinship)
    _left: deque[Chunk] = field(default_factory=deque)

    def run(self) -> None:
        """Watch until told to stop. A ledger that cannot be written for a while is waited for.

        Raises:
            LedgerError: The file is no ledger, or of a newer dateline.
        """
        Writer(self.path).__exit__()  # what is no ledger is said at once
        known = visits_of(self.path).known()
        lookers = Lookers(
            self.plan, visits=known, make_fetcher=self.make_fetcher, state=self.state, log=self.log
        )  # fmt: skip
        self.log("begun", ledger=str(self.path), feeds=len(self.plan.feed), visits=len(known))
        with lookers:
            while not self.stop.is_set():
                self._turn(lookers)
        self.log("ended", counts=dict(self.state.counts))

    def _turn(self, lookers: Lookers) -> None:
        """Keep and code until told to stop, or until the ledger fails."""
        try:
            with Writer(self.path) as writer:
                self.state.trouble = None
                self.state.waiting = self._count_waiting(writer)
                while not self.stop.is_set():
                    self._keep_found(writer, lookers, _PAUSE)
                    self._code(writer, lookers)
        except _Stopped:
            return
        except LedgerError as error:
            if isinstance(error.__cause__, sqlite3.IntegrityError) and self._left:
                self._part(str(error))
                return
            self.state.trouble = str(error)
            self.log("trouble", error=str(error))
            self.state.sign("ledger")
            self.stop.wait(_AFTER_TROUBLE)

    def _part(self, error: str) -> None:
        """Try the items of a chunk one by one that the ledger does not take, and leave out the one that it is about."""
        chunk = self._left.popleft()
        if len(chunk.items) > 1:
            self._left.extendleft(Chunk(chunk.feed, (item,), chunk.visits) for item in reversed(chunk.items))
            return
        self.state.count(left_out=1)
        self.log("left out", feed=chunk.feed, urls=[item.url for item in chunk.items], error=error)

    def _keep_found(self, writer: Writer, lookers: Lookers, seconds: float) -> None:
        """Keep all that was found; a chunk is let go of when it is kept."""
        while (chunk := self._next(lookers, seconds)) is not None:
            seconds, tally = 0.0, Tally()
            visits = Visits()
            visits.hand_over(chunk.visits)
            keep_items(writer, chunk.items, kin=self._kin, tally=tally, tick=lambda _: None, visits=visits)
            self._left.popleft()
            self.state.waiting += 0 if self.coder is None else tally.new + tally.revised
            self._note(tally)
            self.log("kept", feed=chunk.feed, **{name: n for name, n in asdict(tally).items() if n})
            if self.stop.is_set():
                break
        self._measure()

    def _next(self, lookers: Lookers, seconds: float) -> Chunk | None:
        """Return what is to be kept next; it stays the next until it is kept."""
        if not self._left and (found := lookers.take(seconds)) is not None:
            self._left.append(found)
        return self._left[0] if self._left else None

    def _code(self, writer: Writer, lookers: Lookers) -> None:
        """Code what waits; after each batch, what was found meanwhile is kept, and is coded too."""
        if self.coder is None or not self.state.waiting:
            return
        tally, before = Tally(), Tally()

        def tick(now: Tally) -> None:
            self._note(Tally(coded=now.coded - before.coded, failed=now.failed - before.failed))
            self.log("coded", coded=now.coded - before.coded, failed=now.failed - before.failed)
            self.state.waiting -= min(self.state.waiting, now.coded + now.failed - before.coded - before.failed)
            before.coded, before.failed = now.coded, now.failed
            self._keep_found(writer, lookers, 0.0)
            if self.stop.is_set():
                raise _Stopped

        code_pending(writer, self.coder, work=self.work, tally=tally, tick=tick)
        if not (tally.coded or tally.failed):  # what was revised before it was coded waits no more
            self.state.waiting = 0
        self._measure()

    def _count_waiting(self, writer: Writer) -> int:
        return 0 if self.coder is None else count_pending(writer, run_info(self.coder.info), again=False)

    def _note(self, tally: Tally) -> None:
        self.state.count(**asdict(tally))
        self.state.sign("ledger")

    def _measure(self) -> None:
        """Look at what waits, at the disk and at the clock, and say where looking is to be held."""
        state = self.state
        state.sign("ledger")
        state.ledger_bytes = size_of(self.path)
        state.free_bytes = shutil.disk_usage(self.path.parent if isinstance(self.path, Path) else Path()).free
        held = reason_to_hold(self.plan.watch, state)
        if held != state.held:
            self.log("held" if held else "freed", reason=held or state.held)
            state.held = held
        if (jump := state.clock_jump()) is not None:
            self.log("clock jumped", seconds=round(jump))


def reason_to_hold(bounds: Bounds, state: State) -> str | None:
    """Say why no feed is to be looked at now, None where there is no reason; once held, until half as many wait."""
    if state.free_bytes < bounds.free_mb * 2**20:
        return f"less than {bounds.free_mb:g} MB are free on the disk"
    if state.ledger_bytes > bounds.ledger_mb * 2**20:
        return f"the ledger has more than {bounds.ledger_mb:g} MB"
    most = bounds.waiting / 2 if state.held else bounds.waiting
    return f"more than {bounds.waiting:,} reports wait to be coded" if state.waiting > most else None
