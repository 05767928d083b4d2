"""Groups follow from pairs alone: no chains, what cannot be one stays two, and a person's word wins."""

from itertools import permutations

import pytest

from dateline.incidents.grouping import Near, Pair, connected, group


def groups(keys: str, pairs: dict[str, Pair], same: float = 0.5) -> list[str]:
    number = {name: n for n, name in enumerate(sorted(keys))}
    known = {(min(number[a], number[b]), max(number[a], number[b])): pair for (a, b), pair in pairs.items()}
    names = sorted(keys)
    return ["".join(names[k] for k in g) for g in group([number[k] for k in sorted(keys)], Near(known), same=same)]


def test_near_pairs_are_one_and_others_alone() -> None:
    assert groups("abc", {"ab": Pair(0.9), "bc": Pair(0.1)}) == ["ab", "c"]


def test_a_chain_of_half_likenesses_is_not_one() -> None:
    chain = {"ab": Pair(0.9), "bc": Pair(0.6), "cd": Pair(0.9)}
    assert groups("abcd", chain) == ["ab", "cd"]


def test_a_group_is_one_if_its_pairs_are_likely_on_average() -> None:
    assert groups("abc", {"ab": Pair(0.9), "bc": Pair(0.8), "ac": Pair(0.4)}) == ["abc"]


def test_what_cannot_be_one_stays_two_however_alike() -> None:
    assert groups("abc", {"ab": Pair(0.9), "bc": Pair(0.95), "ac": Pair(0.9, "60 km apart")}) == ["a", "bc"]


def test_a_person_joins_what_nothing_joins_and_what_cannot_be_one() -> None:
    assert groups("ab", {"ab": Pair(0.0, judged="same")}) == ["ab"]
    assert groups("ab", {"ab": Pair(0.9, "60 km apart", judged="same")}) == ["ab"]


def test_a_person_parts_what_is_alike() -> None:
    assert groups("abc", {"ab": Pair(0.9, judged="distinct"), "bc": Pair(0.9), "ac": Pair(0.9)}) != ["abc"]


@pytest.mark.parametrize("order", [*permutations("abcd")][::5])
def test_the_order_of_pairs_changes_nothing(order: tuple[str, ...]) -> None:
    pairs = {"ab": Pair(0.7), "ac": Pair(0.7), "bd": Pair(0.7), "cd": Pair(0.7), "ad": Pair(0.2), "bc": Pair(0.2)}
    shuffled = dict(sorted(pairs.items(), key=lambda p: [order.index(k) for k in p[0]]))
    assert groups("abcd", shuffled) == groups("abcd", pairs)


def test_parts_hang_together_over_any_number_of_pairs() -> None:
    assert sorted(map(sorted, connected([(1, 2), (5, 4), (2, 5)], [1, 2, 3, 4, 5]))) == [[1, 2, 4, 5], [3]]
