"""How words stand to a mention of an event: the way through the tree, the role, the side, the distance."""

from collections.abc import Iterator

from dateline.grammar.coordination import first_of
from dateline.model.base import Span
from dateline.parse.tree import Document, Token
from dateline.stages.events.scene.found import Found
from dateline.stages.events.scene.lookups import Scene

_STEPS = 5
"""Steps up, and down, that a way through the tree may have; what is farther is said to be far."""
_BLOCK, _BLOCKS = 4, 4  # words that count as one step away, and the steps from which away is far
_SENTENCES = 3


def standing(scene: Scene, found: Found, head: Token, span: Span) -> Iterator[tuple[str, object]]:
    """Yield how words with this head stand to a mention."""
    clause, doc = found.clause, scene.doc
    token = doc.tokens[clause.token]
    apart = doc.sentence_of(head).index - doc.sentence_of(token).index
    yield "apart", max(-_SENTENCES, min(apart, _SENTENCES))
    # Across a full stop no way leads through the tree: the part of the report is all that can be said.
    if apart:
        yield "other sentence", doc.sentence_of(head).part
        return
    # "Shelled Arbin, Jobar and Zamalka": all of a row stand where its first word stands.
    first = first_of(doc, head)
    listed = "" if first.i in (head.i, token.i) else ">conj"
    stands = first if listed else head
    yield "path", f"{path(doc, token, stands)}{listed}|{clause.voice}"
    if clause.support is not None:
        yield "support path", f"{path(doc, doc.tokens[clause.support], stands)}{listed}"
    argument = next((a for a in clause.arguments if a.head in (head.i, stands.i)), None)
    yield "argument", argument and f"{argument.role}|{argument.prep}|{clause.voice}"
    side = "before" if span[0] < clause.span[0] else "after"
    yield "side", f"{side}|{min(abs(head.i - token.i) // _BLOCK, _BLOCKS)}"
    up = scene.clause(clause.governor)
    outer = next((a for a in up.arguments if a.head in (head.i, stands.i)), None) if up else None
    yield "outer argument", outer and f"{outer.role}|{clause.relation}"


def path(doc: Document, start: Token, end: Token) -> str:
    """Return the dependencies from one token up and down to another, prepositions with their word, or "far"."""
    ups, at, told = {start.i: ""}, start, ""
    for _ in range(_STEPS):
        if at.head == at.i:
            break
        told += f"<{at.dep}"
        at = doc.tokens[at.head]
        ups[at.i] = told
    down, at = "", end
    for _ in range(_STEPS):
        if at.i in ups:
            return f"{ups[at.i]}{down}"
        down = f">{at.dep}:{at.lower}{down}" if at.dep == "prep" else f">{at.dep}{down}"
        at = doc.tokens[at.head]
    return "far"
