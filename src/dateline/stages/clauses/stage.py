"""The clause stage: every event-denoting word with its arguments, tense, modality, polarity and factuality."""

from collections.abc import Mapping, Set
from dataclasses import dataclass, field, replace
from typing import ClassVar

from dateline.draft import Argument, Clause, Draft, Mention
from dateline.grammar.forms import noun_lemma, verb_lemma
from dateline.grammar.voice import is_passive
from dateline.lexicon.words.clauses import ClauseWords, load_clause_words
from dateline.model.base import Span
from dateline.parse.tree import Document, Sentence, Token
from dateline.stages.clauses.factuality import Link, content_value, own_value, value_below
from dateline.stages.clauses.finder import Known, Pos, find_governor, find_triggers
from dateline.stages.clauses.nouns import carried_arguments, find_support, noun_arguments
from dateline.stages.clauses.scope import Scope, adjective_scope, noun_scope, verb_scope
from dateline.stages.clauses.verbs import adjective_arguments, verb_arguments

_MAX_SCOPE = 12  # predicates above one another; deeper nesting is a parser's error
_UNREAD = frozenset({"byline", "dateline", "credit"})


@dataclass(frozen=True, slots=True)
class Trigger:
    """A predicate before its arguments are read: what it is, what carries it, and below what it stands."""

    token: Token
    pos: Pos
    support: Token | None
    scope: Scope
    governor: int | None
    relation: str


