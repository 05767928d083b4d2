"""The ledger of rules counts what speaks: frames at their mentions, yes/no rules at their answers."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

SCRIPTS = Path(__file__).parents[2] / "scripts"


@pytest.fixture(scope="module")
def ledger() -> ModuleType:
    sys.path.insert(0, str(SCRIPTS))
    spec = importlib.util.spec_from_file_location("rule_ledger", SCRIPTS / "rule_ledger.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["rule_ledger"] = module
    spec.loader.exec_module(module)
    return module


def test_rules_are_found_by_what_they_return(ledger: ModuleType) -> None:
    found = {(r.file, r.name) for r in ledger.yes_no_rules()}
    assert ("grammar/voice.py", "is_passive") in found
    assert ("stages/events/told/telling.py", "is_told") in found
    assert ("stages/events/told/gate.py", "Gatekeeper.admits") in found
    assert ("grammar/voice.py", "agent_of") not in found


def test_what_speaks_is_counted(ledger: ModuleType) -> None:
    rules = [r for r in ledger.yes_no_rules() if r.name == "is_passive"]
    texts = [
        {"id": "a", "text": "Police in Surat detained two students on Sunday.", "published": "2024-05-02"},
        {"id": "b", "text": "Two students were detained by police in Surat on Sunday.", "published": "2024-05-02"},
    ]
    alone, both = ledger.tally(texts[:1], rules), ledger.tally(texts, rules)
    key = (rules[0].file, rules[0].line)
    assert (alone.texts, both.texts) == (1, 2)
    assert alone.asked[key] > 0
    assert alone.yes[key] == 0 < both.yes[key] < both.asked[key]
    [frame] = alone.frames
    assert both.frames == {frame: 2}
    assert both.spoken == {frame: {"a", "b"}}


def test_a_case_that_hangs_on_its_frame_is_won_by_it(ledger: ModuleType) -> None:
    judge = ledger.Judge()
    case = judge.cases["passive-agent"]
    frame = ledger.tally([{"id": case.id, "text": case.text, "published": case.entry.published}], [])
    [spoke] = frame.frames
    worth = judge.worth(spoke, [case.id])
    assert worth.won > worth.lost
