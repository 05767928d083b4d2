"""What the event stage looks up of a report again and again."""

from collections.abc import Callable
from functools import cached_property

from dateline.draft import Argument, Clause, Draft
from dateline.lexicon.events.words import EventWords
from dateline.parse.tree import Document, Token


class Scene:
    """A draft, its index and the word lists of the event stage; built once a report."""

    def __init__(self, draft: Draft, words: EventWords) -> None:
        """Keep the draft and the stage's word lists."""
        self.draft = draft
        self.words = words
        self.index = draft.index
        self.doc: Document = draft.document
        # What is asked for again, by clause.
        self.own_words: dict[int, tuple[Token, ...]] = {}
        self.content_words: dict[int, frozenset[str]] = {}
        self._called: dict[tuple[str, ...], frozenset[tuple[str, str | None]]] = {}
        self._countries: dict[tuple[str, ...], frozenset[str]] = {}
        self._parts: dict[int, tuple[Token, ...]] = {}
        self._said: dict[tuple[Callable[[Scene, Clause], bool], int], bool] = {}

    def holds(self, question: Callable[["Scene", Clause], bool], clause: Clause) -> bool:
        """Return the answer to a question about a clause, which each of its pairs asks again."""
        asked = (question, clause.index)
        if asked not in self._said:
            self._said[asked] = question(self, clause)
        return self._said[asked]

    def sentence(self, clause: Clause) -> int:
        """Return the index of a clause's sentence."""
        return self.doc.sentence_at(clause.token)

    def called(self, party: tuple[str, ...]) -> frozenset[tuple[str, str | None]]:
        """Return the names of actors in small letters, each with its country."""
        known = self._called.get(party)
        if known is None:
            actors = (self.index.actors[i] for i in party)
            known = self._called[party] = frozenset((a.name.lower(), a.country) for a in actors)
        return known

    def countries(self, party: tuple[str, ...]) -> frozenset[str]:
        """Return the countries of actors."""
        known = self._countries.get(party)
        if known is None:
            found = (self.index.actors[i].country for i in party)
            known = self._countries[party] = frozenset(c for c in found if c is not None)
        return known

    def parts(self, clause: Clause) -> tuple[Token, ...]:
        """Return the words "part" of a clause's sentence."""
        at = self.sentence(clause)
        known = self._parts.get(at)
        if known is None:
            tokens = self.doc.tokens_of(self.doc.sentences[at])
            known = self._parts[at] = tuple([t for t in tokens if t.lower == "part"])
        return known

    def verb(self, clause: Clause) -> Token:
        """Return the word that bears a clause's tense and adverbs: its light verb, if it has one, else its trigger."""
        return self.doc.tokens[clause.token if clause.support is None else clause.support]

    @cached_property
    def months(self) -> frozenset[int]:
        """Return the names of months and days in time expressions: "27 March" tells of no march."""
        return frozenset(i for i in self.index.time_over if self.doc.tokens[i].pos == "PROPN")

    def token(self, argument: Argument) -> Token:
        """Return the head token of an argument."""
        return self.doc.tokens[argument.head]

    def clause(self, index: int | None) -> Clause | None:
        """Return the clause with this index; for a light verb, the noun's clause that it carries."""
        if index is None:
            return None
        found = self.draft.clauses[index]
        return self.index.act_at.get(found.token, found)
