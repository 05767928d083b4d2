"""Which things belong to which gift of money: those named beside the sum, and those that a list adds."""

from collections.abc import Collection, Iterator, Sequence
from itertools import zip_longest

from dateline.model.base import Span
from dateline.parse.tree import Sentence, Token
from dateline.stages.plans.given.gift import OpenGift
from dateline.stages.plans.given.items import find_items, number_of, to_item
from dateline.stages.plans.view import PlanView

_NEXT = 2
_LISTED = frozenset({"dobj", "pobj", "conj", "appos"})


def add_items(gifts: Sequence[OpenGift], claimed: Collection[Span], view: PlanView) -> None:
    """Give each gift the things of its sentence that follow its sum, the first also those before it."""
    # "$5 million for tents and $2 million for seed": each sum has the things up to the next one.
    for gift, following in zip_longest(gifts, gifts[1:]):
        sentence = view.doc.sentence_of(gift.head)
        end = following.head.i if following and following.head.i < sentence.last else sentence.last
        # "Ten trucks and $5 million": what stands before the first sum is the first sum's.
        first = not any(sentence.first <= g.head.i < gift.head.i for g in gifts)
        tokens = view.doc.tokens[sentence.first if first else gift.head.i : end]
        items = [to_item(t, view) for t, _ in find_items(tokens, view)]
        gift.items.extend(i for i in items if i.span not in claimed)


def add_contents(gifts: Sequence[OpenGift], view: PlanView) -> None:
    """Give each gift the things that a list after it names ("The package includes ten boats")."""
    for sentence in view.doc.sentences if gifts else ():
        for verb in view.doc.tokens_of(sentence):
            if verb.lemma.lower() in view.lexicon.contents and verb.tag.startswith("VB"):
                gift = _gift_before(verb, sentence, gifts, view)
                if gift is not None:
                    _add_listed(gift, verb, view)


def _gift_before(verb: Token, sentence: Sentence, gifts: Sequence[OpenGift], view: PlanView) -> OpenGift | None:
    before = [g for g in gifts if g.head.i < verb.i]
    # "The package includes …": the package may be two sentences back.
    if not before or sentence.index - view.doc.sentence_of(before[-1].head).index > _NEXT:
        return None
    return before[-1]


def _add_listed(gift: OpenGift, verb: Token, view: PlanView) -> None:
    known = {i.span for i in gift.items}
    for token in _listed(verb, view):
        item = to_item(token, view)
        if item.span not in known:
            gift.items.append(item)


def _listed(verb: Token, view: PlanView) -> Iterator[Token]:
    """Yield the things that a verb lists: counted, or known as things that are given."""
    for token in view.doc.subtree(verb):
        if token.i <= verb.i or token.dep not in _LISTED or token.tag not in ("NNS", "NN"):
            continue
        number = number_of(token, view)
        # "Includes ten boats and training": boats are counted, training is known as given.
        if (number is not None and token.tag == "NNS") or any(find_items([token], view)):
            yield token
