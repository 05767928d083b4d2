"""One report as the search for positions sees it: look-ups from words to actors, clauses, events and statements."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from dateline.draft import Clause, Draft, Mention
from dateline.grammar.phrases import after
from dateline.grammar.subjects import subject_of
from dateline.lexicon.countries import Countries
from dateline.lexicon.positions import PositionLexicon, Words
from dateline.model.entities import Actor
from dateline.model.event import Event
from dateline.model.speech import Statement
from dateline.parse.tree import Document, Token


@dataclass(frozen=True, eq=False)
class View:
    """A draft and the lexicons, with the look-ups that the rules share. All look-ups are made when first asked for."""

    draft: Draft
    lexicon: PositionLexicon
    countries: Countries

    @property
    def doc(self) -> Document:
        """Return the parsed report."""
        return self.draft.document

    @property
    def words(self) -> Words:
        """Return the small word lists."""
        return self.lexicon.words

    @cached_property
    def actors(self) -> dict[str, Actor]:
        """Map ids to actors."""
        return {a.id: a for a in self.draft.actors}

    @cached_property
    def mention_at(self) -> dict[int, Mention]:
        """Map the head token of each mention to it."""
        return {m.head: m for m in self.draft.mentions}

    @cached_property
    def clause_at(self) -> dict[int, Clause]:
        """Map the token of each clause to it."""
        return {c.token: c for c in self.draft.clauses}

    @cached_property
    def event_at(self) -> dict[int, Event]:
        """Map the start of each event's trigger to it."""
        return {start: e for e in self.draft.events for start, _ in (e.trigger, *e.mentions)}

    @cached_property
    def _statements(self) -> dict[int, list[Statement]]:
        out: dict[int, list[Statement]] = {}
        for s in self.draft.statements:
            first, last = self._token_at(s.content[0][0]), self._token_at(s.content[-1][1] - 1)
            for index in range(self.doc.sentence_of(first).index, self.doc.sentence_of(last).index + 1):
                out.setdefault(index, []).append(s)
        return out

    def _token_at(self, place: int) -> Token:
        """Return the token that stands at a place of the text, or the last one before it."""
        tokens = self.doc.tokens
        return tokens[max(0, bisect_right(self._starts, place) - 1)]

    @cached_property
    def _starts(self) -> list[int]:
        return [t.start for t in self.doc.tokens]

    @cached_property
    def _cues(self) -> dict[int, Statement]:
        return {t.i: s for s in self.draft.statements if s.cue for t in self.doc.tokens_in(s.cue)}

    def statement_by(self, cue: Token) -> Statement | None:
        """Return the statement whose cue a word is."""
        return self._cues.get(cue.i)

    def statements_round(self, token: Token) -> list[Statement]:
        """Return the statements whose content has a word, the narrowest first."""
        found = self._statements.get(self.doc.sentence_of(token).index, ())
        holding = [s for s in found if any(a <= token.start and token.end <= b for a, b in s.content)]
        return sorted(holding, key=lambda s: s.content[-1][1] - s.content[0][0])

    def actor(self, token: Token) -> Actor | None:
        """Return the actor that a noun or pronoun names, by its own mention."""
        mention = self.mention_at.get(token.i)
        return self.actors.get(mention.actor) if mention is not None else None

    def doer(self, word: Token) -> Token | None:
        """Return the surface subject of a verb, or whose act a noun is ("parliament votes in favour")."""
        clause = self.clause_at.get(word.i)
        found = clause.get("agent") if clause is not None and clause.pos == "noun" else None
        return self.doc.tokens[found.head] if found is not None else subject_of(self.doc, word)

    def after_phrase(self, verb: Token, prep: str) -> Iterator[Token]:
        """Yield what follows a preposition that an adverb or another preposition ties to a verb ("out against X")."""
        for child in self.doc.children(verb):
            if child.dep in ("advmod", "prep", "prt", "acomp", "ccomp"):
                yield from after(self.doc, child, prep)
