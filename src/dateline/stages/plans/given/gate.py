"""What is kept out: prices, deals between firms, and what a state spends on itself."""

from collections.abc import Sequence

from dateline.model.base import inside
from dateline.model.groups import OFFICIAL
from dateline.stages.plans.given.gift import OpenGift
from dateline.stages.plans.given.roles import Side
from dateline.stages.plans.given.sums import Sum
from dateline.stages.plans.view import PlanView

_SMALL = 1000.0
_PLAIN = 3.0


def is_price(total: Sum, view: PlanView) -> bool:
    """Tell whether a sum is what one thing costs ("$27 a share"), or too small to be a commitment."""
    return total.value < _SMALL or view.lexicon.price.match(view.doc.text, total.span[1]) is not None


def given_to_others(gifts: Sequence[OpenGift], view: PlanView) -> list[OpenGift]:
    """Return the gifts that go to another; the parts of one that does, and what else its donor gives, go with it."""
    sure = [g for g in gifts if is_given_to_another(g, view)]
    donors = {g.donor.actor for g in sure if g.donor}
    kept = {id(g) for g in sure}
    return [g for g in gifts if id(g) in kept or id(g.part_of) in kept or (g.donor and g.donor.actor in donors)]


def is_given_to_another(gift: OpenGift, view: PlanView) -> bool:
    """Tell whether a gift goes from one actor of public life to another.

    Where neither side is named, a noun that says so must stand for both ("aid", "donation"); a verb that one may do for
    oneself ("spend", "allocate") needs a receiver or such a noun.
    """
    aid = any(e.aid for _, e in gift.giving.nouns)
    named = [p for p in (gift.donor, gift.recipient) if p is not None]
    # "The bank lent the firm $5 million": between private hands, unless aid to a state is meant.
    if named and not any(is_public(p, view) for p in named):
        return aid and any(view.country(p.actor) is not None for p in named)
    if not named and not aid and not speaks_of_need(gift, view):
        return False
    # Alliances and agencies have no home on which they could spend.
    if gift.donor is not None and view.country(gift.donor.actor) == "IGO":
        return True
    # "Allocated $5 million for roads": without a receiver or a word of aid it stays at home.
    return aid or gift.recipient is not None or not _is_at_home(gift)


def _is_at_home(gift: OpenGift) -> bool:
    """Tell whether a gift's words fit what a state spends on itself."""
    verbs = [e for _, e in gift.giving.verbs if e.strong or e.home]
    # "Gave" is said of others, "spent" of oneself.
    gives = [e for e in verbs if not e.home and e.roles != "tells"]
    if gives or not verbs:
        return False
    return any(e.home for e in verbs) or not any(e.strong for _, e in gift.giving.nouns)


def speaks_of_need(gift: OpenGift, view: PlanView) -> bool:
    """Tell whether a sentence that names neither side speaks of arms, relief or the like in so many words."""
    sentence = view.doc.sentence_of(gift.head).span
    found = ((kind, weight) for where, kind, weight in view.kind_words if inside(where, sentence))
    return any(kind != "financial" and weight >= _PLAIN for kind, weight in found)


def is_public(party: Side, view: PlanView) -> bool:
    """Tell whether an actor is of public life: of a state, an international body or a movement, and no firm."""
    actor = view.index.actors.get(party.actor)
    if actor is None or actor.country == "MNC":
        return False
    # "The company", "donors": of no country, only a government is sure to be public.
    if actor.country is None and actor.kind not in ("government", "office"):
        return False
    if actor.country in ("IGO", "NGO"):
        return True
    sectors = set(actor.sectors)
    # "The businessman gave $5 million": a person counts only in office.
    if actor.kind == "person" and sectors and not sectors & OFFICIAL:
        return False
    return not sectors & {"BUS", "CRM", "JUD"}
