"""What is done in saying it: the cue's act, turned by negation, or that of the clause it introduces."""

from dateline.lexicon.speech import Cue, Pattern, SpeechLexicon
from dateline.model.closed import Act
from dateline.parse.tree import Document, Token

_OPPOSITE: dict[Act, Act] = {"support": "oppose", "oppose": "support", "assert": "decline", "promise": "decline"}
_INNER: frozenset[Act] = frozenset({"support", "oppose", "demand", "promise", "deny", "accuse", "threaten"})


def find_act(document: Document, verb: Token, entry: Cue) -> Act:
    """Return the act of a cue: "did not support" opposes, "did not say" declines."""
    if document.child(verb, "neg") is None:
        return entry.act
    return _OPPOSITE.get(entry.act, entry.act)


def inner_act(document: Document, root: Token, speaker: Token | None, lexicon: SpeechLexicon) -> Act | None:
    """Return the act of a clause said about oneself: "said he supports the plan" supports."""
    uses = lexicon.verbs.get(root.lemma.lower())
    subject = document.child(root, "nsubj")
    if uses is None or subject is None or speaker is None or subject.tag != "PRP":
        return None
    acts = {cue.act for pattern, cue in uses.by_pattern.items() if _fits(document, root, pattern)}
    return find_act(document, root, next(iter(uses.by_pattern.values()))) if len(acts) == 1 and acts <= _INNER else None


def object_act(noun: Token | None, lexicon: SpeechLexicon) -> Act | None:
    """Return the act of a noun of saying: "voiced support for the truce" supports."""
    uses = lexicon.nouns.get(noun.lemma.lower()) if noun is not None else None
    return next(iter(uses.by_pattern.values())).act if uses is not None else None


def _fits(document: Document, root: Token, pattern: Pattern) -> bool:
    """Tell whether a pattern can hold for a verb, by its dependents alone."""
    if pattern == "object":
        return document.child(root, "dobj") is not None
    if pattern in ("infinitive", "person-infinitive", "gerund"):
        return document.child(root, "xcomp", "ccomp") is not None
    return any(c.dep == "prep" and c.lower == pattern.removeprefix("object-") for c in document.children(root))
