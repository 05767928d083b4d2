"""Whom an act touches by the clauses around it: what it is for, what it would spare, what it hit."""

from dateline.draft import Clause
from dateline.stages.events.found import Scene
from dateline.stages.events.owners import parties
from dateline.stages.events.party import Party


def helped(scene: Scene, clause: Clause, *, exclude: frozenset[str]) -> Party:
    """Return who is to gain by what is given "to support refugees", "to help Mali rebuild"."""
    below = (c for c in scene.draft.clauses if c.governor == clause.index and c.relation == "purpose")
    for purpose in below:
        for role in ("theme", "recipient", "to", "for"):
            found = parties(scene, purpose, role, exclude=exclude)
            if found:
                return found
    return Party()


def aimed_at(scene: Scene, clause: Clause, *, exclude: frozenset[str]) -> Party:
    """Return whom force was used on by what it was for: "fired tear gas to disperse the teachers"."""
    for c in scene.below.get(clause.index, ()):
        if c.relation in ("purpose", "complement") and c.lemma in scene.words.aims:
            found = parties(scene, c, "theme", exclude=exclude)
            if found:
                return found
    return Party()


def warned(scene: Scene, clause: Clause, *, exclude: frozenset[str]) -> Party:
    """Return who is to give in: "threatened to strike unless the ministry paid"."""
    held = {clause.index, *(c.index for c in scene.below.get(clause.index, ()) if c.relation == "complement")}
    for index in sorted(held):
        for c in scene.below.get(index, ()):
            if c.relation == "condition":
                found = parties(scene, c, "agent", exclude=exclude)
                if found:
                    return found
    return Party()


def met(scene: Scene, clause: Clause, *, exclude: frozenset[str]) -> Party:
    """Return whom a visit is to, where it is "for talks with" somebody."""
    for c in scene.below.get(clause.index, ()):
        if c.relation == "noun" and c.lemma in scene.words.gatherings:
            found = parties(scene, c, "with", exclude=exclude)
            if found:
                return found
    return Party()


def struck(scene: Scene, clause: Clause, *, exclude: frozenset[str]) -> Party:
    """Return whom an act hits that is the subject of its sentence: "an air strike hit a camp run by the militia"."""
    up = scene.clause(clause.governor)
    if up is None or up.lemma not in scene.words.striking or up.voice != "active" or not _is_agent(up, clause):
        return Party()
    return parties(scene, up, "theme", exclude=exclude)


def _is_agent(up: Clause, clause: Clause) -> bool:
    agent = up.get("agent")
    return agent is not None and agent.head == clause.token
