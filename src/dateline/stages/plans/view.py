"""A report and the lexicon of plans, with the small questions that its rules share."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from dateline.draft import DraftView, Mention
from dateline.lexicon.words.plans import PlansLexicon
from dateline.model.base import Span
from dateline.model.closed import CommitmentKind
from dateline.parse.tree import Token


@dataclass(frozen=True, eq=False)
class PlanView(DraftView):
    """A draft with its index, and the lexicon."""

    lexicon: PlansLexicon

    @cached_property
    def asked(self) -> dict[tuple[str, int], bool]:
        """Return what was asked of sentences, by question and sentence: a sentence of a hundred sums is read once."""
        return {}

    def place_at(self, token: Token) -> str | None:
        """Return the place whose name a word is part of."""
        found = self.index.place_over.get(token.i)
        return found[0].id if found is not None else None

    def kind(self, actor: str) -> str | None:
        """Return the kind of an actor."""
        found = self.index.actors.get(actor)
        return found.kind if found is not None else None

    def country(self, actor: str | None) -> str | None:
        """Return the country of an actor."""
        found = self.index.actors.get(actor) if actor is not None else None
        return found.country if found is not None else None

    def mention_of(self, token: Token, *, owner: bool = True) -> Mention | None:
        """Return the mention by which a noun names an actor: its own, or one that modifies it.

        Args:
            token: The noun.
            owner: Whether a pronoun that owns the thing counts ("its ministers").
        """
        own = self.index.mention_over.get(token.i)
        if own is not None:
            return own
        return next((m for m in self.inner_mentions(token) if owner or m.form != "pronoun"), None)

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
            if child.dep in ("poss", "amod", "compound", "nmod", "appos") and child.i in self.index.mention_over:
                yield self.index.mention_over[child.i]
        for child in self.doc.children(token):
            if child.dep == "prep" and child.lower == "of":
                pobj = self.doc.child(child, "pobj")
                if pobj is not None and pobj.i in self.index.mention_over:
                    yield self.index.mention_over[pobj.i]

    def quote(self, span: Span) -> str:
        """Return the report's words at a span on one line."""
        return " ".join(self.doc.quote(span).split())
