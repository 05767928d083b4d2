"""The gold set itself, and the default coder against its floors."""

import sys
from collections import Counter
from pathlib import Path
from typing import get_args

import pytest

from dateline.coder import Coder
from dateline.evaluation import (
    GoldSet,
    check_floors,
    check_pinned,
    evaluate,
    load_floors,
    load_gold,
    load_pinned,
    render_text,
)
from dateline.evaluation.scores import Scores
from dateline.model.closed import EventType
from dateline.parse.parser import Parser

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests" / "unit"))

from evaluation.perfect import perfect  # noqa: E402

MODES = {
    "CONSULT": "visit third-party multilateral phone",
    "RETREAT": "withdraw release disarm ceasefire access resign",
    "REQUEST": "assist change yield meet",
    "ACCUSE": "disapprove investigate allege",
    "REJECT": "assist change yield meet",
    "THREATEN": "restrict arrest relations expel territory violence",
    "PROTEST": "demo riot strike hunger boycott obstruct vandalize",
    "SANCTION": "convict expel withdraw discontinue",
    "MOBILIZE": "troops weapons police militia",
    "COERCE": "seize restrict censor curfew martial-law arrest deport withhold misinformation cyber",
    "ASSAULT": "abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack aerial drone "
    "heavy-weapons crowd-control unconventional",
}


@pytest.fixture(scope="module")
def gold() -> GoldSet:
    return load_gold([ROOT / "gold"])


@pytest.fixture(scope="module")
def scores(gold: GoldSet, parser: Parser) -> Scores:
    return evaluate(Coder(parser=parser).code_many(gold.reports()), gold)


def test_gold_covers_every_type_and_mode_twice(gold: GoldSet) -> None:
    coded = Counter((e.entry.type, e.entry.mode) for case in gold.cases for e in case.events)
    types = Counter(kind for kind, _ in coded.elements())
    assert [t for t in get_args(EventType) if types[t] < 2] == []
    assert [(t, m) for t, modes in MODES.items() for m in modes.split() if coded[(t, m)] < 2] == []


def test_modes_belong_to_their_types(gold: GoldSet) -> None:
    wrong = [
        (case.id, e.entry.type, e.entry.mode)
        for case in gold.cases
        for e in case.events
        if e.entry.mode not in (None, "?") and e.entry.mode not in MODES.get(e.entry.type, "").split()
    ]
    assert wrong == []


def test_gold_does_not_contradict_itself(gold: GoldSet) -> None:
    scores = evaluate([perfect(case) for case in gold.cases], gold)
    assert [o for o in scores.outcomes if o.verdict not in ("right", "agreed")] == []


def test_cold_reports_stand_apart(gold: GoldSet) -> None:
    cold = load_gold([ROOT / "gold" / "cold"])
    assert not {case.id for case in cold.cases} & {case.id for case in gold.cases}, "in no floor"
    scores = evaluate([perfect(case) for case in cold.cases], cold)
    assert [o for o in scores.outcomes if o.verdict not in ("right", "agreed")] == []


@pytest.mark.floors
def test_no_report_fails(scores: Scores) -> None:
    assert scores.failed == ()


@pytest.mark.floors
def test_default_coder_keeps_its_floors(scores: Scores) -> None:
    failures = check_floors(scores, load_floors(ROOT / "gold" / "floors.toml"))
    assert not failures, "\n".join(map(str, failures)) + "\n\n" + render_text(scores)


@pytest.mark.floors
def test_cases_that_were_right_stay_right(scores: Scores) -> None:
    pinned = load_pinned(ROOT / "gold" / "right.toml")
    assert pinned.cases, "run `dateline evaluate gold --update-floors`"
    broken = check_pinned(scores, pinned)
    assert not broken, "\n".join(map(str, broken))
