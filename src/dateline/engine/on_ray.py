"""Ray as the cluster: each worker is an actor that Ray never restarts, since the run does."""

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Thread
from typing import Any

from dateline.coder import Settings, Timeout
from dateline.engine.cluster import Answer, WorkerId
from dateline.engine.mapper import Worker
from dateline.engine.tables import Table, library
from dateline.engine.watchdog import watched
from dateline.errors import DatelineError, EngineError
from dateline.model.report import CoderInfo

ENGINE = "ray"
_FETCH = 60.0  # seconds to bring an answer that is there to this machine
_HELLO, _GOODBYE = 120.0, 15.0
_STORE = 256 * 2**20  # bytes of a local cluster's object store: a few blocks at a time are in it
_QUIET = {"RAY_USAGE_STATS_ENABLED": "0", "RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO": "0", "RAY_SCHEDULER_EVENTS": "0"}


class RayCluster:
    """Workers as Ray actors.

    Args:
        settings: What their coders are made from.
        timeout: Seconds that one report may take.
    """

    def __init__(self, settings: Settings, *, timeout: Timeout) -> None:
        """Describe the workers."""
        self._ray = library("ray")
        self._settings, self._timeout = settings, timeout
        # A worker that dies is the run's to replace: with Ray's own retries a task can be lost and waited for.
        self._actor = self._ray.remote(num_cpus=1, max_restarts=0, max_task_retries=0)(Worker)
        self._actors: dict[WorkerId, Any] = {}
        self._asked: dict[Any, WorkerId] = {}

    def start(self) -> WorkerId:
        """Ask for a worker."""
        actor = self._actor.remote(self._settings, timeout=self._timeout)
        worker = str(actor._actor_id.hex())
        self._actors[worker] = actor
        self._asked[actor.ready.remote()] = worker
        return worker

    def give(self, worker: WorkerId, table: Table) -> None:
        """Hand a worker a table."""
        self._asked[self._actors[worker].code.remote(table)] = worker

    def wait(self, seconds: float) -> list[Answer]:
        """Return the answers that are there."""
        if not self._asked:
            return []
        done, _ = self._ray.wait(list(self._asked), num_returns=1, timeout=seconds)
        return [self._answer(reference) for reference in done]

    def end(self, worker: WorkerId) -> None:
        """End a worker."""
        actor = self._actors.pop(worker, None)
        for reference in [r for r, of in self._asked.items() if of == worker]:
            del self._asked[reference]
        if actor is not None:
            with suppress(self._ray.exceptions.RayError):
                self._ray.kill(actor, no_restart=True)

    def state(self) -> str:
        """Say how many machines and cores are alive."""
        try:
            alive = [node for node in self._ray.nodes() if node["Alive"]]
            cores = sum(node["Resources"].get("CPU", 0) for node in alive)
            return f"{len(alive)} machines are alive, with {cores:.0f} cores"
        except Exception as error:  # noqa: BLE001  this is said beside another fault
            return f"the cluster does not say what is alive: {_first_line(error)}"

    def _answer(self, reference: Any) -> Answer:
        worker = self._asked.pop(reference)
        try:
            got = self._ray.get(reference, timeout=_FETCH)
        except self._ray.exceptions.RayTaskError as error:
            if isinstance(error.cause, DatelineError):
                raise EngineError(f"a worker of the cluster: {error.cause}") from error
            return Answer(worker=worker, died=_first_line(error.cause))
        except (self._ray.exceptions.RayError, TimeoutError) as error:
            return Answer(worker=worker, died=_first_line(error))
        return Answer(worker=worker, ready=got) if isinstance(got, CoderInfo) else Answer(worker=worker, table=got)


@contextmanager
def connected(address: str, *, jobs: int | None) -> Iterator[int]:
    """Connect to a cluster, or start one on this machine, and give the number of workers.

    Args:
        address: "ray" for this machine, or the cluster that the variable RAY_ADDRESS names; else "ray://HOST:PORT".
        jobs: Workers that are wanted, None for one a core.

    Raises:
        EngineError: Ray is not installed, or there is no cluster at the address.
    """
    os.environ.update({name: os.environ.get(name, value) for name, value in _QUIET.items()})
    ray = library("ray")
    connecting = _connect(ray, address, jobs)
    if not _starts_here(address):  # what is started here ends with the thread that started it: that must be this one
        connecting = watched(connecting, silence=_HELLO, doing=f"the connection to {address}")
    (cores,) = connecting
    try:
        yield jobs or max(1, cores)
    finally:
        farewell = Thread(target=ray.shutdown, daemon=True)  # it waits for a cluster that may be gone
        farewell.start()
        farewell.join(_GOODBYE)


def _connect(ray: Any, address: str, jobs: int | None) -> Iterator[int]:
    """Yield the number of the cluster's cores."""
    try:
        ray.init(**_arguments(address, jobs), log_to_driver=False, logging_level=logging.ERROR)
        yield int(ray.cluster_resources().get("CPU", 1))
    except Exception as error:
        raise EngineError(f"no Ray cluster at {address} ({_first_line(error)}); check the address") from error


def _arguments(address: str, jobs: int | None) -> dict[str, Any]:
    if not _starts_here(address):
        return {} if address == ENGINE else {"address": address}
    return {"address": "local", "num_cpus": jobs, "object_store_memory": _STORE, "include_dashboard": False}


def _starts_here(address: str) -> bool:
    return address == ENGINE and not os.environ.get("RAY_ADDRESS")


def _first_line(error: BaseException) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0]
