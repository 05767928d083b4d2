"""Ties between events that the words state: "in response to", "after", "because of"."""

from collections.abc import Iterator, Mapping

from dateline.draft import Clause
from dateline.model.base import Span
from dateline.model.closed import LinkType
from dateline.stages.events.found import Scene

_PREPOSITIONS: Mapping[str, LinkType] = {
    "after": "follows", "following": "follows", "because of": "caused-by", "due to": "caused-by", "over": "caused-by",
    "since": "follows", "for": "caused-by",
}  # fmt: skip
_STRONG = frozenset({"after", "following", "because of", "due to"})


def find_links(scene: Scene, clause: Clause) -> Iterator[tuple[LinkType, Clause, Span]]:
    """Yield the clauses that a clause is tied to, with the tie and its words."""
    yield from _prepositional(scene, clause)
    yield from _adverbial(scene, clause)
    up = scene.clause(clause.governor)
    if up is not None and up.lemma in scene.words.follow and _is(up, "agent", clause):
        theme = up.get("theme")
        target = None if theme is None else scene.clause_at.get(theme.head)
        if target is not None:
            yield "follows", target, up.span


def _is(up: Clause, role: str, clause: Clause) -> bool:
    found = up.get(role)
    return found is not None and found.head == clause.token


def _prepositional(scene: Scene, clause: Clause) -> Iterator[tuple[LinkType, Clause, Span]]:
    for a in clause.arguments:
        if a.prep is None:
            continue
        head = scene.token(a)
        target = scene.clause_at.get(a.head)
        cue = scene.doc.head(head)
        if a.prep in ("in", "as") and head.lemma in scene.words.answers:
            yield from _answer(scene, clause, head.i)
        elif a.prep in _STRONG and target is not None and target.index != clause.index:
            yield _PREPOSITIONS[a.prep], target, (cue.start, cue.end)


def _answer(scene: Scene, clause: Clause, noun: int) -> Iterator[tuple[LinkType, Clause, Span]]:
    doc = scene.doc
    for prep in doc.children(doc.tokens[noun]):
        if prep.dep == "prep" and prep.lower in ("to", "for", "against"):
            for inner in doc.children(prep):
                target = scene.clause_at.get(inner.i)
                if target is not None and target.index != clause.index:
                    yield "response-to", target, (doc.head(doc.tokens[noun]).start, prep.end)


def _adverbial(scene: Scene, clause: Clause) -> Iterator[tuple[LinkType, Clause, Span]]:
    """Yield "after militants seized the town" and "because …" clauses below this one."""
    doc = scene.doc
    verbs = {clause.token, clause.support}
    for token in (t for verb in verbs if verb is not None for t in doc.children(doc.tokens[verb]) if t.dep == "advcl"):
        c = scene.clause_at.get(token.i)
        if c is not None:
            for mark in doc.children(token):
                if mark.dep == "mark" and mark.lower in ("after", "because", "since"):
                    yield ("caused-by" if mark.lower == "because" else "follows"), c, (mark.start, mark.end)
