"""Every example of the docs runs: Python blocks, commands, and the programs in examples/."""

import io
import json
import re
import shlex
import subprocess
import sys
from contextlib import redirect_stdout
from pathlib import Path

import pytest

from dateline.cli.main import run

ROOT = Path(__file__).parents[2]
OWN = ("README.md", "docs/first-five-minutes.md", "docs/ledger.md")


def blocks(page: str, language: str) -> list[str]:
    text = (ROOT / page).read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


PYTHON = [(page, n, block) for page in OWN for n, block in enumerate(blocks(page, "python"), start=1)]
COMMANDS = [
    line for page in OWN for block in blocks(page, "sh") for line in block.splitlines() if line.startswith("dateline ")
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder that has the examples, as a checkout has, and takes what the commands write."""
    folder = tmp_path_factory.mktemp("checkout")
    (folder / "examples").symlink_to(ROOT / "examples")
    run(["ingest", *map(str, sorted(folder.glob("examples/*.txt"))), "--ledger", str(folder / "news.db")])
    return folder


@pytest.mark.parametrize(("page", "number", "block"), PYTHON, ids=[f"{p}-{n}" for p, n, _ in PYTHON])
def test_python_of_the_docs_runs(
    page: str, number: int, block: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    out = io.StringIO()
    with redirect_stdout(out):
        exec(compile(block, f"{page}, block {number}", "exec"), {})
    assert out.getvalue().strip()


@pytest.mark.parametrize("line", COMMANDS)
def test_command_of_the_docs_runs(
    line: str, folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    command, _, target = line.partition(" > ")
    words = [
        str(p) for word in shlex.split(command)[1:] for p in (sorted(folder.glob(word)) if "*" in word else [word])
    ]
    assert run(words) == 0
    out, told = capsys.readouterr()
    assert (told if words[0] == "ingest" else out).strip()
    if target.endswith((".json", ".jsonl")):
        assert all(json.loads(row)["schema"] == "dateline/1" for row in out.splitlines())


PROGRAMS = [("own_stage.py",), ("events_by_day.py", "examples/feed.jsonl")]


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda p: p[0])
def test_program_of_the_examples_runs(program: tuple[str, ...]) -> None:
    done = subprocess.run(
        [sys.executable, f"examples/{program[0]}", *program[1:]], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()


def test_every_program_of_the_examples_is_run() -> None:
    assert {p.name for p in (ROOT / "examples").glob("*.py")} == {p[0] for p in PROGRAMS}


def test_readme_has_its_first_example_in_two_lines_and_the_tests_in_one() -> None:
    lines = [line for block in blocks("README.md", "sh") for line in block.splitlines()]
    assert len(lines) == 3
    assert all(line.startswith("python3.11 -m venv .venv && .venv/bin/pip install") for line in (lines[0], lines[2]))
    assert lines[0].endswith(".venv/bin/dateline ingest examples/*.txt")
    assert lines[1] == ".venv/bin/dateline events --format table"
    assert lines[2].endswith("pytest -q")
