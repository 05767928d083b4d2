"""Processes that code come from one that has loaded the coder: at once, small, and each to be replaced."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.coder import Coder, make_settings
from dateline.coding.limit import DEFAULT_LIMIT
from dateline.crew import Crew
from dateline.errors import DatelineError, ModelError
from dateline.messages import READY, read_messages
from dateline.model.coding import Coding
from dateline.nursery import Apart, Forked, Nursery, Source, forks
from dateline.parse.parser import Parser
from dateline.reading.feed import Steady
from dateline.reading.given import GivenReport
from dateline.workers import Workers

pytestmark = pytest.mark.skipif(not forks(), reason="this system does not fork safely")
SETTINGS = make_settings(layers="times")
TEXTS = [GivenReport(id=str(n), text=f"Rebels shelled town {n} on Monday.", published="2024-03-05") for n in range(30)]


@pytest.fixture(scope="module")
def nursery() -> Iterator[Nursery]:
    with Nursery(SETTINGS) as made:
        yield made


def megabytes(pid: int, kind: str) -> int:
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith(kind)) // 1024


def code(source: Source, reports: list[GivenReport]) -> list[Coding]:
    def refused(given: GivenReport) -> Coding:
        raise AssertionError(given.error)

    with Workers(source, jobs=2, limit=DEFAULT_LIMIT) as workers:
        return [*workers.code(Steady(reports), refused=refused)]


def test_codings_are_those_of_this_process(nursery: Nursery, parser: Parser) -> None:
    alone = [*Coder(parser=parser, layers="times").code_many(TEXTS)]
    assert code(nursery, TEXTS) == alone
    assert code(Apart(SETTINGS), TEXTS[:3]) == alone[:3]


def test_a_forked_process_has_little_of_its_own(nursery: Nursery) -> None:
    worker = nursery.start()
    assert isinstance(worker, Forked)
    next(read_messages(worker.outbox))
    assert megabytes(worker.number, "Private_") < 0.3 * megabytes(nursery._popen.pid, "Rss")
    worker.end()


def test_a_process_that_died_has_its_code_and_another_takes_its_place(nursery: Nursery) -> None:
    first, second = nursery.start(), nursery.start()
    assert isinstance(first, Forked)
    said = read_messages(first.outbox)
    assert next(said) == READY
    os.kill(first.number, signal.SIGKILL)
    assert list(said) == []
    assert first.end() == -signal.SIGKILL
    assert next(read_messages(second.outbox)) == READY
    assert second.end() == -signal.SIGKILL


def test_a_nursery_that_died_is_started_anew(nursery: Nursery) -> None:
    nursery._popen.kill()
    nursery._popen.wait()
    assert [c.report.id for c in code(nursery, TEXTS[:3])] == ["0", "1", "2"]


def test_a_coder_that_cannot_be_loaded_says_why() -> None:
    with pytest.raises(ModelError, match="no-such-model"):
        Crew(make_settings(model="no-such-model")).info  # noqa: B018


def test_a_coder_that_dies_as_it_loads_is_told() -> None:
    with Nursery("no settings") as broken, pytest.raises(DatelineError, match="before it was ready; run with --jobs 1"):
        broken.start()


def test_a_crew_codes_as_a_coder_does(parser: Parser) -> None:
    crew, coder = Crew(SETTINGS), Coder(parser=parser, layers="times")
    assert crew.info == coder.info
    given = [*TEXTS[:4], GivenReport(id="0", text="The id came before.", published="2024-03-05")]
    assert [*crew.code_feed(Steady(given), jobs=2)] == [*coder.code_many(given)]
    assert [*crew.code_feed(Steady(given[:1]), jobs=2)] == [*coder.code_many(given[:1])]  # and once more


def test_processes_end_with_the_one_that_asked_for_them() -> None:
    program = (
        "import os, signal; from dateline.coder import make_settings; from dateline.nursery import Nursery\n"
        "n = Nursery(make_settings(layers='times')); w = n.start(); print(n._popen.pid, w.number, flush=True)\n"
        "os.kill(os.getpid(), signal.SIGKILL)"
    )
    out = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False).stdout
    pids = [int(word) for word in out.split()]
    assert len(pids) == 2
    deadline = time.monotonic() + 30
    while any(Path(f"/proc/{pid}").exists() and not is_zombie(pid) for pid in pids):
        assert time.monotonic() < deadline
        time.sleep(0.05)


def is_zombie(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except OSError:
        return True
