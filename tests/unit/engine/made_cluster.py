"""A cluster in this process whose workers die, hang and lose answers as told, for tests of the run."""

import random
from collections.abc import Callable

from dateline.engine.cluster import Answer, WorkerId
from dateline.engine.tables import Table, codings_to_table, table_to_reports
from dateline.model.coding import Coding
from dateline.model.report import CoderInfo, Report

INFO = CoderInfo(version="1", model="m", model_digest="d", lexicon_digest="l")
Fate = Callable[[Table], str]
"""What becomes of a table: "codes", "dies", or "hangs"."""


def code(table: Table) -> Table:
    """Code reports without a parser."""
    made = (
        Report(id=r.id or "?", text=r.text, coded=not r.error, error=r.error, notes=r.notes, coder=INFO)
        for r in table_to_reports(table)
    )
    return codings_to_table(Coding(report=report) for report in made)


class MadeCluster:
    """Workers that do as ``fate`` says."""

    def __init__(self, fate: Fate = lambda _: "codes", *, info: Callable[[int], CoderInfo] = lambda _: INFO) -> None:
        self.fate, self._info = fate, info
        self.coded: list[list[str]] = []
        self._started = 0
        self._ended: set[WorkerId] = set()
        self._answers: list[Answer] = []

    def start(self) -> WorkerId:
        self._started += 1
        self._answers.append(Answer(worker=self._started, ready=self._info(self._started)))
        return self._started

    def give(self, worker: WorkerId, table: Table) -> None:
        what = self.fate(table)
        if what == "dies":
            self._answers.append(Answer(worker=worker, died="killed"))
        elif what == "codes":
            self.coded.append(table.column("id").to_pylist())
            self._answers.append(Answer(worker=worker, table=code(table)))

    def wait(self, seconds: float) -> list[Answer]:  # noqa: ARG002  it never waits
        answers, self._answers = self._answers, []
        return [answer for answer in answers if answer.worker not in self._ended]

    def end(self, worker: WorkerId) -> None:
        self._ended.add(worker)

    def state(self) -> str:
        return f"{self._started} workers were started"


def by_chance(seed: int, *, die: float = 0.0, hang: float = 0.0) -> Fate:
    """Return a fate that kills and hangs by chance."""
    chance = random.Random(seed)

    def fate(_: Table) -> str:
        drawn = chance.random()
        return "dies" if drawn < die else "hangs" if drawn < die + hang else "codes"

    return fate
