"""The one index of a draft: from words and sentences to the mentions, places, times, clauses … that stand there."""

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import Any, Protocol, TypeVar

from dateline.draft.records import ActorTrait, Clause, Gift, Mention, Number
from dateline.model.base import Span
from dateline.model.entities import Actor, Place, Time
from dateline.model.event import Event
from dateline.model.speech import Statement
from dateline.parse.tree import Document, Token

Made = dict[str, tuple[tuple[object, ...], Any]]
"""Look-ups by name, each with the layers that it was made from."""
T = TypeVar("T")
K = TypeVar("K", int, str)
_NO_TRAIT = ActorTrait()


class Layers(Protocol):
    """What an index is made from: the layers of a draft."""

    @property
    def document(self) -> Document: ...  # noqa: D102
    @property
    def times(self) -> tuple[Time, ...]: ...  # noqa: D102
    @property
    def places(self) -> tuple[Place, ...]: ...  # noqa: D102
    @property
    def actors(self) -> tuple[Actor, ...]: ...  # noqa: D102
    @property
    def mentions(self) -> tuple[Mention, ...]: ...  # noqa: D102
    @property
    def actor_traits(self) -> Mapping[str, ActorTrait]: ...  # noqa: D102
    @property
    def numbers(self) -> tuple[Number, ...]: ...  # noqa: D102
    @property
    def clauses(self) -> tuple[Clause, ...]: ...  # noqa: D102
    @property
    def statements(self) -> tuple[Statement, ...]: ...  # noqa: D102
    @property
    def gifts(self) -> tuple[Gift, ...]: ...  # noqa: D102
    @property
    def events(self) -> tuple[Event, ...]: ...  # noqa: D102


def _from(*layers: str) -> Callable[[Callable[["Index"], T]], "cached_property[T]"]:
    """Make a look-up that is built when first asked for, and again only where one of these layers has changed."""

    def wrap(build: Callable[["Index"], T]) -> "cached_property[T]":
        def get(index: "Index") -> T:
            # By identity: a layer is replaced and never changed.
            sources = tuple(getattr(index.layers, name) for name in layers)
            known = index.made.get(build.__name__)
            if known is None or any(a is not b for a, b in zip(known[0], sources, strict=True)):
                known = index.made[build.__name__] = (sources, build(index))
            found: T = known[1]
            return found

        get.__doc__, get.__name__ = build.__doc__, build.__name__
        return cached_property(get)

    return wrap


