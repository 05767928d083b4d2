"""Numbers in digits with what stands glued to them: thousands marks, scales, currencies, percent signs."""

import re

from dateline.lexicon.words.money import MoneyLexicon
from dateline.model.base import Span
from dateline.stages.numbers.count import Count
from dateline.stages.numbers.money import currency_of

DIGITS = re.compile(
    r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)"  # 1,500.5
    r"|\d{1,3}(?:[\u00a0\u2009\u202f'’ ]\d{3})+(?![\d,])"  # 10 000
    r"|\d{1,3}(?:\.\d{3}){2,}(?!\d)"  # 1.500.000
    r"|\d+,\d{1,2}(?![\d,])"  # 4,5
    r"|\d+(?:\.\d+)?"
)
_LONG = re.compile(r"\d{13}")  # an identifier
_WINDOW = 16
_GLUED_BEFORE = re.compile(r"(?:[^\W\d_][-–]?|\d[.:/,]|\d-\d+-|[#№]\s?|(?<!\d)[-+])$")
_GLUED_AFTER = re.compile(r"[^\W_]|[-–](?!odd|plus)[^\W\d_]|[:/]\d|-\d+-\d")


def read_digits(text: str, at: int, lexicon: MoneyLexicon) -> Count | None:
    """Read the number whose digits begin at ``at``, its currency and scale; None where they are part of a name."""
    body = DIGITS.match(text, at)
    if body is None or _LONG.match(body.group()):
        return None
    window = text[max(0, at - _WINDOW) : at]
    before = lexicon.before.search(window)
    currency = currency_of(before, lexicon, text, at) if before else None
    start = at - (len(window) - before.start()) if before and currency else at
    # "F-16", "AK47", "12:30", "#5": digits glued to something before are part of a name.
    if currency is None and _GLUED_BEFORE.search(window):
        return None
    return _with_tail(text, (start, body.end()), _number(body.group()), currency, lexicon)


def _number(digits: str) -> float:
    # "4,5" is a decimal comma; "4,500" has its mark before three digits.
    if re.fullmatch(r"\d+,\d{1,2}", digits):
        return float(digits.replace(",", "."))
    if digits.count(".") > 1:
        return float(digits.replace(".", ""))
    return float(re.sub(r"[^\d.]", "", digits))


def _with_tail(text: str, span: Span, value: float, currency: str | None, lexicon: MoneyLexicon) -> Count | None:
    """Add what follows the digits: a scale, a currency, a percent sign."""
    end = span[1]
    percent = lexicon.percent.match(text, end)
    if percent:
        return Count(span=(span[0], percent.end()), low=value, high=value, percent=True, digits=True)
    factor, end = _scale(text, end, lexicon)
    # "$5 million USD": after a sign only a code may say it again.
    after = lexicon.after.match(text, end) if currency is None or text[end : end + 4].strip()[:3].isupper() else None
    if after and not _is_weight(text, after):
        named = currency_of(after, lexicon, text, span[0])
        if named and currency in (None, named):
            currency, end = named, after.end()
            if factor == 1:
                factor, end = _scale(text, end, lexicon)
    # "5m" is a length, "$5m" are millions.
    if currency is None and _short_needs_money(text[span[1] : end], lexicon):
        return None
    # "5th", "20-year-old".
    if currency is None and _GLUED_AFTER.match(text, end):
        return None
    total = round(value * factor, 6)
    return Count(span=(span[0], end), low=total, high=total, currency=currency, digits=True, scaled=factor != 1)


def _scale(text: str, end: int, lexicon: MoneyLexicon) -> tuple[float, int]:
    """Return the factor of the scale words at ``end`` and where they end; 1 where there are none."""
    match = lexicon.scale.match(text, end)
    if match is None:
        return 1, end
    short = match.group("short")
    if short:
        return lexicon.numbers.short[short], match.end()
    factor = 1.0
    for word in re.findall(r"[a-z]+", match.group().casefold()):
        factor *= lexicon.numbers.scales.get(word) or lexicon.numbers.scales[word.removesuffix("s")]
    return factor, match.end()


def _short_needs_money(tail: str, lexicon: MoneyLexicon) -> bool:
    return tail.strip() in lexicon.numbers.lists.money_only


def _is_weight(text: str, unit: re.Match[str]) -> bool:
    """Tell "500 pounds of explosives" and "a 500-pound bomb" from money."""
    if not re.search(r"(?i)pounds?$", unit.group()) or unit.group("adjective"):
        return False
    return (
        bool(re.match(r"\s+of\s|\s+(?:bombs?|warheads?|shells?|explosives?)", text[unit.end() :]))
        or "-" in unit.group()
    )
