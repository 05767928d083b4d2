"""Forms of words: what is a verb, which of its forms it has, and the word by which a lexicon knows it."""

from dateline.parse.tree import VERBS, Document, Token

NOUNS = frozenset({"NOUN", "PROPN"})
NAMING = frozenset({"NOUN", "PROPN", "PRON"})
PAST_OR_PRESENT = frozenset({"VBD", "VBZ", "VBP"})
PRESENT = frozenset({"VBZ", "VBP"})
FINITE = PAST_OR_PRESENT | {"MD"}
RELATIVES = frozenset({"WDT", "WP"})
_HELPERS = ("aux", "auxpass")


def is_verb(token: Token) -> bool:
    """Tell a verb or an auxiliary from other words."""
    return token.pos in VERBS


def has_verb_form(token: Token) -> bool:
    """Tell whether a word has the form of a verb, whatever it serves as ("the shelling", "besieged")."""
    return token.tag.startswith("VB")


def is_relative(token: Token) -> bool:
    """Tell "who", "whom" and "which"."""
    return token.tag in RELATIVES


def is_finite(doc: Document, verb: Token) -> bool:
    """Tell whether a clause's verb is finite, itself or by an auxiliary."""
    return verb.tag in FINITE or any(c.tag in FINITE and c.dep in _HELPERS for c in doc.children(verb))


def is_infinitive(doc: Document, verb: Token) -> bool:
    """Tell a verb with "to": "to strike", "to be opened"; not a bare form after an auxiliary."""
    if verb.tag in PAST_OR_PRESENT or verb.pos in NOUNS:
        return False  # "the door to dialogue remained open", "a settlement to noon": slips of the parser
    return any(c.dep == "aux" and c.lower == "to" for c in doc.children(verb))


def is_for_infinitive(doc: Document, verb: Token) -> bool:
    """Tell "for X to do": what is called for, not why."""
    # "Called for the road to be opened": with a participle too.
    return verb.tag in ("VB", "VBN") and any(c.dep == "mark" and c.lower == "for" for c in doc.children(verb))


def is_progressive(doc: Document, verb: Token) -> bool:
    """Tell "are meeting"."""
    return verb.tag == "VBG" and any(c.dep == "aux" and c.tag in PRESENT for c in doc.children(verb))


def verb_lemma(doc: Document, verb: Token) -> str:
    """Return a verb's lemma with its particle joined ("shut down")."""
    particle = doc.child(verb, "prt")
    lemma = verb.lemma.lower()
    return lemma if particle is None else f"{lemma} {particle.lower}"


def noun_lemma(token: Token) -> str:
    """Return a noun's lemma; a gerund ("the shelling of X") keeps its form."""
    return token.lower if token.tag == "VBG" else token.lemma.lower()
