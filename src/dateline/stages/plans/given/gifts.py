"""Gifts: sums and things given, each told once, with donor, recipient, stage and kind."""

from collections.abc import Sequence

from dateline.draft import Gift
from dateline.model.base import Evidence, Span
from dateline.model.plans import Commitment
from dateline.parse.tree import Sentence
from dateline.stages.plans.given.contents import add_contents, add_items
from dateline.stages.plans.given.gate import given_to_others, is_price
from dateline.stages.plans.given.gift import OpenGift
from dateline.stages.plans.given.giving import Giving, find_giving, giving_in, stage_of
from dateline.stages.plans.given.in_kind import find_in_kind
from dateline.stages.plans.given.items import item_entry
from dateline.stages.plans.given.kinds import find_kind
from dateline.stages.plans.given.parties import fill_parties
from dateline.stages.plans.given.roles import find_recipient
from dateline.stages.plans.given.sums import Sum, find_sums, head_of, is_smaller, same_sum, to_amount
from dateline.stages.plans.view import PlanView

_NEXT = 2


def find_gifts(view: PlanView) -> tuple[Gift, ...]:
    """Find what the report says is given, promised, withdrawn or refused, in order of the text."""
    sums = _from_sums(view)
    used = {t.i for g in sums for t, _ in g.giving.verbs}
    # A verb that gives a sum gives no things a second time: "gave $5 million for tents".
    things = find_in_kind(view, used)
    add_items(sums, {i.span for g in things for i in g.items}, view)
    gifts = sorted([*sums, *things], key=lambda g: g.start)
    add_contents(gifts, view)
    fill_parties(gifts, view)
    _link_parts(gifts, view)
    gifts = given_to_others(gifts, view)
    ids = {id(g): f"c{i}" for i, g in enumerate(gifts, 1)}
    return tuple(_closed(g, ids, view) for g in gifts)


def _from_sums(view: PlanView) -> list[OpenGift]:
    """Return a gift for each sum of money that is given; a sum told twice is one gift."""
    gifts: list[OpenGift] = []
    for total in find_sums(view):
        if is_price(total, view):
            continue
        head = head_of(total, view)
        # "Of this, 2 million goes to schools": the giving was told before.
        giving = find_giving(head, view) or _continued(view.doc.sentence_of(head), gifts, view)
        if giving is None:
            continue
        # "The $5 million package" told again in the next paragraph is the same gift.
        known = next((g for g in gifts if g.total and same_sum(g.total, total)), None)
        if known is None:
            gifts.append(_gift(total, giving, view))
        else:
            _join(known, _gift(total, giving, view))
    return gifts


def _gift(total: Sum, giving: Giving, view: PlanView) -> OpenGift:
    head = head_of(total, view)
    return OpenGift(head=head, giving=giving, total=total, recipient=find_recipient(giving, head, view))


def _join(known: OpenGift, again: OpenGift) -> None:
    """Add what a repeat of the sum says and the first telling did not."""
    if again.total is not None:
        known.repeats.append(again.total)
    # What a sentence tells by its own words of giving replaces what was only near such words.
    if known.giving.loose and not again.giving.loose:
        known.giving, known.head = again.giving, again.head
    known.recipient = known.recipient or again.recipient


def _continued(sentence: Sentence, gifts: Sequence[OpenGift], view: PlanView) -> Giving | None:
    """Return the giving of a sentence shortly before, where this one shares its sum out or tells its value."""
    last = gifts[-1] if gifts else None
    if not _goes_on(sentence, view):
        return None
    if last is not None and sentence.index - view.doc.sentence_of(last.head).index <= _NEXT:
        return Giving(last.giving.verbs, last.giving.nouns, loose=True)
    before = view.doc.sentences[max(0, sentence.index - _NEXT) : sentence.index]
    return next((g for s in reversed(before) for g in [giving_in(s, view)] if g), None)


def _goes_on(sentence: Sentence, view: PlanView) -> bool:
    """Tell whether a sentence shares out, or tells the value of, something that another sentence gave."""
    asked = ("goes on", sentence.index)
    if asked not in view.asked:
        value, tokens = view.lexicon.value, view.doc.tokens_of(sentence)
        tells = any(t.lemma.lower() in value.nouns or t.lower in value.words for t in tokens)
        view.asked[asked] = tells or view.lexicon.part.search(view.doc.quote(sentence.span)) is not None
    return view.asked[asked]


