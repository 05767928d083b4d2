"""A sentence that only counts those harmed, and that no frame takes for an act: "Nine were killed and two hurt"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.draft import Clause
from dateline.model.closed import QuantityKind
from dateline.model.event import Quantity
from dateline.stages.events.scene.beside import by_sentence
from dateline.stages.events.scene.found import Found
from dateline.stages.events.scene.lookups import Scene
from dateline.stages.events.scene.reference import is_definite
from dateline.stages.events.toll.next_sentence import act_before
from dateline.stages.events.toll.quantities import Counting, find_quantities

_FATES = frozenset({"killed", "injured", "missing", "displaced"})
# A clause with an argument more says where, why or how, and is an act of its own.
_BARE = frozenset({"agent", "theme", "complement"})


@dataclass(frozen=True, slots=True)
class Counted:
    """The mentions with what was counted after them, and the clauses that only count."""

    found: list[Found]
    clauses: frozenset[int]


def count_bare(scene: Scene, found: Sequence[Found]) -> Counted:
    """Add the numbers of sentences that only count the harmed to the act told before them."""
    out, used = list(found), set[int]()
    places = by_sentence(scene, found)
    for clause in scene.draft.clauses:
        here = scene.sentence(clause)
        # A sentence that tells an act counts the dead of that act, not of the one before.
        if here in places or not _only_counts(scene, clause):
            continue
        at = act_before(scene, out, places, here)
        numbers = () if at is None else _numbers(scene, clause)
        # "Nine were killed" after a raid that has its dead may be of another raid.
        if at is None or not numbers or {q.kind for q in out[at].quantities} & {q.kind for q in numbers}:
            continue
        out[at] = out[at].with_quantities(numbers)
        used.add(clause.index)
    return Counted(out, frozenset(used))


def _only_counts(scene: Scene, clause: Clause) -> bool:
    """Tell a main clause of harm that names no doer but the act, and no place or day of its own."""
    if clause.pos != "verb" or not _stands_alone(scene, clause) or _fate(scene, clause) is None:
        return False
    if any(a.role not in _BARE for a in clause.arguments) or clause.modality is not None:
        return False
    # "On Sunday nine were killed": with a day of its own it is another act.
    if scene.sentence(clause) in scene.index.times_in:
        return False
    return _suffers(clause) or _by_the_act(scene, clause)


def _stands_alone(scene: Scene, clause: Clause) -> bool:
    """Tell a main clause, and what is all that somebody says: "nine died, the mayor said"."""
    up = scene.clause(clause.governor)
    return up is None or (clause.relation == "complement" and up.lemma in scene.words.shared.reporting)


def _fate(scene: Scene, clause: Clause) -> QuantityKind | None:
    words = scene.words.toll
    if clause.lemma in words.deaths:
        return "killed"
    if clause.lemma in words.wounds:
        return "injured"
    return "missing" if clause.lemma == "miss" else None


def _suffers(clause: Clause) -> bool:
    """Tell whether those counted are the subject: "nine died", "nine were killed", "nine are missing"."""
    # "Nine died": the one that dies stands where doers stand, and has no object beside it.
    one = clause.get("theme") is None or clause.get("agent") is None
    return one and (clause.voice == "passive" or clause.get("theme") is None)


def _by_the_act(scene: Scene, clause: Clause) -> bool:
    """Tell "the attack killed nine", which points back to the act."""
    agent = clause.get("agent")
    act = None if agent is None else scene.index.act_at.get(agent.head)
    # "The attack on Gubio killed nine": with a place or a victim of its own the act is told here.
    if act is None or act.pos != "noun" or act.arguments:
        return False
    return is_definite(scene, act)


def _numbers(scene: Scene, clause: Clause) -> tuple[Quantity, ...]:
    if clause.polarity == "negative":
        return tuple(_none(scene, clause))
    found = find_quantities(scene, Counting(clause, "ASSAULT", None))
    return tuple(q for q in found if q.kind in _FATES)


def _none(scene: Scene, clause: Clause) -> Iterator[Quantity]:
    """Yield the zero of "no one was hurt"."""
    kind, sufferer = _fate(scene, clause), clause.get("theme") or clause.get("agent")
    if kind is not None and sufferer is not None and scene.doc.quote(sufferer.span).lower() in scene.words.toll.nobody:
        yield Quantity(kind=kind, low=0.0, high=0.0, qualifier="exact", span=clause.span)
