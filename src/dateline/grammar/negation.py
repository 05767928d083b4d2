"""The word that denies a verb or a noun, if any does."""

from dateline.grammar.coordination import joined_by_or
from dateline.lexicon.reading.grammar import GrammarWords, grammar_words
from dateline.parse.tree import Document, Token


def denial(doc: Document, verb: Token) -> Token | None:
    """Return the word that denies a verb.

    That is "not", "never", the "longer" of "no longer", its negative subject ("nobody agreed", "neither side agreed"),
    "instead of" before it, or what denies the verb before it with which "or" joins it.
    """
    words = grammar_words()
    for c in doc.children(verb):
        dep = c.dep
        if dep == "neg" or (dep in ("advmod", "preconj") and _is_negative(doc, c, words)):
            return c
        if dep in ("nsubj", "nsubjpass"):
            found = negative_noun(doc, c)
            if found is not None:
                return found
    return _before(doc, verb, words) or _shared(doc, verb)


def is_negated(doc: Document, verb: Token) -> bool:
    """Tell whether anything denies a verb."""
    return denial(doc, verb) is not None


def _before(doc: Document, verb: Token, words: GrammarWords) -> Token | None:
    """Return the word that denies a gerund: "without striking", "instead of striking"."""
    if verb.dep != "pcomp":
        return None
    head = doc.head(verb)
    return head if head.lower in words.negative_adverbs or is_instead(doc, head) else None


def _shared(doc: Document, verb: Token) -> Token | None:
    """Return the negation that "did not encourage or enable" shares over "or"."""
    # "Did not agree and left": over "and", and before a helper of its own, the denial is not shared.
    if verb.dep != "conj" or any(c.dep == "aux" for c in doc.children(verb)) or not joined_by_or(doc, verb):
        return None
    return doc.child(doc.head(verb), "neg")


def _is_negative(doc: Document, adverb: Token, words: GrammarWords) -> bool:
    """Tell "never", and the "longer" of "no longer"."""
    if adverb.lower in words.negative_adverbs:
        return True
    return adverb.lower in ("longer", "more") and doc.child(adverb, "neg") is not None


def is_instead(doc: Document, prep: Token) -> bool:
    """Tell the "of" of "instead of" and the "than" of "rather than"."""
    return prep.i > 0 and prep.lower in ("of", "than") and doc.tokens[prep.i - 1].lower in grammar_words().instead


def negative_noun(doc: Document, noun: Token) -> Token | None:
    """Return the word that makes a noun a negative one: "nobody", the "no" of "no group", of "no one"."""
    words = grammar_words()
    if noun.lower in words.negative_pronouns:
        return noun
    first = doc.child(noun, "det")
    return first if first is not None and first.lower in words.negative_determiners else None


def noun_denial(doc: Document, noun: Token) -> Token | None:
    """Return the word that denies an event noun ("no attack", "without a deal", "instead of talks"), or None."""
    words = grammar_words()
    for c in doc.children(noun):
        if (c.dep == "det" and c.lower in words.negative_determiners) or c.dep == "neg":
            return c
    head = doc.head(noun)
    denied = noun.dep == "pobj" and (head.lower == "without" or is_instead(doc, head))
    return head if denied else None


def pending(doc: Document, verb: Token) -> Token | None:
    """Return the "yet" of "have yet to decide"."""
    head = doc.head(verb)
    if verb.dep != "xcomp" or head.lemma not in ("have", "be"):
        return None
    return next((c for c in doc.children(head) if c.dep == "advmod" and c.lower == "yet"), None)
