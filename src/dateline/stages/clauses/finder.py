"""Which words are predicates, and which predicate stands in whose scope."""

from collections.abc import Iterator, Set
from dataclasses import dataclass
from typing import Literal

from dateline.grammar.coordination import first_alike
from dateline.grammar.forms import is_for_infinitive, is_infinitive, noun_lemma
from dateline.grammar.tense import opens_condition
from dateline.parse.tree import Document, Sentence, Token

Pos = Literal["verb", "noun", "adjective"]
_OPEN = frozenset({"VERB", "AUX", "NOUN", "PROPN", "ADJ"})
_PREDICATIVE = frozenset({"acomp", "oprd", "ROOT", "attr", "conj", "advcl", "relcl", "ccomp", "xcomp"})
_NOMINAL = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj", "csubj", "ROOT"})
_COMPLEMENT = frozenset({"ccomp", "xcomp", "pcomp", "csubj", "csubjpass", "acomp", "oprd"})
_CLAUSAL = frozenset({"advcl", "relcl", "acl", "ccomp", "xcomp", "pcomp"})


@dataclass(frozen=True, slots=True)
class Known:
    """The triggers that are known by word: event nouns, adjectives, and participles that serve as adjectives."""

    nouns: Set[str]
    adjectives: Set[str]
    participles: Set[str]


def find_triggers(doc: Document, sentence: Sentence, known: Known) -> Iterator[tuple[Token, Pos]]:
    """Yield the predicates of a sentence in order of the text."""
    headline = sentence.part == "headline"
    for t in doc.tokens_of(sentence):
        if t.pos not in _OPEN:
            continue
        pos = _trigger_pos(doc, t, known, headline=headline)
        if pos is not None:
            yield t, pos


def _trigger_pos(doc: Document, token: Token, known: Known, *, headline: bool) -> Pos | None:
    """Return as what a token is a predicate, or None if it is none."""
    if token.pos == "VERB":
        return _verbal(doc, token, known)
    if token.pos == "AUX":
        return None if token.dep in ("aux", "auxpass") else "verb"
    # "Army Raid Kills Two": headlines write event nouns large.
    if token.pos == "NOUN" or (token.pos == "PROPN" and headline and not token.ent):
        return "noun" if token.dep != "compound" and _noun_known(doc, token, known.nouns) else None
    if token.pos == "ADJ":
        listed = known.adjectives if token.dep in _PREDICATIVE else known.participles
        return "adjective" if token.lemma.lower() in listed or token.lower in listed else None
    return None


def _verbal(doc: Document, token: Token, known: Known) -> Pos | None:
    if token.tag == "VBG" and _is_noun(doc, token, known.nouns):
        return "noun"
    if token.dep in ("aux", "auxpass", "compound"):
        return None
    if _is_adjectival(doc, token):
        return "adjective" if token.lower in known.participles else None
    return "verb"


def _is_noun(doc: Document, gerund: Token, nouns: Set[str]) -> bool:
    """Tell a gerund that serves as a noun ("the shelling continued") from a verb form."""
    if gerund.dep not in _NOMINAL or gerund.lower not in nouns:
        return False
    # "Shelling the town was wrong": with an object it is a verb.
    return not any(c.dep in ("dobj", "nsubj", "aux") for c in doc.children(gerund))


def _is_adjectival(doc: Document, verb: Token) -> bool:
    """Tell a participle that only describes ("the wounded soldiers") from one that reports."""
    return verb.dep == "amod" and not any(c.dep in ("agent", "dobj") for c in doc.children(verb))


def _noun_known(doc: Document, noun: Token, nouns: Set[str]) -> bool:
    lemma = noun_lemma(noun)
    if lemma in nouns:
        return True
    before = doc.tokens[noun.i - 1] if noun.i else None
    if before is not None and before.head == noun.i and f"{before.lower} {lemma}" in nouns:
        # "Air strike", "peace talks" where the noun alone is no event.
        return True
    first = doc.hyphened(noun)
    return first is not None and f"{first}-{lemma}" in nouns


def find_governor(doc: Document, token: Token, triggers: Set[int]) -> tuple[int | None, str]:
    """Return the predicate in whose scope a predicate stands, and how (see ``Clause.relation``)."""
    # "Shelled and looted": the second stands where the first does.
    at = first_alike(doc, token)
    relation = _relation(doc, at)
    for up in doc.ancestors(at):
        if up.i in triggers and up.i != token.i:
            return up.i, relation
        if relation == "noun" and up.dep in _CLAUSAL:
            relation = _relation(doc, up)
    return None, "root"


def _relation(doc: Document, token: Token) -> str:
    dep = token.dep
    if dep == "ccomp" and _before_semicolon(doc, token):
        return "root"
    if dep in _COMPLEMENT:
        return "complement"
    if dep in ("acl", "relcl"):
        # "The decision to leave" holds what it decides; "the men who left" only says which men.
        return "complement" if dep == "acl" and is_infinitive(doc, token) else "relative"
    if dep == "advcl":
        return _adverbial(doc, token)
    return "root" if dep == "ROOT" else "noun"


def _before_semicolon(doc: Document, token: Token) -> bool:
    """Tell "They fired; nobody was hurt", two sentences in one, which the parser takes for one below the other."""
    between = doc.tokens[token.i + 1 : token.head]
    return any(t.text == ";" for t in between)


def _adverbial(doc: Document, token: Token) -> str:
    if is_for_infinitive(doc, token):
        return "complement"
    if opens_condition(doc, token):
        return "condition"
    return "purpose" if is_infinitive(doc, token) else "adverbial"
