"""Commitments without a sum: arms promised, jets allowed, troops to be sent, refugees taken in."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from dateline.grammar.coordination import first_of
from dateline.grammar.phrases import all_after
from dateline.lexicon.words.plans import ItemWords
from dateline.parse.tree import Sentence, Token
from dateline.stages.plans.given.gift import OpenGift
from dateline.stages.plans.given.giving import Giving, is_against, noun_entry, verb_entry
from dateline.stages.plans.given.items import find_items, to_item
from dateline.stages.plans.given.roles import Side, barred_for, find_donor, find_recipient
from dateline.stages.plans.view import PlanView

_FAR = 8
Thing = tuple[Token, Giving, ItemWords]
_OBJECTS = frozenset({"dobj", "nsubjpass", "conj", "pobj", "appos", "nsubj", "attr"})
_LAUNCHED = frozenset({"send", "deliver", "dispatch"})  # with a target these words fire what they give


def find_in_kind(view: PlanView, used: AbstractSet[int]) -> list[OpenGift]:
    """Return a gift for each clause that gives things and no sum; things told again are one gift.

    Args:
        view: The report.
        used: The indices of the verbs that give sums.
    """
    gifts: list[OpenGift] = []
    for sentence in view.doc.sentences:
        for gift in _in_sentence(sentence, view):
            if not used & {t.i for t, _ in gift.giving.verbs}:
                _merge(gifts, gift)
    return gifts


def _in_sentence(sentence: Sentence, view: PlanView) -> Iterator[OpenGift]:
    by_verb: dict[int, list[Thing]] = {}
    for token, entry in find_items(view.doc.tokens_of(sentence), view):
        giving = _giving(token, entry, view)
        if giving is not None and giving.trigger is not None:
            by_verb.setdefault(giving.trigger.i, []).append((token, giving, entry))
    for things in by_verb.values():
        parties = next((p for token, giving, _ in things for p in [_parties(token, giving, view)] if p), None)
        if parties is not None:
            given = _without_armed(things, parties[1], view) or things
            items = [to_item(token, view) for token, _, _ in given]
            settled = parties[1] is None
            yield OpenGift(*given[0][:2], None, *parties, items=items, kind=given[0][2].kind, settled=settled)


def _without_armed(things: Sequence[Thing], recipient: Side | None, view: PlanView) -> list[Thing]:
    """Leave out who is armed with the other things: "armed fighters with rifles" gives no fighters."""
    supports = any(e.roles == "supports" for _, e in things[0][1].verbs[:1])
    with_them = any(view.doc.head(first_of(view.doc, token)).lower == "with" for token, _, _ in things)
    armed = recipient.token.i if recipient is not None and supports and with_them else None
    return [t for t in things if t[0].i != armed]


def _giving(token: Token, entry: ItemWords, view: PlanView) -> Giving | None:
    """Return the words that give a thing: a verb whose object it is, or a noun ("deliveries of tanks")."""
    path = _path(token, view)
    if is_against(path, view):
        return None
    verbs = tuple((t, e) for t in path for e in [verb_entry(t, view)] if e)
    nouns = tuple((t, e) for t in path[1:] for e in [noun_entry(t, view)] if e)
    if not verbs or not _is_given(token, verbs[0][0], entry, view):
        return None
    # A weak verb gives things only with a noun of giving.
    if not any(e.strong or e.roles in ("hosts", "allows") for _, e in verbs) and not nouns:
        return None
    return Giving(verbs, nouns)


def _path(token: Token, view: PlanView) -> list[Token]:
    """Return the word and those above it, up to a clause that only adds a circumstance ("as", "after")."""
    out = [token]
    for above in view.doc.ancestors(token):
        out.append(above)
        if len(out) >= _FAR or above.dep == "advcl":
            break
    return out


def _is_given(token: Token, verb: Token, entry: ItemWords, view: PlanView) -> bool:
    """Tell whether a thing is the verb's object, not its giver and not what it is aimed with."""
    if token.dep not in _OBJECTS or token.dep == "nsubj":
        return False
    step = token
    while step.head not in (verb.i, step.i):
        step = view.doc.head(step)
        # "Sent a minister to discuss jets": another verb stands between.
        if step.pos == "VERB":
            return False
        if step.dep == "prep" and step.lower not in view.lexicon.words.inner:
            return False
    if (
        # "Sent drones against the town" gives nobody drones.
        verb.lemma.lower() in _LAUNCHED
        and next(all_after(view.doc, verb, *view.lexicon.words.hostile), None) is not None
    ):
        return False
    # "Sent refugees" drives them out, "took in refugees" is the gift.
    return not (entry.people and entry.kind == "humanitarian" and verb.lemma.lower() in ("send", "give"))


def _parties(token: Token, giving: Giving, view: PlanView) -> tuple[Side, Side | None] | None:
    """Return donor and recipient; a thing is given only where a donor of some country, and a receiver, are named."""
    recipient = find_recipient(giving, token, view)
    donor = find_donor(giving, token, barred_for(recipient.actor if recipient else None, view), view)
    hosts = any(e.roles == "hosts" for _, e in giving.verbs)
    # "Provided boats": of no state and to nobody, things are sold as often as given.
    if donor is None or not donor.stated or view.country(donor.actor) is None:
        return None
    if recipient is None and not hosts and not _goes_to_a_place(token, giving, view):
        return None
    return donor, recipient


def _goes_to_a_place(token: Token, giving: Giving, view: PlanView) -> bool:
    """Tell whether a place stands for the receiver ("missiles to Kyiv")."""
    words = [token, *(t for t, _ in giving.verbs)]
    return any(view.place_at(t) is not None for w in words for t in all_after(view.doc, w, "to", "for"))


def _merge(gifts: list[OpenGift], new: OpenGift) -> None:
    """Add a gift, or join it to one of the same donor and recipient that names the same thing."""
    for known in gifts:
        same = known.donor and new.donor and known.donor.actor == new.donor.actor
        receiver = {p.actor for p in (known.recipient, new.recipient) if p}
        if same and len(receiver) <= 1 and _names(known) & _names(new):
            known.items.extend(i for i in new.items if not _is_told(i.name, known))
            return
    gifts.append(new)


def _names(gift: OpenGift) -> set[str]:
    return {i.name.split()[-1].lower() for i in gift.items if i.name}


def _is_told(name: str, gift: OpenGift) -> bool:
    return any(name.lower() == i.name.lower() for i in gift.items)
