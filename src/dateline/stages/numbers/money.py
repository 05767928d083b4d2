"""Which currency the signs and names next to a number mean."""

import re
from functools import lru_cache

from dateline.lexicon.money import MoneyLexicon, Shared


def currency_of(match: re.Match[str], lexicon: MoneyLexicon, text: str) -> str | None:
    """Return the ISO 4217 code that a match of the lexicon's ``before`` or ``after`` pattern means in this report.

    A shared name ("crowns", "$") is that of the adjective before it, else that of the country which the report is
    about, else the most common one. A bare dollar is the American one unless the report tells the two apart, or uses
    another dollar by name.
    """
    groups = match.groupdict()
    if groups["code"]:
        return groups["code"] if groups["code"] in lexicon.codes else lexicon.units.get(_plain(groups["code"]))
    sign = groups["symbol"] or groups["letters"]
    if sign:
        return lexicon.symbols[sign]
    if groups["unit"]:
        return lexicon.units[_plain(groups["unit"])]
    shared = lexicon.shared[_plain(groups["shared"])]
    if groups["adjective"]:
        named = lexicon.adjectives[_plain(groups["adjective"])] & set(shared.currencies)
        if named:
            return min(named)
    return _by_country(shared, lexicon, text)


def _plain(words: str) -> str:
    return " ".join(words.split()).casefold()


def _by_country(shared: Shared, lexicon: MoneyLexicon, text: str) -> str:
    if shared.default == "USD" and not _AMERICAN.search(text):
        return next((m.group("code") or lexicon.symbols[m.group()] for m in _OTHER.finditer(text)), "USD")
    counts = {code: len(_pattern(lexicon.countries[code]).findall(text)) for code in shared.currencies if code != "USD"}
    best = max(counts, key=lambda code: (counts[code], code == shared.default))
    return best if counts[best] else shared.default


_AMERICAN = re.compile(r"US\s?\$|U\.S\. ?\$|USD|(?:US|U\.S\.|American) dollars?")
_OTHER = re.compile(r"(?<![A-Za-z])(?:(?P<code>AUD|CAD|NZD|SGD|HKD|TWD)(?![A-Za-z])|(?:A|AU|C|CA|NZ|HK|S|NT)\$)")


@lru_cache(maxsize=256)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.])(?:{'|'.join(re.escape(w) for w in words)})(?!\w)" if words else r"(?!)")
