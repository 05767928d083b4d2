"""What stands round a number: bounds, ranges, and the signs that it is a name, an age or a year."""

import re
from collections.abc import Sequence
from dataclasses import replace

from dateline.lexicon.words.money import MoneyLexicon
from dateline.parse.tree import HYPHENS, Document, Token
from dateline.stages.numbers.count import Count

_WINDOW = 40
_TO = re.compile(r"\s?[-–—]\s?|\s+to\s+(?:as many as\s+)?|\s+(?:and|or)\s+")
_BETWEEN = re.compile(r"(?i)(?:between|either)\s++(?:an estimated |about |some )?(?:US|[A-Z]{1,3})?[\s$€£¥]*+$")
_FROM = re.compile(r"(?i)\b(?:from|by)\s++(?:US|[A-Z]{1,3})?[\s$€£¥]*+$")
_PLUS = re.compile(r"\+|[-–](?:plus|odd)\b")
_AGE = re.compile(r"aged?\s*+$", re.IGNORECASE)


def join_ranges(found: Sequence[Count], text: str) -> list[Count]:
    """Join "20 to 30", "20-30" and "between 20 and 30" into one number each."""
    out: list[Count] = []
    for number in found:
        joined = _range(out[-1], number, text) if out else None
        # "Won 3-1": neither counts anything.
        if joined is None and out and _is_score(out[-1], number, text):
            out.pop()
        elif joined is None:
            out.append(number)
        else:
            out[-1] = joined
    return out


def _is_score(a: Count, b: Count, text: str) -> bool:
    """Tell whether "3-1" stands here: a dash between digits that go down is no range."""
    return a.digits and b.digits and text[a.span[1] : b.span[0]] in HYPHENS and not (a.currency or b.currency)


def _range(a: Count, b: Count, text: str) -> Count | None:
    gap = text[a.span[1] : b.span[0]]
    tie = _TO.fullmatch(gap)
    if tie is None or a.low is None or b.high is None or a.of or b.of:
        return None
    lead = text[max(0, a.span[0] - _WINDOW) : a.span[0]]
    # "Rose from 20 to 30", "by 20 to 30": two numbers and a change, no range.
    if _FROM.search(lead) or (gap.strip() in ("and", "or") and not (_BETWEEN.search(lead) or _pair(a, b, gap))):
        return None
    low = _shared_scale(a, b)
    # "$20 to 30 euros" are two sums.
    if low is None or low >= b.high or {a.currency, b.currency} - {None, b.currency or a.currency}:
        return None
    return replace(b, span=(a.span[0], b.span[1]), low=low, qualifier="about", currency=b.currency or a.currency)


def _pair(a: Count, b: Count, gap: str) -> bool:
    """Tell whether "two or three" stands here."""
    return gap.strip() == "or" and b.high == (a.low or 0) + 1


