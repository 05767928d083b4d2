"""Reports by numbers: what a question looks at is a number, so that columns of many pairs are compared at once.

The numbers are hashes, the same in every run, so that a report is numbered once and kept so.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import astuple, dataclass
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from dateline.incidents.alike.hashes import hashed
from dateline.incidents.alike.parts import surnames
from dateline.incidents.alike.telling import Read, Source, Telling, Where
from dateline.incidents.alike.words import Vector, words_of
from dateline.model.groups import TO_COME

Whole = NDArray[np.int64]
Real = NDArray[np.float64]
(
    TYPE, MODE, FIRST, LAST, TOLD, PLACE, MAIN, BACKGROUND, TO_COME_AT, NUMBERED, ACTORS, RECIPIENTS, TRIGGERS, KEY,
) = range(14)  # fmt: skip
"""The columns of ``Numbered.values``: hashes, days, flags, three counts, and the event's key. 0 stands for none."""
ACTOR, RECIPIENT, ACTOR_LAND, RECIPIENT_LAND, WHO, RARE, TRIGGER = range(7)
"""Where a name or a word stands: names and lands of both sides, all who take part, the rare ones, the act's words."""
NONE = 0


@dataclass(frozen=True, slots=True)
class Weighed:
    """Words by number, and the weight of each."""

    words: Whole
    weights: Real


@dataclass(frozen=True, slots=True)
class Numbered:
    """A report's tellings by numbers.

    Args:
        key: The report's.
        read: What the numbers stand for.
        values: A row for each telling; its columns are named above.
        shared: Rows of number, telling and where it stands: what two tellings may share.
        words: Of title and lead.
        opening: Of title and first sentences.
        told: Of the sentences that tell each telling, one telling's after another's.
        sizes: How many words each telling's sentences have.
    """

    key: int
    read: "Reading"
    values: Whole
    shared: Whole
    words: Weighed
    opening: Weighed
    told: Weighed
    sizes: Whole

    def sentence(self, n: int) -> Weighed:
        """Return the words of the sentences that tell one telling."""
        start = int(self.sizes[:n].sum())
        words = slice(start, start + int(self.sizes[n]))
        return Weighed(self.told.words[words], self.told.weights[words])


class Reading:
    """A report and its tellings, made when they are asked for: most reports that meet are told apart by numbers."""

    def __init__(self, load: Callable[[], Read]) -> None:
        """Hold what makes them."""
        self._load = load

    @cached_property
    def whole(self) -> Read:
        """Return the report and its tellings."""
        return self._load()

    @property
    def source(self) -> Source:
        """Return the report."""
        return self.whole.source

    @property
    def tellings(self) -> tuple[Telling, ...]:
        """Return its tellings."""
        return self.whole.tellings


def number(read: Read) -> Numbered:
    """Return a report's tellings by numbers."""
    told = [weighed(words_of(t.told)) for t in read.tellings]
    sizes = np.array([len(words.words) for words in told], np.int64)
    shared = [(hashed(*value), n, at) for n, t in enumerate(read.tellings) for value, at in _shared(t)]
    return Numbered(
        read.source.key, Reading(lambda: read), _whole([_values(t) for t in read.tellings], KEY + 1),
        _whole(shared, len(("number", "telling", "where"))), weighed(read.source.words),
        weighed(words_of(read.source.opening)), joined(told), sizes,
    )  # fmt: skip


def weighed(words: Vector) -> Weighed:
    """Return words by number."""
    return Weighed(
        np.array([hashed("word", word) for word in words], np.int64), np.array([*words.values()], np.float64)
    )


def joined(some: Sequence[Weighed]) -> Weighed:
    """Return the words of several, one after another."""
    none = Weighed(np.zeros(0, np.int64), np.zeros(0))
    return Weighed(
        np.concatenate([none.words, *(one.words for one in some)]),
        np.concatenate([none.weights, *(one.weights for one in some)]),
    )


def cosines(some: Sequence[Weighed], own: Whole, others: Weighed, sizes: Whole) -> Real:
    """Return how alike others, of so many words each, are to one of some, which is told by its place among them."""
    known, back = np.unique(joined(some).words, return_inverse=True)
    if not len(known):
        return np.zeros(len(sizes))
    # A row for each of some, a column for each word.
    grid = np.zeros((len(some), len(known)))
    grid[np.repeat(np.arange(len(some)), [len(one.words) for one in some]), back] = joined(some).weights
    at = np.searchsorted(known, others.words)
    at[at == len(known)] = 0
    of = np.repeat(np.arange(len(sizes)), sizes)
    hits = np.flatnonzero(known[at] == others.words)
    weights = grid[own[of[hits]], at[hits]] * others.weights[hits]
    return np.bincount(of[hits], weights, minlength=len(sizes)).astype(np.float64)


def runs(starts: Whole, sizes: Whole) -> Whole:
    """Return the places of runs that begin there and are so long, one run's after another's."""
    return np.repeat(starts - (np.cumsum(sizes) - sizes), sizes) + np.arange(int(sizes.sum()))


def _whole(rows: Sequence[Sequence[int]], columns: int) -> Whole:
    return np.array(rows, np.int64).reshape(-1, columns)


@lru_cache(maxsize=100_000)
def _place(where: Where) -> int:
    return hashed("place", *map(str, astuple(where)))


def of_type(kind: str) -> int:
    """Return the number of a type."""
    return hashed("type", kind)


def _values(t: Telling) -> tuple[int, ...]:
    first, last = t.days or (NONE, NONE)
    return (
        of_type(t.type), hashed("mode", t.mode) if t.mode else NONE, first, last, t.source.day or NONE,
        _place(t.where) if t.where else NONE, t.main, t.background,
        t.status in TO_COME, bool(t.numbers), len(t.actors), len(t.recipients), len(t.triggers), t.key,
    )  # fmt: skip


def _shared(t: Telling) -> Iterator[tuple[tuple[str, ...], int]]:
    """Yield what a telling may share with another, by its parts, each with where it stands."""
    sides = ((ACTOR, ACTOR_LAND, t.actors), (RECIPIENT, RECIPIENT_LAND, t.recipients))
    for named, land, parties in sides:
        yield from (((name,), named) for name in {p.name for p in parties} | surnames(parties))
        yield from (((str(land), country), land) for country in {p.country for p in parties if p.country})
    # The rare form of a name last, so that it stands where a name is both.
    rare = {p.name: p.rare for p in sorted((*t.actors, *t.recipients), key=lambda p: p.rare)}
    yield from (((str(WHO), name), RARE if is_rare else WHO) for name, is_rare in rare.items())
    yield from (((str(TRIGGER), word), TRIGGER) for word in t.triggers)
