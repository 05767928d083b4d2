"""Groups after a change: only those are made anew that the change reaches, and all are as if everything were grouped.

Average linkage joins the two clusters that are nearest to each other, and what it makes of them is no nearer to a third
than the nearer of the two was. So a group stays as it is unless a cluster that is new comes as near to a step of it, a
cluster on its way, as that step's own next join. A cluster is no nearer than the nearest of its keys: a group of which
no key that is new comes so near to any step is left alone. The others are grouped together with what is new.
"""

from collections.abc import Collection, Mapping
from typing import Protocol

from dateline.incidents.grouping import Near, Pair, Pairs, Step, comes_near, group, steps

Group = frozenset[int]


class Beside(Protocol):
    """What is known of keys and of the groups in which they were."""

    def pairs(self, keys: Collection[int]) -> Pairs:
        """Return the pairs of these keys with any other, as they are kept."""

    def pairs_within(self, groups: Collection[Group]) -> Pairs:
        """Return the pairs of keys that are in one of these groups together, as they are kept."""

    def seen(self, pairs: Pairs) -> Pairs:
        """Return pairs as they count."""

    def groups(self, keys: Collection[int]) -> set[Group]:
        """Return the groups in which these keys were; a key that was in none is one."""

    def ranked(self, keys: Collection[int]) -> list[int]:
        """Return keys in the order in which they rank."""


def regroup(changed: Collection[int], beside: Beside, *, same: float) -> list[list[int]]:
    """Return the groups of what changed and of all that it reaches, each in the order in which its keys rank.

    Args:
        changed: Keys that are new, or of which a pair changed, and what is left of the groups in which they were.
        beside: What is known of them and of others.
        same: The mean probability of all pairs from which on two groups are one.
    """
    found = _Regrouping(beside, same)
    found.open(changed)
    while True:
        around = found.around()
        made = found.group(around)
        # A group that comes out otherwise was reached: it is opened, and all beside it looked at again.
        reached = around - {frozenset(one) for one in made}
        if not reached:
            return [one for one in made if one[0] in found.opened]
        found.open(frozenset[int]().union(*reached))


class _Regrouping:
    """What is opened so far, and what is known of it and of the groups beside it."""

    def __init__(self, beside: Beside, same: float) -> None:
        self.beside = beside
        self.same = same
        self.opened: set[int] = set()
        self.likely: set[tuple[int, int]] = set()
        self.waiting: dict[tuple[int, int], Pair] = {}
        self.counted: dict[tuple[int, int], Pair] = {}
        self.group_of: dict[int, Group] = {}
        self.met: dict[Group, list[Step] | None] = {}
        self.near = Near({})

    def open(self, keys: Collection[int]) -> None:
        """Let keys be grouped anew."""
        self.opened |= {*keys}
        self._add(self.beside.pairs(keys))

    def around(self) -> set[Group]:
        """Return the groups that may come out otherwise."""
        beside = self._beside()
        fresh = self.beside.groups([key for key in beside if key not in self.group_of])
        self.group_of |= {key: one for one in fresh for key in one}
        self._add(self.beside.pairs_within(fresh))
        groups = {self.group_of[key] for key in beside}
        keys = self.opened.union(*groups)
        now = {(a, b): told for (a, b), told in self.waiting.items() if a in keys and b in keys}
        self.waiting = {pair: told for pair, told in self.waiting.items() if pair not in now}
        self.counted |= self.beside.seen(now)
        self.near = Near(self.counted)
        self.met |= {one: self._steps(one) for one in fresh}
        return {one for one in groups if self._may_be_reached(one)}

    def group(self, around: Collection[Group]) -> list[list[int]]:
        """Return the groups of what is opened and of the groups around."""
        return group(self.beside.ranked(self.opened.union(*around)), self.near, same=self.same)

    def _beside(self) -> set[int]:
        """Return the keys to which those opened may be joined."""
        return {key for pair in self.likely for key in pair if not self.opened.isdisjoint(pair)} - self.opened

    def _add(self, pairs: Pairs) -> None:
        """Take notice of pairs; they count once both of their keys are looked at."""
        fresh = {pair: told for pair, told in pairs.items() if pair not in self.counted}
        self.waiting |= fresh
        self.likely |= {pair for pair, told in fresh.items() if _joinable(told, self.same)}

    def _steps(self, one: Group) -> list[Step] | None:
        return steps(self.beside.ranked(one), self.near, same=self.same)

    def _may_be_reached(self, one: Group) -> bool:
        met = self.met[one]
        if met is None:
            return True
        touching = {
            key for own in one for key, pair in self.near.of(own).items()
            if key in self.opened and _joinable(pair, self.same)
        }  # fmt: skip
        return any(comes_near(_only(self.near.of(key), one), met) for key in touching)


def _joinable(pair: Pair, same: float) -> bool:
    """Tell whether two may be joined for their own sake: a pair below the threshold reaches nobody."""
    return pair.judged == "same" or (pair.score >= same and not pair.apart)


def _only(pairs: Mapping[int, Pair], keys: Collection[int]) -> dict[int, Pair]:
    return {key: pairs[key] for key in keys if key in pairs}
