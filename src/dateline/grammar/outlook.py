"""Whether a verb points back or ahead: what is over, what is under way, what is still to come."""

from dateline.grammar.forms import PRESENT, is_infinitive, is_verb
from dateline.lexicon.reading.grammar import GrammarWords, grammar_words
from dateline.model.closed import Tense
from dateline.parse.tree import Document, Token

_PLANNED = frozenset({"VBN", "VBG", "JJ"})
_HELPERS = frozenset({"aux", "auxpass"})


def outlook(doc: Document, verb: Token) -> Tense:
    """Return whether what a verb says lies before or after the day of the report; none where there is no telling.

    "Future" is whatever points ahead: "will meet", "is due to meet", "agreed to meet", "begins on Friday". The verb's
    tense is only that of its form.
    """
    words = grammar_words()
    helpers = [c for c in doc.children(verb) if c.dep in _HELPERS]
    forms = {c.lower for c in helpers}
    # "Will", "may", "is going to": before the form of the verb is looked at.
    if forms & words.ahead:
        return "future"
    perfect = bool(forms & words.perfect_forms)
    if verb.tag == "VBD" or perfect or any(c.tag == "VBD" for c in helpers):
        # "Was set to meet" looks ahead, "had planned to meet" back.
        return "future" if _is_planned(verb, words) and not perfect else "past"
    if is_infinitive(doc, verb):
        return _infinitive(doc, verb, words)
    if verb.tag in PRESENT or any(c.tag in PRESENT for c in helpers):
        return _present(doc, verb, words)
    if verb.tag == "VBG":
        head = doc.head(verb)
        # "Arresting two, police ended it": a participle goes with its verb.
        return outlook(doc, head) if head is not verb and is_verb(head) else "none"
    return "past" if verb.tag == "VBN" else "none"


def _is_planned(verb: Token, words: GrammarWords) -> bool:
    return verb.lemma in words.planning and verb.tag in _PLANNED


def _infinitive(doc: Document, verb: Token, words: GrammarWords) -> Tense:
    head = doc.head(verb)
    if head is verb:
        return "future"
    if head.pos == "AUX" and head.lemma == "be" and head.tag in PRESENT:
        return "future"  # "are to meet on Saturday"
    if verb.dep in ("acl", "relcl") and verb.tag == "VBN" and not any(c.lower in words.nth for c in doc.children(head)):
        return "future"  # "a conference to be held in December", but "the first to be held since 2019"
    if head.lemma in words.planning:
        beside = (*doc.children(head), *doc.children(doc.head(head)))
        # "Had agreed to meet": by now it may be over.
        return "past" if any(c.lower == "had" for c in beside) else "future"
    return outlook(doc, head) if head.lemma in words.aspects and is_verb(head) else "none"


def _present(doc: Document, verb: Token, words: GrammarWords) -> Tense:
    """The present of a timetable points ahead; in a headline it tells of what has been."""
    if doc.sentence_of(verb).part == "headline":
        return "present"
    # "The summit opens on Friday", but "Police open fire" in a headline.
    return "future" if _is_planned(verb, words) or verb.lemma in words.timetable else "present"
