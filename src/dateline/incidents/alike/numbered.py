"""Tellings by numbers: what a question looks at has one number, so that it is asked once for each two values.

Numbers are those of one `Numbers`, of a run: nothing is kept under them.
"""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dateline.incidents.alike.parts import surnames
from dateline.incidents.alike.telling import Read, Telling
from dateline.incidents.alike.words import Vector, words_of
from dateline.model.groups import TO_COME

Whole = NDArray[np.int64]
TYPE, ACT, DAY, PLACE, MAIN, BACKGROUND, TO_COME_AT, NUMBERED, ACTORS, RECIPIENTS, TRIGGERS = range(11)
"""The columns of ``Numbered.values``; the last three count."""
ACTOR, RECIPIENT, ACTOR_LAND, RECIPIENT_LAND, WHO, RARE, TRIGGER = range(7)
"""Where a name or a word stands: names and lands of both sides, all who take part, the rare ones, the act's words."""


class Numbers:
    """Gives each value a number, the same whenever it is met again."""

    def __init__(self) -> None:
        """Begin with no value known."""
        self._known: dict[Hashable, int] = {}
        self._row = np.zeros(0)

    def of(self, value: Hashable) -> int:
        """Return the number of a value."""
        return self._known.setdefault(value, len(self._known))

    def __len__(self) -> int:
        """Return how many values are known."""
        return len(self._known)

    def row(self) -> NDArray[np.float64]:
        """Return a row of zeros, one for each number; whoever writes on it wipes what they wrote."""
        # A fresh row each time would cost more the more values are known.
        if len(self._row) < len(self._known):
            self._row = np.zeros(2 * len(self._known))
        return self._row


@dataclass(frozen=True, slots=True)
class Weighed:
    """Words by number, and the weight of each."""

    words: Whole
    weights: NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Numbered:
    """A report's tellings by numbers.

    Args:
        read: The report and its tellings.
        values: A row for each telling; its columns are named above.
        shared: Rows of number, telling and where it stands: what two tellings may share.
        words: Of title and lead.
        opening: Of title and first sentences.
        told: Of the sentences that tell each telling.
    """

    read: Read
    values: Whole
    shared: Whole
    words: Weighed
    opening: Weighed
    told: Sequence[Weighed]


def weighed(words: Vector, numbers: Numbers) -> Weighed:
    """Return words by number."""
    return Weighed(np.array([*map(numbers.of, words)], np.int64), np.array([*words.values()], np.float64))


def cosines(one: Weighed, others: Sequence[Weighed], numbers: Numbers) -> NDArray[np.float64]:
    """Return how alike each of others is to one."""
    own = numbers.row()
    own[one.words] = one.weights
    sizes = [len(other.words) for other in others]
    # All in one array, so that one look-up and one sum serve them all.
    words, weights = np.concatenate([o.words for o in others]), np.concatenate([o.weights for o in others])
    of = np.repeat(np.arange(len(others)), sizes)
    found = np.bincount(of, own[words] * weights, minlength=len(others)).astype(np.float64)
    own[one.words] = 0.0
    return found


def number(read: Read, values: Numbers, words: Numbers) -> Numbered:
    """Return a report's tellings by numbers."""
    source = read.source
    rows = [_values(t, values) for t in read.tellings]
    shared = [(values.of(value), n, at) for n, t in enumerate(read.tellings) for value, at in _shared(t)]
    return Numbered(
        read, _whole(rows, TRIGGERS + 1), _whole(shared, len(("number", "telling", "where"))),
        weighed(source.words, words), weighed(words_of(source.opening), words),
        [weighed(words_of(t.told), words) for t in read.tellings],
    )  # fmt: skip


def _whole(rows: Sequence[Sequence[int]], columns: int) -> Whole:
    return np.array(rows, np.int64).reshape(-1, columns)


def _values(t: Telling, numbers: Numbers) -> tuple[int, ...]:
    of = numbers.of
    # -1 stands for no place.
    place = of(t.where) if t.where else -1
    return (
        of((TYPE, t.type)), of((ACT, t.type, t.mode)), of((DAY, t.days, t.source.day)), place, t.main, t.background,
        t.status in TO_COME, bool(t.numbers), len(t.actors), len(t.recipients), len(t.triggers),
    )  # fmt: skip


def _shared(t: Telling) -> Iterator[tuple[Hashable, int]]:
    """Yield what a telling may share with another, each with where it stands."""
    sides = ((ACTOR, ACTOR_LAND, t.actors), (RECIPIENT, RECIPIENT_LAND, t.recipients))
    for named, land, parties in sides:
        yield from ((name, named) for name in {p.name for p in parties} | surnames(parties))
        yield from (((land, country), land) for country in {p.country for p in parties if p.country})
    # The rare form of a name last, so that it stands where a name is both.
    rare = {p.name: p.rare for p in sorted((*t.actors, *t.recipients), key=lambda p: p.rare)}
    yield from (((WHO, name), RARE if is_rare else WHO) for name, is_rare in rare.items())
    yield from (((TRIGGER, word), TRIGGER) for word in t.triggers)
