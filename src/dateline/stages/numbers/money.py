"""Which currency the signs and names next to a number mean."""

import re
from functools import lru_cache

from dateline.lexicon.words.money import MoneyLexicon, Shared


def currency_of(match: re.Match[str], lexicon: MoneyLexicon, text: str, at: int) -> str | None:
    """Return the ISO 4217 code that a match of the lexicon's ``before`` or ``after`` pattern means in this report.

    A shared name ("crowns", "$") is that of the adjective before it, else that of the country which the report is
    about, else the most common one; ``at`` is where the number stands.
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
        # "Swedish crowns" are of Sweden, whatever the report is about.
        named = lexicon.adjectives[_plain(groups["adjective"])] & set(shared.currencies)
        if named:
            return min(named)
    return _by_country(shared, lexicon, text, at)


def _plain(words: str) -> str:
    return " ".join(words.split()).casefold()


def _by_country(shared: Shared, lexicon: MoneyLexicon, text: str, at: int) -> str:
    if shared.default == "USD":
        return _which_dollar(shared, lexicon, text, at)
    counts = _counts(shared.currencies, lexicon, text)
    best = max(counts, key=lambda code: (counts[code], code == shared.default))
    if counts.get(shared.default, 0) * _WELL_KNOWN >= counts[best]:
        return shared.default
    return best


def _counts(codes: tuple[str, ...], lexicon: MoneyLexicon, text: str) -> dict[str, int]:
    """Count the words of each currency's country in the report."""
    return {code: _count(lexicon.countries[code], text) for code in codes}


# A report with many sums asks the same of the same text again and again.
@lru_cache(maxsize=64)
def _count(words: tuple[str, ...], text: str) -> int:
    return len(_pattern(words).findall(text))


@lru_cache(maxsize=64)
def _found(pattern: re.Pattern[str], text: str) -> str | None:
    found = pattern.search(text)
    return found.group() if found else None


def _which_dollar(shared: Shared, lexicon: MoneyLexicon, text: str, at: int) -> str:
    """Return what a bare dollar means.

    Beside "C$" or "Australian dollars" it is the American one. Beside "US$" it is that of the country which the report
    is about; beside "CAD" the Canadian one. A report that speaks of Canada, Australia or New Zealand alone, and not of
    the United States, uses its own, but not where another country opens the sentence and so is the one that pays.
    """
    if _found(_PREFIXED, text):
        return "USD"
    counts = _counts(shared.currencies, lexicon, text)
    best = max((c for c in counts if c != "USD"), key=lambda code: counts[code])
    if _found(_AMERICAN, text):
        return best if counts[best] > counts["USD"] else "USD"
    code = _found(_CODE, text)
    if code:
        return code
    alone = best in _OWN_DOLLAR and counts[best] == sum(counts.values())
    return best if alone and counts[best] and not _another_opens(best, lexicon, text, at) else "USD"


def _another_opens(code: str, lexicon: MoneyLexicon, text: str, at: int) -> bool:
    """Tell "Norway gave Sudan $5 million" from a sentence that the currency's own country, or none, opens."""
    start = max(text.rfind(stop, 0, at) + len(stop) if stop in text[:at] else 0 for stop in (". ", "\n"))
    first = " ".join(text[start:at].split()[:_OPENING])
    return not _count(lexicon.countries[code], first) and any(
        _count(words, first) for other, words in lexicon.countries.items() if other != code
    )


_WELL_KNOWN = 3
"""How many times oftener another country must be named than that of the best known currency ("pounds")."""
_OPENING = 3
"""Words of a sentence among which its first country stands."""
_AMERICAN = re.compile(r"US\s?\$|U\.S\. ?\$|USD|(?:US|U\.S\.|American) dollars?")
_PREFIXED = re.compile(
    r"(?<![A-Za-z])(?:A|AU|C|CA|Can|NZ|HK|S|NT)\$"
    r"|(?:Australian|Canadian|Aussie|New Zealand|Singapore|Hong Kong|Taiwan) dollars?"
)
_CODE = re.compile(r"(?<![A-Za-z])(?:AUD|CAD|NZD|SGD|HKD|TWD)(?![A-Za-z])")
_OWN_DOLLAR = frozenset({"AUD", "CAD", "NZD"})


@lru_cache(maxsize=256)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.])(?:{'|'.join(re.escape(w) for w in words)})(?![\w$])" if words else r"(?!)")
