"""The content of a speech act: type and mode of what it speaks of, and the modes that follow from them.

Source: PLOVER manual (2024-02) with the house decisions of docs/codebook.md.
"""

from collections.abc import Mapping

from dateline.draft import Clause
from dateline.lexicon.events.frames import Frame
from dateline.model.closed import EventType, Mode
from dateline.model.event import Content
from dateline.stages.events.scene.found import Match
from dateline.stages.events.scene.lookups import Scene

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


def content_record(inner: Clause, match: Match, modes: tuple[Mode, ...]) -> Content | None:
    """Return the content's type and mode; "not to attack" is a demand to yield, coded RETREAT ceasefire."""
    if match.frame.type is None:
        return None
    if match.frame.type in _NEGATED_YIELD and inner.polarity == "negative":
        return Content(type="RETREAT", mode="ceasefire") if match.frame.type == "ASSAULT" else Content(type="CONCEDE")
    return Content(type=match.frame.type, mode=modes[0] if modes else match.frame.mode)


def content_by_mode(frame: Frame) -> Content | None:
    """Return what a speech act's mode alone says of its content: help that is asked for, a meeting refused."""
    return _OF_MODE.get((frame.type, frame.mode)) if frame.mode is not None else None


def mode_by_content(type_: EventType | None, content: Content | None) -> Mode | None:
    """Return the mode of a request, a refusal or a threat by what it speaks of."""
    if type_ in ("REQUEST", "REJECT"):
        return None if content is None else _REQUEST.get(content.type, "change")
    if type_ == "THREATEN" and content is not None:
        # By mode before type: "threatened to expel" and "to leave the union" are threats of one type.
        return _THREATEN_MODE.get(content.mode) if content.mode in _THREATEN_MODE else _THREATEN.get(content.type)
    return None