@dataclass(frozen=True, slots=True)
class ClauseStage:
    """Fill the clauses layer: predicates, their arguments, and how far they are said to be true."""

    words: ClauseWords
    known: Known = field(default_factory=lambda: Known(frozenset(), frozenset(), frozenset()))

    name: ClassVar[str] = "clauses"
    needs: ClassVar[frozenset[str]] = frozenset({"document", "mentions"})
    fills: ClassVar[frozenset[str]] = frozenset({"clauses"})

    @classmethod
    def load(cls, nouns: frozenset[str] = frozenset(), adjectives: frozenset[str] = frozenset()) -> "ClauseStage":
        """Read the word lists; ``nouns`` and ``adjectives`` are further triggers, those that the frames know.

        Raises:
            LexiconError: A file of the word lists breaks its format.
        """
        words = load_clause_words()
        adjectives = adjectives | words.adjectives
        return cls(words, Known(nouns | words.nouns.events, adjectives, words.scope.modifiers.keys()))

    def __call__(self, draft: Draft) -> Draft:
        """Return the draft with its clauses filled in."""
        named = draft.index.mention_at
        found: list[Clause] = []
        for sentence in draft.document.sentences:
            # "Ada Thorn in Gubio": bylines and datelines tell nothing.
            if sentence.part not in _UNREAD:
                found.extend(self.find(draft.document, sentence, named, first=len(found)))
        return replace(draft, clauses=tuple(found))

    def find(self, doc: Document, sentence: Sentence, named: Mapping[int, Mention], *, first: int) -> list[Clause]:
        """Return the clauses of one sentence; indices start at ``first``."""
        triggers = self._triggers(doc, sentence)
        index = {i: first + n for n, i in enumerate(triggers)}
        values: dict[int, tuple[float, float]] = {}
        for i in triggers:
            self._value(doc, i, triggers, values, depth=0)
        return [self._clause(doc, t, index, named, values[i][0]) for i, t in triggers.items()]

    def _triggers(self, doc: Document, sentence: Sentence) -> dict[int, Trigger]:
        """Return the predicates of a sentence by token, in order of the text."""
        found = dict(find_triggers(doc, sentence, self.known))
        ids = {t.i for t in found}
        out = {}
        for token, pos in found.items():
            support = find_support(doc, token, self.words.verbs) if pos == "noun" else None
            # "Carried out raids": the noun stands where its light verb stands.
            governor, relation = find_governor(doc, support or token, ids - {token.i})
            scope = self._scope(doc, token, pos, support)
            out[token.i] = Trigger(token, pos, support, scope, governor, relation)
        return out

    def _scope(self, doc: Document, token: Token, pos: Pos, support: Token | None) -> Scope:
        words = self.words.scope
        if pos == "verb":
            return verb_scope(doc, token, words)
        if pos == "adjective":
            return adjective_scope(doc, token, words)
        return noun_scope(doc, token, None if support is None else verb_scope(doc, support, words), words)

    def _value(
        self,
        doc: Document,
        i: int,
        triggers: Mapping[int, Trigger],
        values: dict[int, tuple[float, float]],
        *,
        depth: int,
    ) -> float:
        """Return how far a predicate holds for what stands below it, computed from the outermost governor down.

        ``values`` keeps each predicate's factuality and this.
        """
        if i in values:
            return values[i][1]
        trigger = triggers[i]
        value = content = own = own_value(trigger.scope)
        if trigger.governor is not None and depth < _MAX_SCOPE:
            parent = self._value(doc, trigger.governor, triggers, values, depth=depth + 1)
            link = self._link(doc, trigger)
            value = value_below(own, parent, link, trigger.scope)
            content = content_value(own, parent, value, link)
        values[i] = (max(-3.0, min(3.0, value)), content)
        return content

    def _link(self, doc: Document, trigger: Trigger) -> Link:
        """Describe how a predicate stands below its governor."""
        token, up, relation = trigger.token, doc.tokens[trigger.governor or 0], trigger.relation
        signature = None
        # "The call ended": the subject of a verb is not governed by it, so that its denial does not reach it.
        if relation != "noun" or _is_governed(doc, token, up, self.words.nouns.governing):
            lemma = verb_lemma(doc, up) if up.pos == "VERB" else up.lemma.lower()
            # "Called off" is looked up with its particle, "called" without.
            signature = self.words.signatures.get(lemma) or self.words.signatures.get(up.lemma.lower())
        return Link(
            relation=relation,
            signature=signature,
            noun=trigger.pos == "noun" and token.dep != "oprd",  # "called it an attack" does not say that it was one
            definite=relation == "noun" and self._is_definite(doc, token),
            awaited=relation == "adverbial" and self._is_awaited(doc, trigger),
        )

    def _is_definite(self, doc: Document, noun: Token) -> bool:
        words = self.words.scope.definite
        return any(c.dep in ("det", "poss") and (c.lower in words or c.tag != "DT") for c in doc.children(noun))

    def _is_awaited(self, doc: Document, trigger: Trigger) -> bool:
        """Tell "until it withdraws", "when talks resume": in the present, of what is still to come."""
        if trigger.scope.tense not in ("present", "none"):
            return False
        words, kids = self.words.scope.awaited, doc.children(trigger.token)
        return any(c.dep in ("advmod", "mark", "nsubj") and c.lower in words for c in kids)

    def _clause(
        self, doc: Document, trigger: Trigger, index: Mapping[int, int], named: Mapping[int, Mention], value: float
    ) -> Clause:
        token, pos, scope = trigger.token, trigger.pos, trigger.scope
        passive = pos == "verb" and is_passive(doc, token)
        return Clause(
            index=index[token.i],
            token=token.i,
            span=_span(doc, token),
            lemma=_lemma(doc, token, pos),
            pos=pos,
            voice="nominal" if pos == "noun" else "passive" if passive else "active",
            arguments=self._arguments(doc, trigger, named),
            governor=None if trigger.governor is None else index[trigger.governor],
            relation=trigger.relation,
            support=None if trigger.support is None else trigger.support.i,
            tense=scope.tense,
            modality=scope.modality,
            polarity=scope.polarity,
            factuality=round(value, 2),
            cues=scope.cues,
        )

    def _arguments(self, doc: Document, trigger: Trigger, named: Mapping[int, Mention]) -> tuple[Argument, ...]:
        if trigger.pos == "verb":
            return verb_arguments(doc, trigger.token, self.words.verbs)
        if trigger.pos == "adjective":
            return adjective_arguments(doc, trigger.token)
        own = noun_arguments(doc, trigger.token, self.words, named)
        if trigger.support is None:
            return own
        return carried_arguments(doc, trigger.token, own, trigger.support, self.words.verbs)


def _lemma(doc: Document, token: Token, pos: Pos) -> str:
    if pos == "verb":
        return verb_lemma(doc, token)
    return noun_lemma(token) if pos == "noun" else token.lemma.lower()


def _span(doc: Document, token: Token) -> Span:
    """Return the trigger's words: the verb alone, or with the particle where that stands next to it."""
    particle = doc.child(token, "prt") if token.pos == "VERB" else None
    joined = particle is not None and particle.i == token.i + 1
    return (token.start, particle.end if particle is not None and joined else token.end)


def _is_governed(doc: Document, noun: Token, head: Token, governing: Set[str]) -> bool:
    """Tell whether a noun is the object, or the content by "of", "for", "to", of the word above it, not its subject."""
    if noun.dep in ("dobj", "attr", "oprd"):
        return True
    if noun.dep == "pobj":
        prep = doc.head(noun)
        return prep.lower in governing and prep.head == head.i
    return noun.dep == "nsubjpass" and head.pos == "VERB"
