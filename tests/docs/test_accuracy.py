"""The accuracy card is whole and of the present gold set, and its makers count errors as it says."""

import importlib
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from dateline.evaluation import load_gold
from dateline.evaluation.outcome import Outcome, tally
from dateline.evaluation.scores import tally_types

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "accuracy.md").read_text(encoding="utf-8")
DRAWING = (ROOT / "docs" / "accuracy.svg").read_text(encoding="utf-8")


def script(name: str) -> Any:
    if str(ROOT / "scripts") not in sys.path:
        sys.path.insert(0, str(ROOT / "scripts"))
    return importlib.import_module(name)


def outcome(field: str, verdict: Any, gold: str = "", coded: str = "", case: str = "a") -> Outcome:
    return Outcome(case=case, layer="events", field=field, verdict=verdict, gold=gold, coded=coded)


def test_card_is_whole_and_of_this_gold_set() -> None:
    assert list(script("accuracy_card").faults_of(PAGE, DRAWING)) == [], "run `python scripts/accuracy_card.py`"


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("Gold set `", "Gold set `0", "gold set"),
        ("## Every figure", "## Some figures", "sections"),
        ("| events | found |", "| events |", "table"),
        ("Gold set", "{figures} Gold set", "figures"),
    ],
)
def test_broken_card_is_found(old: str, new: str, fault: str) -> None:
    assert old in PAGE
    assert any(fault in found for found in script("accuracy_card").faults_of(PAGE.replace(old, new, 1), DRAWING))


def test_broken_drawing_is_found() -> None:
    assert any("drawing" in found for found in script("accuracy_card").faults_of(PAGE, DRAWING[:-20]))


def test_errors_are_grouped_by_closed_values_and_counted_once() -> None:
    errors = script("accuracy_errors")
    kinds = errors.count_kinds(
        [
            outcome("found", "missed", "ASSAULT raided"),
            outcome("type", "missed", "ASSAULT raided"),  # follows: the event is missed
            outcome("mode", "missed", "firearms"),
            outcome("found", "missed", "ASSAULT shelled"),
            outcome("status", "wrong", "planned", "occurred"),
            outcome("recipients", "missed", "nurses"),
            outcome("recipients", "missed", "farmers"),
            outcome("end", "wrong", "2022-06-14", "2022-06-13"),  # follows: so is the start
            outcome("place", "right"),
        ]
    )
    assert kinds == Counter(
        {
            errors.Kind("events", "found", "missed", "ASSAULT"): 2,
            errors.Kind("events", "status", "wrong", "planned", "occurred"): 1,
            errors.Kind("events", "recipients", "missed"): 2,
        }
    )


def test_types_are_counted_as_the_scores_count_them() -> None:
    given = [
        outcome("type", "right", "ASSAULT raided", "ASSAULT"),
        outcome("type", "wrong", "COERCE seized", "ASSAULT"),
        outcome("type", "missed", "PROTEST marched"),
        outcome("type", "spurious", coded="None renamed"),
    ]
    pairs = [("ASSAULT", "ASSAULT"), ("COERCE", "ASSAULT"), ("PROTEST", "-"), ("-", "none")]
    made = list(script("accuracy_figures").by_type(given))
    assert {k: tally(o for o in made if o.field == k) for k in {o.field for o in made}} == tally_types(Counter(pairs))


def test_range_of_a_figure_is_about_it_and_certain_where_all_is_right() -> None:
    mixed = [outcome("place", "right" if n % 5 else "missed", case=str(n)) for n in range(100)]
    sure = [outcome("status", "right", case=str(n)) for n in range(100)]
    ranges = script("accuracy_figures").intervals([*mixed, *sure])
    low, high = map(float, ranges["events", "place"].split("–"))
    assert 0.80 < low < 0.89 < high < 0.96
    assert ranges["events", "status"] == "1.00–1.00"


def test_examples_are_cases_in_the_form_of_the_gold_set() -> None:
    assert len(load_gold([ROOT / "scripts" / "accuracy" / "examples.toml"]).cases) > 10
