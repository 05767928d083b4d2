"""Ties between events that the words state: "in response to", "after", "because of"."""

from collections.abc import Iterator, Mapping

from dateline.draft import Clause
from dateline.model.base import Span
from dateline.model.closed import LinkType
from dateline.parse.tree import Token
from dateline.stages.events.scene.lookups import Scene

_HOSTILE = frozenset({"ACCUSE", "ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "REJECT", "SANCTION", "THREATEN"})
_REACH = 3  # sentences back to what is answered


def find_links(
    scene: Scene, clause: Clause, events: Mapping[int, str | None]
) -> Iterator[tuple[LinkType, Clause, Span]]:
    """Yield the clauses that a clause is tied to, with the tie and its words.

    Args:
        scene: The report.
        clause: The clause of an event.
        events: The types of the events that clauses tell, by the clause's index.
    """
    yield from _prepositional(scene, clause)
    yield from _adverbial(scene, clause)
    yield from _caused(scene, clause)
    yield from _campaign(scene, clause)
    yield from _retort(scene, clause, events)
    up = scene.clause(clause.governor)
    if up is not None and up.lemma in scene.words.one.follow and _is(up, "agent", clause):
        theme = up.get("theme")
        target = None if theme is None else scene.index.act_at.get(theme.head)
        if target is not None:
            yield "follows", target, up.span


def _caused(scene: Scene, clause: Clause) -> Iterator[tuple[LinkType, Clause, Span]]:
    """Yield what "prompted" or "sparked" a clause, "a step prompted by the abduction" included."""
    for verb in scene.index.below.get(clause.index, ()):
        cause = verb.get("agent") if verb.lemma in scene.words.one.prompting and verb.voice == "passive" else None
        target = None if cause is None else scene.index.act_at.get(cause.head)
        if target is not None and target.index != clause.index:
            yield "caused-by", target, verb.span
    up = scene.clause(clause.governor)
    if up is None or up.lemma not in scene.words.one.prompting:
        return
    # "Prompted the army to shell the town" governs a clause, "prompted a protest" a noun.
    effect = up.get("content") or up.get("theme")
    cause = up.get("agent")
    target = None if cause is None else scene.index.act_at.get(cause.head)
    if effect is not None and effect.head == clause.token and target is not None and target.index != clause.index:
        yield "caused-by", target, up.span


def _campaign(scene: Scene, clause: Clause) -> Iterator[tuple[LinkType, Clause, Span]]:
    """Yield the campaign that an act is said to be "part of"."""
    doc = scene.doc
    for part in scene.parts(clause):
        of = doc.child(part, "prep")
        noun = doc.child(of, "pobj") if of is not None and of.lower == "of" else None
        target = None if noun is None else scene.index.act_at.get(noun.i)
        # "Shelled the town and held a march that was part of a campaign": the shelling is not part of it.
        if target is None or target.index == clause.index or target.pos != "noun" or _holder(scene, part) != clause:
            continue
        yield "part-of-campaign", target, (part.start, doc.head(noun).end if noun is not None else part.end)


def _holder(scene: Scene, token: Token) -> Clause | None:
    return next((scene.index.act_at[t.i] for t in scene.doc.ancestors(token) if t.i in scene.index.act_at), None)


def _retort(scene: Scene, clause: Clause, events: Mapping[int, str | None]) -> Iterator[tuple[LinkType, Clause, Span]]:
    """Yield what "answered with mortar fire", "retaliated" answers: what was told right before."""
    up = scene.clause(clause.governor)
    verb = next((c for c in (clause, up) if c is not None and _answers(scene, c)), None)
    if verb is None:
        return
    here = scene.sentence(clause)
    before = [
        c for c in scene.draft.clauses
        # "Retaliated" answers a blow, not the talks that were told between.
        if events.get(c.index) in _HOSTILE and c.token < min(verb.token, clause.token)
    ]  # fmt: skip
    last = max((scene.sentence(c) for c in before), default=-_REACH - 1)
    if here - last <= _REACH:
        # Of what the last sentence tells, the first act: "shelled the town, killing three" is answered as a whole.
        yield "response-to", next(c for c in before if scene.sentence(c) == last), verb.span


def _answers(scene: Scene, clause: Clause) -> bool:
    return clause.pos == "verb" and clause.lemma in scene.words.shared.answering


def _is(up: Clause, role: str, clause: Clause) -> bool:
    found = up.get(role)
    return found is not None and found.head == clause.token


def _prepositional(scene: Scene, clause: Clause) -> Iterator[tuple[LinkType, Clause, Span]]:
    for a in clause.arguments:
        if a.prep is None:
            continue
        head = scene.token(a)
        target = scene.index.act_at.get(a.head)
        cue = scene.doc.head(head)
        tie = _tie(scene, a.prep)
        if a.prep in ("in", "as") and head.lemma in scene.words.one.answers:
            yield from _answer(scene, clause, head.i)
        elif tie is not None and target is not None and target.index != clause.index:
            yield tie, target, (cue.start, cue.end)


def _tie(scene: Scene, preposition: str) -> LinkType | None:
    if preposition in scene.words.one.follow_ties:
        return "follows"
    return "caused-by" if preposition in scene.words.one.cause_ties else None


def _answer(scene: Scene, clause: Clause, noun: int) -> Iterator[tuple[LinkType, Clause, Span]]:
    doc = scene.doc
    for prep in doc.children(doc.tokens[noun]):
        # "In retaliation for", "in response to", "as a reprisal against".
        if prep.dep == "prep" and prep.lower in ("to", "for", "against"):
            for inner in doc.children(prep):
                target = scene.index.act_at.get(inner.i)
                if target is not None and target.index != clause.index:
                    yield "response-to", target, (doc.head(doc.tokens[noun]).start, prep.end)


def _adverbial(scene: Scene, clause: Clause) -> Iterator[tuple[LinkType, Clause, Span]]:
    """Yield "after militants seized the town" and "because …" clauses below this one."""
    doc = scene.doc
    # "Carried out raids after …": what comes after hangs on the light verb, the act is the noun.
    verbs = {clause.token, clause.support}
    for token in (t for verb in verbs if verb is not None for t in doc.children(doc.tokens[verb]) if t.dep == "advcl"):
        c = scene.index.act_at.get(token.i)
        if c is not None:
            for mark in doc.children(token):
                if (
                    mark.dep == "mark"
                    and mark.lower in ("after", "because", "since")
                    and not _bounds(scene, clause, mark)
                ):
                    yield ("caused-by" if mark.lower == "because" else "follows"), c, (mark.start, mark.end)


def _bounds(scene: Scene, clause: Clause, mark: Token) -> bool:
    """Tell "has grown since the army took power", which only says from when."""
    verb = scene.doc.tokens[clause.token]
    return mark.lower == "since" and any(c.lower in ("has", "have") for c in scene.doc.children(verb))
