"""Which words are predicates, and which predicate stands in whose scope."""

from collections.abc import Iterator
from typing import Literal

from dateline.parse.tree import Document, Sentence, Token
from dateline.stages.clauses.verbs import for_infinitive

Pos = Literal["verb", "noun", "adjective"]
_ADJECTIVE = frozenset({"acomp", "oprd", "ROOT", "attr", "conj", "advcl", "relcl", "ccomp", "xcomp"})

_NOMINAL = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj", "ROOT"})


def noun_lemma(token: Token) -> str:
    """Return the lemma of an event noun; a gerund ("the shelling of X") keeps its form."""
    return token.lower if token.tag == "VBG" else token.lemma.lower()


def _gerund(doc: Document, token: Token, nouns: frozenset[str]) -> bool:
    """Tell a gerund that serves as a noun ("the shelling continued") from a verb form."""
    if token.tag != "VBG" or token.dep not in _NOMINAL or token.lower not in nouns:
        return False
    return not any(c.dep in ("dobj", "nsubj", "aux") for c in doc.children(token))


def find_triggers(doc: Document, sentence: Sentence, nouns: frozenset[str], adjectives: frozenset[str]) -> Iterator[tuple[Token, Pos]]:
    """Yield the predicates of a sentence in order of the text."""
    headline = sentence.part == "headline"
    for t in doc.tokens_of(sentence):
        if t.pos == "VERB" and _gerund(doc, t, nouns):
            yield t, "noun"
        elif t.pos == "VERB":
            if t.dep not in ("aux", "auxpass", "compound") and not _adjectival(doc, t):
                yield t, "verb"
        elif t.pos == "AUX":
            if t.dep not in ("aux", "auxpass"):
                yield t, "verb"
        elif t.pos == "NOUN" or (t.pos == "PROPN" and headline and not t.ent):
            if t.dep != "compound" and _noun_known(doc, t, nouns):
                yield t, "noun"
        elif t.pos == "ADJ" and t.dep in _ADJECTIVE and t.lemma.lower() in adjectives:
            yield t, "adjective"


def _adjectival(doc: Document, verb: Token) -> bool:
    """Tell a participle that only describes ("the wounded soldiers") from one that reports."""
    return verb.dep == "amod" and not any(c.dep in ("agent", "dobj") for c in doc.children(verb))


def _noun_known(doc: Document, noun: Token, nouns: frozenset[str]) -> bool:
    lemma = noun_lemma(noun)
    if lemma in nouns:
        return True
    before = doc.tokens[noun.i - 1] if noun.i else None
    if before is not None and before.head == noun.i and f"{before.lower} {lemma}" in nouns:
        return True
    first = doc.hyphened(noun)
    return first is not None and f"{first}-{lemma}" in nouns


def governor(doc: Document, token: Token, triggers: frozenset[int]) -> tuple[int | None, str]:
    """Return the predicate in whose scope a predicate stands, and how."""
    at = token
    while at.dep == "conj":
        at = doc.head(at)
    relation = _relation(doc, at)
    for up in doc.ancestors(at):
        if up.i in triggers and up.i != token.i:
            return up.i, relation
        if relation == "noun" and up.dep in ("advcl", "relcl", "acl", "ccomp", "xcomp", "pcomp"):
            relation = _relation(doc, up)
    return None, "root"


def _relation(doc: Document, token: Token) -> str:
    dep = token.dep
    if dep in ("ccomp", "xcomp", "pcomp", "csubj", "csubjpass", "acomp", "oprd"):
        return "complement"
    if dep in ("acl", "relcl"):
        return "complement" if dep == "acl" and _infinitive(doc, token) else "relative"
    if dep == "advcl":
        return _adverbial(doc, token)
    return "root" if dep == "ROOT" else "noun"


def _infinitive(doc: Document, token: Token) -> bool:
    return any(c.dep == "aux" and c.lower == "to" for c in doc.children(token))


def _adverbial(doc: Document, token: Token) -> str:
    if for_infinitive(doc, token):
        return "complement"
    marks = {c.lower for c in doc.children(token) if c.dep in ("mark", "advmod")}
    if marks & {"if", "unless", "whether", "lest"}:
        return "condition"
    return "purpose" if _infinitive(doc, token) else "adverbial"
