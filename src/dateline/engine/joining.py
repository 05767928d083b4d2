"""The join of incidents on an engine: its blocks are mapped by processes of this machine, or by a Ray cluster."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from itertools import islice
from typing import Any, TypeVar

from dateline.engine.on_ray import ENGINE, connected
from dateline.engine.tables import library
from dateline.errors import EngineError, UsageError
from dateline.incidents.alike.telling import Read
from dateline.incidents.blocks import Map, cut, join_blocks
from dateline.incidents.rules import Rule
from dateline.store.address import Address
from dateline.store.asking.view import View
from dateline.store.batch import Batch
from dateline.store.joining.ranks import coded_reports, event_names
from dateline.store.joining.tellings import read_tellings

PROCESSES = "processes"
T = TypeVar("T")
R = TypeVar("R")
_SIZE = 200
_AHEAD = 2
"""Blocks of each worker that wait for it: what is handed out is held in memory."""
_SILENCE = 600.0  # seconds; a block takes a few


def join_on(engine: str, ledger: Address, rule: Rule, *, jobs: int | None, size: int = _SIZE) -> list[list[int]]:
    """Return the groups of a ledger's events, by their keys, as an engine makes them: those of the ledger's own join.

    Args:
        engine: "processes" of this machine, "ray" or "ray://HOST:PORT".
        ledger: Whose reports; it is open while they are read, and nothing is written to it.
        rule: By which events are one.
        jobs: How many workers; None is one a core.
        size: How many reports are one block.

    Raises:
        UsageError: The engine is unknown.
        EngineError: Ray is not installed, there is no cluster, or it is silent.
    """
    with mapping(engine, jobs=jobs) as map_blocks:
        return join_blocks(_reads(ledger), rule, size=size, map_blocks=map_blocks)


@contextmanager
def mapping(engine: str, *, jobs: int | None) -> Iterator[Map[Any, Any]]:
    """Start an engine, or connect to it, and give what maps a function over blocks.

    Raises:
        UsageError: The engine is unknown.
        EngineError: Ray is not installed, or there is no cluster.
    """
    if engine not in (PROCESSES, ENGINE) and not engine.startswith(f"{ENGINE}://"):
        raise UsageError(f"--on {engine}: no such engine; write processes, ray for this machine, or ray://HOST:PORT")
    if engine == PROCESSES:
        with ProcessPoolExecutor(jobs) as pool:
            yield pool.map
        return
    with connected(engine, jobs=jobs) as workers:
        yield partial(_map_on_ray, workers=workers)


def _map_on_ray(do: Callable[[T], R], blocks: Iterable[T], *, workers: int) -> Iterator[R]:
    """Yield what a function makes of blocks, in whatever order; it hangs on its block alone, so Ray may do it twice."""
    ray = library("ray")
    task, left = ray.remote(do), iter(blocks)
    asked = [task.remote(block) for block in islice(left, _AHEAD * workers)]
    while asked:
        done, asked = ray.wait(asked, num_returns=1, timeout=_SILENCE)
        if not done:
            raise EngineError(f"the cluster said nothing for {_SILENCE:.0f} s while it joined; see that it is alive")
        yield ray.get(done[0])
        asked += [task.remote(block) for block in islice(left, 1)]


def _reads(ledger: Address) -> Sequence[Read]:
    with View(ledger) as view:
        batch = Batch(view.connection)
        return [read for some in cut(coded_reports(batch), _SIZE) for read in read_tellings(batch, some).values()]


def named(ledger: Address, groups: Iterable[Sequence[int]]) -> Iterator[list[str]]:
    """Yield groups of events by their names, REPORT/e1, instead of their keys."""
    with View(ledger) as view:
        names = event_names(Batch(view.connection))
    yield from ([names[key] for key in keys] for keys in groups)
