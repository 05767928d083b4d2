"""The codebook's rules for acts still to come.

Source: PLOVER manual (2024-02) with the house decisions of docs/codebook.md: cooperation to come is AGREE; a withdrawal
to come is CONCEDE; force that an actor says it will use is THREATEN, a measure that it announces or orders is the
measure, planned; what an actor refuses to do or to grant is REJECT.
"""

from dataclasses import replace

from dateline.draft import Clause
from dateline.model.closed import EventType
from dateline.model.event import Content
from dateline.stages.events.scene.found import Act
from dateline.stages.events.scene.lookups import Scene
from dateline.stages.events.scene.party import Party
from dateline.stages.events.told.content import mode_by_content

_COOPERATIVE: frozenset[EventType] = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID"})
_WANTED: frozenset[EventType] = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT"})
_FORCE: frozenset[EventType] = frozenset({"ASSAULT", "PROTEST", "SANCTION", "COERCE", "MOBILIZE"})


def by_rule_of_future(scene: Scene, act: Act, actor: Party) -> Act:
    """Turn an act still to come into what the codebook makes of it; others pass unchanged."""
    if act.status == "negated" and act.type in _WANTED and actor and _refused(scene, act):
        # "Will not lift the sanctions", "did not give permission": what one refuses is REJECT.
        inside = Content(type=act.type, mode=act.modes[0] if act.modes else None)
        mode = mode_by_content("REJECT", inside)
        return replace(
            act, type="REJECT", modes=(mode,) if mode else (), content=inside, status="occurred", factuality=2.9
        )
    # "Will urge talks": a speech act to come is planned, and stays what it is.
    if act.status != "planned" or act.type is None or act.frame.content:
        return act
    inside = Content(type=act.type, mode=act.modes[0] if act.modes else None)
    if act.type in _COOPERATIVE:
        return replace(act, type="AGREE", modes=(), content=inside)
    if act.type == "RETREAT":
        return replace(act, type="CONCEDE", modes=(), content=inside)
    # "Said it would police the vote" threatens nobody.
    if act.type in _FORCE and "police" not in act.modes and actor and _only_said(scene, act, actor):
        mode = mode_by_content("THREATEN", inside)
        return replace(act, type="THREATEN", modes=(mode,) if mode else (), content=inside, status="occurred")
    return act


def _refused(scene: Scene, act: Act) -> bool:
    """Tell what one will not do, or does not grant, from what merely has not happened."""
    return act.clause.tense == "future" or (act.type == "CONCEDE" and act.clause.lemma in scene.words.told.granting)


def _only_said(scene: Scene, act: Act, actor: Party) -> bool:
    """Tell "says it will, may, plans to" from an actor that announces, orders or approves a measure."""
    up = scene.clause(act.clause.governor)
    if up is None:
        return False
    if up.lemma in scene.words.told.announce:
        return False
    return up.lemma in scene.words.told.intend and _same_actor(scene, actor, up)


def _same_actor(scene: Scene, actor: Party, up: Clause) -> bool:
    """Tell whether the one who says so is the one who would act; of another's plans nothing is threatened."""
    agent = up.get("agent")
    if agent is None:
        return False
    speakers = {m.actor for m in scene.index.mentions_at.get(agent.head, ())}
    countries = {scene.index.actors[a].country for a in speakers if a in scene.index.actors} - {None}
    return any(a in speakers or scene.index.actors[a].country in countries for a in actor.ids)
