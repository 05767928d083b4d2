"""What is kept out: prices, deals between firms, and what a state spends on itself."""

from dateline.stages.plans.gift import Gift
from dateline.stages.plans.roles import Party
from dateline.stages.plans.sums import Sum
from dateline.stages.plans.view import View

_SMALL = 1000.0


def is_price(total: Sum, view: View) -> bool:
    """Tell whether a sum is what one thing costs ("$27 a share"), or too small to be a commitment."""
    return total.value < _SMALL or view.lexicon.price.match(view.doc.text, total.span[1]) is not None


def is_given_to_another(gift: Gift, view: View) -> bool:
    """Tell whether a gift goes from one actor of public life to another.

    Where neither side is named, a noun that says so must stand for both ("aid", "donation"); a verb that one may do for
    oneself ("spend", "allocate") needs a receiver or such a noun.
    """
    aid = any(e.aid for _, e in gift.giving.nouns)
    public = [p for p in (gift.donor, gift.recipient) if p is not None and is_public(p, view)]
    if not public and not (aid and gift.donor is None):
        return False
    verbs = [e for _, e in gift.giving.verbs if e.strong or e.home]
    at_home = bool(verbs) and all(e.home or e.roles == "tells" for e in verbs)
    return aid or gift.recipient is not None or not at_home


def is_public(party: Party, view: View) -> bool:
    """Tell whether an actor is of public life: of a state, an international body or a movement, and no firm."""
    actor = view.actors.get(party.actor)
    if actor is None or actor.country in (None, "MNC"):
        return False
    return not {"BUS", "CRM"} & set(actor.sectors)
