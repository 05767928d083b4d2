"""No pattern of the package can be held up by a text, and the checker sees those that could be."""

import subprocess
import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

SCRIPTS = Path(__file__).parents[2] / "scripts"


@pytest.fixture
def pumps(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(SCRIPTS))
    return import_module("pattern_pumps")


def test_every_pattern_comes_to_an_end_on_fifty_thousand_characters() -> None:
    run = [
        sys.executable,
        str(SCRIPTS / "pattern_pumps.py"),
        "--most",
        "20",
    ]  # a process of its own: it listens to ``re``
    done = subprocess.run(run, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr + done.stdout[:2_000]
    assert len(done.stdout.splitlines()) > 100


@pytest.mark.parametrize(
    "pattern",
    [
        r"(?:[A-Z]\w+\s?)+['’]",  # nested
        r"\b(?:from|by)\s+[\s$]*$",  # side by side
        r"\s+(?=['’]s)",  # a search that starts anew at each space
        r"<a\b[^>]*>",  # the same from each beginning
    ],
)
def test_sees_a_pattern_that_a_text_can_hold_up(pumps: ModuleType, pattern: str) -> None:
    endless = pumps.slowest(pumps.Used(pattern, 0, "here:1"), limit=0.2)
    assert endless.seconds >= 0.2


def test_takes_a_pattern_as_it_is_used(pumps: ModuleType) -> None:
    assert pumps.slowest(pumps.Used(r"\s+of", 0, "here:1", anchored=True), limit=0.5).seconds < 0.5
    assert pumps.slowest(pumps.Used(r"\s+of", 0, "here:1", anchored=False), limit=0.5).seconds >= 0.5
