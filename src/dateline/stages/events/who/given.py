"""Who gives and who receives, where an act is told by words of giving, which the gifts stage has read."""

from collections.abc import Iterator, Sequence

from dateline.draft import Clause, Gift
from dateline.model.base import Span, overlap
from dateline.model.groups import NO_STATE
from dateline.stages.events.scene.lookups import Scene
from dateline.stages.events.scene.party import NOBODY, Party, join, without
from dateline.stages.events.who.asking import Asking


def with_givers(scene: Scene, clause: Clause, actor: Party) -> Party:
    """Return the actor with whoever gives by the same word, or with the giver that only words around name.

    "Germany pledged €5 million and Norway €3 million" is an act of both. "The ministry", of no known country, is joined
    by the state that gives, and so is whoever is held to give to his own.
    """
    gifts = tuple(_gifts(scene, clause))
    donors = join(*(_donor(g) for g in gifts))
    # One giver alone changes nothing where the frame has named who acts.
    return join(actor, donors) if not actor or len(donors.ids) > 1 or _is_vague(scene, gifts, actor) else actor


def _is_vague(scene: Scene, gifts: Sequence[Gift], actor: Party) -> bool:
    """Tell an actor that leaves open which state gives, where the gift names one."""
    countries = {scene.index.actors[i].country for i in actor.ids}
    sides = [(_country(scene, g.commitment.donor), _country(scene, g.commitment.recipient)) for g in gifts]
    return any(gives is not None and gives not in NO_STATE and countries <= {None, gets} for gives, gets in sides)


def _country(scene: Scene, actor: str | None) -> str | None:
    return None if actor is None else scene.index.actors[actor].country


def no_receivers(scene: Scene, clause: Clause, actor: Party) -> frozenset[str]:
    """Return who receives no gift that a clause tells: the giver's own state, the "US" of "two million US dollars"."""
    gifts = tuple(_gifts(scene, clause))
    if not gifts:
        return frozenset()
    own = {_stated_country(scene, i) for i in actor.ids} - {None, *NO_STATE}
    spans = [g.commitment.amount.span for g in gifts if g.commitment.amount is not None]
    money = {m.actor for m in scene.draft.mentions if any(overlap(m.span, s) for s in spans)}
    return frozenset(money | {a.id for a in scene.draft.actors if _stated_country(scene, a.id) in own})


def _stated_country(scene: Scene, actor: str) -> str | None:
    """Return somebody's country, unless only the report around tells it."""
    return None if scene.index.trait(actor).country_by == "around" else _country(scene, actor)


def receiver(ask: Asking) -> Party:
    """Return who receives by the words of giving themselves: "committed funds to help Liberia protect its forests"."""
    named = (_recipient(g) for g in _asked(ask) if g.stated and not _is_thing(g))
    return without(next(named, NOBODY), ask.exclude)


def receiver_around(ask: Asking) -> Party:
    """Return who receives by the words around, where the act's own words name nobody."""
    return without(next((_recipient(g) for g in _asked(ask)), NOBODY), ask.exclude)


def _asked(ask: Asking) -> Iterator[Gift]:
    """Yield the gift that an act or the act that it speaks of tells: "refused to arm the fighters"."""
    yield from _gifts(ask.scene, ask.clause)
    inner = ask.act.inner
    if inner is not None and inner.match is not None:
        yield from _gifts(ask.scene, inner.clause)


def _gifts(scene: Scene, clause: Clause) -> Iterator[Gift]:
    # "Gave support to": the gift may have been read at either word.
    for i in (clause.token, clause.support):
        if i is not None:
            yield from scene.index.gifts_at.get(i, ())


def _is_thing(gift: Gift) -> bool:
    """Tell whether the parser took what is given for who receives: "offered the officers in Tavna troops"."""
    span = gift.recipient_span
    return span is not None and any(overlap(span, item.span) for item in gift.commitment.items)


def _donor(gift: Gift) -> Party:
    return _party(gift.commitment.donor, gift.donor_span)


def _recipient(gift: Gift) -> Party:
    return _party(gift.commitment.recipient, gift.recipient_span)


def _party(actor: str | None, span: Span | None) -> Party:
    return NOBODY if actor is None or span is None else Party((actor,), (span,))
