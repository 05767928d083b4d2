"""What changes is grouped anew with all that it reaches, and nothing else; the groups are those of a whole join."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

import hypothesis.strategies as st
from hypothesis import given

from dateline.incidents.grouping import Near, Pair, group
from dateline.incidents.regrouping import Group, regroup

SAME = 0.35
Pairs = dict[tuple[int, int], Pair]


@dataclass
class Kept:
    """Groups as a ledger keeps them, brought up to date change by change."""

    all_pairs: Pairs = field(default_factory=dict)
    kept: dict[int, Group] = field(default_factory=dict)
    asked: set[int] = field(default_factory=set)

    def pairs(self, keys: Collection[int]) -> Mapping[tuple[int, int], Pair]:
        self.asked.update(keys)
        return {pair: told for pair, told in self.all_pairs.items() if {*pair} & {*keys} and {*pair} <= {*self.kept}}

    def pairs_within(self, groups: Collection[Group]) -> Mapping[tuple[int, int], Pair]:
        return {pair: told for pair, told in self.all_pairs.items() for one in groups if one.issuperset(pair)}

    def seen(self, pairs: Mapping[tuple[int, int], Pair]) -> Mapping[tuple[int, int], Pair]:
        return pairs

    def groups(self, keys: Collection[int]) -> set[Group]:
        return {self.kept[key] for key in keys}

    def ranked(self, keys: Collection[int]) -> list[int]:
        return sorted(keys)

    def change(self, add: Collection[int] = (), remove: Collection[int] = ()) -> None:
        left = {key for gone in remove for key in self.kept.get(gone, frozenset()) if key not in remove}
        for key in (*left, *remove):
            self.kept.pop(key, None)
        self.kept |= {key: frozenset({key}) for key in {*add, *left}}
        for made in regroup({*add, *left}, self, same=SAME):
            self.kept |= dict.fromkeys(made, frozenset(made))


def whole(pairs: Pairs, keys: Collection[int]) -> set[Group]:
    among = {pair: told for pair, told in pairs.items() if {*pair} <= {*keys}}
    return {frozenset(made) for made in group(sorted(keys), Near(among), same=SAME)}


scores = st.sampled_from([0.06, 0.2, 0.3, 0.34, 0.35, 0.36, 0.4, 0.5, 0.6, 0.9])
likely = st.builds(
    Pair, scores, st.sampled_from([None] * 6 + ["60 km apart"]), st.sampled_from([None] * 12 + ["same", "distinct"])
)


@st.composite
def worlds(draw: st.DrawFn) -> tuple[Pairs, list[int]]:
    size = draw(st.integers(2, 14))
    cells = [(a, b) for b in range(size) for a in range(b)]
    pairs = {cell: draw(likely) for cell in draw(st.lists(st.sampled_from(cells), unique=True, max_size=45))}
    return pairs, draw(st.permutations(range(size)))


@given(worlds(), st.integers(1, 4))
def test_groups_in_any_order_of_arrival_are_those_of_a_whole_join(world: tuple[Pairs, list[int]], step: int) -> None:
    pairs, order = world
    ledger = Kept(pairs)
    for n in range(0, len(order), step):
        ledger.change(add=order[n : n + step])
        assert {*ledger.kept.values()} == whole(pairs, ledger.kept)


@given(worlds(), st.data())
def test_what_leaves_parts_only_what_it_held_together(world: tuple[Pairs, list[int]], data: st.DataObject) -> None:
    pairs, order = world
    ledger = Kept(pairs)
    ledger.change(add=order)
    gone = data.draw(st.sets(st.sampled_from(order), max_size=3))
    ledger.change(remove=gone)
    assert {*ledger.kept.values()} == whole(pairs, {*order} - gone)


def test_a_long_chain_is_looked_at_only_where_it_changes() -> None:
    links = {(n, n + 1): Pair(0.9 if n % 2 else 0.5) for n in range(200)}
    ledger = Kept(links)
    ledger.change(add=range(200))
    ledger.asked.clear()
    ledger.change(add=[200])
    assert ledger.asked <= {*range(196, 201)}
    assert {*ledger.kept.values()} == whole(links, range(201))
