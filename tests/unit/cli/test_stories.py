"""``dateline evaluate`` on a folder of stories."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]
PLOT = '''
about = "a wire and its copy"

[[incident]]
id = "gao"
type = "ASSAULT"
title = "Gao is shelled"
start = 2024-03-04

[[report]]
id = "gao-wire"
source = "Valley Post"
published = 2024-03-05T08:00:00
text = """
Rebels {gao:shelled} Gao in northern Mali on 4 March 2024, killing {gao.killed=2:two people}
and wounding five, the governor of the region told reporters.

Several shells fell near the market as traders were closing their stalls, and a school wall came down, he said.
"""

[[report]]
id = "gao-copy"
source = "River Mail"
copies = "gao-wire"
published = 2024-03-05T09:00:00
bottom = "(Valley Post)"
'''


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "plots").mkdir()
    (tmp_path / "plots" / "gao.toml").write_text(PLOT)
    return tmp_path


def test_stories_are_kept_coded_joined_and_scored(run: Run, folder: Path, tmp_path: Path) -> None:
    done = run("evaluate", str(folder), "--ledger", str(tmp_path / "s.db"), "--orders", "1", "--errors", "3")
    assert done.exit_code == 0, done.stderr
    assert done.stdout.startswith("2 reports of 1 stories; ")
    assert "1 of 1 other orders" in done.stdout
    again = run("evaluate", str(folder), "--ledger", str(tmp_path / "s.db"), "--json")
    assert json.loads(again.stdout)["fields"]["families"]["f1"] == 1


def test_stories_are_scored_alone(run: Run, folder: Path) -> None:
    done = run("evaluate", str(folder), "gold")
    assert done.exit_code == 1
    assert "name it alone" in str(done.exception)


def test_marks_can_stand_for_the_coder(run: Run, folder: Path) -> None:
    done = run("evaluate", str(folder), "--marked", "--json")
    found = json.loads(done.stdout)
    assert (found["coded"], found["incidents"]["f1"], found["fields"]["claims"]["f1"]) == (1, 1, 1)
