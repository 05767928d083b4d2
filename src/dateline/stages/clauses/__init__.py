"""The clause stage: every event-denoting word with its arguments, tense, modality, polarity and factuality."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import ClassVar

from dateline.draft import Argument, Clause, Draft, Mention
from dateline.lexicon.clauses import ClauseWords, load_clause_words
from dateline.parse.tree import Document, Sentence, Token
from dateline.stages.clauses.factuality import below, own_value
from dateline.stages.clauses.finder import Pos, find_triggers, governor, noun_lemma
from dateline.stages.clauses.nouns import noun_arguments
from dateline.stages.clauses.scope import Scope, noun_polarity, verb_scope
from dateline.stages.clauses.verbs import argument, is_passive, prepositions, subject, verb_arguments, verb_lemma

_MAX_SCOPE = 12  # predicates above one another; deeper nesting is a parser's error


@dataclass(frozen=True, slots=True)
class ClauseStage:
    """Fill the clauses layer: predicates, their arguments, and how far they are said to be true."""

    words: ClauseWords
    nouns: frozenset[str] = field(default_factory=frozenset)
    adjectives: frozenset[str] = field(default_factory=frozenset)

    name: ClassVar[str] = "clauses"
    needs: ClassVar[frozenset[str]] = frozenset({"document", "mentions"})
    fills: ClassVar[frozenset[str]] = frozenset({"clauses"})

    @classmethod
    def load(cls, nouns: frozenset[str] = frozenset(), adjectives: frozenset[str] = frozenset()) -> "ClauseStage":
        """Read the word lists; ``nouns`` and ``adjectives`` are the triggers that the frames know."""
        words = load_clause_words()
        return cls(words, nouns | words.event_nouns, adjectives)

    def __call__(self, draft: Draft) -> Draft:
        """Return the draft with its clauses filled in."""
        named = {m.head: m for m in draft.mentions}
        found: list[Clause] = []
        for sentence in draft.document.sentences:
            if sentence.part not in ("byline", "dateline", "credit"):
                found.extend(self.find(draft.document, sentence, named, first=len(found)))
        return replace(draft, clauses=tuple(found))

    def find(self, doc: Document, sentence: Sentence, named: Mapping[int, Mention], *, first: int) -> list[Clause]:
        """Return the clauses of one sentence; indices start at ``first``."""
        triggers = list(find_triggers(doc, sentence, self.nouns, self.adjectives))
        index = {t.i: first + n for n, (t, _) in enumerate(triggers)}
        ids = frozenset(index)
        supports = _supports(doc, triggers, self.words)
        scopes = {t.i: _scope(doc, t, pos, supports.get(t.i)) for t, pos in triggers}
        above = {t.i: governor(doc, t if t.i not in supports else supports[t.i], ids - {t.i}) for t, _ in triggers}
        values: dict[int, float] = {}
        for t, _ in triggers:
            self._factuality(doc, t.i, scopes, above, values, depth=0)
        return [
            self._clause(doc, t, pos, index=index, named=named, support=supports.get(t.i), scope=scopes[t.i], above=above[t.i], value=values[t.i])
            for t, pos in triggers
        ]  # fmt: skip

    def _factuality(
        self, doc: Document, i: int, scopes: Mapping[int, Scope], above: Mapping[int, tuple[int | None, str]],
        values: dict[int, float], *, depth: int,
    ) -> float:  # fmt: skip
        """Compute a predicate's factuality from the outermost governor down; memo in ``values``."""
        if i in values:
            return values[i]
        value = own_value(scopes[i])
        up, relation = above[i]
        if up is not None and depth < _MAX_SCOPE:
            parent = self._factuality(doc, up, scopes, above, values, depth=depth + 1)
            token = doc.tokens[up]
            lemma = verb_lemma(doc, token) if token.pos == "VERB" else token.lemma.lower()
            signature = self.words.signatures.get(lemma) or self.words.signatures.get(token.lemma.lower())
            if relation == "noun" and not _governed(doc, doc.tokens[i], token):
                signature = None
            value = below(value, parent, signature, relation)
        values[i] = value
        return value

    def _clause(
        self, doc: Document, token: Token, pos: Pos, *, index: Mapping[int, int], named: Mapping[int, Mention],
        support: Token | None, scope: Scope, above: tuple[int | None, str], value: float,
    ) -> Clause:  # fmt: skip
        lemma = verb_lemma(doc, token) if pos == "verb" else noun_lemma(token) if pos == "noun" else token.lemma.lower()
        up, relation = above
        return Clause(
            index=index[token.i],
            token=token.i,
            span=_span(doc, token),
            lemma=lemma,
            pos=pos,
            voice="nominal" if pos == "noun" else "passive" if pos == "verb" and is_passive(doc, token) else "active",
            arguments=self._arguments(doc, token, pos, named, support),
            governor=None if up is None else index[up],
            relation=relation,
            support=None if support is None else support.i,
            tense=scope.tense,
            modality=scope.modality,
            polarity=scope.polarity,
            factuality=round(max(-3.0, min(3.0, value)), 2),
            cues=scope.cues,
        )

    def _arguments(self, doc: Document, token: Token, pos: Pos, named: Mapping[int, Mention], support: Token | None) -> tuple[Argument, ...]:
        if pos == "verb":
            return verb_arguments(doc, token, self.words)
        if pos == "adjective":
            return _adjective_arguments(doc, token, self.words)
        own = noun_arguments(doc, token, self.words, named)
        return own if support is None else _carried(doc, token, own, support, self.words)


