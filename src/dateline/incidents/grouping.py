"""From pairs to groups: average linkage, so that no chain of half-likenesses makes one happening of two.

Which groups come out depends on the pairs alone: keys are ranked by what makes their tellings the earliest, and every
tie is broken by that rank.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
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


class Step(NamedTuple):
    """A cluster on the way to a group, and the mean probability at which it was joined with the next."""

    keys: Sequence[int]
    until: float


def steps(keys: Collection[int], near: Near, *, same: float) -> list[Step] | None:
    """Return the clusters through which keys, in the order in which they rank, become one group; None if they do not.

    The last is the group itself, which is joined with whatever comes as near as ``same``.
    """
    clusters = _Clusters([*keys], near)
    found = [Step(tuple(own), mean) for own, mean in clusters.joins(same)]
    left = [*clusters.members.values()]
    return [*found, Step(left[0], same)] if len(left) == 1 else None


def comes_near(pairs: Mapping[int, Pair], met: Sequence[Step]) -> bool:
    """Tell whether one that is paired so with the members of a group comes as near to a step as the next step did."""
    known = {key: _between(pair) for key, pair in pairs.items()}
    return any(_mean(sum(known.get(key, 0) for key in step.keys), len(step.keys)) >= step.until for step in met)


def held_events(keys: Collection[int], near: Near, *, least: float, most: float) -> Iterator[tuple[int, float]]:
    """Yield the others that may belong to a group, each with its mean probability: from ``least`` to below ``most``."""
    own = frozenset(keys)
    outside = [(other, pair) for key in keys for other, pair in near.of(key).items() if other not in own]
    # A mean is no higher than the highest.
    likely = {other for other, pair in outside if pair.score >= least}
    found: dict[int, list[Pair]] = {}
    for other, pair in outside:
        if other in likely:
            found.setdefault(other, []).append(pair)
    for other, pairs in found.items():
        mean = may_belong(pairs, len(keys), least=least, most=most)
        if mean is not None:
            yield other, mean


def may_belong(pairs: Collection[Pair], size: int, *, least: float, most: float) -> float | None:
    """Return the mean probability that one belongs to a group of this size; None where it does not, or surely does."""
    mean = (fsum(p.score for p in pairs) + UNLIKE * (size - len(pairs))) / size
    return round(mean, 4) if least <= mean < most and not any(p.apart for p in pairs) else None


# What is known between two clusters is one whole number, so that clusters are joined by adding: by how much the
# probabilities of the pairs compared are more than if all were unlike, and far above that what forbids or commands a
# join. A person's word stands over all: "distinct" parts whatever else is known, "same" joins over unlike places.
_APART, _SAME, _DISTINCT = -(1 << 48), 1 << 90, -(1 << 130)


def _between(pair: Pair) -> int:
    known = round(pair.score * _WHOLE) - _UNLIKE
    if pair.apart is not None:
        known += _APART
    if pair.judged is not None:
        known += _SAME if pair.judged == "same" else _DISTINCT
    return known


def _mean(known: int, all_pairs: int) -> float:
    """Return the mean probability of all pairs of two clusters."""
    if known > _SAME >> 1:
        return JUDGED
    return 0.0 if known < _APART >> 1 else (known + _UNLIKE * all_pairs) / (_WHOLE * all_pairs)


class _Clusters:
    """The clusters of one component while they are joined."""

    def __init__(self, keys: list[int], near: Near) -> None:
        """Begin with each key by itself."""
        self.members = {n: [key] for n, key in enumerate(keys)}
        at = {key: n for n, key in enumerate(keys)}
        self.between: dict[int, dict[int, int]] = {n: {} for n in self.members}
        for key, n in at.items():
            own = self.between[n]
            for other, pair in near.of(key).items():
                m = at.get(other, n)
                if n < m:
                    own[m] = self.between[m][n] = _between(pair)

    def join(self, same: float) -> list[list[int]]:
        """Join the nearest two until none are near enough, and return the clusters."""
        for _ in self.joins(same):
            pass
        return [*self.members.values()]

    def joins(self, same: float) -> Iterator[tuple[list[int], float]]:
        """Join the nearest two until none are near enough; yield both before they are joined, each with their mean.

        A cluster keeps the number of its first member.
        """
        # Only what is near enough to be joined: the means of others are on the heap once they are.
        means = ((self._mean(a, b), a, b) for a, found in self.between.items() for b in found if a < b)
        heap = [(-mean, a, b) for mean, a, b in means if mean >= same]
        heapify(heap)
        while heap:
            nearest, a, b = heappop(heap)
            # What was put on the heap before one of the two grew is out of date.
            if a in self.members and b in self.members and -nearest == self._mean(a, b):
                yield self.members[a], -nearest
                yield self.members[b], -nearest
                for other in self._merge(a, b):
                    first, second = (a, other) if a < other else (other, a)
                    mean = self._mean(a, other)
                    if mean >= same:
                        heappush(heap, (-mean, first, second))

    def _mean(self, a: int, b: int) -> float:
        known = self.between[a].get(b)
        return 0.0 if known is None else _mean(known, len(self.members[a]) * len(self.members[b]))

    def _merge(self, a: int, b: int) -> list[int]:
        """Put a cluster into an earlier one; return those that something is known of."""
        self.members[a] += self.members.pop(b)
        gone = self.between.pop(b)
        own = self.between[a]
        del own[b], gone[a]
        for other, known in gone.items():
            beside = self.between[other]
            del beside[b]
            own[other] = beside[a] = own.get(other, 0) + known
        return [*own]
