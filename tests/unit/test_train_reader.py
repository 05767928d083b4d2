"""Learning the reader: each of its questions is asked of the labelled texts."""

import importlib
from collections import Counter
from pathlib import Path

import pytest

from dateline.evaluation import load_gold
from dateline.learned.heads import load_heads
from dateline.stages.events.stage import EventStage

SCRIPTS = Path(__file__).parents[2] / "scripts"


def test_every_question_is_asked_of_gold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(SCRIPTS)
    script = importlib.import_module("train_reader")
    cases = [c for c in load_gold([script.GOLD]).cases if "events" in c.complete and "\n\n" in c.text][:12]
    heads, texts = load_heads(), list(script.drafted(cases))
    stage = EventStage.load(heads=heads)
    asked = Counter(e.head for case, scene in texts for e in script.about_held(case, scene, stage))
    for report in script.read(texts, [heads] * script.PARTS):
        asked.update(e.head for e in (*script.about_mentions(report, heads), *script.about_fillers(report)))
        asked.update(e.head for e in script.about_groups(report, heads))
    assert [name for name in script.NAMES if not asked[name]] == []
