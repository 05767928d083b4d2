"""Sums of money in a report: which belong together as conversions, and which repeat each other."""

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.draft import Number
from dateline.model.base import Span
from dateline.model.plans import Amount, Converted
from dateline.parse.tree import Token
from dateline.stages.plans.view import PlanView

LARGE = 100_000.0
_SAME = 0.005


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum of money, with the same amount in other currencies; ``inherited`` where the currency is the report's."""

    number: Number
    currency: str | None
    converted: tuple[Number, ...] = ()
    inherited: bool = False

    @property
    def span(self) -> Span:
        """Return the words that name the sum."""
        return self.number.span

    @property
    def value(self) -> float:
        """Return the figure that the report names: the upper end of a range or of an upper bound, else the lower."""
        # "Several million" stands at its least: more is a guess.
        if self.number.qualifier == "vague":
            return self.number.low or 0.0
        return self.number.high or self.number.low or 0.0


def find_sums(view: PlanView) -> list[Sum]:
    """Return the sums of money in order of the text, conversions joined to what they convert."""
    out: list[Sum] = []
    money = [n for n in view.draft.numbers if n.currency is not None]
    common = {n.currency for n in money}
    for number in view.draft.numbers:
        if number.currency is None and not _is_bare_sum(number, view, common):
            continue
        if out and _converts(out[-1], number, view):
            last = out[-1]
            out[-1] = Sum(last.number, last.currency, (*last.converted, number), last.inherited)
        elif number.currency is not None:
            out.append(Sum(number, number.currency))
        else:
            out.append(Sum(number, next(iter(common)), inherited=True))
    return [s for s in out if s.value > 0]


def _is_bare_sum(number: Number, view: PlanView, common: set[str | None]) -> bool:
    """Tell whether a number without currency is a sum in the report's only one ("of the €60 million, 45 million")."""
    # A small number without a currency counts something else.
    if len(common) != 1 or number.percent or number.of or (number.high or number.low or 0) < LARGE:
        return False
    if number.noun is None:
        return True
    return view.doc.tokens[number.noun].lemma.lower() in view.lexicon.nouns


def _converts(first: Sum, number: Number, view: PlanView) -> bool:
    """Tell whether a number repeats the sum before it in another currency."""
    last = first.converted[-1] if first.converted else first.number
    # "€5 million and €2 million" are two sums, "€5 million ($6 million)" one.
    if number.currency is None or number.currency in {first.currency, *(c.currency for c in first.converted)}:
        return False
    gap = view.doc.text[last.span[1] : number.span[0]]
    return len(gap) < 60 and view.lexicon.conversion.fullmatch(gap) is not None


def same_sum(a: Sum, b: Sum) -> bool:
    """Tell whether two sums are one amount, told twice."""
    pairs = [(x, y) for x in all_values(a) for y in all_values(b)]
    return any(c == d and abs(v - w) <= _SAME * max(v, w) for (v, c), (w, d) in pairs)


def head_of(total: Sum, view: PlanView) -> Token:
    """Return the word by which a sum hangs on the sentence: the last of its words whose head lies outside it."""
    tokens = view.doc.tokens_in(total.span)
    own = {t.i for t in tokens}
    heads = [t for t in tokens if t.head not in own or t.head == t.i]
    return heads[-1] if heads else tokens[-1]


def is_smaller(part: Sum, whole: Sum) -> bool:
    """Tell whether a sum is smaller than another, in a currency that both are given in."""
    values = {currency: value for value, currency in all_values(whole)}
    return any(currency in values and value < values[currency] for value, currency in all_values(part))


def all_values(total: Sum) -> list[tuple[float, str | None]]:
    """Return a sum's value in each currency that the report gives."""
    return [(total.value, total.currency), *((n.high or n.low or 0.0, n.currency) for n in total.converted)]


def to_amount(total: Sum, repeats: Sequence[Sum]) -> Amount:
    """Make the record of a sum; a conversion may stand beside a repeat only."""
    named = [n for s in (total, *repeats) for n in s.converted]
    seen: dict[str, Converted] = {}
    for n in named:
        if n.currency is not None and n.currency != total.currency:
            seen.setdefault(n.currency, Converted(value=n.high or n.low or 0.0, currency=n.currency, span=n.span))
    return Amount(
        value=total.value, currency=total.currency, qualifier=total.number.qualifier, span=total.span,
        converted=tuple(seen.values()),
    )  # fmt: skip
