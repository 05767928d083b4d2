"""What a run asks of a cluster: workers that come, take tables, answer or die."""

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Protocol

from dateline.engine.tables import Table
from dateline.model.report import CoderInfo

WorkerId = Hashable


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What became of a worker's task: that it is ready, a table, or why it died."""

    worker: WorkerId
    ready: CoderInfo | None = None
    table: Table | None = None
    died: str | None = None


class Cluster(Protocol):
    """Where blocks are coded. No call may wait for longer than a few seconds; where one does, the run is ended."""

    def start(self) -> WorkerId:
        """Ask for a worker; its first answer says that it is ready."""

    def give(self, worker: WorkerId, table: Table) -> None:
        """Hand a worker the reports that it codes next."""

    def wait(self, seconds: float) -> list[Answer]:
        """Return the answers that are there; wait for one so long."""

    def end(self, worker: WorkerId) -> None:
        """End a worker, whatever it does."""

    def state(self) -> str:
        """Say in a few words what is alive."""
