"""Tense, modality, polarity and doubt of one predicate, from its auxiliaries, particles, adverbs and adjectives."""

from collections.abc import Set
from dataclasses import dataclass
from typing import Literal

from dateline.grammar.forms import is_infinitive, is_verb
from dateline.grammar.negation import denial, negative_noun, noun_denial, pending
from dateline.grammar.tense import auxiliaries, find_modality, find_tense
from dateline.lexicon.words.clauses import ScopeWords
from dateline.model.base import Span
from dateline.model.closed import Modality, Polarity, Tense
from dateline.parse.tree import Document, Token

Negation = Literal["none", "plain", "argument", "unable", "pending"]
_ABLE = frozenset({"could", "would"})


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
    aux = auxiliaries(doc, verb)
    forms = {c.lower for c in aux}
    modality = find_modality(doc, verb, forms)
    negation, denying = _negation(doc, verb, forms)
    doubting = next(
        (c for c in doc.children(verb) if c.dep == "advmod" and (c.lower in words.doubt or c.lower in words.barely)),
        None,
    )
    cues = (*(a for a in aux if a.tag == "MD"), *(c for c in (denying, doubting) if c is not None))
    return Scope(
        tense=find_tense(verb, aux, forms),
        modality=modality,
        negation=negation,
        doubt=doubting is not None,
        # "Is said to have fled": the infinitive is of what was done.
        infinitive=is_infinitive(doc, verb) and "have" not in forms,
        cues=tuple((c.start, c.end) for c in cues),
    )


def noun_scope(doc: Document, noun: Token, support: Scope | None, words: ScopeWords) -> Scope:
    """Read an event noun's polarity and modifiers, and tense and modality of the light verb that carries it."""
    base = support or _PLAIN
    denying = noun_denial(doc, noun)
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
    copula = is_verb(head) and token.dep in ("acomp", "oprd", "attr")
    return verb_scope(doc, head if copula else token, words)


def _negation(doc: Document, verb: Token, forms: Set[str]) -> tuple[Negation, Token | None]:
    """Return the kind of negation of a verb and the word that denies it."""
    plain = denial(doc, verb)
    if plain is not None:
        # "Could not reach" was tried and failed, "could not have reached" is a judgment.
        return ("unable" if forms & _ABLE and "have" not in forms else "plain"), plain
    waiting = pending(doc, verb)
    if waiting is not None:
        return "pending", waiting
    theme = doc.child(verb, "dobj")  # "found no evidence"
    argument = None if theme is None else negative_noun(doc, theme)
    return ("none", None) if argument is None else ("argument", argument)
