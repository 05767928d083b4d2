"""The tense of the verb that a time goes with, as the parse has it."""

from dateline.grammar.forms import PRESENT, is_infinitive, is_verb
from dateline.grammar.subjects import governing_verb
from dateline.lexicon.times import Verbs, load_times
from dateline.model.closed import Tense
from dateline.parse.tree import Document, Token

_PLANNED = frozenset({"VBN", "VBG", "JJ"})


def tense_at(document: Document, offset: int, verbs: Verbs) -> Tense:
    """Return the tense of the verb that governs the token at this offset; none where there is no telling.

    "Future" is whatever points ahead: "will meet", "is due to meet", "agreed to meet", "begins on Friday".
    """
    inside = document.tokens_in((offset, offset + 1))
    if not inside:
        return "none"
    if inside[0].dep == "pobj" and document.head(inside[0]).lower == "for":
        return "future"  # "called a strike for Friday"
    verb = inside[0] if is_verb(inside[0]) else governing_verb(document, inside[0])
    return "none" if verb is None else _tense(document, verb, verbs)


def _tense(document: Document, verb: Token, verbs: Verbs) -> Tense:
    helpers = [c for c in document.children(verb) if c.dep in {"aux", "auxpass"}]
    words = {c.lower for c in helpers}
    if words & verbs.ahead:
        return "future"
    if verb.tag == "VBD" or words & load_times().verbs.perfect or any(c.tag == "VBD" for c in helpers):
        return "future" if _planned(verb, verbs) and not words & load_times().verbs.perfect else "past"
    if is_infinitive(document, verb):
        return _infinitive(document, verb, verbs)
    if verb.tag in PRESENT or any(c.tag in PRESENT for c in helpers):
        return _present(document, verb, verbs)
    if verb.tag == "VBG":
        head = document.head(verb)
        return _tense(document, head, verbs) if head is not verb and is_verb(head) else "none"
    return "past" if verb.tag == "VBN" else "none"


def _planned(verb: Token, verbs: Verbs) -> bool:
    return verb.lemma in verbs.plans and verb.tag in _PLANNED


def _infinitive(document: Document, verb: Token, verbs: Verbs) -> Tense:
    head = document.head(verb)
    if head is verb:
        return "future"
    if head.pos == "AUX" and head.lemma == "be" and head.tag in PRESENT:
        return "future"  # "are to meet on Saturday"
    if head.lemma in verbs.plans:
        beside = (*document.children(head), *document.children(document.head(head)))
        return "past" if any(c.lower == "had" for c in beside) else "future"
    if head.lemma in verbs.aspects and is_verb(head):
        return _tense(document, head, verbs)
    return "none"


def _present(document: Document, verb: Token, verbs: Verbs) -> Tense:
    """The present of a timetable points ahead; in a headline it tells of what has been."""
    if document.sentence_of(verb).part == "headline":
        return "present"
    return "future" if _planned(verb, verbs) or verb.lemma in verbs.timetable else "present"
