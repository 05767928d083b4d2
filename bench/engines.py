#!/usr/bin/env python3
"""Measure what an engine costs beside the coding: the same reports by two processes, Ray, Ray Data and Spark.

    python bench/engines.py                              400 reports, two workers, some minutes
    python bench/engines.py --reports 2000 --rounds 3 --only jobs,ray
    python bench/engines.py --store bench/results/engines.json

Each engine codes the same reports, in turn, in processes of its own; its rows are compared with those of the others.
Printed are seconds by the clock from start to end, and processor seconds of all its processes, summed from what the
system says of each while it lives: those count on a machine that does other things too. The overhead is the processor
time above that of `dateline code --jobs`. Spark needs Java; an engine that is not installed is left out.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median

from sampling import sampled
from texts import varied

PROGRAM = Path(__file__).with_name("engine_programs.py")
ENGINES = ("jobs", "ray", "ray-data", "spark")


@dataclass(frozen=True, slots=True)
class Measured:
    """One run: seconds by the clock and of the processor, peak memory of all processes, and a digest of its rows."""

    engine: str
    clock: float
    processor: float
    megabytes: int
    rows: str


def main() -> None:
    """Measure, print, and store the figures if told to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=400, help="reports to code (default 400)")
    parser.add_argument("--rounds", type=int, default=1, help="rounds over all engines (default 1)")
    parser.add_argument("--workers", type=int, default=2, help="workers of each engine (default 2)")
    parser.add_argument("--only", default=",".join(ENGINES), help="engines to measure, parted by commas")
    parser.add_argument("--store", type=Path, metavar="FILE", help="write the figures as JSON")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        reports = Path(folder) / "reports.jsonl"
        lines = ({"id": f"v{n}", "text": t, "published": "2024-03-05"} for n, t in enumerate(varied(given.reports)))
        reports.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
        runs = [
            got
            for _ in range(given.rounds)
            for engine in given.only.split(",")
            if (got := measure(engine, reports, given.workers)) is not None
        ]
    show(runs)
    if given.store:
        head = {"reports": given.reports, "workers": given.workers, "cores": os.cpu_count()}
        given.store.write_text(json.dumps({**head, "runs": [asdict(run) for run in runs]}, indent=1) + "\n")
    if len({run.rows for run in runs}) > 1:
        sys.exit("the engines differ in their rows")


def measure(engine: str, reports: Path, workers: int) -> Measured | None:
    """Run one engine, None where it cannot be run here."""
    before = time.perf_counter()
    command = [sys.executable, str(PROGRAM), engine, str(reports), str(workers)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
        with sampled(running.pid) as spent:
            out, said = running.communicate()
        clock = time.perf_counter() - before
    if running.returncode:
        print(f"{engine}: left out: {(said.strip().splitlines() or ['it failed'])[-1]}")
        return None
    return Measured(engine, round(clock, 1), round(sum(spent.seconds.values()), 1), spent.peak, out.split()[-1])


def show(runs: list[Measured]) -> None:
    """Print the medians of each engine, and its overhead."""
    of: Callable[[str, str], float] = lambda engine, name: median(  # noqa: E731
        getattr(run, name) for run in runs if run.engine == engine
    )
    engines = list(dict.fromkeys(run.engine for run in runs))
    base = of("jobs", "processor") if "jobs" in engines else None
    for engine in engines:
        over = f"{of(engine, 'processor') / base - 1:+7.1%}" if base else ""
        print(
            f"{engine:10} {of(engine, 'clock'):7.1f} s by the clock {of(engine, 'processor'):7.1f} s of the processor "
            f"{over}  {of(engine, 'megabytes'):6.0f} MB"
        )


if __name__ == "__main__":
    main()
