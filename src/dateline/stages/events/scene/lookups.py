"""What the event stage looks up of a report again and again."""

from functools import cached_property

from dateline.draft import Argument, Clause, Draft, Mention, Number
from dateline.lexicon.event_words import EventWords
from dateline.model.base import Span
from dateline.model.entities import Actor, Place, Time
from dateline.model.speech import Statement
from dateline.parse.tree import Document, Token


class Scene:
    """A draft with the look-ups that the event stage needs; built once a report."""

    def __init__(self, draft: Draft, words: EventWords) -> None:
        """Keep the draft and the stage's word lists."""
        self.draft = draft
        self.words = words
        self.doc: Document = draft.document
        # What is asked for again, by clause.
        self.own_words: dict[int, tuple[Token, ...]] = {}
        self.content_words: dict[int, frozenset[str]] = {}

    @cached_property
    def actors(self) -> dict[str, Actor]:
        """Return the report's actors by id."""
        return {a.id: a for a in self.draft.actors}

    @cached_property
    def mentions_by_head(self) -> dict[int, list[Mention]]:
        """Return actor mentions by head token; several where one phrase refers to several actors."""
        out: dict[int, list[Mention]] = {}
        for m in self.draft.mentions:
            out.setdefault(m.head, []).append(m)
        return out

    @cached_property
    def mention_cover(self) -> dict[int, Mention]:
        """Return for each token the smallest actor mention that covers it."""
        out: dict[int, Mention] = {}
        for m in sorted(self.draft.mentions, key=lambda m: m.span[0] - m.span[1]):
            for t in self.doc.tokens_in(m.span):
                out[t.i] = m
        return out

    @cached_property
    def clause_at(self) -> dict[int, Clause]:
        """Return clauses by trigger token; a support verb leads to the noun that it carries."""
        out = {c.token: c for c in self.draft.clauses}
        for c in self.draft.clauses:
            if c.support is not None and c.support in out:
                out[c.support] = c
        return out

    @cached_property
    def below(self) -> dict[int, list[Clause]]:
        """Return the clauses that stand right below each clause."""
        out: dict[int, list[Clause]] = {}
        for c in self.draft.clauses:
            if c.governor is not None:
                out.setdefault(c.governor, []).append(c)
        return out

    @cached_property
    def numbers_at(self) -> dict[int, list[Number]]:
        """Return the numbers by the token that heads them and by the token that they count."""
        out: dict[int, list[Number]] = {}
        for number in self.draft.numbers:
            head = self.doc.head_of(number.span)
            for i in {None if head is None else head.i, number.noun}:
                if i is not None:
                    out.setdefault(i, []).append(number)
        return out

    @cached_property
    def statements_at(self) -> dict[int, list[Statement]]:
        """Return the statements by each sentence that their content reaches into."""
        out: dict[int, list[Statement]] = {}
        for statement in self.draft.statements:
            reached: set[int] = set()
            for span in statement.content:
                reached.update(self.doc.sentence_of(t).index for t in self.doc.tokens_in(span))
            for i in reached:
                out.setdefault(i, []).append(statement)
        return out

    def sentence(self, clause: Clause) -> int:
        """Return the index of a clause's sentence."""
        return self.doc.sentence_of(self.doc.tokens[clause.token]).index

    def verb(self, clause: Clause) -> Token:
        """Return the word that bears a clause's tense and adverbs: its light verb, if it has one, else its trigger."""
        return self.doc.tokens[clause.token if clause.support is None else clause.support]

    @cached_property
    def place_cover(self) -> dict[int, tuple[Place, Span]]:
        """Return for each token the place mention that covers it."""
        out: dict[int, tuple[Place, Span]] = {}
        for place in self.draft.places:
            for span in place.mentions:
                for t in self.doc.tokens_in(span):
                    out[t.i] = (place, span)
        return out

    @cached_property
    def months(self) -> frozenset[int]:
        """Return the names of months and days in time expressions: "27 March" tells of no march."""
        return frozenset(t.i for time in self.draft.times for t in self.doc.tokens_in(time.span) if t.pos == "PROPN")

    @cached_property
    def times_by_head(self) -> dict[int, Time]:
        """Return time expressions by their head token."""
        out: dict[int, Time] = {}
        for time in self.draft.times:
            head = self.doc.head_of(time.span)
            if head is not None:
                out[head.i] = time
        return out

    def token(self, argument: Argument) -> Token:
        """Return the head token of an argument."""
        return self.doc.tokens[argument.head]

    def clause(self, index: int | None) -> Clause | None:
        """Return the clause with this index; for a light verb, the noun's clause that it carries."""
        if index is None:
            return None
        found = self.draft.clauses[index]
        return self.clause_at.get(found.token, found)
