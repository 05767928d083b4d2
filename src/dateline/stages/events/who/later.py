"""What the rest of a report does to the recipient of an act: another town, the dead, another mention of it."""

from functools import partial

from dateline.model.base import Span, overlap
from dateline.model.closed import QuantityKind
from dateline.model.event import Quantity
from dateline.stages.events.scene.found import Found
from dateline.stages.events.scene.lookups import Scene
from dateline.stages.events.scene.party import Party, join, keep, without
from dateline.stages.events.who.sides import is_fighter

_FATES: frozenset[QuantityKind] = frozenset({"killed", "injured", "missing"})


def at_place(scene: Scene, found: Found, place: Span) -> Found:
    """Return an act at one of several places that it hit: of the people of the places only those of this one."""
    return found.with_recipients(keep(found.recipient, partial(_is_met_at, scene, place=place)))


def _is_met_at(scene: Scene, actor: str, words: Span, *, place: Span) -> bool:
    return scene.index.trait(actor).stands_for != "place" or overlap(words, place)


def with_victims(scene: Scene, found: Found) -> Found:
    """Make those who were killed or hurt recipients; the people of the place stand back for them."""
    if found.type != "ASSAULT":
        return found
    new = {q.who: q.span for q in found.quantities if q.who is not None and _is_victim(scene, found, q)}
    if not new:
        return found
    # "Shelled Tavna, killing two farmers": Tavna stood for people who now have a name.
    named = keep(found.recipient, lambda a, _: scene.index.trait(a).stands_for != "place")
    return found.with_recipients(join(named, Party(tuple(new), tuple(new.values()))))


def _is_victim(scene: Scene, found: Found, quantity: Quantity) -> bool:
    """Tell those whom something befell from those named already; who fell in a battle is one of its sides."""
    if quantity.who is None or quantity.kind not in _FATES or quantity.low == 0 or _included(scene, quantity):
        return False
    fought = found.match.frame.reciprocal and is_fighter(scene.index.actors[quantity.who])
    return quantity.who not in (*found.actors, *found.recipients) and not fought


def _included(scene: Scene, quantity: Quantity) -> bool:
    """Tell "including three children", who are among those named before."""
    head = scene.doc.head_of(quantity.span)
    return head is not None and any(t.lemma.lower() == "include" for t in scene.doc.ancestors(head))


def with_harmed(act: Found, harm: Found) -> Found:
    """Return an act that names nobody with those who are told beside it to have been hurt by it."""
    # "No one was hurt" harms nobody.
    if act.recipients or harm.status == "negated":
        return act
    return act.with_recipients(harm.recipient)


def of_both(first: Found, other: Found, *, counted: bool) -> Found:
    """Return a mention with the recipient that two mentions of one act name together: who was hit outranks a town.

    ``counted`` tells that those heard before the second tell who was killed or hurt.
    """
    victims = other.type == "ASSAULT" and bool(other.recipients) and not counted and counts_harmed(other)
    told = other if victims or not first.recipients else first
    return first.with_recipients(told.recipient)


def counts_harmed(found: Found) -> bool:
    """Tell whether a mention counts the killed or the hurt."""
    return any(q.kind in ("killed", "injured") for q in found.quantities)


def apart(found: Found) -> Found:
    """Leave out of the recipients whoever another mention has as an actor: a battle's sides, told in two clauses."""
    return found.with_recipients(without(found.recipient, frozenset(found.actors)))
