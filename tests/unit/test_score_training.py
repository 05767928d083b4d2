"""The score of the default coder on the training set."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from dateline.coder import Coder

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_training", ROOT / "scripts" / "score_training.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["score_training"] = module
    spec.loader.exec_module(module)
    return module


def entry(number: int, text: str, type_: str | None, trigger: str | None) -> dict[str, object]:
    return {"id": f"x-{number:04}", "text": text, "date": "2024-05-02", "type": type_, "trigger": trigger}


def test_reads_the_event_at_the_trigger(script: ModuleType, parser: object) -> None:
    given = [
        entry(1, "Kenya condemned the coup in Mali on Monday.", "ACCUSE", "condemned"),
        entry(2, "The two ministers held long talks in Vienna on Monday.", "CONSULT", "held"),
        entry(3, "Norway thanked the weather for the snow.", "AID", "thanked"),
        entry(4, "The choir sang on Sunday.", None, None),
    ]
    coder = Coder(parser=parser, layers="events actors")  # type: ignore[arg-type]
    read = [script.read(e, c) for e, c in zip(given, coder.code_many(script.reports(given)), strict=True)]
    assert [(r.gold, r.got) for r in read[:2]] == [("ACCUSE", "ACCUSE"), ("CONSULT", "CONSULT")]
    assert read[2].got != "AID"
    figures = script.summary(read)
    assert figures["type accuracy"] == pytest.approx(2 / 3)
    assert figures["false alarms"] == 0
    assert script.scores(read)["ACCUSE"] == (1.0, 1.0, 1.0, 1)


def test_each_fourth_entry_is_kept_apart(script: ModuleType) -> None:
    assert [script.kept_apart(entry(n, "", None, None)) for n in (1, 2, 4, 8)] == [False, False, True, True]


def test_misses_of_a_folder_are_told(script: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert script.main([str(tmp_path)]) == 1
    assert "no entries" in capsys.readouterr().err
