"""``dateline code --on``: codings of many reports, made on a cluster and kept in a folder."""

from pathlib import Path
from time import monotonic

import click

from dateline.cli.printing.ingesting import duration
from dateline.coder import Settings, Timeout
from dateline.coding.limit import Limit
from dateline.engine.folder import Folder
from dateline.engine.on_ray import ENGINE, RayCluster, connected
from dateline.engine.run import Counts, Plan, run
from dateline.errors import UsageError
from dateline.reading.feed import Feed

_EVERY = 15.0  # seconds between lines of progress


def code_on(
    engine: str, feed: Feed, *, settings: Settings, output: str | None, jobs: int | None, timeout: Timeout
) -> Counts:
    """Code a feed on a cluster, and say on standard error how far it is.

    Raises:
        UsageError: The engine is unknown, or no folder is named.
        EngineError: The run cannot begin or go on.
    """
    if engine != ENGINE and not engine.startswith(f"{ENGINE}://"):
        raise UsageError(f"--on {engine}: no such engine; write ray for this machine, or ray://HOST:PORT")
    if output is None:
        raise UsageError("--on writes a folder of Parquet files; name it with --output")
    folder = Folder(Path(output))
    limit = Limit(timeout) if isinstance(timeout, float | int) else timeout
    with connected(engine, jobs=jobs) as workers:
        cluster = RayCluster(settings, timeout=timeout)
        counts = run(feed, folder, cluster, plan=Plan(jobs=workers, limit=limit), tick=Said())
    click.echo(f"{counts}: {folder.path}", err=True)
    return counts


class Said:
    """Says now and then how far a run is."""

    def __init__(self) -> None:
        """Begin."""
        self._begun = self._said = monotonic()

    def __call__(self, counts: Counts) -> None:
        """Say it, if it is time."""
        now = monotonic()
        if now - self._said >= _EVERY:
            self._said = now
            click.echo(f"coding: {counts}, after {duration(now - self._begun)}", err=True)
