"""Who acts: by the frame's role, as who permits, announces or is minded to, with those who act alongside."""

from dateline.draft import Argument, Clause
from dateline.lexicon.events.frames import Frame
from dateline.model.groups import ARMED
from dateline.parse.tree import Token
from dateline.stages.events.scene.found import Inner
from dateline.stages.events.scene.lookups import Scene
from dateline.stages.events.scene.party import NOBODY, Party, join, keep
from dateline.stages.events.who.bystanders import is_building
from dateline.stages.events.who.given import with_givers
from dateline.stages.events.who.owners import parties, party
from dateline.stages.events.who.stated import stated

_SPEAKING = frozenset({"person", "office"})


def actor_of(scene: Scene, clause: Clause, frame: Frame, inner: Inner | None) -> Party:
    """Return who acts; of a mutual act all its sides.

    Args:
        scene: The report.
        clause: The clause that the frame fits.
        frame: The frame.
        inner: The clause that it speaks of or governs.
    """
    complement = None if inner is None else inner.clause
    # "Let the convoy pass": whoever permits has done what the report tells, before any other.
    actor = _permitter(scene, clause) or stated(scene, clause, frame.actor, complement)
    actor = actor or _announcer(scene, clause, frame) or _minded(scene, clause) or _launcher(scene, clause, frame)
    actor = with_givers(scene, clause, actor)
    if frame.type == "ASSAULT":  # "the bombing of a mosque that killed two": what was hit harms nobody
        actor = keep(actor, lambda i, _: not is_building(scene, i))
    if actor:
        actor = join(actor, _companions(scene, clause))
    if frame.reciprocal:
        # "Fought the rebels": the object of a mutual act is its other side, but "swapped prisoners" names a thing.
        ties = (tie for tie in scene.words.who.side_ties if tie != "theme" or not _exchanged(clause, frame))
        return join(actor, *(stated(scene, clause, tie, None) for tie in ties))
    return actor


def _exchanged(clause: Clause, frame: Frame) -> bool:
    """Tell whether the object of a mutual act is a matter and no side: "swapped prisoners with Mali"."""
    return clause.pos == "verb" and frame.mode == "release"


def _permitter(scene: Scene, clause: Clause) -> Party:
    """Return who allows an act that another is to do: the act that the report tells is the permission's."""
    up = scene.clause(clause.governor)
    if up is None or up.lemma not in scene.words.shared.permit or clause.relation != "complement":
        return NOBODY
    return join(*(party(scene, a) for a in up.arguments if a.role == "agent"))


def _announcer(scene: Scene, clause: Clause, frame: Frame) -> Party:
    """Return who announces, orders or begins an act that names no actor of its own, or answers by it.

    "Announced the release of …", "responded with air strikes".
    """
    up = scene.clause(clause.governor)
    if up is None or frame.actor == "" or clause.relation not in ("noun", "complement"):
        return NOBODY
    # "Answered with air strikes": only the act that is the answer is theirs.
    answers = up.lemma in scene.words.shared.answering
    by_it = answers and any(a.role == "with" and a.head == clause.token for a in up.arguments)
    if not by_it and up.lemma not in scene.words.who.own_act:
        return NOBODY
    # "Announced that the army had withdrawn": a clause with a tense names its own doer.
    if clause.voice == "passive" or (clause.pos == "verb" and clause.tense != "none"):
        return NOBODY
    found = join(*(party(scene, a) for a in up.arguments if a.role == "agent"))
    if up.lemma != "claim":
        return found
    return keep(found, lambda i, _: scene.index.actors[i].kind not in _SPEAKING)  # a spokesman claims for others


def _minded(scene: Scene, clause: Clause) -> Party:
    """Return who is "committed to reform", "opposed to a deal": a passive in form alone."""
    # "Committed to reform": only with "to" is the passive none.
    if clause.voice != "passive" or clause.lemma not in scene.words.who.minded or clause.get("to") is None:
        return NOBODY
    return parties(scene, clause, "theme", exclude=frozenset())


def _launcher(scene: Scene, clause: Clause, frame: Frame) -> Party:
    """Return whose jets or guns an attack comes from: "airstrikes from Chad's jets", "under fire from the rebels".

    What is shot down comes from whoever launched it: "intercepted three missiles from Chad".
    """
    if frame.type != "ASSAULT":
        return NOBODY
    doc = scene.doc
    launched = frame.actor == "theme"
    told = (a for a in clause.arguments if a.prep or (launched and a.role == "theme"))
    nouns = [doc.tokens[clause.token], *map(scene.token, told)]
    ties = (p for noun in nouns for p in doc.children(noun) if p.dep == "prep" and p.lower == "from")
    for token in (t for prep in ties for t in doc.children(prep) if t.dep == "pobj"):
        found = party(scene, Argument(role="from", head=token.i, span=(token.start, token.end)))
        # "Shots from the crowd": who bears no arms shot only where the noun is a gun's.
        armed = keep(found, lambda i, _: not ARMED.isdisjoint(scene.index.actors[i].sectors))
        if armed or launched or token.lemma.lower() in scene.words.who.launchers:
            return armed or found
    return NOBODY


def _companions(scene: Scene, clause: Clause) -> Party:
    """Return who did it too: "alongside Germany", "together with Chad", "along with Chad"."""
    doc = scene.doc
    agents = (doc.tokens[a.head] for a in clause.arguments if a.role == "agent")
    found: list[Token] = []
    for head in (doc.tokens[clause.token], *agents):
        for prep in doc.children(head):
            # "With Germany" may be against it; "together with Germany" is not.
            if prep.lower in ("alongside", "with") and (prep.lower == "alongside" or doc.child(prep, "advmod")):
                found.extend(c for c in doc.children(prep) if c.dep == "pobj")
            if prep.lower in ("along", "together"):
                found.extend(
                    c for w in doc.children(prep) if w.lower == "with" for c in doc.children(w) if c.dep == "pobj"
                )
    return join(*(party(scene, Argument(role="with", head=t.i, span=(t.start, t.end))) for t in found))
