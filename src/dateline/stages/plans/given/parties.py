"""Donor and recipient of gifts that do not name them: those of the gifts round them, or of the sentence."""

from collections.abc import Sequence
from dataclasses import replace

from dateline.stages.plans.given.gift import OpenGift
from dateline.stages.plans.given.roles import (
    Side,
    barred_for,
    beside,
    find_donor,
    find_gapped,
    find_givers,
    goal_beside,
    is_named,
    nearest_giver,
    only_state,
)
from dateline.stages.plans.view import PlanView

_CLOSE = 1


def fill_parties(gifts: Sequence[OpenGift], view: PlanView) -> None:
    """Find the donors, and the recipients that the gifts' own words do not name."""
    if not gifts:
        return
    # Where all that is given goes to one state, a gift that names no receiver goes there too.
    usual = _only([g.recipient for g in gifts if g.recipient and is_named(g.recipient, view)], view)
    givers = find_givers(view, _barred(usual, view))
    for gift in gifts:
        # "Missiles to Kyiv": where a place stands for the receiver, nobody else's is borrowed.
        if not gift.settled:
            gift.recipient = gift.recipient or _around(gift, gifts, usual, view)
        gift.donor = _donor(gift, givers, view)
        # Nobody gives to himself: of two sides of one state the giver stays.
        if gift.recipient and gift.donor and gift.recipient.actor in _barred(gift.donor, view):
            own = _barred(gift.donor, view)
            gift.recipient = _borrowed(usual) if usual and usual.actor not in own else goal_beside(gift.head, own, view)


def _around(gift: OpenGift, gifts: Sequence[OpenGift], usual: Side | None, view: PlanView) -> Side | None:
    """Return who receives by the words around: as the gift before, as most gifts of the report, or as a goal."""
    other = _near(gift, gifts, view) or usual
    return _borrowed(other) if other is not None else _goal(gift, view)


def _borrowed(side: Side) -> Side:
    """Return a side that another gift's words name."""
    return replace(side, stated=False)


def _goal(gift: OpenGift, view: PlanView) -> Side | None:
    giver = find_donor(gift.giving, gift.head, frozenset(), view)
    return goal_beside(gift.head, _barred(giver, view), view)


def _donor(gift: OpenGift, givers: Sequence[Side], view: PlanView) -> Side | None:
    """Return the donor that a gift's own words name, else one near by of another country than the recipient.

    A recipient that is only described ("the coalition") does not keep a named donor of its country out.
    """
    # "Germany pledged €5 million and Norway €3 million": the second has its own giver right before its sum.
    gapped = None if gift.total is None else find_gapped(gift.total.span, view)
    if gapped is not None:
        return gapped
    named = gift.recipient if gift.recipient and is_named(gift.recipient, view) else None
    own = find_donor(gift.giving, gift.head, _barred(named, view), view)
    if own is not None and view.country(own.actor) is not None:
        return own
    barred = _barred(gift.recipient, view)
    others = [p for p in givers if p.actor not in barred]
    # In this order: who gave shortly before, who stands in the sentence, the unknown giver, the only state.
    return nearest_giver(others, gift.head) or beside(gift.head, barred, view) or own or only_state(view, barred)


def _barred(party: Side | None, view: PlanView) -> frozenset[str]:
    return barred_for(party.actor if party else None, view)


def _near(gift: OpenGift, gifts: Sequence[OpenGift], view: PlanView) -> Side | None:
    """Return the recipient of the last gift shortly before."""
    here = view.doc.sentence_of(gift.head).index
    before = [g for g in gifts if g.recipient and g.head.i < gift.head.i]
    close = [g for g in before if here - view.doc.sentence_of(g.head).index <= _CLOSE]
    return close[-1].recipient if close else None


def _only(parties: Sequence[Side], view: PlanView) -> Side | None:
    """Return the first of these parties where all are of one country."""
    countries = {view.country(p.actor) for p in parties}
    return parties[0] if len(countries) == 1 else None
