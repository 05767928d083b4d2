"""Put what is one thing together without comparing everything with everything."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TypeVar

T = TypeVar("T")


def cluster(
    things: Sequence[T], *, keys: Callable[[T], Iterable[Hashable]], same: Callable[[T, T], bool]
) -> list[list[T]]:
    """Put each thing into the earliest group that has one that is the same; only things that share a key are compared.

    Args:
        things: In the order in which they are taken.
        keys: What a thing is looked up by; two that are the same share at least one.
        same: Tells whether a thing is the same as an earlier one.
    """
    groups: list[list[T]] = []
    by_key: dict[Hashable, set[int]] = defaultdict(set)
    for thing in things:
        own = list(keys(thing))
        near = sorted({number for key in own for number in by_key[key]})
        home = next((n for n in near if any(same(thing, other) for other in groups[n])), len(groups))
        if home == len(groups):
            groups.append([])
        groups[home].append(thing)
        for key in own:
            by_key[key].add(home)
    return groups