class Index:
    """Look-ups from words, by their place among the document's tokens, and from sentences to what the stages found.

    "At" a word is what has it as its head or trigger, "over" a word what has it among its words, "in" a sentence what
    stands in it. All are made when first asked for.
    """

    def __init__(self, layers: Layers, made: Made) -> None:
        """Keep the layers, and the look-ups made of those before."""
        self.layers = layers
        self.made = made
        self.doc = layers.document

    def sentence(self, i: int) -> int:
        """Return the number of a word's sentence."""
        return self.doc.sentence_at(i)

    # ---------------------------------------------------------------------------------------------------- who
    @_from("actors")
    def actors(self) -> Mapping[str, Actor]:
        """Return the actors by id."""
        return {a.id: a for a in self.layers.actors}

    def trait(self, actor: str) -> ActorTrait:
        """Return what is known of how the report's words make an actor."""
        return self.layers.actor_traits.get(actor, _NO_TRAIT)

    @_from("mentions")
    def mentions_at(self) -> Mapping[int, tuple[Mention, ...]]:
        """Return all mentions by head: "ministers of Japan and India" are of two states."""
        return _grouped((m.head, m) for m in self.layers.mentions)

    @_from("mentions")
    def mentions_of(self) -> Mapping[str, tuple[Mention, ...]]:
        """Return all mentions by actor."""
        return _grouped((m.actor, m) for m in self.layers.mentions)

    @_from("mentions")
    def named(self) -> frozenset[str]:
        """Return the actors whom a name or a title names somewhere."""
        return frozenset(m.actor for m in self.layers.mentions if m.form in ("name", "title"))

    @_from("mentions")
    def mention_at(self) -> Mapping[int, Mention]:
        """Return one mention by head, the last where several have it."""
        return {m.head: m for m in self.layers.mentions}

    @_from("mentions", "numbers")
    def mention_over(self) -> Mapping[int, Mention]:
        """Return for each word of a mention that mention: its own head's, else the smallest.

        The "US" of "US$5 million" names nobody.
        """
        out: dict[int, Mention] = {}
        mentions = [m for m in self.layers.mentions if m.head not in self.money]
        # Smallest last, so that "Chad" in "Chad's minister" is Chad.
        for m in sorted(mentions, key=lambda m: m.span[0] - m.span[1]):
            out.update((t.i, m) for t in self.doc.tokens_in(m.span))
        # The head of a mention is its own, whatever smaller one stands there.
        out.update((m.head, m) for m in mentions)
        return out

    @_from("mentions", "numbers")
    def mentions_in(self) -> Mapping[int, tuple[Mention, ...]]:
        """Return by sentence the mentions that no other covers, in order of the text."""
        kept = {id(m) for m in self.mention_over.values()}
        mentions = sorted((m for m in self.layers.mentions if id(m) in kept), key=lambda m: m.span)
        return _grouped((self.sentence(m.head), m) for m in mentions)

    # ------------------------------------------------------------------------------------------- where and when
    @_from("places")
    def place_over(self) -> Mapping[int, tuple[Place, Span]]:
        """Return for each word of a place's name the place and that mention of it."""
        named = ((p, span) for p in self.layers.places for span in p.mentions)
        return {t.i: (place, span) for place, span in named for t in self.doc.tokens_in(span)}

    @_from("times")
    def time_at(self) -> Mapping[int, Time]:
        """Return the times by head."""
        heads = ((self.doc.head_of(t.span), t) for t in self.layers.times)
        return {head.i: time for head, time in heads if head is not None}

    @_from("times")
    def time_over(self) -> Mapping[int, Time]:
        """Return for each word of a time expression the time."""
        return {t.i: time for time in self.layers.times for t in self.doc.tokens_in(time.span)}

    @_from("times")
    def dated(self) -> tuple[Time, ...]:
        """Return the times whose days are known, in order of the text."""
        return tuple(time for time in self.layers.times if time.start is not None)

    @_from("times")
    def stretches(self) -> int:
        """Return how many different stretches of days the times name."""
        return len({(time.start, time.end) for time in self.dated})

    @_from("times")
    def times_in(self) -> Mapping[int, tuple[Time, ...]]:
        """Return the times by sentence."""
        first = ((self.doc.tokens_in(t.span), t) for t in self.layers.times)
        return _grouped((self.sentence(tokens[0].i), time) for tokens, time in first if tokens)

    # ------------------------------------------------------------------------------------------------- numbers
    @_from("numbers")
    def numbers_at(self) -> Mapping[int, tuple[Number, ...]]:
        """Return the numbers by their own head and by the word that they count."""
        out: dict[int, list[Number]] = {}
        for number in self.layers.numbers:
            head = self.doc.head_of(number.span)
            for i in {None if head is None else head.i, number.noun}:
                if i is not None:
                    out.setdefault(i, []).append(number)
        return {i: tuple(found) for i, found in out.items()}

    @_from("numbers")
    def number_over(self) -> Mapping[int, Number]:
        """Return for each word of a number the number."""
        return {t.i: n for n in self.layers.numbers for t in self.doc.tokens_in(n.span)}

    @_from("numbers")
    def money(self) -> frozenset[int]:
        """Return the words of sums of money."""
        return frozenset(i for i, n in self.number_over.items() if n.currency)

    # ------------------------------------------------------------------------------------------------- clauses
    @_from("clauses")
    def clause_at(self) -> Mapping[int, Clause]:
        """Return the clauses by trigger."""
        return {c.token: c for c in self.layers.clauses}

    @_from("clauses")
    def act_at(self) -> Mapping[int, Clause]:
        """Return the clauses by trigger; a light verb leads to the noun that it carries."""
        carried = {c.support: c for c in self.layers.clauses if c.support in self.clause_at}
        return {**self.clause_at, **{i: c for i, c in carried.items() if i is not None}}

    @_from("clauses")
    def clauses_in(self) -> Mapping[int, tuple[Clause, ...]]:
        """Return the clauses by sentence."""
        return _grouped((self.sentence(c.token), c) for c in self.layers.clauses)

    @_from("clauses")
    def below(self) -> Mapping[int, tuple[Clause, ...]]:
        """Return the clauses that stand right below each clause, by its index."""
        return _grouped((c.governor, c) for c in self.layers.clauses if c.governor is not None)

    # ------------------------------------------------------------------------------------------ what was said
    @_from("statements")
    def statement_by(self) -> Mapping[int, Statement]:
        """Return the statements by each word of their cue."""
        return {t.i: s for s in self.layers.statements if s.cue for t in self.doc.tokens_in(s.cue)}

    @_from("statements")
    def statements_in(self) -> Mapping[int, tuple[Statement, ...]]:
        """Return the statements by each sentence that their content reaches into."""
        out: dict[int, list[Statement]] = {}
        for s in self.layers.statements:
            for i in sorted({self.sentence(t.i) for span in s.content for t in self.doc.tokens_in(span)}):
                out.setdefault(i, []).append(s)
        return {i: tuple(found) for i, found in out.items()}

    def statements_over(self, token: Token) -> list[Statement]:
        """Return the statements whose content has a word, the narrowest first."""
        near = self.statements_in.get(self.sentence(token.i), ())
        holding = [s for s in near if any(a <= token.start and token.end <= b for a, b in s.content)]
        return sorted(holding, key=lambda s: s.content[-1][1] - s.content[0][0])

    @_from("gifts")
    def gifts_at(self) -> Mapping[int, tuple[Gift, ...]]:
        """Return the gifts by the nearest word that governs what is given."""
        return _grouped((g.words[0], g) for g in self.layers.gifts if g.own)

    @_from("events")
    def event_at(self) -> Mapping[int, Event]:
        """Return the events by where the triggers of their mentions begin in the text."""
        return {start: e for e in self.layers.events for start, _ in (e.trigger, *e.mentions)}


def _grouped(pairs: Iterable[tuple[K, T]]) -> Mapping[K, tuple[T, ...]]:
    out: dict[K, list[T]] = {}
    for key, value in pairs:
        out.setdefault(key, []).append(value)
    return {key: tuple(found) for key, found in out.items()}
