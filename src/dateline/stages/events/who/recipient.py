"""Who is acted upon: the one place where the recipient of an act is decided.

``WAYS`` lists the ways in which a clause and those around it name whom an act is done to. The first that applies to the
act's type and names anyone decides. Then whoever only stands by is left out, and the sides of battles and of meetings
are set right. What the rest of a report adds (a town of several, the dead, another mention) is in ``later.py``.
"""

from collections.abc import Callable
from dataclasses import dataclass

from dateline.model.closed import EventType
from dateline.model.entities import Place
from dateline.stages.events.scene.found import Act
from dateline.stages.events.scene.lookups import Scene
from dateline.stages.events.scene.party import NOBODY, Party, join
from dateline.stages.events.who.around import aimed_at, enabled, helped, met, opposed, struck, warned
from dateline.stages.events.who.asking import Asking
from dateline.stages.events.who.bystanders import acted_upon
from dateline.stages.events.who.given import no_receivers, receiver, receiver_around
from dateline.stages.events.who.owners import parties
from dateline.stages.events.who.sides import battle_of, host_apart, in_battle
from dateline.stages.events.who.stated import stated, without_towns
from dateline.stages.events.who.touched import touched_by, touched_within

# Words about what another did: of what is blamed or praised only its doer is meant.
_BLAME = frozenset({"ACCUSE", "SUPPORT", "REJECT"})
# Acts aimed at whoever did what they are about: a protest against a killing is aimed at no victim.
_ANSWERING = _BLAME | {"PROTEST"}


def sides_of(scene: Scene, act: Act, actor: Party, place: Place | None) -> tuple[Party, Party]:
    """Return who acts and who is acted upon.

    Args:
        scene: The report.
        act: What the clause tells.
        actor: Who acts by the clause; of those who fell in a battle, or met at one's home, some change sides.
        place: Where it took place, which makes one of those who meet the host.
    """
    recipient = _recipient(scene, act, actor)
    if act.frame.type == "ASSAULT" and not act.frame.reciprocal:
        actor, recipient = in_battle(scene, act.clause, actor, recipient, _opponents(scene, act))
    # "Condemned the raid on Tavna": a town stands for nobody who could have done it.
    if act.frame.type in _BLAME:
        recipient = without_towns(scene, recipient)
    return host_apart(scene, act, (actor, recipient), place)


def _recipient(scene: Scene, act: Act, actor: Party) -> Party:
    ask = Asking(
        scene, act, actor, frozenset(actor.ids) | _favoured(scene, act) | no_receivers(scene, act.clause, actor)
    )
    if act.frame.reciprocal:
        return (
            aimed_at(ask) if act.frame.type == "ASSAULT" else NOBODY
        )  # "fighting to clear the militia from the hills"
    found = (way.read(ask) for way in WAYS if way.types is None or ask.is_one_of(way.types))
    return acted_upon(scene, act, actor, next(filter(None, found), NOBODY))


def _by_role(ask: Asking) -> Party:
    """Return whom the frame's roles name, or words of giving where they name another.

    Forces and doctors who are sent are moved, not met.
    """
    roles = ask.act.frame.recipient.split("|")
    # "An attack from the hills": where it came from, not whom it hit.
    launched = ask.act.frame.type == "ASSAULT" and ask.clause.pos == "noun"
    roles = [r for r in roles if not (r == "theme" and _sends(ask)) and not (r == "from" and launched)]
    inner, blamed = ask.act.inner, ask.act.frame.type in _ANSWERING
    complement = None if inner is None else inner.clause
    found = stated(ask.scene, ask.clause, "|".join(roles), complement, blamed=blamed, exclude=ask.exclude)
    given = receiver(ask)
    return found if set(given.ids) <= set(found.ids) else given


def _touched(ask: Asking) -> Party:
    if _sends(ask):
        return NOBODY
    return touched_within(ask) or touched_by(ask, blamed=ask.act.frame.type in _ANSWERING)


def _sends(ask: Asking) -> bool:
    """Tell whether those named are moved: forces in a show of force, doctors who are sent."""
    giving = ask.act.frame.type in ("AID", "AGREE") and ask.clause.lemma in ask.scene.words.who.sending
    return ask.act.frame.type == "MOBILIZE" or giving


@dataclass(frozen=True, slots=True)
class Way:
    """One way in which words name whom an act of some types is done to; None stands for all types."""

    types: frozenset[EventType] | None
    read: Callable[[Asking], Party]
    example: str


WAYS = (
    Way(frozenset({"CONSULT"}), met, "visited Oslo for talks with the minister"),
    Way(frozenset({"REJECT", "SUPPORT"}), enabled, "supports a path for Chad to join the alliance"),
    Way(None, _by_role, "shelled the village; a raid on the village"),
    Way(None, struck, "an air strike hit a camp run by the militia"),
    Way(frozenset({"AID", "COOPERATE", "RETREAT", "SUPPORT"}), helped, "sent tents to help Mali rebuild"),
    Way(frozenset({"ASSAULT"}), aimed_at, "fired tear gas to disperse the teachers"),
    Way(frozenset({"THREATEN"}), warned, "threatened to strike unless the ministry paid"),
    Way(frozenset({"PROTEST"}), opposed, "rallied to demand the removal of the president"),
    Way(None, _touched, "refused to lift the curfew on the enclave"),
    Way(None, receiver_around, "$5 million more, in aid"),
)
"""In the order tried."""


def _favoured(scene: Scene, act: Act) -> frozenset[str]:
    """Return who is only to gain by what is asked for: "called for Chad to be given aid" asks nothing of Chad."""
    inner = act.inner
    if act.frame.type != "REQUEST" or inner is None or inner.clause.voice != "passive":
        return frozenset()
    kind = None if inner.frame is None else inner.frame.type
    if kind != "AID" and inner.clause.lemma not in scene.words.who.favouring:
        return frozenset()
    return frozenset(parties(scene, inner.clause, "theme", exclude=frozenset()).ids)


def _opponents(scene: Scene, act: Act) -> Party:
    """Return whom the battle was with that people fell in."""
    battle = battle_of(scene, act.clause)
    if battle is None:
        return NOBODY
    return join(*(parties(scene, battle, role, exclude=frozenset()) for role in ("with", "between", "against")))
