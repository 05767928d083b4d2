"""Which words belong to a clause."""

from dateline.draft import Clause
from dateline.parse.tree import Token
from dateline.stages.events.found import Scene


def clause_tokens(scene: Scene, clause: Clause) -> list[Token]:
    """Return the tokens whose dependents are the clause's own: the trigger and the light verb that carries it."""
    out = [scene.doc.tokens[clause.token]]
    if clause.support is not None:
        out.append(scene.doc.tokens[clause.support])
    return out


def own_words(scene: Scene, clause: Clause) -> list[Token]:
    """Return the words of a clause that no other clause owns, in order."""
    doc = scene.doc
    out: list[Token] = []
    todo = clause_tokens(scene, clause)
    seen = {t.i for t in todo}
    while todo:
        t = todo.pop()
        out.append(t)
        for c in doc.children(t):
            inner = scene.clause_at.get(c.i)
            if c.i not in seen and (inner is None or inner.index == clause.index or inner.pos == "noun"):
                seen.add(c.i)
                todo.append(c)
    return sorted(out, key=lambda t: t.i)
