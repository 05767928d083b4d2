"""What a speech act speaks of, and the codebook's rules for acts still to come.

Source: PLOVER manual (2024-02) with the house decisions of docs/codebook.md: the speech act outranks what it speaks of;
cooperation to come is AGREE; a withdrawal to come is CONCEDE; force that an actor says it will use is THREATEN, a
measure that it announces or orders is the measure, planned.
"""

from collections.abc import Mapping
from dataclasses import replace

from dateline.draft import Clause
from dateline.lexicon.frames import Frame
from dateline.model.closed import EventType, Mode
from dateline.model.event import Content
from dateline.stages.events.frames.matching import Matcher
from dateline.stages.events.scene.found import Found, Match
from dateline.stages.events.scene.lookups import Scene

_COOPERATIVE: frozenset[EventType] = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID"})
_WANTED: frozenset[EventType] = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT"})
_FORCE: frozenset[EventType] = frozenset({"ASSAULT", "PROTEST", "SANCTION", "COERCE", "MOBILIZE"})

_REQUEST: Mapping[EventType, Mode] = {
    **dict.fromkeys(("AID", "COOPERATE", "SUPPORT", "MOBILIZE"), "assist"),
    **dict.fromkeys(("RETREAT", "CONCEDE"), "yield"),
    "CONSULT": "meet",
}
_THREATEN: dict[EventType, Mode] = {"SANCTION": "relations", "ASSAULT": "violence", "MOBILIZE": "violence"}
_THREATEN_MODE: Mapping[Mode | None, Mode] = {
    **dict.fromkeys(("restrict", "censor", "curfew", "martial-law", "withhold"), "restrict"),
    **dict.fromkeys(("expel", "deport"), "expel"),
    **dict.fromkeys(("discontinue", "withdraw"), "relations"),
    "arrest": "arrest",
    "seize": "territory",
}
_OF_MODE: Mapping[tuple[EventType | None, Mode], Content] = {
    ("REQUEST", "assist"): Content(type="AID"),
    ("REJECT", "assist"): Content(type="AID"),
    ("REQUEST", "meet"): Content(type="CONSULT"),
    ("REJECT", "meet"): Content(type="CONSULT"),
    ("THREATEN", "arrest"): Content(type="COERCE", mode="arrest"),
    ("THREATEN", "violence"): Content(type="ASSAULT"),
    ("THREATEN", "territory"): Content(type="ASSAULT"),
}
_NEGATED_YIELD: frozenset[EventType] = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "PROTEST", "THREATEN"})


def content_of(scene: Scene, matcher: Matcher, clause: Clause, frame: Frame) -> tuple[Clause, Match] | None:
    """Return the clause that a speech act speaks of, with its frame, or None where no frame knows it."""
    for role in frame.content.split("|") if frame.content else ():
        inner = matcher.complement(clause) if role == "complement" else _noun(scene, clause, role)
        if inner is None or inner.index == clause.index:
            continue
        best = matcher.best(inner)
        if best is not None:
            return inner, best
    return None


def _noun(scene: Scene, clause: Clause, role: str) -> Clause | None:
    for a in clause.arguments:
        if a.role == role:
            inner = scene.index.act_at.get(a.head)
            if inner is not None:
                return inner
    return None


def named_content(scene: Scene, clause: Clause, frame: Frame, contents: Mapping[str, Content]) -> Content | None:
    """Return what a noun names by itself where no frame codes it ("called for restraint")."""
    for role in (
        ("theme", *(r for r in frame.content.split("|") if r not in ("complement", "theme"))) if frame.content else ()
    ):
        for a in clause.arguments:
            if a.role != role:
                continue
            for token in scene.doc.conjuncts(scene.token(a)):
                first = scene.doc.hyphened(token)
                word = token.lemma.lower()
                found = contents.get(f"{first}-{word}" if first else word)
                if found is not None:
                    return found
    return None


def content_record(scene: Scene, inner: Clause, match: Match, modes: tuple[Mode, ...]) -> Content | None:
    """Return the content's type and mode; "stop the attacks" is a demand to yield, coded RETREAT ceasefire."""
    if match.frame.type is None:
        return None
    if match.frame.type in _NEGATED_YIELD and (inner.polarity == "negative" or _stopped(scene, inner)):
        return Content(type="RETREAT", mode="ceasefire") if match.frame.type == "ASSAULT" else Content(type="CONCEDE")
    return Content(type=match.frame.type, mode=modes[0] if modes else match.frame.mode)


def content_by_mode(frame: Frame) -> Content | None:
    """Return what a speech act's mode alone says of its content: help that is asked for, a meeting refused."""
    return _OF_MODE.get((frame.type, frame.mode)) if frame.mode is not None else None


def _stopped(scene: Scene, inner: Clause) -> bool:
    up = scene.clause(inner.governor)
    return up is not None and up.lemma in scene.words.told.stop


def mode_by_content(type_: EventType | None, content: Content | None) -> Mode | None:
    """Return the mode of a request, a refusal or a threat by what it speaks of."""
    if type_ in ("REQUEST", "REJECT"):
        return None if content is None else _REQUEST.get(content.type, "change")
    if type_ == "THREATEN" and content is not None:
        return _THREATEN_MODE.get(content.mode) if content.mode in _THREATEN_MODE else _THREATEN.get(content.type)
    return None


def by_rule_of_future(scene: Scene, found: Found) -> Found:
    """Turn an act still to come into what the codebook makes of it; others pass unchanged."""
    if found.status == "negated" and found.type in _WANTED and found.actors and _refused(scene, found):
        # "Will not lift the sanctions", "did not give permission": what one refuses is REJECT.
        inside = Content(type=found.type, mode=found.modes[0] if found.modes else None)
        mode = mode_by_content("REJECT", inside)
        return replace(
            found, type="REJECT", modes=(mode,) if mode else (), content=inside, status="occurred", factuality=2.9
        )
    if found.status not in ("planned",) or found.type is None or found.match.frame.content:
        return found
    inside = Content(type=found.type, mode=found.modes[0] if found.modes else None)
    if found.type in _COOPERATIVE:
        return replace(found, type="AGREE", modes=(), content=inside)
    if found.type == "RETREAT":
        return replace(found, type="CONCEDE", modes=(), content=inside)
    if found.type in _FORCE and "police" not in found.modes and found.actors and _only_said(scene, found):
        mode = mode_by_content("THREATEN", inside)
        return replace(found, type="THREATEN", modes=(mode,) if mode else (), content=inside, status="occurred")
    return found


def _refused(scene: Scene, found: Found) -> bool:
    """Tell what one will not do, or does not grant, from what merely has not happened."""
    return found.clause.tense == "future" or (
        found.type == "CONCEDE" and found.clause.lemma in scene.words.told.granting
    )


def _only_said(scene: Scene, found: Found) -> bool:
    """Tell "says it will, may, plans to" from an actor that announces, orders or approves a measure."""
    up = scene.clause(found.clause.governor)
    if up is None:
        return False
    if up.lemma in scene.words.told.announce:
        return False
    return up.lemma in scene.words.told.intend and _same_actor(scene, found, up)


def _same_actor(scene: Scene, found: Found, up: Clause) -> bool:
    """Tell whether the one who says so is the one who would act; of another's plans nothing is threatened."""
    agent = up.get("agent")
    if agent is None:
        return False
    speakers = {m.actor for m in scene.index.mentions_at.get(agent.head, ())}
    countries = {scene.index.actors[a].country for a in speakers if a in scene.index.actors} - {None}
    return any(a in speakers or scene.index.actors[a].country in countries for a in found.actors)
