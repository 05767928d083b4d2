"""Krippendorff's alpha on the examples that are published with their figures."""

import pytest

from dateline.evaluation.alpha import interval_alpha, nominal_alpha

Coders = tuple[str, ...]
TWO: Coders = ("0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0")
FOUR: Coders = (
    "1 2 3 3 2 1 4 1 2 . . .",
    "1 2 3 3 2 2 4 1 2 5 . 3",
    ". 3 3 3 2 3 4 2 2 5 1 .",
    "1 2 3 3 2 4 4 1 2 5 1 .",
)
THREE: Coders = (
    ". . . . . 3 4 1 2 1 1 3 3 . 3", "1 . 2 1 3 3 4 3 . . . . . . .", ". . 2 1 3 4 4 . 2 1 1 3 3 . 4",
)  # fmt: skip


def units(coders: Coders) -> list[list[str]]:
    return [[v for v in unit if v != "."] for unit in zip(*(c.split() for c in coders), strict=True)]


@pytest.mark.parametrize(
    ("coders", "nominal", "interval"), [(TWO, 0.095, 0.095), (FOUR, 0.743, 0.849), (THREE, 0.691, 0.811)],
    ids=["two coders, ten units", "four coders, twelve units", "three coders, fifteen units"],
)  # fmt: skip
def test_published_examples(coders: Coders, nominal: float, interval: float) -> None:
    assert nominal_alpha(units(coders)) == pytest.approx(nominal, abs=6e-4)
    assert interval_alpha([[float(v) for v in unit] for unit in units(coders)]) == pytest.approx(interval, abs=6e-4)


def test_full_agreement_is_one_and_the_opposite_is_below_none() -> None:
    assert nominal_alpha([["a", "a"], ["b", "b"]]) == 1.0
    assert interval_alpha([[1.0, 1.0], [5.0, 5.0]]) == 1.0
    below = nominal_alpha([["a", "b"], ["b", "a"]])
    assert below is not None
    assert below < 0


def test_where_nobody_could_disagree_there_is_no_figure() -> None:
    assert nominal_alpha([]) is None
    assert nominal_alpha([["a"], ["b"]]) is None
    assert nominal_alpha([["a", "a"], ["a", "a"]]) is None
    assert interval_alpha([[3.0], []]) is None


def test_large_numbers_lose_no_digits() -> None:
    days = [[738_000.0, 738_001.0], [738_010.0, 738_010.0], [738_020.0, 738_020.0]]
    small = [[d - 738_000 for d in unit] for unit in days]
    assert interval_alpha(days) == pytest.approx(interval_alpha(small))
