"""Tense and modality of a verb, from its form and its auxiliaries."""

from collections.abc import Set
from typing import Literal

from dateline.grammar.coordination import shares
from dateline.grammar.forms import PRESENT
from dateline.lexicon.reading.grammar import grammar_words
from dateline.model.closed import Modality, Tense
from dateline.parse.tree import Document, Token

_HELPERS = ("aux", "auxpass")
_BELOW_SPEECH = frozenset({"ccomp", "acl", "relcl", "conj"})


def auxiliaries(doc: Document, verb: Token) -> list[Token]:
    """Return a verb's auxiliaries, or those of the verb before it that it shares them with."""
    aux = [c for c in doc.children(verb) if c.dep in _HELPERS]
    if not aux and shares(doc, verb):
        head = doc.head(verb)
        # "Was seized and looted" shares its helper; "has fled and sends" does not, for the forms differ.
        if verb.tag == head.tag or verb.tag in ("VB", "VBN", "VBG"):
            aux = [c for c in doc.children(head) if c.dep in _HELPERS]
    if verb.pos == "AUX" and not aux and verb.tag == "MD":
        aux = [verb]
    return aux


def find_tense(verb: Token, aux: list[Token], forms: Set[str]) -> Tense:
    """Return the tense of a verb.

    Args:
        verb: The verb.
        aux: Its auxiliaries.
        forms: Their forms in small letters.
    """
    if forms & grammar_words().future or "going" in forms or is_reported_future(verb, forms):
        return "future"
    # "Seized by rebels": a participle without a helper tells what is over.
    if verb.tag == "VBD" or any(a.tag == "VBD" for a in aux) or (verb.tag == "VBN" and not aux):
        return "past"
    if any(a.lemma == "have" for a in aux):
        return "past"
    if verb.tag in PRESENT or any(a.tag in PRESENT for a in aux):
        return "present"
    return "none"


def perfect_of(doc: Document, verb: Token) -> Literal["present", "past"] | None:
    """Return the tense of a perfect's helper: past in "had signed", present in "has signed"."""
    words = grammar_words()
    forms = {c.lower for c in doc.children(verb) if c.dep in _HELPERS}
    if forms & words.past_perfect:
        return "past"
    return "present" if forms & words.perfect else None


def is_reported_future(verb: Token, forms: Set[str]) -> bool:
    """Tell the future as reported ("said it would close the consulates") from a conditional "would"."""
    return "would" in forms and "have" not in forms and verb.dep in _BELOW_SPEECH


def find_modality(doc: Document, verb: Token, forms: Set[str]) -> Modality | None:
    """Return the modality of a verb; ``forms`` are its auxiliaries in small letters."""
    words = grammar_words()
    # "If talks fail", before "could" and "must": a condition makes all else unreal.
    if is_conditional(doc, verb):
        return "conditional"
    # "Said it would leave" is to come, and not merely possible.
    if forms & words.possible and not is_reported_future(verb, forms):
        return "possible"
    if forms & words.necessary or (verb.dep == "xcomp" and "to" in forms and doc.head(verb).lemma in ("have", "need")):
        return "necessary"
    if _is_question(doc, verb):
        return "question"
    # "Leave the town": a bare verb that opens its sentence.
    if verb.tag == "VB" and verb.dep == "ROOT" and not forms and verb.i == doc.sentence_of(verb).first:
        return "imperative"
    return None


def is_conditional(doc: Document, verb: Token) -> bool:
    """Tell "if talks fail", "Should talks fail, …", "Had they known, …"."""
    if opens_condition(doc, verb):
        return True
    first = next(iter(doc.children(verb)), None)
    inverted = first is not None and first.dep == "aux" and first.lower in ("should", "had", "were")
    return verb.dep == "advcl" and inverted


def opens_condition(doc: Document, verb: Token) -> bool:
    """Tell whether a word such as "if" or "unless" stands before a clause."""
    words = grammar_words()
    return any(c.dep in ("mark", "advmod") and c.lower in words.conditions for c in doc.children(verb))


def _is_question(doc: Document, verb: Token) -> bool:
    if verb.dep not in ("ROOT", "ccomp", "conj"):
        return False
    return any(c.text[0] == "?" for c in doc.children(verb))
