#!/usr/bin/env python3
"""Measure what coding costs: processor time, memory and disk at some sizes, with one process and with more.

    python bench/cost.py                                    some minutes
    python bench/cost.py --store bench/results/cost.json    what docs/cost.md is made from

Time is the processor's, since it hardly hangs on what else a machine does; see bench/cores.py for what counts. Disk is
the ledger after an ingest of the same reports, and the Parquet files of a run on a cluster.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path

import pyarrow.parquet as pq

from cores import measure
from dateline.coder import Coder
from dateline.engine.tables import codings_to_table
from texts import varied

SIZES, JOBS = (20, 120), (1, 2)


def main() -> None:
    """Measure and print or store."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--store", type=Path, metavar="FILE", help="write the figures as JSON")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        files = {size: write(Path(folder) / f"{size}.jsonl", size) for size in SIZES}
        runs = [{"reports": size, **asdict(measure(files[size], jobs))} for size in SIZES for jobs in JOBS]
        disk = {"ledger": [ledger_bytes(files[size]) for size in SIZES], "parquet": parquet_bytes(files[SIZES[0]])}
        characters = sum(len(json.loads(line)["text"]) for line in files[SIZES[1]].read_text().splitlines()) / SIZES[1]
    head = {"sizes": SIZES, "characters": round(characters), "cores": os.cpu_count(), "machine": platform.machine()}
    text = json.dumps({**head, "disk": disk, "runs": runs}, indent=1)
    if given.store:
        given.store.write_text(text + "\n")
    print(text)


def write(path: Path, size: int) -> Path:
    """Write so many reports."""
    lines = ({"id": f"v{n}", "text": text, "published": "2024-03-05"} for n, text in enumerate(varied(size)))
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    return path


def ledger_bytes(reports: Path) -> int:
    """Return the size of a ledger with the reports, coded."""
    ledger = reports.with_suffix(".db")
    command = [sys.executable, "-m", "dateline", "ingest", str(reports), "--ledger", str(ledger)]
    subprocess.run(command, check=True, capture_output=True)
    return sum(file.stat().st_size for file in ledger.parent.glob(f"{ledger.name}*"))


def parquet_bytes(reports: Path) -> int:
    """Return the size of the reports' codings as a run on a cluster keeps them."""
    given = [json.loads(line) for line in reports.read_text(encoding="utf-8").splitlines()]
    file = reports.with_suffix(".parquet")
    pq.write_table(codings_to_table(Coder().code_many(given)), file, compression="zstd")
    return file.stat().st_size


if __name__ == "__main__":
    main()
