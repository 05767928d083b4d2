"""The ledger of rules counts what speaks, weighs it by the gold cases, and asks what is new for a case."""

import pytest

import check_rules as checks
import rule_ledger as ledger
from dateline.grammar.voice import is_passive
from rule_tracing import Tally, YesNo, functions_of, saying, tally, yes_no_rules
from rule_worth import Judge, Worth

ACTIVE = {"id": "a", "text": "Police in Surat detained two students on Sunday.", "published": "2024-05-02"}
PASSIVE = {"id": "b", "text": "Two students were detained by police in Surat on Sunday.", "published": "2024-05-02"}


@pytest.fixture(scope="module")
def passive() -> YesNo:
    return next(r for r in yes_no_rules() if r.name == "is_passive")


@pytest.fixture(scope="module")
def judge() -> Judge:
    return Judge()


@pytest.fixture(scope="module")
def spoke(judge: Judge) -> str:
    """The frame on which the case of a passive stands."""
    case = judge.cases["passive-agent"]
    spoken = tally([{"id": case.id, "text": case.text, "published": case.entry.published}], []).triggers
    return next(frame for frame, _, _ in spoken)


def test_rules_are_found_by_what_they_return() -> None:
    found = {(r.file, r.name) for r in yes_no_rules()}
    assert ("grammar/voice.py", "is_passive") in found
    assert ("stages/events/told/telling.py", "is_told") in found
    assert ("stages/events/told/gate.py", "Gatekeeper.admits") in found
    assert ("grammar/voice.py", "agent_of") not in found


def test_what_speaks_is_counted(passive: YesNo) -> None:
    alone, both = tally([ACTIVE], [passive]), tally([ACTIVE, PASSIVE], [passive])
    assert (alone.texts, both.texts) == (1, 2)
    assert alone.asked[passive.key] > 0
    assert alone.yes[passive.key] == 0 < both.yes[passive.key] < both.asked[passive.key]
    assert both.where == {passive.key: {"b"}}
    assert both.frames["coerce/arrest"] == 2
    assert both.spoken["coerce/arrest"] == {"a", "b"}
    assert both.triggers["coerce/arrest", "", "detain"] == 2


def test_counting_leaves_the_rules_as_they_were(passive: YesNo) -> None:
    before = is_passive.__code__
    tally([PASSIVE], [passive])
    assert is_passive.__code__ is before


def test_a_rule_can_be_made_to_say_no(passive: YesNo) -> None:
    held = functions_of([passive])[passive.key]
    with saying(held, answer=False):
        assert is_passive(None, None) is False  # type: ignore[arg-type]
    assert held is is_passive


def test_a_case_that_hangs_on_its_frame_is_won_by_it(judge: Judge, spoke: str) -> None:
    worth = judge.worth_of_frame(spoke, ["passive-agent"])
    assert worth.won > worth.lost


def test_a_case_that_hangs_on_a_rule_is_won_by_it(judge: Judge, passive: YesNo) -> None:
    worth = judge.worth_of_rule(passive, ["passive-agent"])
    assert worth.won > worth.lost


def test_parts_of_a_count_add_up() -> None:
    whole, part = Tally(texts=2), Tally(texts=1)
    part.frames["aid/feed"] += 3
    part.spoken["aid/feed"].add("x")
    whole.add(part)
    assert (whole.texts, whole.frames, whole.spoken) == (3, {"aid/feed": 3}, {"aid/feed": {"x"}})


def test_what_is_new_is_asked_for_its_case() -> None:
    [said] = checks.unheld(["old/one", "new/one"], ["old/one"], {})
    assert said.startswith("new/one: is new and names no gold case")
    assert list(checks.unheld(["old/one", "new/one"], ["old/one"], {"new/one": "a-case"})) == []


def test_what_is_gone_is_to_be_struck() -> None:
    [said] = checks.unheld(["old/one"], ["old/one", "gone/one"], {})
    assert said.startswith("gone/one: stands in gold/rules.toml and is gone")


def test_a_case_must_fail_without_what_it_holds(judge: Judge, spoke: str, passive: YesNo) -> None:
    rules = {"grammar/voice.py is_passive": passive}
    assert (
        list(checks.worthless({spoke: "passive-agent", "grammar/voice.py is_passive": "passive-agent"}, rules, judge))
        == []
    )
    [said] = checks.worthless({"aid/feed": "passive-agent"}, rules, judge)
    assert "the case 'passive-agent' does as well without it" in said
    [said] = checks.worthless({spoke: "no-such-case"}, rules, judge)
    assert "gold has no case 'no-such-case'" in said


def test_the_page_shows_what_was_used() -> None:
    frame = next(f for f in ledger.load_frames().entries if f.id == "aid/feed")
    gold = Tally(texts=1)
    gold.triggers[ledger.triggers_of(frame)[0]] += 1
    shown = ledger.row_of_frame(ledger.Ledger(gold, Tally(), None, {"aid/feed": Worth(2, 1)}, {}), frame, 0)
    assert shown.startswith("| aid/feed | 0 | 0 | 2 | 1 | 1 of ")
