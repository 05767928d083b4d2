"""Number words, the words that bound a number, and currencies: read once and compiled for the search in text."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

import msgspec

from dateline.lexicon.files import DATA, read_toml
from dateline.model.closed import Qualifier

FOLDER = DATA / "money"


class Currency(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One currency; the fields are explained in the head of ``currencies.toml``."""

    code: str
    symbols: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    as_code: bool = True


class Shared(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A name that several currencies share ("dollars"), with the one that it means by itself."""

    names: tuple[str, ...]
    default: str
    currencies: tuple[str, ...]


class CurrencyFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole of ``currencies.toml``."""

    currency: tuple[Currency, ...]
    shared: tuple[Shared, ...]


class Bound(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words before or after a number that make it a bound."""

    qualifier: Qualifier
    before: tuple[str, ...]
    after: tuple[str, ...] = ()


class Lists(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Plain lists of words; explained in ``numbers.toml``."""

    money_only: frozenset[str]
    percent: tuple[str, ...]
    labels: frozenset[str]
    of_age: frozenset[str]
    sizes: frozenset[str]
    zero_nouns: frozenset[str]
    after: frozenset[str]
    not_one: frozenset[str]
    after_one: frozenset[str]


class NumberFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole of ``numbers.toml``."""

    values: dict[str, int]
    scales: dict[str, int]
    short: dict[str, int]
    vague: dict[str, tuple[int, int]]
    plural: dict[str, int]
    fractions: dict[str, int]
    lists: Lists
    bound: tuple[Bound, ...]


@dataclass(frozen=True, slots=True)
class MoneyLexicon:
    """What the search for numbers looks up.

    ``before`` matches a currency that ends where a number begins, ``after`` one that begins where a number ends; their
    groups are ``code``, ``symbol``, ``unit`` (a name that is one currency's) and ``adjective`` with ``shared``.
    """

    numbers: NumberFile
    codes: frozenset[str]
    symbols: Mapping[str, str]
    units: Mapping[str, str]
    shared: Mapping[str, Shared]
    adjectives: Mapping[str, frozenset[str]]
    countries: Mapping[str, tuple[str, ...]]
    before: re.Pattern[str]
    after: re.Pattern[str]
    scale: re.Pattern[str]
    percent: re.Pattern[str]
    bounds_before: re.Pattern[str]
    bounds_after: re.Pattern[str]
    qualifiers: Mapping[str, Qualifier]


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in sorted(words, key=lambda w: (-len(w), w)))


def _currency_patterns(file: CurrencyFile) -> tuple[re.Pattern[str], re.Pattern[str]]:
    letters = [s for c in file.currency for s in c.symbols if s[0].isalpha()]
    signs = [s for c in file.currency for s in c.symbols if not s[0].isalpha()]
    prefixes = [n for s in file.shared for n in s.names if n in ("$", "Rs", "Rs.", "kr", "kr.")]
    units = _either(n for c in file.currency for n in c.names)
    names = _either(n for s in file.shared for n in s.names)
    adjectives = _either({a for c in file.currency for a in c.adjectives})
    before = (
        rf"(?:(?<![A-Za-z])(?P<code>[A-Z]{{3}})\$?|(?<![A-Za-z])(?P<letters>{_either(letters)})|(?P<symbol>{_either(signs)})"
        rf"|(?<![A-Za-z])(?P<adjective>US|U\.S\.)?[\s-]?(?P<shared>{_either(prefixes)})|(?i:(?<![a-z])(?P<unit>euros?)))[\s-]?$"
    )
    after = (
        rf"[\s-]?(?:of\s+|\(|in\s)?(?:(?P<code>[A-Z]{{3}})(?![A-Za-z])|(?P<letters>{_either(letters)})(?![a-z])"
        rf"|(?P<symbol>{_either(signs)})"
        rf"|(?i:(?P<unit>{units})(?![a-z])|(?:(?P<adjective>{adjectives})[\s-]+)?(?P<shared>{names})(?![a-z])))"
    )
    return re.compile(before), re.compile(after)


def _scale_pattern(numbers: NumberFile) -> re.Pattern[str]:
    long = _either(numbers.scales)
    return re.compile(rf"(?:[\s-]?(?i:{long})s?(?![A-Za-z]))+|\s?(?P<short>{_either(numbers.short)})(?![A-Za-z0-9])")


def _adjectives(file: CurrencyFile) -> dict[str, frozenset[str]]:
    out: dict[str, set[str]] = {}
    for c in file.currency:
        for a in c.adjectives:
            out.setdefault(a.casefold(), set()).add(c.code)
    return {a: frozenset(codes) for a, codes in out.items()}


def compile_money(currencies: CurrencyFile, numbers: NumberFile) -> MoneyLexicon:
    """Compile the two files into what the search looks up."""
    before, after = _currency_patterns(currencies)
    return MoneyLexicon(
        numbers=numbers,
        codes=frozenset(c.code for c in currencies.currency if c.as_code),
        symbols={s: c.code for c in currencies.currency for s in c.symbols},
        units={n.casefold(): c.code for c in currencies.currency for n in c.names},
        shared={n.casefold(): s for s in currencies.shared for n in s.names},
        adjectives=_adjectives(currencies),
        countries={c.code: (*c.countries, *c.adjectives) for c in currencies.currency},
        before=before,
        after=after,
        scale=_scale_pattern(numbers),
        percent=re.compile(rf"[\s-]?(?i:{_either(numbers.lists.percent)})(?![A-Za-z])"),
        bounds_before=re.compile(
            rf"(?i:(?<![\w])(?P<words>{_either(w for b in numbers.bound for w in b.before)}))"
            r"(?:\s+(?i:the|a|an|another|additional|further|total\s+of))*\s*$"
        ),
        bounds_after=re.compile(rf"\s+(?i:(?P<words>{_either(w for b in numbers.bound for w in b.after)}))(?!\w)"),
        qualifiers={w: b.qualifier for b in numbers.bound for w in (*b.before, *b.after)},
    )


@cache
def load_numbers() -> NumberFile:
    """Load the number words, which sums, counts and times are all read by."""
    return read_toml(FOLDER / "numbers.toml", NumberFile)


@cache
def load_money() -> MoneyLexicon:
    """Load currencies and number words from the package's own files."""
    return compile_money(read_toml(FOLDER / "currencies.toml", CurrencyFile), load_numbers())
