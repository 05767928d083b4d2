"""One report as the search for positions sees it: look-ups from words to actors, clauses, events and statements."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from dateline.draft import Clause, Draft, Mention
from dateline.lexicon.countries import Countries
from dateline.lexicon.positions import PositionLexicon, Words
from dateline.model.entities import Actor
from dateline.model.event import Event
from dateline.model.speech import Statement
from dateline.parse.tree import Document, Token

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")


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

    def subject(self, verb: Token) -> Token | None:
        """Return the surface subject of a verb, its own or one that it shares with the verb before."""
        clause = self.clause_at.get(verb.i)
        if clause is not None:
            found = clause.get("theme" if self.is_passive(verb) else "agent")
            if found is not None:
                return self.doc.tokens[found.head]
        own = self.doc.child(verb, *SUBJECTS)
        aux = self.doc.child(verb, "auxpass", "aux") if own is None else None
        own = self.doc.child(aux, *SUBJECTS) if aux is not None else own  # a slip of the parser
        if own is None and verb.dep == "conj":
            return self.subject(self.doc.head(verb))
        return own

    def is_passive(self, verb: Token) -> bool:
        """Tell whether a verb is in the passive."""
        clause = self.clause_at.get(verb.i)
        return clause.voice == "passive" if clause is not None else self.doc.child(verb, "auxpass") is not None

    def by(self, verb: Token) -> Token | None:
        """Return who does what a passive verb says."""
        agent = next((c for c in self.doc.children(verb) if c.dep in ("agent", "prep") and c.lower == "by"), None)
        return self.doc.child(agent, "pobj") if agent is not None else None

    def after(self, token: Token, *preps: str) -> Iterator[Token]:
        """Yield the nouns and gerunds that prepositions tie to a word."""
        for child in self.doc.children(token):
            if child.dep in ("prep", "agent", "dative") and child.lower in preps:
                inner = self.doc.child(child, "pobj", "pcomp")
                if inner is not None:
                    yield inner

    def after_phrase(self, verb: Token, prep: str) -> Iterator[Token]:
        """Yield what follows a preposition that an adverb or another preposition ties to a verb ("out against X")."""
        for child in self.doc.children(verb):
            if child.dep in ("advmod", "prep", "prt", "acomp", "ccomp"):
                yield from self.after(child, prep)

    def participle_of(self, verb: Token) -> Token | None:
        """Return the noun that a passive participle describes ("a plan backed by Chad")."""
        return self.doc.head(verb) if verb.dep == "acl" else None


def is_infinitive(doc: Document, verb: Token) -> bool:
    """Tell whether a verb stands with "to"."""
    return any(c.dep == "aux" and c.lower == "to" for c in doc.children(verb))


def verb_lemma(doc: Document, verb: Token) -> str:
    """Return the lemma of a verb with its particle."""
    particle = next((c for c in doc.children(verb) if c.dep == "prt"), None)
    lemma = verb.lemma.lower()
    return f"{lemma} {particle.lower}" if particle is not None else lemma


def is_verb(token: Token) -> bool:
    """Tell a verb form, gerunds with "the … of" left to the nouns."""
    return token.pos in ("VERB", "AUX")