def _link_parts(gifts: Sequence[OpenGift], view: PlanView) -> None:
    """Tie a sum to the larger one that it is a part of: same currency, and words between them that say so."""
    for gift in gifts:
        gift.part_of = next((g for g in reversed(gifts) if _is_part(gift, g, view)), None)


def _is_part(part: OpenGift, whole: OpenGift, view: PlanView) -> bool:
    if part.total is None or whole.total is None or part is whole or not is_smaller(part.total, whole.total):
        return False
    first, second = sorted((part, whole), key=lambda g: g.start)
    distance = view.doc.sentence_of(second.head).index - view.doc.sentence_of(first.head).index
    if distance > 2:
        return False
    begin = view.doc.sentence_of(part.head).span[0] if distance else first.start
    end = part.total.span[0] if first is whole else whole.total.span[1]
    return view.lexicon.part.search(view.doc.text[min(begin, end) : end]) is not None


def _closed(gift: OpenGift, ids: dict[int, str], view: PlanView) -> Gift:
    words = tuple(t.i for t, _ in (*gift.giving.verbs, *gift.giving.nouns))
    stated = gift.recipient is not None and gift.recipient.stated
    own = bool(words) and not gift.giving.loose
    return Gift(
        commitment=_to_record(gift, ids, view),
        words=words,
        own=own,
        stated=stated,
        donor_span=None if gift.donor is None else gift.donor.span,
        recipient_span=None if gift.recipient is None else gift.recipient.span,
    )


def _to_record(gift: OpenGift, ids: dict[int, str], view: PlanView) -> Commitment:
    where = gift.total.span if gift.total else gift.items[0].span
    kind, kind_spans = (gift.kind, (where,)) if gift.kind else find_kind(where, gift.giving, view)
    stage, stage_span = stage_of(gift.giving, view)
    trigger = gift.giving.trigger
    return Commitment(
        id=ids[id(gift)],
        event=None,
        donor=gift.donor.actor if gift.donor else None,
        recipient=gift.recipient.actor if gift.recipient else None,
        kind=kind,
        stage=stage,
        instrument=_instrument(gift, stage, view),
        part_of=ids.get(id(gift.part_of)),
        amount=to_amount(gift.total, gift.repeats) if gift.total else None,
        items=tuple(gift.items),
        rule=f"giving/{trigger.lemma.lower()}" if trigger else "giving/continued",
        confidence=_confidence(gift),
        evidence=_evidence(gift, kind_spans, stage_span),
    )


def _instrument(gift: OpenGift, stage: str, view: PlanView) -> str | None:
    nouns, verbs = [e.instrument for _, e in gift.giving.nouns], [e.instrument for _, e in gift.giving.verbs]
    named = next((i for i in (*nouns, *verbs) if i), None)
    if named is not None:
        return named
    # "Sent ten tanks" says by what: things without a sum are a transfer, people are not.
    if not gift.items or gift.total is not None or stage == "refused":
        return None
    return None if _are_people(gift, view) else "equipment transfer"


def _are_people(gift: OpenGift, view: PlanView) -> bool:
    entry = item_entry(gift.head, view)
    return entry is not None and entry.people


def _confidence(gift: OpenGift) -> float:
    sure = 0.5 if gift.giving.loose else 0.8
    if gift.total is not None and gift.total.inherited:
        sure -= 0.1
    return round(sure - (0.1 if gift.donor is None else 0.0), 2)


def _evidence(gift: OpenGift, kind_spans: tuple[Span, ...], stage_span: Span | None) -> dict[str, Evidence]:
    out = {
        "kind": Evidence(spans=kind_spans) if kind_spans else Evidence(note="no word of the report tells the kind"),
        "stage": Evidence(spans=(stage_span,)) if stage_span else Evidence(note="no verb tells more"),
    }
    for name, party in (("donor", gift.donor), ("recipient", gift.recipient)):
        if party is not None:
            out[name] = Evidence(spans=(party.span,), rule=party.rule)
    if gift.total is not None:
        spans = (gift.total.span, *(r.span for r in gift.repeats))
        out["amount"] = Evidence(spans=spans, rule="amount/inherited-currency" if gift.total.inherited else None)
    if gift.items:
        out["items"] = Evidence(spans=tuple(i.span for i in gift.items))
    return out
