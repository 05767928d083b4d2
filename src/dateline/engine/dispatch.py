"""Hand blocks to workers, and see that each comes back: another takes what one died of or is stuck with."""

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from time import monotonic

from dateline.coding.limit import Limit
from dateline.engine.blocks import Block, Cutter, seconds_for
from dateline.engine.cluster import Answer, Cluster, WorkerId
from dateline.engine.mapper import refused
from dateline.engine.tables import Table, library, reports_to_table
from dateline.errors import EngineError
from dateline.model.report import CoderInfo
from dateline.reading.given import GivenReport

_TICK = 0.5
_MOST_TRIES = 5  # of one report alone, before it is refused: machines are lost by chance, too
_MOST_DEATHS = 12  # of workers, one after the other, before the run is given up


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """How long a run waits: for the first worker, and for any sign of the cluster."""

    start: float = 300.0
    silence: float = 180.0


@dataclass(slots=True, eq=False)
class Task:
    """A block, or one report of a block that workers died of."""

    block: Block
    reports: tuple[GivenReport, ...]
    at: int = 0
    tries: int = 0


@dataclass(slots=True, eq=False)
class Hand:
    """One worker: what it has in hand and since when."""

    worker: WorkerId
    ready: bool = False
    task: Task | None = None
    since: float = field(default_factory=monotonic)


@dataclass(frozen=True, slots=True)
class Done:
    """A block with its codings."""

    block: Block
    table: Table


class Dispatch:
    """Codes blocks on a cluster.

    Args:
        cluster: Who codes.
        jobs: Number of workers.
        limit: How long one report may take, None for any time.
        patience: How long to wait for what does not come.
    """

    def __init__(self, cluster: Cluster, *, jobs: int, limit: Limit | None, patience: Patience) -> None:
        """Ask for the workers."""
        self._cluster, self._limit, self._patience = cluster, limit, patience
        self._hands = [Hand(cluster.start()) for _ in range(jobs)]
        self._again: deque[Task] = deque()
        self._parts: dict[str, dict[int, Table]] = {}
        self._deaths = 0
        self._info: CoderInfo | None = None

    def begin(self) -> Iterator[None]:
        """Wait until a worker is ready; yield now and then, as a sign of life.

        Raises:
            EngineError: None is ready in time, or all die.
        """
        began = monotonic()
        while self._info is None:
            for _ in self._hear(_TICK):
                pass  # nothing was handed out yet
            if monotonic() - began > self._patience.start:
                told = f"no worker was ready within {self._patience.start:.0f} s ({self._cluster.state()})"
                raise EngineError(f"{told}; give the cluster free cores, or a smaller --jobs")
            yield None

    @property
    def info(self) -> CoderInfo:
        """Return what the coder of each worker is, once one is ready."""
        if self._info is None:
            raise EngineError("no worker is ready yet")
        return self._info

    def blocks(self, source: "Wanted") -> Iterator[Done | None]:
        """Yield each block that ``source`` wants, when it is coded, and None in between, as a sign of life.

        Raises:
            EngineError: Workers die one after the other, or are not the same.
        """
        while True:
            waiting = self._hand_out(source)
            if not waiting and not any(hand.task for hand in self._hands):
                return
            yield from self._hear(_TICK)
            yield from self._end_late()
            yield None

    def _hand_out(self, source: "Wanted") -> bool:
        """Give each idle worker a task; tell whether there may be more."""
        for hand in self._hands:
            if not hand.ready or hand.task:
                continue
            task = self._again.popleft() if self._again else source.next()
            if task is None:
                break
            hand.task, hand.since = task, monotonic()
            self._cluster.give(hand.worker, reports_to_table(task.reports))
        return bool(self._again) or not source.ended

    def _hear(self, seconds: float) -> Iterator[Done]:
        for answer in self._cluster.wait(seconds):
            hand = next((h for h in self._hands if h.worker == answer.worker), None)
            if hand is not None:  # else the last words of one that was ended
                yield from self._take(hand, answer)

    def _take(self, hand: Hand, answer: Answer) -> Iterator[Done]:
        if answer.died is not None:
            yield from self._bury(hand, answer.died)
        elif answer.ready is not None:
            self._greet(hand, answer.ready)
        elif hand.task is not None and answer.table is not None:
            task, hand.task, self._deaths = hand.task, None, 0
            yield from self._whole(task, answer.table)

    def _greet(self, hand: Hand, info: CoderInfo) -> None:
        """Note that a worker is ready.

        Raises:
            EngineError: It is not what the first one is.
        """
        self._info = self._info or info
        if info != self._info:
            raise EngineError(
                f"the workers differ: one has {_said(self._info)}, one {_said(info)}; install the same on all machines"
            )
        hand.ready = True

    def _end_late(self) -> Iterator[Done]:
        for hand in list(self._hands):
            most = seconds_for(hand.task.reports, self._limit) if hand.task else None
            if most is not None and monotonic() - hand.since > most:
                yield from self._bury(hand, f"it was silent for {most:.0f} s")

    def _bury(self, hand: Hand, why: str) -> Iterator[Done]:
        """Put another worker in the place of a dead one; its task is given again, the second time report by report.

        Raises:
            EngineError: Too many died without a block in between.
        """
        self._deaths += 1
        if self._deaths > max(_MOST_DEATHS, 2 * len(self._hands)):
            raise EngineError(
                f"{self._deaths} workers died one after the other ({self._cluster.state()}); the last: {why}"
            )
        self._cluster.end(hand.worker)
        self._hands[self._hands.index(hand)] = Hand(self._cluster.start())
        if hand.task is not None:
            yield from self._again_with(hand.task, why)

    def _again_with(self, task: Task, why: str) -> Iterator[Done]:
        task.tries += 1
        if len(task.reports) > 1 and task.tries > 1:
            self._again.extend(Task(task.block, (report,), at) for at, report in enumerate(task.reports))
        elif task.tries < _MOST_TRIES or self._info is None:
            self._again.append(task)
        else:
            error = f"the workers that coded the report died {task.tries} times ({why}); split the report"
            yield from self._whole(task, refused(reports_to_table(task.reports), error=error, info=self._info))

    def _whole(self, task: Task, table: Table) -> Iterator[Done]:
        """Yield a block when all of its reports are coded."""
        if len(table) != len(task.reports):
            raise EngineError(f"a worker gave {len(table)} codings for {len(task.reports)} reports; please report this")
        if len(task.reports) == len(task.block):
            yield Done(task.block, table)
            return
        parts = self._parts.setdefault(task.block.digest, {})
        parts[task.at] = table
        if len(parts) == len(task.block):
            del self._parts[task.block.digest]
            yield Done(task.block, library().concat_tables([parts[at] for at in sorted(parts)]))


class Wanted:
    """The blocks that are yet to be coded: those that a folder has are passed over, and one that comes twice.

    Args:
        cutter: Gives all blocks.
        known: Tells whether a block is there.
    """

    def __init__(self, cutter: Cutter, known: Callable[[Block], bool]) -> None:
        """Begin with the first."""
        self._cutter = cutter
        self._known = known

    @property
    def ended(self) -> bool:
        """Tell whether no block will come any more."""
        return self._cutter.ended

    def next(self) -> Task | None:
        """Return the next block that is to be coded, None where none is there now."""
        while (block := self._cutter.next()) is not None:
            if not self._known(block):
                return Task(block, block.reports)
        return None


def _said(info: CoderInfo) -> str:
    return f"dateline {info.version} with {info.model}, lexicon {info.lexicon_digest[:8]}"
