"""The stage that fills the numbers: find, bound, join, and tie each to what it counts."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from dateline.draft import Draft, Number
from dateline.lexicon.words.money import MoneyLexicon, NumberFile, load_money
from dateline.model.base import Span
from dateline.parse.tree import Document, Token
from dateline.stages.numbers.context import add_bound, is_label, join_ranges
from dateline.stages.numbers.count import Count
from dateline.stages.numbers.counted import Counted
from dateline.stages.numbers.digits import read_digits
from dateline.stages.numbers.money import currency_of
from dateline.stages.numbers.spelled import Spelled, read_words

_RUN = re.compile(r"\d+")
_ONE_DEPS = frozenset({"nummod", "dobj", "nsubjpass", "conj", "appos", "nsubj", "attr", "quantmod", "compound", "ROOT"})
_SHARE_GAP = re.compile(
    r"\s+(?:out\s+)?of\s+(?:(?:the|its|their|his|her|our|all)\s+|(?:[A-Z]\w++\s?+)++['’]s?\s+)?|\s+in\s+"
)


@dataclass(frozen=True, slots=True)
class NumberStage:
    """Fill the numbers from digits and number words that are part of no time expression."""

    lexicon: MoneyLexicon

    name: ClassVar[str] = "numbers"
    needs: ClassVar[frozenset[str]] = frozenset({"document", "times"})
    fills: ClassVar[frozenset[str]] = frozenset({"numbers"})

    @classmethod
    def load(cls) -> "NumberStage":
        """Return the stage with the package's own lexicon."""
        return cls(load_money())

    def __call__(self, draft: Draft) -> Draft:
        """Return the draft with its numbers filled in."""
        times = [t.span for t in draft.times]
        return replace(draft, numbers=find_numbers(draft.document, times, self.lexicon))


def find_numbers(doc: Document, times: Sequence[Span], lexicon: MoneyLexicon) -> tuple[Number, ...]:
    """Find every number of a document outside the spans of time expressions, in order of the text."""
    joined = join_ranges(list(_scan(doc, sorted(times), lexicon)), doc.text)
    kept = [n for n in joined if not _counts_nothing(n, doc, lexicon)]
    shares = _join_shares([add_bound(n, doc, lexicon) for n in kept], doc)
    counted = Counted(doc)
    return tuple(_finish(n, counted) for n in shares)


def _scan(doc: Document, times: Sequence[Span], lexicon: MoneyLexicon) -> Iterator[Count]:
    """Yield numbers one after the other, never twice over the same words."""
    starts = _word_starts(doc, lexicon.numbers)
    anchors = sorted(
        [(m.start(), None) for m in _RUN.finditer(doc.text)] + [(t.start, t) for t in starts], key=lambda a: a[0]
    )
    done = 0
    # "On 3 May" counts no Mays.
    for at, token in anchors:
        if at < done or _inside_time(at, times):
            continue
        found = read_digits(doc.text, at, lexicon) if token is None else _read_token(doc, token, lexicon)
        if found is not None:
            done = found.span[1]
            yield found
        elif token is None:
            # What is refused ("F-16") is not looked at again from its second digit.
            done = _end_of_run(doc.text, at)


def _end_of_run(text: str, at: int) -> int:
    run = _RUN.match(text, at)
    return run.end() if run else at + 1


def _word_starts(doc: Document, words: NumberFile) -> list[Token]:
    known = (
        words.values.keys() | words.scales.keys() | words.vague.keys() | words.plural.keys() | words.fractions.keys()
    )
    return [t for t in doc.tokens if t.lower in known or t.lower == "no"]


def _inside_time(at: int, times: Sequence[Span]) -> bool:
    i = bisect_right(times, at, key=lambda t: t[0])
    return any(s <= at < e for s, e in times[max(0, i - 2) : i])


def _read_token(doc: Document, token: Token, lexicon: MoneyLexicon) -> Count | None:
    if token.lower == "no":
        return _read_none(doc, token, lexicon)
    if token.lower in ("one", "zero") and not _is_counting_one(doc, token, lexicon):
        return None
    # "G-seven", "post-one": a hyphen ties the word to the one before.
    if (
        token.i
        and doc.tokens[token.i - 1].text == "-"
        and token.i > 1
        and doc.tokens[token.i - 2].end == token.start - 1
    ):
        return None
    spelled = read_words(doc.tokens, token.i, lexicon.numbers)
    return None if spelled is None else _with_unit(doc, spelled, lexicon)


