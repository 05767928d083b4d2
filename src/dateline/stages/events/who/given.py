"""Who gives and who receives, where an act is told by words of giving, which the gifts stage has read."""

from collections.abc import Iterator

from dateline.draft import Clause, Gift
from dateline.model.base import overlap
from dateline.stages.events.scene.lookups import Scene
from dateline.stages.events.scene.party import Party, join, without
from dateline.stages.events.who.asking import Asking


def with_givers(scene: Scene, clause: Clause, actor: Party) -> Party:
    """Return the actor with whoever gives by the same word, or with the giver that only words around name.

    "Germany pledged €5 million and Norway €3 million" is an act of both.
    """
    donors = join(*(_side(g, "donor") for g in _gifts(scene, clause)))
    return join(actor, donors) if not actor or len(donors.ids) > 1 else actor


def receiver(ask: Asking) -> Party:
    """Return who receives by the words of giving themselves: "committed funds to help Liberia protect its forests"."""
    named = (_side(g, "recipient") for g in _asked(ask) if g.stated and not _is_thing(g))
    return without(next(named, Party()), ask.exclude)


def receiver_around(ask: Asking) -> Party:
    """Return who receives by the words around, where the act's own words name nobody."""
    return without(next((_side(g, "recipient") for g in _asked(ask)), Party()), ask.exclude)


def _asked(ask: Asking) -> Iterator[Gift]:
    """Yield the gift that an act or the act that it speaks of tells: "refused to arm the fighters"."""
    yield from _gifts(ask.scene, ask.clause)
    inner = ask.act.inner
    if inner is not None and inner.match is not None:
        yield from _gifts(ask.scene, inner.clause)


def _gifts(scene: Scene, clause: Clause) -> Iterator[Gift]:
    for i in (clause.token, clause.support):
        if i is not None:
            yield from scene.index.gifts_at.get(i, ())


def _is_thing(gift: Gift) -> bool:
    """Tell whether the parser took what is given for who receives: "offered the officers in Tavna troops"."""
    spans = gift.commitment.evidence["recipient"].spans if gift.commitment.recipient else ()
    return any(overlap(span, item.span) for span in spans for item in gift.commitment.items)


def _side(gift: Gift, name: str) -> Party:
    actor = gift.commitment.donor if name == "donor" else gift.commitment.recipient
    return Party() if actor is None else Party((actor,), gift.commitment.evidence[name].spans[:1])
