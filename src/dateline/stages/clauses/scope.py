"""Tense, modality and polarity of one predicate, from its auxiliaries, particles and adverbs."""

from dataclasses import dataclass

from dateline.model.base import Span
from dateline.model.closed import Modality, Polarity, Tense
from dateline.parse.tree import Document, Token

_POSSIBLE = frozenset({"may", "might", "could", "can", "would"})
_NECESSARY = frozenset({"must", "should", "ought", "shall"})
_FUTURE = frozenset({"will", "'ll", "wo", "shall"})
_DOUBT = frozenset({"allegedly", "maybe", "perhaps", "possibly", "presumably", "probably", "purportedly", "reportedly", "supposedly", "likely", "potentially"})
_NEGATIVE = frozenset({"neither", "never", "no", "nobody", "none", "nor", "not", "nothing", "n't", "nowhere", "hardly", "barely", "scarcely", "without"})
_CONDITION = frozenset({"if", "unless", "whether", "should", "once", "until", "lest", "provided"})
ALMOST = frozenset({"almost", "nearly"})


@dataclass(frozen=True, slots=True)
class Scope:
    """What a predicate's own words say of its truth."""

    tense: Tense
    modality: Modality | None
    polarity: Polarity
    doubt: bool
    cues: tuple[Span, ...]


def verb_scope(doc: Document, verb: Token) -> Scope:
    """Read a verb's own tense, modality and polarity, those shared over coordination included."""
    kids = doc.children(verb)
    aux = [c for c in kids if c.dep in ("aux", "auxpass")]
    if verb.dep == "conj" and not aux and not any(c.dep == "nsubj" for c in kids):
        aux = [c for c in doc.children(doc.head(verb)) if c.dep in ("aux", "auxpass") and _shares(verb, doc.head(verb))]
    if verb.pos == "AUX" and not aux:
        aux = [verb] if verb.tag == "MD" else []
    words = {c.lower for c in aux}
    neg = next((c for c in kids if c.dep == "neg" or (c.lower in _NEGATIVE and c.dep in ("advmod", "preconj"))), None)
    neg = neg or _negative_argument(doc, verb) or _shared_negation(doc, verb)
    doubt = next((c for c in kids if c.dep == "advmod" and c.lower in _DOUBT), None)
    modality = _modality(doc, verb, words)
    cues = tuple((c.start, c.end) for c in (*[a for a in aux if a.tag == "MD"], neg, doubt) if c is not None)
    return Scope(_tense(verb, aux, words), modality, "negative" if neg else "positive", doubt is not None, cues)


def _shares(verb: Token, head: Token) -> bool:
    """Tell whether a coordinated verb can share the first one's auxiliaries: their forms agree."""
    return verb.tag == head.tag or verb.tag in ("VB", "VBN", "VBG")


def _shared_negation(doc: Document, verb: Token) -> Token | None:
    """Return the negation that "did not encourage or enable" shares over "or"."""
    if verb.dep != "conj" or any(c.dep == "aux" for c in doc.children(verb)):
        return None
    head = doc.head(verb)
    either = any(c.dep == "cc" and c.lower in ("or", "nor") for c in doc.children(head))
    return doc.child(head, "neg") if either else None


def _negative_argument(doc: Document, verb: Token) -> Token | None:
    """Return "no" of a negative subject or object ("no one was hurt", "found no evidence")."""
    for c in doc.children(verb):
        if c.dep in ("nsubj", "nsubjpass", "dobj"):
            if c.lower in ("nobody", "none", "nothing", "neither"):
                return c
            for k in doc.children(c):
                if k.dep == "det" and k.lower in ("no", "neither"):
                    return k
    return None


def _reported_future(verb: Token, words: set[str]) -> bool:
    """Tell the future as reported ("said it would close the consulates") from a conditional "would"."""
    return "would" in words and "have" not in words and verb.dep in ("ccomp", "acl", "relcl", "conj")


def _tense(verb: Token, aux: list[Token], words: set[str]) -> Tense:
    if words & _FUTURE or "going" in words or _reported_future(verb, words):
        return "future"
    if verb.tag in ("VBD",) or any(a.tag == "VBD" for a in aux) or (verb.tag == "VBN" and not aux):
        return "past"
    if any(a.lemma == "have" for a in aux):
        return "past"
    if verb.tag in ("VBZ", "VBP") or any(a.tag in ("VBZ", "VBP") for a in aux):
        return "present"
    return "none"


def _modality(doc: Document, verb: Token, words: set[str]) -> Modality | None:
    marks = {c.lower for c in doc.children(verb) if c.dep in ("mark", "advmod")}
    if marks & {"if", "unless", "whether"} or _inverted(doc, verb):
        return "conditional"
    if words & _POSSIBLE and not _reported_future(verb, words):
        return "possible"
    if words & _NECESSARY or (verb.dep == "xcomp" and "to" in words and doc.head(verb).lemma in ("have", "need")):
        return "necessary"
    if _question(doc, verb):
        return "question"
    if verb.tag == "VB" and verb.dep == "ROOT" and not words and verb.i == doc.sentence_of(verb).first:
        return "imperative"
    return None


def _inverted(doc: Document, verb: Token) -> bool:
    """Tell "Should talks fail, …", "Had they known, …"."""
    if verb.dep != "advcl":
        return False
    first = next(iter(doc.children(verb)), None)
    return first is not None and first.dep == "aux" and first.lower in ("should", "had", "were")


def _question(doc: Document, verb: Token) -> bool:
    if verb.dep not in ("ROOT", "ccomp", "conj"):
        return False
    return any(c.dep == "punct" and c.text.startswith("?") for c in doc.children(verb))


def noun_polarity(doc: Document, noun: Token) -> Token | None:
    """Return the word that denies an event noun ("no attack", "without a deal"), or None."""
    for c in doc.children(noun):
        if (c.dep == "det" and c.lower in ("no", "neither")) or c.dep == "neg":
            return c
    head = doc.head(noun)
    return head if noun.dep == "pobj" and head.lower == "without" else None
