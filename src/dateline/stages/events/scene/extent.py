"""Which words belong to a clause."""

from collections.abc import Iterator

from dateline.draft import Clause
from dateline.parse.tree import Token
from dateline.stages.events.scene.lookups import Scene


def own_words(scene: Scene, clause: Clause) -> tuple[Token, ...]:
    """Return the words of a clause that no other clause owns, in order; found once for each clause."""
    known = scene.own_words.get(clause.index)
    if known is None:
        known = scene.own_words[clause.index] = tuple(sorted(_own_words(scene, clause), key=lambda t: t.i))
    return known


def _own_words(scene: Scene, clause: Clause) -> Iterator[Token]:
    """Yield the trigger, the light verb that carries it, and what hangs on them, but for what other verbs own."""
    doc = scene.doc
    todo = [doc.tokens[i] for i in (clause.token, clause.support) if i is not None]
    seen = {t.i for t in todo}
    while todo:
        t = todo.pop()
        yield t
        for c in doc.children(t):
            inner = scene.index.act_at.get(c.i)
            # "Rebels who fled shelled the town": other verbs own their words; a noun shares its own with its verb.
            if c.i not in seen and (inner is None or inner.index == clause.index or inner.pos == "noun"):
                seen.add(c.i)
                todo.append(c)
