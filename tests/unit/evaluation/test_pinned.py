from dataclasses import replace
from pathlib import Path

import pytest

from dateline.errors import GoldError
from dateline.evaluation import (
    GoldSet,
    Pinned,
    check_pinned,
    evaluate,
    load_gold,
    load_pinned,
    update_pinned,
    write_pinned,
)
from dateline.evaluation.scores import Scores

from .perfect import perfect


@pytest.fixture
def scores(small: GoldSet) -> Scores:
    return evaluate([perfect(case) for case in small.cases], small)


@pytest.fixture
def worse(small: GoldSet) -> Scores:
    """Return the scores of a coder that finds nothing in the first case."""
    first = perfect(small.cases[0])
    bare = replace(first, **dict.fromkeys(("actors", "places", "times", "events", "statements"), ()))
    return evaluate([bare, *map(perfect, small.cases[1:])], small)


def test_what_is_right_is_pinned_and_survives_the_file(scores: Scores, small: GoldSet, tmp_path: Path) -> None:
    pinned = update_pinned(scores, Pinned())
    assert set(pinned.cases) == {case.id for case in small.cases}
    write_pinned(tmp_path / "right.toml", pinned)
    assert load_pinned(tmp_path / "right.toml") == pinned
    assert check_pinned(scores, pinned) == ()


def test_a_case_that_was_right_fails_and_says_in_what(scores: Scores, worse: Scores, small: GoldSet) -> None:
    [broken] = check_pinned(worse, update_pinned(scores, Pinned()))
    assert broken.case == small.cases[0].id
    assert "missed" in str(broken)


def test_a_case_goes_only_with_a_reason_that_is_kept(scores: Scores, worse: Scores, tmp_path: Path) -> None:
    pinned = update_pinned(scores, Pinned())
    with pytest.raises(GoldError, match="were right"):
        update_pinned(worse, pinned)
    released = update_pinned(worse, pinned, reason='the case "as printed" was wrong')
    write_pinned(tmp_path / "right.toml", released)
    [gone] = load_pinned(tmp_path / "right.toml").released
    assert (gone.case in pinned.cases, gone.case in released.cases) == (True, False)
    assert gone.reason == 'the case "as printed" was wrong'


def test_a_case_that_gold_has_no_more_is_no_case_to_mend(scores: Scores) -> None:
    pinned = Pinned(cases=("gone", *update_pinned(scores, Pinned()).cases))
    assert "not in the gold set" in str(check_pinned(scores, pinned)[0])
    assert "gone" not in update_pinned(scores, pinned).cases


def test_a_case_whose_report_failed_is_not_right(small: GoldSet) -> None:
    codings = [perfect(case) for case in small.cases]
    failed = replace(codings[0], report=replace(codings[0].report, coded=False, error="too late"))
    assert small.cases[0].id not in evaluate([failed, *codings[1:]], small).right


def test_no_file_pins_nothing_and_a_broken_one_says_so(tmp_path: Path) -> None:
    assert load_pinned(tmp_path / "right.toml") == Pinned()
    (tmp_path / "right.toml").write_text("case = 3")
    with pytest.raises(GoldError, match=r"right\.toml"):
        load_pinned(tmp_path / "right.toml")


def test_the_pinned_cases_are_no_file_of_cases(tmp_path: Path) -> None:
    case = 'about = "x"\n[[case]]\nid = "a"\nwhy = "x"\npublished = "2024-05-02"\ntext = "It rains."\nnone = true\n'
    (tmp_path / "a.toml").write_text(case)
    write_pinned(tmp_path / "right.toml", Pinned(cases=("a",)))
    assert [case.id for case in load_gold([tmp_path]).cases] == ["a"]
