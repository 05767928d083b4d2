import pytest

from dateline.evaluation.calibration import calibrate
from dateline.evaluation.gold.quantities import read_quantity
from dateline.evaluation.layers.assign import best_pairs
from dateline.evaluation.layers.coref import coref
from dateline.evaluation.outcome import Judged, Tally


def test_pairs_are_the_best_as_a_whole_not_one_by_one() -> None:
    assert best_pairs([[3.0, 2.0], [2.0, 0.0]]) == [(0, 1), (1, 0)]


def test_pairs_of_no_weight_are_left_out() -> None:
    assert best_pairs([[0.0, 1.0, 0.0]]) == [(0, 1)]
    assert best_pairs([]) == []


def test_coreference_measures_match_the_textbook_example() -> None:
    # Key {1..5} {6,7} {8..12}; response joins the last two: MUC P 9/10, B-cubed P 16/21 by hand.
    key = [frozenset(range(1, 6)), frozenset({6, 7}), frozenset(range(8, 13))]
    response = [key[0], key[1] | key[2]]
    sums = coref(key, response)
    assert sums.muc == (9.0, 9, 10)
    assert sums.b_cubed[2] / sums.b_cubed[3] == pytest.approx((5 + (4 + 25) / 7) / 12)
    assert sums.b_cubed[0] / sums.b_cubed[1] == 1.0
    assert sums.ceaf_e == (pytest.approx(1 + 10 / 12), 3, 2)


def test_tally_follows_from_its_counts() -> None:
    tally = Tally(right=6, wrong=1, missed=1, spurious=2, agreed=10)
    assert (tally.n, tally.precision, tally.recall) == (20, 6 / 9, 6 / 8)
    assert tally.f1 == pytest.approx(12 / 17)
    assert tally.accuracy == 16 / 20


def test_calibration_error_is_the_mean_gap() -> None:
    judged = [Judged(layer="events", confidence=0.85, right=right) for right in (True, True, True, False)]
    result = calibrate("events", judged)
    assert result.error == pytest.approx(0.10)
    assert (result.bins[0].low, result.bins[0].n, result.bins[0].right) == (0.8, 4, 0.75)


@pytest.mark.parametrize(
    ("text", "low", "high", "qualifier"),
    [
        ("killed 3", 3, 3, "exact"),
        ("killed 5..", 5, None, "at-least"),
        ("injured 10..20 about", 10, 20, "about"),
        ("killed ..60 at-most fighters", None, 60, "at-most"),
        ("killed ? vague civilians", None, None, "vague"),
        ("share 4 of 5 consulates", 4, 4, "exact"),
    ],
)
def test_quantities_are_read(text: str, low: float | None, high: float | None, qualifier: str) -> None:
    quantity = read_quantity(text)
    assert (quantity.low, quantity.high, quantity.qualifier) == (low, high, qualifier)
