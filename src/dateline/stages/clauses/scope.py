"""Tense, modality, polarity and doubt of one predicate, from its auxiliaries, particles, adverbs and adjectives."""

from collections.abc import Set
from dataclasses import dataclass
from typing import Literal

from dateline.lexicon.clauses import ScopeWords
from dateline.model.base import Span
from dateline.model.closed import Modality, Polarity, Tense
from dateline.parse.tree import Document, Token
from dateline.stages.clauses.phrases import is_infinitive

Negation = Literal["none", "plain", "argument", "unable", "pending"]
_AUX = ("aux", "auxpass")
_ABLE = frozenset({"could", "would"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})


@dataclass(frozen=True, slots=True)
class Scope:
    """What a predicate's own words say of its truth.

    ``negation`` tells a plain "not" from "no" before an argument, from "could not" and "would not" of what was not
    done, and from "yet to" of what is still to come. ``bound`` is the most that a modifier leaves ("alleged": 1.6).
    """

    tense: Tense = "none"
    modality: Modality | None = None
    negation: Negation = "none"
    doubt: bool = False
    infinitive: bool = False
    bound: float | None = None
    cues: tuple[Span, ...] = ()

    @property
    def polarity(self) -> Polarity:
        """Return the polarity: negative for every kind of negation."""
        return "positive" if self.negation == "none" else "negative"


_PLAIN = Scope()


def verb_scope(doc: Document, verb: Token, words: ScopeWords) -> Scope:
    """Read a verb's own tense, modality and polarity, those shared over coordination included."""
    aux = _auxiliaries(doc, verb)
    forms = {c.lower for c in aux}
    modality = _modality(doc, verb, forms, words)
    negation, denying = _negation(doc, verb, forms, words)
    doubting = next(
        (c for c in doc.children(verb) if c.dep == "advmod" and (c.lower in words.doubt or c.lower in words.barely)),
        None,
    )
    cues = (*(a for a in aux if a.tag == "MD"), *(c for c in (denying, doubting) if c is not None))
    return Scope(
        tense=_tense(verb, aux, forms, words),
        modality=modality,
        negation=negation,
        doubt=doubting is not None,
        infinitive=is_infinitive(doc, verb) and "have" not in forms,
        cues=tuple((c.start, c.end) for c in cues),
    )


def noun_scope(doc: Document, noun: Token, support: Scope | None, words: ScopeWords) -> Scope:
    """Read an event noun's polarity and modifiers, and tense and modality of the light verb that carries it."""
    base = support or _PLAIN
    denying = _noun_negation(doc, noun, words)
    hedge = next((c for c in doc.children(noun) if c.lower in words.modifiers and c.i < noun.i), None)
    if denying is None and hedge is None:
        return base
    cues = (c for c in (denying, hedge) if c is not None)
    return Scope(
        tense=base.tense,
        modality=base.modality,
        negation="plain" if denying is not None or base.negation != "none" else "none",
        doubt=base.doubt,
        bound=None if hedge is None else words.modifiers[hedge.lower],
        cues=tuple(dict.fromkeys((*base.cues, *((c.start, c.end) for c in cues)))),
    )


def adjective_scope(doc: Document, token: Token, words: ScopeWords) -> Scope:
    """Read an adjective's scope: that of its copula, or, before a noun, what the word itself says."""
    if token.dep == "amod":
        return Scope(bound=words.modifiers.get(token.lower))
    head = doc.head(token)
    copula = head.pos in ("AUX", "VERB") and token.dep in ("acomp", "oprd", "attr")
    return verb_scope(doc, head if copula else token, words)


def _auxiliaries(doc: Document, verb: Token) -> list[Token]:
    kids = doc.children(verb)
    aux = [c for c in kids if c.dep in _AUX]
    if verb.dep == "conj" and not aux and not any(c.dep == "nsubj" for c in kids):
        head = doc.head(verb)
        if verb.tag == head.tag or verb.tag in ("VB", "VBN", "VBG"):
            aux = [c for c in doc.children(head) if c.dep in _AUX]
    if verb.pos == "AUX" and not aux and verb.tag == "MD":
        aux = [verb]
    return aux


def _negation(doc: Document, verb: Token, forms: Set[str], words: ScopeWords) -> tuple[Negation, Token | None]:
    """Return the kind of negation of a verb and the word that denies it."""
    plain = _denying_word(doc, verb, words) or _shared_negation(doc, verb)
    if plain is not None:
        return ("unable" if forms & _ABLE and "have" not in forms else "plain"), plain
    pending = _pending(doc, verb)
    if pending is not None:
        return "pending", pending
    argument = _negative_argument(doc, verb, words)
    return ("none", None) if argument is None else ("argument", argument)


