"""What code prints into the docs is what it prints now."""

import subprocess
import sys
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[3] / "docs"


@pytest.mark.parametrize("page", ["cli.md", "output.md"])
def test_docs_hold_what_the_code_prints(page: str) -> None:
    pytest.importorskip("cogapp")
    done = subprocess.run(
        [sys.executable, "-m", "cogapp", "--check", str(DOCS / page)], capture_output=True, check=False
    )
    assert done.returncode == 0, f"run: cog -r docs/{page}"
