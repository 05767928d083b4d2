"""A ledger under hard use, killed at random moments, written by two processes at once: is it as if undisturbed?

    python bench/ledger_hard.py reports.jsonl --kills 200
    python bench/ledger_hard.py reports.jsonl --kills 20 --code

Each killed run is followed by the next; one that ends before it is killed is compared, and another ledger is begun.
Without --code reports are kept and not coded.
"""

import argparse
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from dateline.store.check import check
from dateline.store.fingerprint import fingerprint

COMMAND = [sys.executable, "-c", "from dateline.cli.main import main; main()"]


def main() -> None:
    """Run and compare."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", type=Path)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--code", action="store_true", help="code the reports too")
    parser.add_argument("--longest", type=float, default=4.0, help="seconds that a killed run may last")
    options = parser.parse_args()
    more = () if options.code else ("--no-code",)
    with tempfile.TemporaryDirectory() as folder:
        whole, killed, two = (Path(folder) / f"{name}.db" for name in ("whole", "killed", "two"))
        begun = time.perf_counter()
        started(options.reports, whole, *more).wait()
        print(f"undisturbed: {time.perf_counter() - begun:.1f} s, {len(check(whole))} faults")
        print(f"{options.kills} kills: {killed_often(options, whole, killed, *more)}")
        for process in [started(options.reports, two, *more) for _ in range(2)]:
            process.wait()
        print(f"two at once: {compared(whole, two)}")


def killed_often(options: argparse.Namespace, whole: Path, ledger: Path, *more: str) -> dict[str, int]:
    """Kill so many runs, and return how often each outcome of a comparison came."""
    rng, left, outcomes = random.Random(3), options.kills, Counter[str]()
    while left:
        if kill(options.reports, ledger, rng.uniform(0.3, options.longest), *more):
            left -= 1
        else:
            outcomes[compared(whole, ledger)] += 1
            for path in ledger.parent.glob(f"{ledger.name}*"):
                path.unlink()
    started(options.reports, ledger, *more).wait()
    outcomes[compared(whole, ledger)] += 1
    return dict(outcomes)


def started(reports: Path, ledger: Path, *more: str) -> "subprocess.Popen[bytes]":
    """Start an ingest."""
    arguments = [*COMMAND, "ingest", str(reports), "--ledger", str(ledger), *more]
    return subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def kill(reports: Path, ledger: Path, after: float, *more: str) -> bool:
    """Start an ingest and kill it after some seconds; tell whether it was still running."""
    process = started(reports, ledger, *more)
    time.sleep(after)
    alive = process.poll() is None
    process.kill()
    process.wait()
    return alive


def compared(whole: Path, other: Path) -> str:
    """Say whether two ledgers hold the same."""
    one, two = fingerprint(whole), fingerprint(other)
    differ = [name for name in one if one[name] != two[name]]
    faults = check(other)
    return f"{'the same, row for row' if not differ else f'different: {differ}'}; {len(faults)} faults"


if __name__ == "__main__":
    main()
