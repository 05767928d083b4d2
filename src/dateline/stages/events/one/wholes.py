"""Component acts: what was done in the course of another act that the report tells."""

from collections.abc import Mapping, Sequence

from dateline.draft import Clause
from dateline.stages.events.one.merging import Group
from dateline.stages.events.scene.found import Found
from dateline.stages.events.scene.lookups import Scene
from dateline.stages.events.scene.reference import refers_back

_WHOLES = frozenset({"ASSAULT", "COERCE", "PROTEST"})
_NEAR = 2  # sentences back to the act whose steps are told


def find_wholes(scene: Scene, groups: Sequence[Group], ids: Mapping[int, str]) -> dict[str, str]:
    """Return for each component act, by id, the act that it is part of."""
    out: dict[str, str] = {}
    for n, group in enumerate(groups):
        own = f"e{n + 1}"
        told = groups[:n]
        whole = next((w for f in group.members if (w := _during(scene, f, told, ids)) not in (None, own)), None)
        whole = whole or _told_by_steps(scene, group.members[0], told, ids)
        # An act cannot be part of what is part of it.
        if whole is not None and whole != own and out.get(whole) != own:
            out[own] = whole
    return out


def _during(scene: Scene, found: Found, told: Sequence[Group], ids: Mapping[int, str]) -> str | None:
    """Read "during the assault", "raids in which": the act named is the whole."""
    act = _named_whole(scene, found.clause)
    if act is not None:
        # "During the assault" may tell it for the first time, or mean one that was told.
        return ids.get(act.index) or _meant(scene, act, found, told, ids)
    act = _relative_whole(scene, found.clause)
    return None if act is None else ids.get(act.index)


def is_component(scene: Scene, clause: Clause) -> bool:
    """Tell a clause whose own words say that it tells a part of another act."""
    return bool(_is_step(scene, clause) or _named_whole(scene, clause) or _relative_whole(scene, clause))


def _named_whole(scene: Scene, clause: Clause) -> Clause | None:
    """Return the act of "during the assault"."""
    acts = (scene.index.act_at.get(a.head) for a in clause.arguments if a.role in ("during", "amid"))
    return next((act for act in acts if act is not None and act.pos == "noun"), None)


def _relative_whole(scene: Scene, clause: Clause) -> Clause | None:
    """Return the act of "raids in which"."""
    verb = scene.doc.tokens[clause.token]
    act = scene.index.act_at.get(verb.head) if verb.dep == "relcl" else None
    during = any(
        c.dep == "prep" and c.lower in ("in", "during") and any(g.lower == "which" for g in scene.doc.children(c))
        for c in scene.doc.children(verb)
    )
    return act if act is not None and act.pos == "noun" and during else None


def _meant(scene: Scene, act: Clause, found: Found, told: Sequence[Group], ids: Mapping[int, str]) -> str | None:
    """Return the act that "the assault" points back to."""
    if found.type not in _WHOLES or not refers_back(scene, act) or act.lemma not in scene.words.one.wholes:
        return None
    # Told by a verb: "during the raid" means what somebody did, not another noun that means it too.
    near = (g for g in reversed(told) if g.members[0].type == found.type and g.members[0].clause.pos == "verb")
    first = next(near, None)
    return None if first is None else ids[first.members[0].clause.index]


def _told_by_steps(scene: Scene, found: Found, before: Sequence[Group], ids: Mapping[int, str]) -> str | None:
    """Read "first detonated a mine and then opened fire" after the ambush that they were steps of."""
    # "Then opened fire in Gubio": with a place of its own it is the next attack, not the next step.
    if found.type != "ASSAULT" or not found.actors or found.place_span is not None or not _is_step(scene, found.clause):
        return None
    here = scene.sentence(found.clause)
    for group in reversed(before):
        first = group.members[0]
        last = max(scene.sentence(f.clause) for f in group.members)
        told = any(set(f.actors) & set(found.actors) for f in group.members)
        # In a sentence before: the steps within one sentence are already one mention or two acts.
        if first.type == "ASSAULT" and told and last < here <= last + _NEAR and not _is_step(scene, first.clause):
            return ids[first.clause.index]
    return None


def _is_step(scene: Scene, clause: Clause) -> bool:
    beside = scene.doc.children(scene.verb(clause))
    return any(c.dep == "advmod" and c.lower in scene.words.one.steps for c in beside)
