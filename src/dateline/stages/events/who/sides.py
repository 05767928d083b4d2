"""Acts with two sides: who fell in a battle fought in it, and of those who met one may be the host."""

from dateline.draft import Clause
from dateline.model.entities import Actor, Place
from dateline.model.groups import FIGHTERS
from dateline.stages.events.scene.found import Act
from dateline.stages.events.scene.lookups import Scene
from dateline.stages.events.scene.party import Party, join, keep


def in_battle(scene: Scene, clause: Clause, actor: Party, recipient: Party, others: Party) -> tuple[Party, Party]:
    """Return the sides of "five soldiers were killed in a gunfight with rebels": those who fell fought too.

    Args:
        scene: The report.
        clause: The clause that tells of the dead.
        actor: Who killed them, if that is told.
        recipient: The dead.
        others: Those whom the battle was "with" or "between".
    """
    # "Rebels killed five in a gunfight": who is named as the killer needs no side to be found.
    if actor or battle_of(scene, clause) is None:
        return actor, recipient
    fighters = _pick(scene, recipient, fighting=True)
    return join(fighters, others), _pick(scene, recipient, fighting=False)


def battle_of(scene: Scene, clause: Clause) -> Clause | None:
    """Return the battle that people fell in."""
    for a in clause.arguments:
        if a.role in ("in", "during") and scene.token(a).lemma.lower() in scene.words.shared.battles:
            return scene.index.act_at.get(a.head)
    return None


def _pick(scene: Scene, found: Party, *, fighting: bool) -> Party:
    return keep(found, lambda i, _: fighting == is_fighter(scene.index.actors[i]))


def is_fighter(actor: Actor) -> bool:
    """Tell whether somebody bears arms."""
    return not FIGHTERS.isdisjoint(actor.sectors)


def host_apart(scene: Scene, act: Act, sides: tuple[Party, Party], place: Place | None) -> tuple[Party, Party]:
    """Make the host of a meeting its recipient: who meets a guest in the host's own country.

    Source: PLOVER, a visitor is the actor and the host the recipient.
    """
    actor, recipient = sides
    consults = act.type == "CONSULT" or (act.content is not None and act.content.type == "CONSULT")
    # A host needs a guest and a home: "ministers met" has neither.
    if not consults or recipient or len(actor.ids) < 2 or place is None or not place.country:
        return sides
    hosts = keep(actor, lambda i, _: _from(scene.index.actors[i], place.country))
    guests = keep(actor, lambda i, _: i not in hosts.ids)
    # Named first, the host keeps its place; a guest of no known state may be at home too.
    if not hosts or actor.ids[0] in hosts.ids or any(scene.index.actors[i].country is None for i in guests.ids):
        return sides
    return guests, hosts


def _from(actor: Actor, country: str | None) -> bool:
    return actor.country is not None and actor.country == country
