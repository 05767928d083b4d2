"""Progress on standard error, where somebody can see it."""

import sys
from collections.abc import Iterator

from dateline.model.coding import Coding


def watched(codings: Iterator[Coding], *, shown: bool) -> Iterator[Coding]:
    """Pass codings on; with many reports and a terminal, say how many are done and how fast."""
    if not (shown and sys.stderr.isatty()) or sys.stdout.isatty():
        return codings
    return _counted(codings)


def _counted(codings: Iterator[Coding]) -> Iterator[Coding]:
    from rich.console import Console  # noqa: PLC0415  slow to load, and needed in a terminal alone
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn  # noqa: PLC0415

    told = (TextColumn("{task.completed} reports"), TextColumn("{task.fields[events]} events"))
    columns = (SpinnerColumn(), *told, TimeElapsedColumn())
    events = 0
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("coding", total=None, events=0)
        for coding in codings:
            events += len(coding.events or ())
            bar.update(task, advance=1, events=events)
            yield coding