def _read_none(doc: Document, token: Token, lexicon: MoneyLexicon) -> Count | None:
    """Read "no casualties": the report says that there were none."""
    nouns = [t.lower for t in doc.tokens[token.i + 1 : token.i + 4]]
    if not any(n in lexicon.numbers.lists.zero_nouns for n in nouns[:2]):
        return None
    return Count(span=(token.start, token.end), low=0.0, high=0.0)


def _is_counting_one(doc: Document, token: Token, lexicon: MoneyLexicon) -> bool:
    """Tell "killed one" from "the one who", "no one" and "one another"."""
    before = doc.tokens[token.i - 1].lower if token.i else ""
    after = doc.tokens[token.i + 1].lower if token.i + 1 < len(doc.tokens) else ""
    if (
        before in lexicon.numbers.lists.not_one
        or after in lexicon.numbers.lists.after_one - {"of", "-"}
        or token.tag in ("PRP", "NNS")
    ):
        return False
    if after == "of":
        return True
    # "One must leave" is anybody; "one was killed" is one.
    return token.dep in _ONE_DEPS and not (token.dep == "nsubj" and doc.head(token).tag in ("MD", "VBZ"))


def _with_unit(doc: Document, spelled: Spelled, lexicon: MoneyLexicon) -> Count | None:
    """Add the currency or percent sign after a number in words."""
    start, end = doc.tokens[spelled.first].start, doc.tokens[spelled.last].end
    percent = lexicon.percent.match(doc.text, end)
    money = None if spelled.of else _currency_after(doc.text, end, spelled.low, lexicon)
    # "A three-storey house" counts no houses, "three-dollar" is a sum all the same.
    if money is None and percent is None and _modifies(doc, spelled):
        return None
    currency, end = money or (None, percent.end() if percent else end)
    return Count(
        span=(start, end), low=spelled.low, high=spelled.high, of=spelled.of, currency=currency, percent=bool(percent),
        qualifier="vague" if spelled.vague else "exact",
        scaled=doc.tokens[spelled.last].lower in lexicon.numbers.scales,
    )  # fmt: skip


def _currency_after(text: str, end: int, low: float, lexicon: MoneyLexicon) -> tuple[str, int] | None:
    """Return the currency named after a number in words, and where its name ends; a few pounds are a weight."""
    after = lexicon.after.match(text, end)
    if after is None or text[after.end() : after.end() + 1].isdigit():
        return None
    if low < 1000 and (after.group("shared") or "").casefold().startswith("pound"):
        return None
    currency = currency_of(after, lexicon, text, end)
    return None if currency is None else (currency, after.end())


def _modifies(doc: Document, spelled: Spelled) -> bool:
    """Tell whether a hyphen ties the number to a word ("three-storey"), so that it counts nothing itself."""
    rest = doc.tokens[spelled.last + 1 : spelled.last + 3]
    if len(rest) < 2 or rest[0].text != "-" or rest[1].lower in ("odd", "plus"):
        return False
    return rest[0].start == doc.tokens[spelled.last].end and rest[1].start == rest[0].end


def _counts_nothing(number: Count, doc: Document, lexicon: MoneyLexicon) -> bool:
    tokens = doc.tokens_in(number.span)
    return not tokens or is_label(number, doc, tokens[0], lexicon)


def _join_shares(numbers: Sequence[Count], doc: Document) -> list[Count]:
    """Join "four of Russia's five consulates" into four, of five, in the words from the one to the other."""
    out: list[Count] = []
    for number in numbers:
        last = out[-1] if out else None
        if last is not None and last.of is None and _is_share(last, number, doc):
            out[-1] = replace(last, span=(last.span[0], number.span[1]), of=number.low)
        else:
            out.append(number)
    return out


def _is_share(part: Count, whole: Count, doc: Document) -> bool:
    gap = doc.text[part.span[1] : whole.span[0]]
    if part.currency or whole.currency or part.percent or whole.percent or part.low is None or whole.low is None:
        return False
    if whole.qualifier == "vague" or not _SHARE_GAP.fullmatch(gap):
        return False
    # "One in five" is a share, "nine in 2019" is none.
    return part.low < whole.low and (gap.strip() != "in" or (part.low == 1 and whole.low <= 20))


def _finish(number: Count, counted: Counted) -> Number:
    return Number(
        span=number.span, low=number.low, high=number.high, qualifier=number.qualifier, noun=counted.noun(number),
        of=number.of, currency=number.currency, percent=number.percent,
    )  # fmt: skip