def _span(doc: Document, token: Token) -> tuple[int, int]:
    """Return the trigger's words: the verb alone, or with the particle where that stands next to it."""
    particle = doc.child(token, "prt") if token.pos == "VERB" else None
    return (token.start, particle.end) if particle is not None and particle.i == token.i + 1 else (token.start, token.end)


def _governed(doc: Document, noun: Token, head: Token) -> bool:
    """Tell whether a noun is the object, or the content by "of", "for", "to", of the word above it, not its subject."""
    if noun.dep in ("dobj", "attr", "oprd"):
        return True
    if noun.dep == "pobj":
        return doc.head(noun).lower in ("of", "for", "to", "from", "against", "with", "on", "over") and doc.head(doc.head(noun)).i == head.i
    return noun.dep == "nsubjpass" and head.pos == "VERB"


def _supports(doc: Document, triggers: list[tuple[Token, Pos]], words: ClauseWords) -> dict[int, Token]:
    """Map event nouns to the light verb that carries them: "carried out raids", "clashes erupted", "talks were held"."""
    out = {}
    for token, pos in triggers:
        if pos != "noun":
            continue
        at = token
        while at.dep == "conj":
            at = doc.head(at)
        head = doc.head(at)
        if at.dep == "pobj" and doc.head(head).pos == "VERB" and f"{verb_lemma(doc, doc.head(head))} {head.lower}" in words.light:
            out[token.i] = doc.head(head)
        if head.pos != "VERB":
            continue
        lemma = verb_lemma(doc, head)
        if (at.dep in ("dobj", "nsubjpass") and lemma in words.light) or (at.dep == "nsubj" and lemma in words.support and doc.child(head, "dobj") is None):
            out[token.i] = head
    return out


def _scope(doc: Document, token: Token, pos: Pos, support: Token | None) -> Scope:
    if pos == "verb":
        return verb_scope(doc, token)
    if pos == "adjective":
        head = doc.head(token)
        return verb_scope(doc, head if head.pos in ("AUX", "VERB") and token.dep in ("acomp", "oprd", "attr") else token)
    neg = noun_polarity(doc, token)
    if support is None:
        return Scope("none", None, "negative" if neg else "positive", False, ((neg.start, neg.end),) if neg else ())  # noqa: FBT003
    base = verb_scope(doc, support)
    if neg is None or base.polarity == "negative":
        return base
    return Scope(base.tense, base.modality, "negative", base.doubt, (*base.cues, (neg.start, neg.end)))


def _adjective_arguments(doc: Document, token: Token, words: ClauseWords) -> tuple[Argument, ...]:
    """Arguments of "X is ready to …", "ready for talks"."""
    head = doc.head(token)
    out = []
    owner = subject(doc, head if head.pos in ("AUX", "VERB") else token, words)
    if owner is not None:
        out.append(argument(doc, "agent", owner))
    for c in doc.children(token):
        if c.dep in ("xcomp", "ccomp", "advcl"):
            out.append(argument(doc, "content", c))
    out.extend(prepositions(doc, token))
    return tuple(out)


def _carried(doc: Document, noun: Token, own: tuple[Argument, ...], support: Token, words: ClauseWords) -> tuple[Argument, ...]:
    """Add the light verb's arguments to the noun's: its subject acts, its prepositions are the noun's."""
    given = verb_arguments(doc, support, words)
    roles = {a.role for a in own}
    out = list(own)
    passive = verb_lemma(doc, support) in words.light_passive
    for a in given:
        if a.head == noun.i or any(a.head == o.head for o in own):
            continue
        if a.role == "agent" and passive:
            out.append(replace(a, role="theme"))
        elif a.role == "agent" and ("agent" not in roles or _is_modifier(doc, own)):
            out.insert(0, a)
        elif a.role not in ("agent", "theme"):
            out.append(a)
    return tuple(out)


def _is_modifier(doc: Document, own: tuple[Argument, ...]) -> bool:
    """Tell whether the noun's own agent is a mere compound or adjective, which the light verb's subject outranks."""
    first = next(a for a in own if a.role == "agent")
    return first.prep is None and doc.tokens[first.head].dep in ("amod", "compound", "nmod")
