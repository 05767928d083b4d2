"""A report and the lexicons of positions, with the small questions that its rules share."""

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.draft import DraftView
from dateline.grammar.phrases import after
from dateline.grammar.subjects import subject_of
from dateline.lexicon.words.positions import PositionLexicon, Words
from dateline.lexicon.world.countries import Countries
from dateline.model.entities import Actor
from dateline.parse.tree import Token


@dataclass(frozen=True, eq=False)
class PositionView(DraftView):
    """A draft with its index, and the lexicons."""

    lexicon: PositionLexicon
    countries: Countries

    @property
    def words(self) -> Words:
        """Return the small word lists."""
        return self.lexicon.words

    def actor(self, token: Token) -> Actor | None:
        """Return the actor that a noun or pronoun names, by its own mention."""
        mention = self.index.mention_at.get(token.i)
        return self.index.actors.get(mention.actor) if mention is not None else None

    def doer(self, word: Token) -> Token | None:
        """Return the surface subject of a verb, or whose act a noun is ("parliament votes in favour")."""
        clause = self.index.clause_at.get(word.i)
        found = clause.get("agent") if clause is not None and clause.pos == "noun" else None
        return self.doc.tokens[found.head] if found is not None else subject_of(self.doc, word)

    def after_phrase(self, verb: Token, prep: str) -> Iterator[Token]:
        """Yield what follows a preposition that an adverb or another preposition ties to a verb ("out against X")."""
        for child in self.doc.children(verb):
            if child.dep in ("advmod", "prep", "prt", "acomp", "ccomp"):
                yield from after(self.doc, child, prep)
