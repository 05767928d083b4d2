"""What the report is about."""

from dateline.stages.events.scene.found import VERBAL, Found
from dateline.stages.events.scene.lookups import Scene

_STATUS = {
    "occurred": 1.0,
    "ongoing": 1.0,
    "planned": 0.6,
    "attempted": 0.4,
    "prevented": 0.6,
    "denied": -0.3,
    "negated": -0.5,
    "hypothetical": -1.2,
}


def weight(scene: Scene, members: tuple[Found, ...]) -> float:
    """Return how much of the report an event is: place in the report, rank in its sentence, parties, mentions."""
    first = members[0]
    doc = scene.doc
    sentence = doc.sentence_of(doc.tokens[first.clause.token])
    # A dozen sentences down, further down makes no difference.
    out = -0.35 * min(sentence.index, 12) + 0.25 * (len(members) - 1)
    out += 0.5 if sentence.part in ("headline", "lead") else 0.0
    out += _STATUS[first.status]
    out += 0.4 * bool(first.actors) + 0.4 * bool(first.recipients)
    out -= 0.8 * _depth(scene, first)
    # "Who had fled the raid of 2009": history is never what the report is about, while the news may be told late.
    out -= 2.0 if first.background else 0.0
    # "After the raid, ministers met": a noun is mostly there to date what the verb tells.
    if first.clause.pos == "noun" and first.clause.support is None:
        out -= 0.6
    return out


def _depth(scene: Scene, found: Found) -> int:
    """Return how many clauses stand above an event, reporting ones not counted."""
    depth = 0
    at = found.clause
    for _ in range(6):
        up = scene.clause(at.governor)
        if up is None:
            break
        told = up.lemma in scene.words.shared.reporting and at.relation in ("complement", "noun")
        # "Telephoned the king to congratulate him": what the call was for outranks the call.
        meant = at is found.clause and at.relation == "purpose" and found.type in VERBAL
        if not told and not meant:
            depth += 1
        at = up
    return depth
