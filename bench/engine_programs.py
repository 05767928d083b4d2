"""The programs that bench/engines.py measures: ENGINE REPORTS WORKERS; the last line is a digest of the rows."""

import hashlib
import json
import logging
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from dateline.engine.mapper import TableCoder

SCHEMA = "digest string, id string, coding string, code_version string, error string"
BLOCK = 64


def jobs(reports: Path, workers: int) -> Iterator[str]:
    """Code with processes of this machine."""
    command = [sys.executable, "-m", "dateline", "code", str(reports), "--format", "jsonl", "--jobs", str(workers)]
    yield from subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()


def ray(reports: Path, workers: int) -> Iterator[str]:
    """Code with dateline's own run on Ray."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "dateline", "code", str(reports), "--on", "ray", "--jobs", str(workers)]
        subprocess.run([*command, "-o", folder], check=True, capture_output=True)
        blocks = json.loads((Path(folder) / "manifest.json").read_text())["blocks"]
        for block in blocks:
            yield from pq.read_table(Path(folder) / f"{block['digest']}.parquet").column("coding").to_pylist()


def ray_data(reports: Path, workers: int) -> Iterator[str]:
    """Code with Ray Data's map_batches."""
    import ray  # noqa: PLC0415  an optional library
    import ray.data  # noqa: PLC0415

    # A core more than there are workers: with none left to read with, Ray Data waits for ever.
    ray.init(address="local", num_cpus=workers + 1, object_store_memory=256 * 2**20, logging_level=logging.ERROR)
    given = pa.Table.from_pylist([json.loads(line) for line in reports.read_text(encoding="utf-8").splitlines()])
    pool = ray.data.ActorPoolStrategy(size=workers)
    coded = ray.data.from_arrow(given).map_batches(TableCoder, batch_size=BLOCK, batch_format="pyarrow", compute=pool)
    for row in coded.take_all():
        yield row["coding"]


def spark(reports: Path, workers: int) -> Iterator[str]:
    """Code with Spark's mapInArrow."""
    from pyspark.sql import SparkSession  # noqa: PLC0415  an optional library

    os.environ["PYSPARK_PYTHON"] = sys.executable
    coder = TableCoder()

    def coded(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            yield from coder(pa.Table.from_batches([batch])).to_batches()

    session = (
        SparkSession.builder.master(f"local[{workers}]")
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", str(BLOCK))
        .config("spark.sql.files.maxPartitionBytes", str(max(4096, reports.stat().st_size // workers + 1)))
        .config("spark.sql.files.openCostInBytes", "0")
        .config("spark.ui.enabled", "false")
        .getOrCreate()
    )
    given = session.read.schema("id string, text string, published string").json(str(reports))
    for row in given.mapInArrow(coded, SCHEMA).collect():
        yield row["coding"]


ENGINES: dict[str, Any] = {"jobs": jobs, "ray": ray, "ray-data": ray_data, "spark": spark}


def main() -> None:
    """Run one engine."""
    engine, reports, workers = sys.argv[1:]
    lines = sorted(ENGINES[engine](Path(reports), int(workers)), key=lambda line: json.loads(line)["report"]["id"])
    print(hashlib.sha256("\n".join(lines).encode()).hexdigest())


if __name__ == "__main__":
    main()
