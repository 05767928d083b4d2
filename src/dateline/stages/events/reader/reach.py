"""What may fill the fields of an event: actors, places and dated times in reach of its mentions, or chosen by rule.

An actor is in reach in the sentences of the mentions; a place also in the sentence before, a time in that and the one
after: a lead leaves its day to the sentence that says who reported it. From farther away the reader took one actor in a
thousand of the labelled reports, and no place and no time, so it is not asked there.
"""

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

from dateline.draft import Mention
from dateline.model.base import Span
from dateline.model.entities import Place, Time
from dateline.stages.events.one.merging import Group
from dateline.stages.events.scene.found import REAL, Found
from dateline.stages.events.scene.lookups import Scene

T = TypeVar("T")
DAY = len("2024-05-02")  # "2024-05-02T06:00" begins with its day
_FILING = frozenset({"byline", "credit", "dateline"})
_HERE, _BEFORE, _AROUND = (0,), (-1, 0), (-1, 0, 1)
"""Sentences in reach of a mention, counted from its own."""


@dataclass(frozen=True, slots=True)
class Near(Generic[T]):
    """Something that may fill a field, its words that stand nearest to the event, and the mention that is nearest."""

    what: T
    span: Span
    mention: Found


@dataclass(frozen=True, slots=True)
class _Named(Generic[T]):
    """Words that name something: what, its id, its place among all of its kind, and where the words stand."""

    what: T
    id: str
    rank: int
    span: Span
    head: int
    sentence: int


@dataclass(frozen=True, slots=True)
class Member:
    """A mention of an event, and where it stands."""

    found: Found
    token: int
    sentence: int


Members = tuple[Member, ...]
"""The mentions of one event."""


class Reach:
    """Finds what stands near the events of one report."""

    def __init__(self, scene: Scene) -> None:
        """Keep the report."""
        self._scene = scene

    def members(self, group: Group) -> Members:
        """Return where the mentions of an event stand, which is asked for each of its fields."""
        return tuple(Member(f, f.clause.token, self._scene.sentence(f.clause)) for f in group.members)

    def parties(self, members: Members, event: Found) -> Iterator[Near[Mention]]:
        """Yield for each actor in reach its nearest mention."""
        return self._actors.near(members, {*event.actors, *event.recipients}, _HERE)

    def places(self, members: Members, event: Found) -> Iterator[Near[Place]]:
        """Yield each place in reach."""
        chosen = {event.place.id} if event.place else ()
        return self._places.near(members, chosen, _BEFORE)

    def times(self, members: Members, event: Found) -> Iterator[Near[Time]]:
        """Yield each time in reach whose days are known, for what took place none after the report."""
        chosen = {event.when.time.id} if event.when else ()
        # Of a plan the day may well lie ahead; what took place had its day before it was reported.
        last = (self._scene.draft.report.published or "")[:DAY] if event.status in REAL else ""
        near = self._times.near(members, chosen, _AROUND)
        return (n for n in near if n.what.id in chosen or not last or (n.what.start or "") <= last)

    @cached_property
    def _actors(self) -> "_Names[Mention]":
        rank = {actor: n for n, actor in enumerate(self._scene.index.mentions_of)}
        sentence = self._scene.index.sentence
        mentions = self._scene.draft.mentions
        return _Names(_Named(m, m.actor, rank[m.actor], m.span, m.head, sentence(m.head)) for m in mentions)

    @cached_property
    def _places(self) -> "_Names[Place]":
        """The line that says where and by whom a report was filed names no place where something happened."""
        named = ((p, p.id, n, span) for n, p in enumerate(self._scene.draft.places) for span in p.mentions)
        parts = self._scene.doc.sentences
        return _Names(word for word in self._words(named) if parts[word.sentence].part not in _FILING)

    @cached_property
    def _times(self) -> "_Names[Time]":
        times = enumerate(self._scene.draft.times)
        return _Names(self._words((t, t.id, n, t.span) for n, t in times if t.start is not None))

    def _words(self, named: Iterable[tuple[T, str, int, Span]]) -> Iterator[_Named[T]]:
        for what, key, rank, span in named:
            head = self._scene.doc.head_of(span)
            if head is not None:
                yield _Named(what, key, rank, span, head.i, self._scene.index.sentence(head.i))


class _Names(Generic[T]):
    """All words of a report that name something of one kind, by sentence and by what they name."""

    def __init__(self, words: Iterable[_Named[T]]) -> None:
        self._in: dict[int, list[_Named[T]]] = {}
        of: dict[str, list[_Named[T]]] = {}
        for word in words:
            self._in.setdefault(word.sentence, []).append(word)
            of.setdefault(word.id, []).append(word)
        self._of = {key: _row(found) for key, found in of.items()}

    def near(self, members: Members, chosen: Collection[str], steps: Collection[int]) -> Iterator[Near[T]]:
        """Yield of what is chosen, or named in reach, the words and the mention that stand nearest to each other."""
        reached: dict[str, list[_Named[T]]] = {}
        for sentence in sorted({m.sentence + step for m in members for step in steps}):
            for word in self._in.get(sentence, ()):
                # What the rules chose is weighed by all its words, near and far; the rest by those in reach.
                if word.id not in chosen:
                    reached.setdefault(word.id, []).append(word)
        rows = [*(self._of[key] for key in chosen if key in self._of), *map(_row, reached.values())]
        told = _InOrder(members, place=lambda member: (member.token, ()))
        for row in sorted(rows, key=lambda row: row.items[0].rank):
            word, member = min(_pairs(row, told), key=_apart)
            yield Near(word.what, word.span, member.found)


class _InOrder(Generic[T]):
    """Things in order of the text, so that the nearest to a word is one of the two beside it."""

    def __init__(self, items: Iterable[T], *, place: Callable[[T], tuple[int, Span | tuple[()]]]) -> None:
        """Sort them by their place: a word, and a span for those at one word."""
        self.items = sorted(items, key=place)
        self._words = [place(item)[0] for item in self.items]

    def beside(self, word: int) -> Iterator[T]:
        """Yield the nearest before a word, and the nearest at or after it; of several at one word the first."""
        after = bisect_left(self._words, word)
        if after:
            yield self.items[bisect_left(self._words, self._words[after - 1])]
        if after < len(self.items):
            yield self.items[after]


def _row(words: Iterable[_Named[T]]) -> "_InOrder[_Named[T]]":
    return _InOrder(words, place=lambda word: (word.head, word.span))


def _pairs(words: "_InOrder[_Named[T]]", members: "_InOrder[Member]") -> Iterator[tuple[_Named[T], Member]]:
    """Yield words with the mentions beside them, from the side where fewer are, the nearest pair among them."""
    if len(words.items) < len(members.items):
        return ((word, member) for word in words.items for member in members.beside(word.head))
    return ((word, member) for member in members.items for word in words.beside(member.token))


def _apart(pair: tuple[_Named[T], Member]) -> tuple[bool, int, Span]:
    word, member = pair
    return word.sentence != member.sentence, abs(word.head - member.token), word.span