def _denying_word(doc: Document, verb: Token, words: ScopeWords) -> Token | None:
    """Return "not", "never", "no longer" of the verb, "instead of" before it, or its negative subject."""
    for c in doc.children(verb):
        dep = c.dep
        if dep == "neg" or (dep in ("advmod", "preconj") and _is_negative(doc, c, words)):
            return c
        if dep in ("nsubj", "nsubjpass"):
            found = _negative_noun(doc, c, words)
            if found is not None:
                return found
    if verb.dep != "pcomp":
        return None
    head = doc.head(verb)
    return head if head.lower in words.negative_adverbs or _is_instead(doc, head, words) else None


def _is_negative(doc: Document, adverb: Token, words: ScopeWords) -> bool:
    """Tell "never", and the "longer" of "no longer"."""
    if adverb.lower in words.negative_adverbs:
        return True
    return adverb.lower in ("longer", "more") and doc.child(adverb, "neg") is not None


def _is_instead(doc: Document, prep: Token, words: ScopeWords) -> bool:
    """Tell the "of" of "instead of" and the "than" of "rather than"."""
    return prep.i > 0 and doc.tokens[prep.i - 1].lower in words.instead and prep.lower in ("of", "than")


def _shared_negation(doc: Document, verb: Token) -> Token | None:
    """Return the negation that "did not encourage or enable" shares over "or"."""
    if verb.dep != "conj" or any(c.dep == "aux" for c in doc.children(verb)):
        return None
    head = doc.head(verb)
    either = any(c.dep == "cc" and c.lower in ("or", "nor") for c in doc.children(head))
    return doc.child(head, "neg") if either else None


def _pending(doc: Document, verb: Token) -> Token | None:
    """Return the "yet" of "have yet to decide"."""
    head = doc.head(verb)
    if verb.dep != "xcomp" or head.lemma not in ("have", "be"):
        return None
    return next((c for c in doc.children(head) if c.dep == "advmod" and c.lower == "yet"), None)


def _negative_argument(doc: Document, verb: Token, words: ScopeWords) -> Token | None:
    """Return the "no" of a negative object ("found no evidence")."""
    theme = doc.child(verb, "dobj")
    return None if theme is None else _negative_noun(doc, theme, words)


def _negative_noun(doc: Document, noun: Token, words: ScopeWords) -> Token | None:
    if noun.lower in words.negative_pronouns:
        return noun
    first = doc.child(noun, "det")
    return first if first is not None and first.lower in words.negative_determiners else None


def _noun_negation(doc: Document, noun: Token, words: ScopeWords) -> Token | None:
    """Return the word that denies an event noun ("no attack", "without a deal", "instead of talks"), or None."""
    for c in doc.children(noun):
        if (c.dep == "det" and c.lower in words.negative_determiners) or c.dep == "neg":
            return c
    head = doc.head(noun)
    denied = noun.dep == "pobj" and (head.lower == "without" or _is_instead(doc, head, words))
    return head if denied else None


def _reported_future(verb: Token, forms: Set[str]) -> bool:
    """Tell the future as reported ("said it would close the consulates") from a conditional "would"."""
    return "would" in forms and "have" not in forms and verb.dep in ("ccomp", "acl", "relcl", "conj")


def _tense(verb: Token, aux: list[Token], forms: Set[str], words: ScopeWords) -> Tense:
    if forms & words.future or "going" in forms or _reported_future(verb, forms):
        return "future"
    if verb.tag == "VBD" or any(a.tag == "VBD" for a in aux) or (verb.tag == "VBN" and not aux):
        return "past"
    if any(a.lemma == "have" for a in aux):
        return "past"
    if verb.tag in ("VBZ", "VBP") or any(a.tag in ("VBZ", "VBP") for a in aux):
        return "present"
    return "none"


def _modality(doc: Document, verb: Token, forms: Set[str], words: ScopeWords) -> Modality | None:
    if _is_conditional(doc, verb, words):
        return "conditional"
    if forms & words.possible and not _reported_future(verb, forms):
        return "possible"
    if forms & words.necessary or (verb.dep == "xcomp" and "to" in forms and doc.head(verb).lemma in ("have", "need")):
        return "necessary"
    if _is_question(doc, verb):
        return "question"
    if verb.tag == "VB" and verb.dep == "ROOT" and not forms and verb.i == doc.sentence_of(verb).first:
        return "imperative"
    return None


def _is_conditional(doc: Document, verb: Token, words: ScopeWords) -> bool:
    """Tell "if talks fail", "Should talks fail, …", "Had they known, …"."""
    kids = doc.children(verb)
    if any(c.dep in ("mark", "advmod") and c.lower in words.conditions for c in kids):
        return True
    first = next(iter(kids), None)
    inverted = first is not None and first.dep == "aux" and first.lower in ("should", "had", "were")
    return verb.dep == "advcl" and inverted


def _is_question(doc: Document, verb: Token) -> bool:
    if verb.dep not in ("ROOT", "ccomp", "conj"):
        return False
    return any(c.text[0] == "?" for c in doc.children(verb))
