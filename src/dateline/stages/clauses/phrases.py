"""The words of an argument, and the small questions that all readers of arguments ask."""

from collections.abc import Iterator

from dateline.draft import Argument
from dateline.parse.tree import Document, Token

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"})
_PREPOSITION = frozenset({"prep", "agent", "dative"})
_PREPOSITION_POS = frozenset({"ADP", "SCONJ", "VERB", "PART"})  # "including" and "according" are tagged VERB
_JOINED = frozenset({"of", "to", "with", "for"})  # second prepositions that tell the role ("out of", "along with")


def verb_lemma(doc: Document, verb: Token) -> str:
    """Return the lemma with its particle joined ("shut down")."""
    particle = doc.child(verb, "prt")
    lemma = verb.lemma.lower()
    return lemma if particle is None else f"{lemma} {particle.lower}"


def is_infinitive(doc: Document, verb: Token) -> bool:
    """Tell "to strike"; not a bare form after an auxiliary."""
    if verb.tag != "VB" and verb.pos != "AUX":  # only the bare form takes "to"; saves the look at its children
        return False
    return any(c.lower == "to" and c.dep == "aux" for c in doc.children(verb))


def is_for_infinitive(doc: Document, verb: Token) -> bool:
    """Tell "for X to do": what is called for, not why."""
    return verb.tag in ("VB", "VBN") and any(c.dep == "mark" and c.lower == "for" for c in doc.children(verb))


def np_span(doc: Document, head: Token) -> tuple[int, int]:
    """Return the words from the left edge of a noun phrase to its head."""
    left = head
    while True:
        kids = doc.children(left)
        if not kids or kids[0].i >= left.i or kids[0].dep in ("punct", "cc", "preconj"):
            break
        left = kids[0]
    return (min(left.start, head.start), head.end)


def argument(doc: Document, role: str, head: Token, prep: str | None = None) -> Argument:
    """Make an argument from its head token; a clause's argument is the verb alone."""
    span = np_span(doc, head) if head.pos in _NOMINAL else (head.start, head.end)
    return Argument(role=role, head=head.i, span=span, prep=prep)


def prepositions(doc: Document, token: Token) -> Iterator[Argument]:
    """Yield the prepositional arguments of a token; "out of X" gives X with both prepositions' names joined."""
    for prep in doc.children(token):
        if prep.dep not in _PREPOSITION or prep.pos not in _PREPOSITION_POS:
            continue
        name = prep.lower
        for inner in doc.children(prep):
            if inner.dep == "pobj":
                yield argument(doc, "agent" if prep.dep == "agent" else name, inner, name)
            elif inner.dep == "pcomp":
                yield argument(doc, name, inner, name)
            elif inner.dep == "prep":
                yield from _inner(doc, name, inner)


def _inner(doc: Document, name: str, prep: Token) -> Iterator[Argument]:
    for inner in doc.children(prep):
        if inner.dep in ("pobj", "pcomp"):
            role = f"{name} {prep.lower}" if prep.lower in _JOINED else name
            yield argument(doc, role, inner, role)
