"""Mutated reports and files of random bytes: no exception, no hang, the same bytes with one job and with two."""

import subprocess
import sys
from pathlib import Path

SCRIPT = Path(__file__).parents[2] / "scripts" / "mutate.py"


def test_a_few_of_them_do_no_harm() -> None:
    few = ["--reports", "150", "--files", "100", "--seed", "3"]
    done = subprocess.run([sys.executable, str(SCRIPT), *few], capture_output=True, text=True, timeout=500, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 faults" in done.stdout
