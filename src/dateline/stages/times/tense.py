"""The tense of the verb that a time goes with, as the parse has it."""

from dateline.model.closed import Tense
from dateline.parse.tree import Document, Token

_FUTURE = frozenset({"will", "'ll", "’ll", "shall", "wo", "would", "may", "might", "could", "can", "should", "must"})
_PLANS = frozenset({
    "expect", "plan", "schedule", "set", "due", "agree", "intend", "aim", "want", "hope", "promise", "pledge", "vow",
    "propose", "prepare", "slate", "decide", "seek", "ask", "urge", "go", "likely", "order", "ready", "threaten",
})  # fmt: skip
_ASPECTS = frozenset({"have", "begin", "start", "continue", "try", "help", "manage", "fail"})
_VERBS = frozenset({"VERB", "AUX"})
_COMING = frozenset({
    "summit", "election", "elections", "deadline", "vote", "referendum", "meeting", "talks", "conference", "visit",
    "ballot", "hearing", "inauguration",
})  # fmt: skip


def tense_at(document: Document, offset: int) -> Tense:
    """Return the tense of the verb that governs the token at this offset; none where there is no telling."""
    inside = document.tokens_in((offset, offset + 1))
    if not inside:
        return "none"
    verb = _governor(document, inside[0])
    return "none" if verb is None else _tense(document, verb)


def _governor(document: Document, token: Token) -> Token | None:
    if token.pos in _VERBS:
        return token
    return next((t for t in document.ancestors(token) if t.pos in _VERBS), None)


def _tense(document: Document, verb: Token) -> Tense:
    helpers = [c for c in document.children(verb) if c.dep in {"aux", "auxpass"}]
    words = {c.lower for c in helpers}
    if words & _FUTURE:
        return "future"
    if verb.tag == "VBD" or any(c.tag == "VBD" or c.lower in {"has", "have", "'ve", "’ve"} for c in helpers):
        return "future" if _planned(verb) and not words & {"had", "has", "have"} else "past"
    if any(c.tag == "TO" for c in helpers):
        return _infinitive(document, verb)
    if verb.tag in {"VBZ", "VBP", "VBG"} or any(c.tag in {"VBZ", "VBP"} for c in helpers):
        return _present(document, verb)
    if verb.tag == "VBN":
        return "past"
    return "none"


def _present(document: Document, verb: Token) -> Tense:
    if _planned(verb) and verb.tag != "VBG":
        return "future"
    if verb.tag == "VBG" and not any(c.dep == "aux" for c in document.children(verb)):
        head = document.head(verb)
        return _tense(document, head) if head is not verb and head.pos in _VERBS else "none"
    return "present"


def _infinitive(document: Document, verb: Token) -> Tense:
    head = document.head(verb)
    if head is verb:
        return "future"
    if head.lemma in _PLANS:
        return "past" if any(c.lower in {"had", "'d"} for c in document.children(head)) else "future"
    if head.lemma in _ASPECTS and head.pos in _VERBS:
        return _tense(document, head)
    return "none"


def _planned(verb: Token) -> bool:
    return verb.lemma in _PLANS and verb.tag in {"VBN", "VBG", "JJ"}
