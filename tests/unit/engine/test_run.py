"""A run on a cluster ends, and loses and doubles nothing, whatever becomes of its workers."""

import json
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from made_cluster import INFO, MadeCluster, by_chance, code

from dateline.coding.limit import DEFAULT_LIMIT
from dateline.engine import dispatch
from dateline.engine.blocks import Cutter, Size
from dateline.engine.cluster import Answer
from dateline.engine.dispatch import Patience
from dateline.engine.folder import MANIFEST, Folder
from dateline.engine.run import Counts, Plan, run
from dateline.engine.tables import Table, reports_to_table, table_to_reports
from dateline.errors import EngineError
from dateline.reading.feed import Steady
from dateline.reading.given import GivenReport
from dateline.reading.ids import Numbered

PLAN = Plan(jobs=3, limit=DEFAULT_LIMIT, size=Size(reports=4), patience=Patience(start=5, silence=30))


def reports(number: int) -> list[GivenReport]:
    return [GivenReport(id=f"r{n}", text=f"Shells fell on town {n}.") for n in range(number)]


def coded(given: Sequence[GivenReport], folder: Path, cluster: MadeCluster | None = None, plan: Plan = PLAN) -> Counts:
    return run(Steady(given), Folder(folder), cluster or MadeCluster(), plan=plan)


def rows(folder: Path) -> list[dict[str, Any]]:
    blocks = json.loads((folder / MANIFEST).read_text())["blocks"]
    return [row for block in blocks for row in pq.read_table(folder / f"{block['digest']}.parquet").to_pylist()]


def one_machine(given: Sequence[GivenReport]) -> list[dict[str, Any]]:
    return code(reports_to_table(Numbered(Steady(given)).take())).to_pylist()


def test_a_run_gives_the_rows_of_one_machine_in_order(tmp_path: Path) -> None:
    given = [*reports(21), GivenReport(text="No id."), GivenReport(id="r3", text="The id came before.")]
    counts = coded(given, tmp_path / "out")
    assert rows(tmp_path / "out") == one_machine(given)
    assert (counts.reports, counts.blocks, counts.failed, counts.strays) == (23, 6, 0, 0)


@pytest.mark.parametrize("seed", range(8))
def test_workers_that_die_lose_nothing(seed: int, tmp_path: Path) -> None:
    coded(reports(40), tmp_path, MadeCluster(by_chance(seed, die=0.3)))
    assert rows(tmp_path) == one_machine(reports(40))


def test_a_worker_that_hangs_is_ended_and_its_block_given_to_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dispatch, "seconds_for", lambda *_: 0.05)
    coded(reports(30), tmp_path, MadeCluster(by_chance(1, hang=0.3)))
    assert rows(tmp_path) == one_machine(reports(30))


def test_a_report_that_kills_every_worker_is_refused_alone(tmp_path: Path) -> None:
    def fate(table: Table) -> str:
        return "dies" if "r5" in table.column("id").to_pylist() else "codes"

    counts = coded(reports(12), tmp_path, MadeCluster(fate))
    errors = {row["id"]: row["error"] for row in rows(tmp_path)}
    assert [name for name, error in errors.items() if error] == ["r5"]
    assert "died 5 times (killed)" in errors["r5"]
    assert (counts.reports, counts.failed) == (12, 1)


def test_a_run_goes_on_where_it_stopped(tmp_path: Path) -> None:
    def stops() -> Iterator[GivenReport]:
        yield from reports(30)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(Steady(stops()), Folder(tmp_path), MadeCluster(), plan=PLAN)
    assert json.loads((tmp_path / MANIFEST).read_text())["complete"] is False
    second = MadeCluster()
    counts = coded(reports(40), tmp_path, second)
    done_before = {row["id"] for row in one_machine(reports(40))} - {name for block in second.coded for name in block}
    assert counts.found * 4 == len(done_before) > 0
    assert rows(tmp_path) == one_machine(reports(40))


def test_a_whole_run_codes_nothing_the_second_time(tmp_path: Path) -> None:
    coded(reports(9), tmp_path)
    second = MadeCluster()
    assert coded(reports(9), tmp_path, second).found == 3
    assert second.coded == []


def test_a_damaged_block_is_coded_again(tmp_path: Path) -> None:
    coded(reports(9), tmp_path)
    broken = sorted(tmp_path.glob("*.parquet"))[0]
    broken.write_bytes(broken.read_bytes()[:100])
    assert coded(reports(9), tmp_path).found == 2
    assert rows(tmp_path) == one_machine(reports(9))


def test_what_a_killed_run_had_begun_to_write_is_cleared(tmp_path: Path) -> None:
    digest = Cutter(Steady(reports(4)), INFO, size=PLAN.size).next()
    assert digest is not None
    (tmp_path / f"{digest.digest}.parquet.0.part").write_bytes(b"half")
    coded(reports(4), tmp_path)
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted([f"{digest.digest}.parquet", MANIFEST])


def test_blocks_of_the_same_reports_are_named_twice_and_kept_once(tmp_path: Path) -> None:
    given = [GivenReport(id="a", text="The same.")] * 12
    coded(given, tmp_path)
    assert len([*tmp_path.glob("*.parquet")]) == 2  # the first has no note that its id came before
    assert rows(tmp_path) == one_machine(given)


def test_codings_of_other_reports_in_the_folder_are_told(tmp_path: Path) -> None:
    coded(reports(6), tmp_path)
    assert coded(reports(7), tmp_path).strays == 1


def test_a_folder_of_another_version_is_refused(tmp_path: Path) -> None:
    coded(reports(3), tmp_path)
    other = MadeCluster(info=lambda _: replace(INFO, version="2"))
    with pytest.raises(EngineError, match="another version; name another folder"):
        coded(reports(3), tmp_path, other)


def test_workers_of_two_versions_end_the_run(tmp_path: Path) -> None:
    mixed = MadeCluster(info=lambda n: replace(INFO, version=str(n)))
    with pytest.raises(EngineError, match="the workers differ"):
        coded(reports(3), tmp_path, mixed)


def test_workers_that_only_die_end_the_run(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match=r"13 workers died one after the other .*: killed"):
        coded(reports(3), tmp_path, MadeCluster(lambda _: "dies"))


def test_a_cluster_that_never_answers_ends_the_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Silent(MadeCluster):
        def wait(self, seconds: float) -> list[Answer]:  # noqa: ARG002
            threading.Event().wait()
            return []

    left: list[object] = []
    monkeypatch.setattr("atexit.register", left.append)
    with pytest.raises(EngineError, match=r"gave no sign for 0 s.*run the same command again"):
        coded(reports(3), tmp_path, Silent(), replace(PLAN, patience=Patience(silence=0.2)))
    assert len(left) == 1  # the process will leave without waiting for the thread


def test_no_worker_in_time_ends_the_run(tmp_path: Path) -> None:
    class Full(MadeCluster):
        def wait(self, seconds: float) -> list[Answer]:
            time.sleep(min(seconds, 0.01))
            return []

    with pytest.raises(EngineError, match=r"no worker was ready within 0 s \(3 workers were started\)"):
        coded(reports(3), tmp_path, Full(), replace(PLAN, patience=Patience(start=0.1)))


def test_a_table_carries_all_that_a_report_says() -> None:
    given = [
        GivenReport(id="1", text="a \ud800 lone surrogate", notes=("first",), published="2024-03-05"),
        GivenReport(id="2", html="<p>A page.</p>", published_origin="document", title="T", source="S", url="u"),
        GivenReport(id="3", error="cannot be read", language="en"),
    ]
    assert [*table_to_reports(reports_to_table(given))] == given
