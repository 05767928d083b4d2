"""Groups after a change: only those are made anew that the change reaches, and all are as if everything were grouped.

Average linkage joins the two clusters that are nearest to each other, and what it makes of them is no nearer to a third
than the nearer of the two was. So a group stays as it is unless a cluster that is new comes nearer to a part of it than
that part's own next join. Whether one does is seen by grouping what changed together with the groups beside it.
"""

from collections.abc import Collection, Iterator, Mapping
from typing import Protocol

from dateline.incidents.grouping import Near, Pair, group

Group = frozenset[int]


class Beside(Protocol):
    """What is known of keys and of the groups in which they were."""

    def pairs(self, keys: Collection[int]) -> Mapping[tuple[int, int], Pair]:
        """Return the pairs of these keys with any other."""

    def pairs_within(self, groups: Collection[Group]) -> Mapping[tuple[int, int], Pair]:
        """Return the pairs of keys that are in one of these groups together."""

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
    opened, known, around = set(changed), {**beside.pairs(changed)}, set[Group]()
    while True:
        near = beside.groups(_near(opened, known, same)) - around
        around |= near
        known |= beside.pairs_within(near)
        keys = beside.ranked(opened.union(*around))
        found = group(keys, Near(dict(_among(known, keys))), same=same)
        # A group that comes out otherwise was reached: it is opened, and all beside it looked at again.
        reached = around - {frozenset(made) for made in found}
        if not reached:
            return [made for made in found if made[0] in opened]
        more = frozenset[int]().union(*reached)
        opened |= more
        around -= reached
        known |= beside.pairs(more)


def _near(opened: Collection[int], known: Mapping[tuple[int, int], Pair], same: float) -> set[int]:
    """Return the keys to which those opened may be joined."""
    found: set[int] = set()
    for pair, told in known.items():
        # Only what could be joined with it: a pair below the threshold reaches nobody.
        if told.judged == "same" or (told.score >= same and not told.apart):
            outside = [key for key in pair if key not in opened]
            if len(outside) == 1:
                found.update(outside)
    return found


def _among(known: Mapping[tuple[int, int], Pair], keys: Collection[int]) -> Iterator[tuple[tuple[int, int], Pair]]:
    within = frozenset(keys)
    yield from (item for item in known.items() if item[0][0] in within and item[0][1] in within)
