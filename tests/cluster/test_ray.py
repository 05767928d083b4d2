"""A run on a real cluster ends, and gives the rows of one machine, whatever is killed."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from ray.cluster_utils import Cluster

from dateline.coder import Coder
from dateline.engine.tables import codings_to_table
from dateline.parse.parser import Parser

pytestmark = pytest.mark.cluster
REPORTS = 4_200
LAYERS = "times"  # few stages: the tests are about blocks
PLACES = ["Bardo", "Kessem", "Tolun", "Marde", "Ophir", "Sanna", "Velk", "Rudin"]


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write invented reports, no two alike."""
    lines = [
        {
            "id": f"r{n}",
            "published": "2024-03-05",
            "text": f"Rebels shelled {PLACES[n % 8]} on Monday, killing {n}. " * 2,
        }
        for n in range(REPORTS)
    ]
    path = tmp_path_factory.mktemp("reports") / "reports.jsonl"
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def rows(reports: Path, parser: Parser) -> list[dict[str, Any]]:
    """Code the reports on this machine alone."""
    given = [json.loads(line) for line in reports.read_text(encoding="utf-8").splitlines()]
    return codings_to_table(Coder(parser=parser, layers=LAYERS).code_many(given)).to_pylist()


@pytest.fixture
def cluster() -> Iterator[Cluster]:
    """Start a cluster of three machines with a core each, all of them on this one."""
    made = Cluster(initialize_head=True, head_node_args={"num_cpus": 1, "object_store_memory": 100 * 2**20})
    for _ in range(2):
        made.add_node(num_cpus=1, object_store_memory=100 * 2**20)
    yield made
    made.shutdown()


Running = subprocess.Popen[bytes]


def start(reports: Path, folder: Path, *, address: str | None) -> Running:
    """Start the command; what it says goes to a file beside the folder."""
    command = [sys.executable, "-m", "dateline", "code", str(reports), "--on", "ray", "--jobs", "3"]
    env = {name: value for name, value in os.environ.items() if name != "RAY_ADDRESS"}
    with said(folder).open("ab") as log:
        return subprocess.Popen(
            [*command, "--layers", LAYERS, "-o", str(folder)], stderr=log,
            env=env if address is None else {**env, "RAY_ADDRESS": address},
        )  # fmt: skip


def said(folder: Path) -> Path:
    return folder.with_suffix(".log")


def finish(running: Running, folder: Path) -> None:
    """Wait for the command; it must end well."""
    assert running.wait(timeout=600) == 0, said(folder).read_text()


def kept(folder: Path) -> list[dict[str, Any]]:
    """Read the codings in the order of the manifest."""
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["complete"] is True
    assert len([*folder.glob("*.parquet")]) == len(manifest["blocks"])
    return [
        row for block in manifest["blocks"] for row in pq.read_table(folder / f"{block['digest']}.parquet").to_pylist()
    ]


def workers() -> Sequence[int]:
    """List the workers' processes that descend from this one."""
    listed = subprocess.run(["ps", "-eo", "pid=,ppid=,args="], capture_output=True, text=True, check=True).stdout
    table = [
        (int(pid), int(parent), args) for pid, parent, args in (line.split(maxsplit=2) for line in listed.splitlines())
    ]
    ours, before = {os.getpid()}, 0
    while len(ours) > before:
        before = len(ours)
        ours |= {pid for pid, parent, _ in table if parent in ours}
    return [pid for pid, _, args in table if pid in ours and args.startswith("ray::Worker")]


def test_rows_are_those_of_one_machine(
    reports: Path, rows: list[dict[str, Any]], cluster: Cluster, tmp_path: Path
) -> None:
    finish(start(reports, tmp_path, address=cluster.address), tmp_path)
    assert kept(tmp_path) == rows


def test_a_cluster_is_started_where_there_is_none(reports: Path, rows: list[dict[str, Any]], tmp_path: Path) -> None:
    finish(start(reports, tmp_path, address=None), tmp_path)
    assert kept(tmp_path) == rows


@pytest.mark.parametrize("seed", range(2))
def test_workers_machines_and_drivers_are_killed_at_random(
    seed: int, reports: Path, rows: list[dict[str, Any]], cluster: Cluster, tmp_path: Path
) -> None:
    chance = random.Random(seed)
    left = ["worker"] * 4 + ["driver"] * 2 + ["machine"]
    chance.shuffle(left)
    running = start(reports, tmp_path, address=cluster.address)
    while left and running.poll() is None:
        time.sleep(chance.uniform(1, 4))
        if left[-1] == "worker" and not workers():
            continue  # none has come yet
        what = left.pop()
        if what == "worker":
            os.kill(chance.choice(workers()), signal.SIGKILL)
        elif what == "driver":
            running.kill()
            running.wait()
            running = start(reports, tmp_path, address=cluster.address)
        else:
            cluster.remove_node(next(iter(cluster.worker_nodes)), allow_graceful=False)
            cluster.add_node(num_cpus=1, object_store_memory=100 * 2**20)
    finish(running, tmp_path)
    assert kept(tmp_path) == rows
    assert len(left) < 4  # it did not end before it was disturbed


def test_a_head_that_stands_still_ends_the_run(reports: Path, rows: list[dict[str, Any]], tmp_path: Path) -> None:
    made = Cluster(initialize_head=True, head_node_args={"num_cpus": 2, "object_store_memory": 100 * 2**20})
    running = start(reports, tmp_path, address=made.address)
    while not [*tmp_path.glob("*.parquet")]:
        time.sleep(0.5)
        assert running.poll() is None, said(tmp_path).read_text()
    stopped = [entry.process for kind in made.head_node.all_processes.values() for entry in kind]
    for process in stopped:
        process.send_signal(signal.SIGSTOP)
    for pid in workers():
        os.kill(pid, signal.SIGSTOP)
    try:
        assert running.wait(timeout=600) != 0
    finally:
        for process in stopped:
            process.send_signal(signal.SIGCONT)
        made.shutdown()
    assert said(tmp_path).read_text()  # in our words, or in Ray's own where Ray was first
    finish(start(reports, tmp_path, address=None), tmp_path)
    assert kept(tmp_path) == rows
