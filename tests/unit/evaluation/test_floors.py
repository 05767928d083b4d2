from dataclasses import replace
from pathlib import Path

import pytest

from dateline.errors import GoldError
from dateline.evaluation import GoldSet, check_floors, evaluate, load_floors, update_floors, write_floors
from dateline.evaluation.scores import Scores

from .perfect import perfect


@pytest.fixture
def scores(small: GoldSet) -> Scores:
    return evaluate([perfect(case) for case in small.cases], small)


def worse(scores: Scores) -> Scores:
    return replace(scores, coref=dict.fromkeys(scores.coref, 0.5))


def test_floors_survive_the_file(scores: Scores, tmp_path: Path) -> None:
    floors = update_floors(scores, None)
    write_floors(tmp_path / "floors.toml", floors)
    assert load_floors(tmp_path / "floors.toml") == floors
    assert check_floors(scores, floors) == ()


def test_drop_fails_and_says_how_far(scores: Scores) -> None:
    failures = check_floors(worse(scores), update_floors(scores, None))
    assert {f.figure for f in failures} == {f"actors.coref.{m}" for m in ("muc", "b_cubed", "ceaf_e", "conll")}
    assert "is 0.500, but its floor is 1.000" in str(failures[0])


def test_figure_that_is_not_measured_any_more_fails(scores: Scores) -> None:
    failures = check_floors(replace(scores, coref={}), update_floors(scores, None))
    assert "is not measured" in str(failures[0])


def test_worse_calibration_fails(scores: Scores) -> None:
    many = replace(scores, calibration=tuple(replace(c, n=100) for c in scores.calibration))
    worst = replace(scores, calibration=tuple(replace(c, n=100, error=0.4) for c in scores.calibration))
    assert {f.figure for f in check_floors(worst, update_floors(many, None))} >= {"events.ece"}


def test_floors_of_another_gold_set_are_refused(scores: Scores) -> None:
    with pytest.raises(GoldError, match="was measured on gold small"):
        check_floors(replace(scores, digest="other"), update_floors(scores, None))


@pytest.mark.parametrize(("allow", "reason"), [(False, "a reason"), (True, " ")], ids=["no-flag", "no-reason"])
def test_lowering_needs_leave_and_a_reason(scores: Scores, allow: bool, reason: str) -> None:  # noqa: FBT001
    with pytest.raises(GoldError, match="would go down"):
        update_floors(worse(scores), update_floors(scores, None), allow_lower=allow, reason=reason)


def test_lowering_is_kept_on_record(scores: Scores, tmp_path: Path) -> None:
    floors = update_floors(worse(scores), update_floors(scores, None), allow_lower=True, reason='chains "as spoken"')
    write_floors(tmp_path / "floors.toml", floors)
    lowered = load_floors(tmp_path / "floors.toml").lowered
    assert ("actors.coref.conll", 1.0, 0.5, 'chains "as spoken"') in {
        (x.figure, x.old, x.new, x.reason) for x in lowered
    }


def test_figures_of_few_comparisons_are_not_pinned(scores: Scores) -> None:
    assert "events.type.f1" in scores.figures
    assert "events.type.f1" not in update_floors(scores, None).figures
