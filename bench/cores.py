#!/usr/bin/env python3
"""Measure how much faster two processes code than one, and what they need: `--jobs 2` against `--jobs 1` in one run.

    python bench/cores.py                      600 reports, three rounds, some minutes
    python bench/cores.py --jobs 8 --reports 4000 --check
    python bench/cores.py --store bench/results/cores.json

Each is a command of its own over the same reports, turn by turn. Two ratios are printed. By the clock it holds on a
quiet machine only. Of the processor it holds on a busy one: the processor time of one process against the longest of
what N cores would have to do, which is the busiest process or an even share of all, whichever is more; it leaves out
only the time for which all wait. Both include the start. Memory is that of one worker and of all processes together.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median

from sampling import sampled
from texts import varied

LEAST, MOST_MEGABYTES = 0.9, 500


@dataclass(frozen=True, slots=True)
class Measured:
    """One run: processes, seconds by the clock, processor seconds of each, megabytes of all and of the largest."""

    jobs: int
    clock: float
    processor: tuple[float, ...]
    megabytes: int
    largest: int

    def least(self, cores: int) -> float:
        """Return the seconds that so many cores would need at least."""
        return max(sum(self.processor) / cores, *self.processor)


def main() -> None:
    """Measure, print, store and check."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=600, help="reports to code (default 600)")
    parser.add_argument("--rounds", type=int, default=3, help="rounds of one and of N processes (default 3)")
    parser.add_argument("--jobs", type=int, default=2, help="N (default 2)")
    parser.add_argument("--store", type=Path, metavar="FILE", help="write the figures as JSON")
    parser.add_argument("--check", action="store_true", help="exit with 1 where a limit is passed")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        reports = Path(folder) / "reports.jsonl"
        reports.write_text("\n".join(json.dumps({"text": text}) for text in varied(given.reports)), encoding="utf-8")
        runs = [measure(reports, jobs) for _ in range(given.rounds) for jobs in (1, given.jobs)]
    pairs = list(zip(runs[::2], runs[1::2], strict=True))
    ratios = [one.least(1) / many.least(given.jobs) for one, many in pairs]
    clock = [one.clock / many.clock for one, many in pairs]
    worker, whole = (round(median(getattr(many, name) for _, many in pairs)) for name in ("largest", "megabytes"))
    print(f"{given.reports} reports, {given.rounds} rounds, {given.jobs} processes on {os.cpu_count()} cores")
    print(f"  of the processor  {median(ratios):5.2f} times as fast ({', '.join(f'{r:.2f}' for r in ratios)})")
    print(f"  by the clock      {median(clock):5.2f} times as fast ({', '.join(f'{r:.2f}' for r in clock)})")
    print(f"  memory            {worker} MB the largest process, {whole} MB all together")
    if given.store:
        head = {"reports": given.reports, "cores": os.cpu_count(), "ratio": median(ratios), "by_clock": median(clock)}
        given.store.write_text(json.dumps({**head, "runs": [asdict(run) for run in runs]}, indent=1) + "\n")
    if given.check and (median(ratios) < LEAST * given.jobs or worker > MOST_MEGABYTES):
        sys.exit("a limit is passed")


def measure(reports: Path, jobs: int) -> Measured:
    """Run the command once."""
    command = [sys.executable, "-m", "dateline", "code", str(reports), "--format", "jsonl", "--jobs", str(jobs)]
    before = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as running:
        with sampled(running.pid) as spent:
            running.wait()
        clock = time.perf_counter() - before
    if running.returncode:
        sys.exit(f"dateline code --jobs {jobs} ended with {running.returncode}")
    each = tuple(round(seconds, 2) for seconds in sorted(spent.seconds.values(), reverse=True))
    return Measured(jobs, round(clock, 1), each, spent.peak, spent.largest)


if __name__ == "__main__":
    main()
