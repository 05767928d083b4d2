"""One report as the search for plans sees it: look-ups from words to actors, numbers, times and places."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from dateline.draft import Draft, Mention
from dateline.lexicon.plans import PlansLexicon
from dateline.model.base import Span
from dateline.model.closed import CommitmentKind
from dateline.model.entities import Actor, Time
from dateline.parse.tree import Document, Token


@dataclass(frozen=True, eq=False)
class View:
    """A draft and the lexicon, with the look-ups that several searches share."""

    draft: Draft
    lexicon: PlansLexicon

    @property
    def doc(self) -> Document:
        """Return the parsed report."""
        return self.draft.document

    @cached_property
    def mention_at(self) -> dict[int, Mention]:
        """Map every token of a mention to it; a mention's own head goes first, then the shorter mention."""
        out: dict[int, Mention] = {}
        money = {t.i for n in self.draft.numbers if n.currency for t in self.doc.tokens_in(n.span)}
        mentions = [m for m in self.draft.mentions if m.head not in money]
        for m in sorted(mentions, key=lambda m: m.span[0] - m.span[1]):
            out.update((t.i, m) for t in self.doc.tokens_in(m.span))
        out.update((m.head, m) for m in mentions)
        return out

    @cached_property
    def actors(self) -> dict[str, Actor]:
        """Map ids to actors."""
        return {a.id: a for a in self.draft.actors}

    @cached_property
    def sentence_mentions(self) -> dict[int, list[Mention]]:
        """Map a sentence's number to its mentions, in order of the text."""
        out: dict[int, list[Mention]] = {}
        kept = {id(m) for m in self.mention_at.values()}
        for m in sorted((m for m in self.draft.mentions if id(m) in kept), key=lambda m: m.span):
            out.setdefault(self.doc.sentence_of(self.doc.tokens[m.head]).index, []).append(m)
        return out

    @cached_property
    def _sentence_times(self) -> dict[int, list[Time]]:
        out: dict[int, list[Time]] = {}
        for time in self.draft.times:
            tokens = self.doc.tokens_in(time.span)
            if tokens:
                out.setdefault(self.doc.sentence_of(tokens[0]).index, []).append(time)
        return out

    @cached_property
    def _time_tokens(self) -> frozenset[int]:
        return frozenset(t.i for time in self.draft.times for t in self.doc.tokens_in(time.span))

    @cached_property
    def _place_tokens(self) -> dict[int, str]:
        spans = [(span, place.id) for place in self.draft.places for span in place.mentions]
        return {t.i: name for span, name in spans for t in self.doc.tokens_in(span)}

    def times_in(self, sentence: int) -> list[Time]:
        """Return the times of a sentence."""
        return self._sentence_times.get(sentence, [])

    def time_at(self, token: Token) -> bool:
        """Tell whether a word is part of a time expression."""
        return token.i in self._time_tokens

    def place_at(self, token: Token) -> str | None:
        """Return the place whose name a word is part of."""
        return self._place_tokens.get(token.i)

    def kind(self, actor: str) -> str | None:
        """Return the kind of an actor."""
        return self.actors[actor].kind if actor in self.actors else None

    def country(self, actor: str | None) -> str | None:
        """Return the country of an actor."""
        return self.actors[actor].country if actor in self.actors else None

    def mention_of(self, token: Token, *, owner: bool = True) -> Mention | None:
        """Return the mention by which a noun names an actor: its own, or one that modifies it.

        Args:
            token: The noun.
            owner: Whether a pronoun that owns the thing counts ("its ministers").
        """
        own = self.mention_at.get(token.i)
        if own is not None:
            return own
        return next((m for m in self.inner_mentions(token) if owner or m.form != "pronoun"), None)

    @cached_property
    def _by_head(self) -> dict[int, list[Mention]]:
        out: dict[int, list[Mention]] = {}
        for m in self.draft.mentions:
            out.setdefault(m.head, []).append(m)
        return out

    def mentions_at(self, token: Token) -> list[Mention]:
        """Return the mentions that a noun is the head of, several in "ministers of Japan and India"."""
        return self._by_head.get(token.i, [])

    def actor_of(self, token: Token) -> str | None:
        """Return the actor that a noun names."""
        mention = self.mention_of(token)
        return mention.actor if mention is not None else None

    @cached_property
    def kind_words(self) -> list[tuple[Span, CommitmentKind, float]]:
        """Return every word that speaks for a kind of commitment: where it stands, the kind and its weight."""
        found = self.lexicon.kinds.finditer(self.doc.text)
        return [(m.span(), *self.lexicon.weights[" ".join(m.group().lower().split())]) for m in found]

    def inner_mentions(self, token: Token) -> Iterator[Mention]:
        """Yield the mentions that modify a noun ("the Danish government", "Poland's ministers")."""
        for child in self.doc.children(token):
            if child.dep in ("poss", "amod", "compound", "nmod", "appos") and child.i in self.mention_at:
                yield self.mention_at[child.i]
        for child in self.doc.children(token):
            if child.dep == "prep" and child.lower == "of":
                pobj = self.doc.child(child, "pobj")
                if pobj is not None and pobj.i in self.mention_at:
                    yield self.mention_at[pobj.i]

    def quote(self, span: Span) -> str:
        """Return the report's words at a span on one line."""
        return " ".join(self.doc.quote(span).split())
