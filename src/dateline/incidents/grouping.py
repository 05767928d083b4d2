"""From pairs to groups: average linkage, so that no chain of half-likenesses makes one happening of two.

Which groups come out depends on the pairs alone: keys are ranked by what makes their tellings the earliest, and every
tie is broken by that rank.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from math import fsum
from typing import Literal, NamedTuple

JUDGED = 2.0
"""Above every probability: a person said that two are one."""
UNLIKE = 0.05
"""The probability of pairs that were never compared, or were too unlike to be kept."""
_WHOLE = 10_000
"""Probabilities are summed as whole numbers of this part: whatever the order, the sum is the same."""
_UNLIKE = round(UNLIKE * _WHOLE)


Verdict = Literal["same", "distinct"]
"""What a person may have said of two."""


class Pair(NamedTuple):
    """How likely two tellings are one; ``apart`` says why they cannot be, ``judged`` what a person said."""

    score: float
    apart: str | None = None
    judged: Verdict | None = None


Pairs = Mapping[tuple[int, int], Pair]
"""By two keys, the lower first."""


class Near:
    """Pairs by key: who was compared with whom."""

    def __init__(self, pairs: Pairs) -> None:
        """Sort the pairs by both keys."""
        self._of: dict[int, dict[int, Pair]] = {}
        for (a, b), pair in pairs.items():
            self._of.setdefault(a, {})[b] = pair
            self._of.setdefault(b, {})[a] = pair

    def of(self, key: int) -> Mapping[int, Pair]:
        """Return the others with which a key was compared."""
        return self._of.get(key, {})

    def components(self, keys: Iterable[int], least: float) -> Iterator[list[int]]:
        """Yield the keys that hang together by pairs of at least this probability."""
        left = dict.fromkeys(keys)
        while left:
            first = next(iter(left))
            del left[first]
            found, todo = [], [first]
            while todo:
                found.append(todo.pop())
                # A person who says that two are one ties them, however unlike they are.
                for other, pair in self.of(found[-1]).items():
                    if other in left and (pair.score >= least or pair.judged == "same"):
                        del left[other]
                        todo.append(other)
            yield found


def connected(pairs: Iterable[tuple[int, int]], keys: Iterable[int]) -> list[list[int]]:
    """Return the keys in parts that hang together by pairs, over any number of them."""
    up: dict[int, int] = {}

    def top(key: int) -> int:
        while (above := up.get(key, key)) != key:
            up[key] = up.get(above, above)
            key = above
        return key

    for a, b in pairs:
        one, other = top(a), top(b)
        # The lower key leads, so that the parts come out the same in any order.
        up[max(one, other)] = min(one, other)
    parts: dict[int, list[int]] = {}
    for key in keys:
        parts.setdefault(top(key), []).append(key)
    return [*parts.values()]


def group(keys: Collection[int], near: Near, *, same: float) -> list[list[int]]:
    """Return groups of keys: those nearest to each other first, as long as their mean probability is ``same``.

    Args:
        keys: In the order in which they rank; each group keeps it.
        near: What is known of two: pairs that are apart keep their groups apart, those judged the same join them.
        same: The mean probability of all pairs from which on two groups are one.
    """
    rank = {key: n for n, key in enumerate(keys)}
    out: list[list[int]] = []
    for part in near.components(keys, same):
        out += [part] if len(part) == 1 else _Clusters(sorted(part, key=rank.__getitem__), near).join(same)
    return sorted((sorted(g, key=rank.__getitem__) for g in out), key=lambda g: rank[g[0]])


def held_events(keys: Collection[int], near: Near, *, least: float, most: float) -> Iterator[tuple[int, float]]:
    """Yield the others that may belong to a group, each with its mean probability: from ``least`` to below ``most``."""
    found: dict[int, list[Pair]] = {}
    if max((pair.score for key in keys for pair in near.of(key).values()), default=0.0) < least:
        return
    own = frozenset(keys)
    for key in keys:
        for other, pair in near.of(key).items():
            if other not in own:
                found.setdefault(other, []).append(pair)
    for other, pairs in found.items():
        mean = may_belong(pairs, len(keys), least=least, most=most)
        if mean is not None:
            yield other, mean


def may_belong(pairs: Collection[Pair], size: int, *, least: float, most: float) -> float | None:
    """Return the mean probability that one belongs to a group of this size; None where it does not, or surely does."""
    mean = (fsum(p.score for p in pairs) + UNLIKE * (size - len(pairs))) / size
    return round(mean, 4) if least <= mean < most and not any(p.apart for p in pairs) else None


@dataclass(slots=True)
class _Between:
    """What is known between two clusters: the sum of the probabilities of the pairs compared, and their number."""

    total: int = 0
    pairs: int = 0
    apart: bool = False
    same: bool = False
    distinct: bool = False

    def add(self, other: "_Between") -> None:
        self.total += other.total
        self.pairs += other.pairs
        self.apart |= other.apart
        self.same |= other.same
        self.distinct |= other.distinct

    def mean(self, all_pairs: int) -> float:
        """Return the mean probability; what forbids or commands a join wins over it, a person over all."""
        # A person's word over all: "distinct" parts whatever else is known, "same" joins over unlike places.
        if self.distinct or (self.apart and not self.same):
            return 0.0
        if self.same:
            return JUDGED
        return (self.total + _UNLIKE * (all_pairs - self.pairs)) / (_WHOLE * all_pairs)


def _between(pair: Pair) -> _Between:
    return _Between(
        round(pair.score * _WHOLE), 1, apart=pair.apart is not None, same=pair.judged == "same",
        distinct=pair.judged == "distinct",
    )  # fmt: skip


class _Clusters:
    """The clusters of one component while they are joined."""

    def __init__(self, keys: list[int], near: Near) -> None:
        """Begin with each key by itself."""
        self.members = {n: [key] for n, key in enumerate(keys)}
        at = {key: n for n, key in enumerate(keys)}
        self.between: dict[int, dict[int, _Between]] = {
            n: {
                at[other]: _between(pair)
                for other, pair in near.of(key).items() if other in at
            }
            for key, n in at.items()
        }  # fmt: skip

    def join(self, same: float) -> list[list[int]]:
        """Join the nearest two until none are near enough; a cluster keeps the number of its first member."""
        heap = [(-self._mean(a, b), a, b) for a, found in self.between.items() for b in found if a < b]
        heapify(heap)
        while heap and -heap[0][0] >= same:
            mean, a, b = heappop(heap)
            # What was put on the heap before one of the two grew is out of date.
            if a in self.members and b in self.members and -mean == self._mean(a, b):
                for other in self._merge(a, b):
                    pair = (min(a, other), max(a, other))
                    heappush(heap, (-self._mean(*pair), *pair))
        return [*self.members.values()]

    def _mean(self, a: int, b: int) -> float:
        found = self.between[a].get(b)
        return 0.0 if found is None else found.mean(len(self.members[a]) * len(self.members[b]))

    def _merge(self, a: int, b: int) -> list[int]:
        """Put a cluster into an earlier one; return those that something is known of."""
        self.members[a] += self.members.pop(b)
        gone = self.between.pop(b)
        own = self.between[a]
        del own[b]
        for other, found in gone.items():
            if other == a:
                continue
            del self.between[other][b]
            if other in own:
                own[other].add(found)
            else:
                own[other] = found
            self.between[other][a] = own[other]
        return [*own]
