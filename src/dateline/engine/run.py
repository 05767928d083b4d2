"""A run: the reports of a feed, coded on a cluster, in a folder."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from dateline.coding.limit import Limit
from dateline.engine.blocks import Block, Cutter, Size
from dateline.engine.cluster import Cluster
from dateline.engine.dispatch import Dispatch, Done, Patience, Wanted
from dateline.engine.folder import Folder, Kept
from dateline.engine.watchdog import watched
from dateline.model.report import CoderInfo
from dateline.reading.feed import Feed


@dataclass(slots=True)
class Counts:
    """How far a run is.

    Args:
        reports: Reports whose codings are in the folder.
        failed: Those of them that could not be coded.
        blocks: Blocks that they lie in.
        found: Blocks that were there from a run before.
        strays: Files in the folder with codings that are not of these reports.
    """

    reports: int = 0
    failed: int = 0
    blocks: int = 0
    found: int = 0
    strays: int = 0

    def __str__(self) -> str:
        """Say it in one line."""
        parts = [f"{self.reports:,} reports in {self.blocks:,} blocks"]
        parts += [f"{self.found:,} of them there before"] if self.found else []
        parts += [f"{self.failed:,} reports failed"] if self.failed else []
        parts += [f"{self.strays:,} files in the folder are of other reports"] if self.strays else []
        return ", ".join(parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How to run: number of workers, a report's time, the size of blocks, and how long to wait for a sign."""

    jobs: int
    limit: Limit | None
    size: Size = field(default_factory=Size)
    patience: Patience = field(default_factory=Patience)


Tick = Callable[[Counts], None]


def run(feed: Feed, folder: Folder, cluster: Cluster, *, plan: Plan, tick: Tick = lambda _: None) -> Counts:
    """Code what a feed gives, a block at a time; what the folder has is not coded again.

    Args:
        feed: The reports.
        folder: Where the codings go.
        cluster: Who codes.
        plan: How to run.
        tick: Told the counts as they grow.

    Raises:
        EngineError: The cluster does not do its work, or the folder cannot take it. What is kept is whole, and the
            same run goes on from there.
    """
    running = _Run(feed, folder, plan)
    steps = running.steps(cluster)
    for _ in watched(steps, silence=plan.patience.silence, doing="the cluster"):
        tick(running.counts)
    return running.counts


class _Run:
    """One run, as it stands."""

    def __init__(self, feed: Feed, folder: Folder, plan: Plan) -> None:
        self._feed, self._folder, self._plan = feed, folder, plan
        self._order: list[str] = []
        self._kept: dict[str, Kept] = {}
        self._given: set[str] = set()
        self.counts = Counts()

    def steps(self, cluster: Cluster) -> Iterator[None]:
        """Do the run, and yield often."""
        dispatch = Dispatch(cluster, jobs=self._plan.jobs, limit=self._plan.limit, patience=self._plan.patience)
        yield from dispatch.begin()
        self._folder.claim(dispatch.info)
        wanted = Wanted(Cutter(self._feed, dispatch.info, size=self._plan.size), self._known)
        for done in dispatch.blocks(wanted):
            if done is not None:
                self._keep(done)
            yield None
        self._finish(dispatch.info)

    def _known(self, block: Block) -> bool:
        """Note the place of a block; tell whether it is there, or is being coded."""
        self._order.append(block.digest)
        if block.digest in self._given:
            return True
        self._given.add(block.digest)
        kept = self._folder.find(block.digest, reports=len(block))
        if kept is None:
            return False
        self.counts.found += 1
        self._count(kept)
        return True

    def _keep(self, done: Done) -> None:
        self._count(self._folder.keep(done.block.digest, done.table))

    def _count(self, kept: Kept) -> None:
        self._kept[kept.digest] = kept
        self.counts.blocks += 1
        self.counts.reports += kept.reports
        self.counts.failed += kept.failed

    def _finish(self, info: CoderInfo) -> None:
        """Write the manifest; a block whose reports came twice is named twice."""
        blocks = [self._kept[digest] for digest in self._order]
        self._folder.finish(info, blocks)
        self.counts = Counts(
            reports=sum(b.reports for b in blocks), failed=sum(b.failed for b in blocks), blocks=len(blocks),
            found=self.counts.found, strays=len(self._folder.strays(blocks)),
        )  # fmt: skip
