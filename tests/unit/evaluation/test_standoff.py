import gzip
import json
from dataclasses import replace

import msgspec
import pytest

from dateline.errors import GoldError
from dateline.evaluation.gold.cases import Gold, read_cases
from dateline.evaluation.gold.standoff import load_standoff, read_labels, read_texts, to_label
from dateline.evaluation.whole import judge_whole, render_whole
from dateline.model.coding import Coding

from .perfect import perfect

CASE = """
about = "whole reports"
full = true
complete = ["events", "statements"]

[[case]]
id = "market"
why = "a blast, a claim and a call"
published = "2024-05-10"
text = "A bomb killed three traders in Gao on Thursday. The blast wounded nine. Mayor Ali Diarra urged calm, he said."
event = [
  { main = true, trigger = "killed", also = ["blast"], type = "ASSAULT", mode = "explosives", recipients = ["three traders = MLI CVL/BUS"], place = "Gao = MLI", day = "2024-05-09", quantities = ["killed 3 traders", "injured 9"] },
  { trigger = "urged", type = "REQUEST", or_type = ["SUPPORT"], mode = "?", actors = ["Mayor Ali Diarra = MLI GOV"], attribution = ["~[he] said"], place = "?" },
]
statement = [
  { speaker = "[he] said", cue = "said", content = "Mayor Ali Diarra urged calm", kind = "indirect", who = "Mayor Ali Diarra = MLI GOV" },
]
"""  # noqa: E501


@pytest.fixture
def case() -> Gold:
    return read_cases(CASE, "whole.toml")[0]


def test_labels_hold_no_word_of_their_text(case):
    written = msgspec.json.encode(to_label(case, source="Invented", part="learn")).decode()
    codes = {"killed"}  # a kind of quantity
    words = {w.strip(".,") for w in case.text.split() if len(w) > 3} - codes
    assert not {w for w in words if w in written}


def test_labels_and_texts_give_the_case_back(case, tmp_path):
    labels, texts = tmp_path / "labels.jsonl", tmp_path / "texts.jsonl.gz"
    labels.write_bytes(msgspec.json.encode(to_label(case, source="Invented", part="judge")) + b"\n")
    texts.write_bytes(gzip.compress(json.dumps({"id": "other id", "text": case.text}).encode()))
    (back,) = load_standoff(read_labels(labels), read_texts(texts)).cases
    assert to_label(back, source="Invented", part="judge") == to_label(case, source="Invented", part="judge")
    assert [e.place for e in back.events] == [e.place for e in case.events]
    assert [(q.kind, q.low, q.qualifier) for q in back.events[0].quantities] == [
        ("killed", 3, "exact"),
        ("injured", 9, "exact"),
    ]
    assert back.events[1].entry.or_type == ("SUPPORT",)
    assert back.statements[0].who == case.statements[0].who
    assert back.complete == case.complete


def test_a_text_that_differs_by_a_letter_is_not_the_labelled_one(case):
    label = to_label(case, source="Invented", part="learn")
    with pytest.raises(GoldError, match="none of the labelled texts"):
        load_standoff([label], {"0" * 64: case.text + "."})


def figures(case: Gold, coding: Coding) -> dict[str, float]:
    return judge_whole([coding], [case]).figures


def test_a_perfect_coding_has_every_field_right(case):
    got = figures(case, perfect(case))
    assert (got["type precision"], got["type recall"], got["every field"], got["main"]) == (1, 1, 1, 1)
    assert (got["again"], got["invented"], got["speaker of statements"]) == (0, 0, 1)


def test_a_second_record_of_one_act_is_told_from_an_invented_one(case):
    coding = perfect(case)
    again = replace(coding.events[0], id="e8", trigger=case.events[0].spans[1], mentions=(), main=False)
    start = case.text.index("Mayor")
    invented = replace(again, id="e9", type="AID", trigger=(start, start + 5))
    got = figures(case, replace(coding, events=(*coding.events, again, invented)))
    assert (got["again"], got["invented"], got["type precision"]) == (0.25, 0.25, 0.5)


def test_a_wrong_type_is_a_missed_act_too(case):
    coding = perfect(case)
    got = figures(case, replace(coding, events=(replace(coding.events[0], type="AID"), coding.events[1])))
    assert (got["wrong type"], got["type precision"], got["type recall"]) == (0.5, 0.5, 0.5)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"actors": ("a1",)}, "actor of right"),
        ({"recipients": ()}, "recipient of right"),
        ({"place": None}, "place of right"),
        ({"end": "2024-05-31"}, "day of right"),
        ({"status": "denied"}, "status of right"),
    ],
)
def test_one_wrong_field_unsigns_the_record(case, change, field):
    coding = perfect(case)
    got = figures(case, replace(coding, events=(replace(coding.events[0], **change), coding.events[1])))
    assert (got[field], got["every field"], got["type precision"]) == (0.5, 0.5, 1)


def test_the_main_event_must_be_the_one_that_gold_has(case):
    first, second = perfect(case).events
    coding = replace(perfect(case), events=(replace(first, main=False), replace(second, main=True)))
    assert figures(case, coding)["main"] == 0


def test_figures_are_printed_each_on_its_line(case):
    assert "every field              1.000" in render_whole(judge_whole([perfect(case)], [case]))
