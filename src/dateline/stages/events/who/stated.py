"""The roles that a frame names: whom the clause states in them."""

from dateline.draft import Argument, Clause
from dateline.stages.events.scene.lookups import Scene
from dateline.stages.events.scene.party import NOBODY, Party, join, without
from dateline.stages.events.scene.teller import teller
from dateline.stages.events.who.owners import arguments, party


def stated(
    scene: Scene,
    clause: Clause,
    roles: str,
    complement: Clause | None,
    *,
    blamed: bool = False,
    exclude: frozenset[str] = frozenset(),
) -> Party:
    """Return the actors of the first of these roles ("theme|on|with") that names any besides those left out.

    Who loses a town outranks the town: "seized Tavna from the rebels".
    """
    town = NOBODY
    for role in roles.split("|"):
        named = _arguments(scene, clause, role, complement)
        found = without(join(*(party(scene, a, blamed=blamed, exclude=exclude) for a in named)), exclude)
        if without_towns(scene, found):
            return found
        town = town or found
    return town


def without_towns(scene: Scene, found: Party) -> Party:
    """Leave out places that stand for their people."""
    return without(found, frozenset(i for i in found.ids if scene.index.trait(i).stands_for == "place"))


def _arguments(scene: Scene, clause: Clause, role: str, complement: Clause | None) -> list[Argument]:
    if role == "teller":
        told_by = teller(scene, clause)
        return [] if told_by is None else [told_by]
    if not role.startswith("complement-"):
        return [a for a in arguments(scene, clause, role) if not _during(scene, a)]
    if complement is None:
        return []
    if role == "complement-object":
        return [a for a in complement.arguments if a.role in scene.words.who.object_ties]
    subjects = [a for a in complement.arguments if a.role == "agent"]
    passive = complement.voice == "passive"
    # "Demanded that the men be freed": of a passive the object is the only one named.
    return subjects or [a for a in complement.arguments if a.role == "theme" and passive]


def _during(scene: Scene, argument: Argument) -> bool:
    """Tell "in an attack", which names no party."""
    act = scene.index.act_at.get(argument.head)
    return argument.role in ("in", "during", "amid") and act is not None and act.pos == "noun"