def _shared_scale(a: Count, b: Count) -> float | None:
    """Return the lower end, to which the scale of the upper belongs too ("10 to 15 million")."""
    if a.low is None or b.high is None or a.scaled or not b.scaled:
        return a.low
    # "10 to 15 million" means millions twice, "900 to 1 million" does not.
    scale = 10.0 ** (3 * ((len(str(int(b.high))) - 1) // 3))
    return a.low * scale if a.low < b.high / scale else a.low


_PREPOSITION = re.compile(r"(?i)^(?:under|below|over|above|beyond|near|around|about)\s+(?:an?|the|its|their|his|her)\b")


def add_bound(number: Count, doc: Document, lexicon: MoneyLexicon) -> Count:
    """Read the words before and after a number that bound it ("at least", "up to", "or more")."""
    text = doc.text
    # "No casualties" has no bound.
    if (number.low == 0 and number.high == 0) or _after_particle(number, doc):
        return number
    lead = text[max(0, number.span[0] - _WINDOW) : number.span[0]]
    before = lexicon.bounds_before.search(lead)
    if before is not None and _PREPOSITION.search(lead[before.start("words") :]):
        before = None  # "under a $400 million loan" bounds nothing
    match = before or lexicon.bounds_after.match(text, number.span[1])
    plus = _PLUS.match(text, number.span[1])
    if match is None and plus is None:
        return number
    words = " ".join(match.group("words").casefold().split()) if match else ""
    kind = lexicon.qualifiers[words] if words else ("about" if plus and "odd" in plus.group() else "at-least")
    if kind == "at-least":
        return replace(number, qualifier=kind, high=None)
    if kind == "at-most":
        return replace(number, qualifier=kind, low=None)
    return replace(number, qualifier="vague" if number.qualifier == "vague" else "about")


def _after_particle(number: Count, doc: Document) -> bool:
    """Tell "handed over four villages", where "over" is the verb's, from "over four hundred"."""
    first = doc.tokens_in(number.span)[0]
    return first.i > 0 and doc.tokens[first.i - 1].dep == "prt"


def is_label(number: Count, doc: Document, first: Token, lexicon: MoneyLexicon) -> bool:
    """Tell whether digits are a name, a year, an age or the mark of a list, and count nothing."""
    if number.currency or number.percent:
        return False
    before = doc.tokens[first.i - 1] if first.i else None
    # "Channel Seven" is a name.
    if not number.digits:
        return before is not None and before.text[0].isupper() and before.lower in lexicon.numbers.lists.labels
    return _is_year(number, doc) or _is_age(number, doc, before, lexicon) or _is_named(number, doc, before, lexicon)


def _is_year(number: Count, doc: Document) -> bool:
    value = number.low if number.low is not None else number.high
    plain = doc.quote(number.span).isdigit() or re.fullmatch(r"\d{4}\s?[-–—]\s?\d{4}", doc.quote(number.span))
    # "In 2019" is a year, "2,019 people" and "2019 prisoners" are numbers.
    return value is not None and 1900 <= value <= 2100 and bool(plain) and not _counts_plural(number, doc)


def _counts_plural(number: Count, doc: Document) -> bool:
    after = next((t for t in doc.tokens_in((number.span[1], number.span[1] + 2)) if t.start >= number.span[1]), None)
    return after is not None and after.tag in ("NNS", "NNPS")


def _is_age(number: Count, doc: Document, before: Token | None, lexicon: MoneyLexicon) -> bool:
    """Tell whether a number is an age: "aged 24", "Ivan Petrov, 45, said", "a man of 78"."""
    # "Ada Thorn, 450 kilometres away, said" is no age.
    if before is None or (number.high or 0) > 120:
        return False
    lead = doc.text[max(0, number.span[0] - 30) : number.span[0]]
    if _AGE.search(lead):
        return True
    if before.lower == "of" and doc.head(before).lower in lexicon.numbers.lists.of_age:
        return True
    name = doc.tokens[before.i - 1] if before.i and before.text == "," else None
    return (
        name is not None
        and name.pos == "PROPN"
        # "Ada Thorn, 45, said" is an age, "Thorn, 45 others and" is not.
        and doc.text[number.span[1] : number.span[1] + 1] in (",", ".", ")", "")
    )


def _is_named(number: Count, doc: Document, before: Token | None, lexicon: MoneyLexicon) -> bool:
    """Tell whether digits belong to the word before them ("Article 5", "Leopard 2") or head a list ("1. Kyiv")."""
    if number.scaled:
        return False
    # "1. Gubio": digits that open a line with a full stop mark a list.
    if before is None or doc.text[max(0, number.span[0] - 1) : number.span[0]] == "\n":
        return re.match(r"[.)]\s", doc.text[number.span[1] : number.span[1] + 2]) is not None
    if before.lower in lexicon.numbers.lists.labels:
        return True
    # "9 mm": digits with a size word say which kind it is.
    sized = doc.text[number.span[1] : number.span[1] + 12].strip().split(" ")[0].casefold()
    return sized in lexicon.numbers.lists.sizes
