"""Find a place that the gazetteer spells otherwise: "Telafar" is its "Tal Afar", "Bossaso" its "Bosaso"."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from dateline.gazetteer.keys import key
from dateline.gazetteer.reader import Entry, Gazetteer
from dateline.model.closed import Precision

LEAST_LETTERS = 5  # shorter names have too many neighbours a letter away
_REMEMBERED = 256  # names whose spellings are kept: a report tells a name again and again
KINDS = frozenset({"town", "district", "province", "site"})
Rule = tuple[str, str]


def respelled(
    name: str, kind: Precision | None, *, gazetteer: Gazetteer, rules: Sequence[Rule], fits: Callable[[Entry], bool]
) -> Entry | None:
    """Return the place that a name means in another spelling, the largest with the fewest changes.

    Args:
        name: The name as printed.
        kind: What its class word tells it to be, None without one.
        gazetteer: Where spellings are looked up.
        rules: Pairs of letters that romanisations exchange, in either direction.
        fits: Whether a place may be meant, by what the report tells of where it lies.
    """
    plain = key(name)
    if len(plain) < LEAST_LETTERS:
        return None
    for wave in _waves(plain, tuple(rules)):
        filed = gazetteer.filed(wave)
        found = [e for v in wave if v in filed for e in gazetteer.look_up_key(v) if e.kind in KINDS and fits(e)]
        found = [e for e in found if e.form < 2 or e.kind == kind]
        if found:
            return max(found, key=lambda e: (e.kind == kind, e.population))
    return None


def _waves(plain: str, rules: tuple[Rule, ...]) -> Iterator[list[str]]:
    """Yield the name itself, then the spellings that differ by one rule, then those by two."""
    yield [plain]
    once = _once(plain, rules)
    yield once
    yield _twice(plain, rules)


@lru_cache(maxsize=_REMEMBERED)
def _once(plain: str, rules: tuple[Rule, ...]) -> list[str]:
    return sorted(set(_changed(plain, _compiled(rules))) - {plain})


@lru_cache(maxsize=_REMEMBERED)
def _twice(plain: str, rules: tuple[Rule, ...]) -> list[str]:
    once, compiled = _once(plain, rules), _compiled(rules)
    return sorted({v for o in once for v in _changed(o, compiled)} - {plain, *once})


@dataclass(frozen=True, slots=True)
class _Compiled:
    """Rules by the letter without which a name has nothing to exchange; the few others are patterns.

    ``within`` has those for letters anywhere, by their first; ``first`` those for how a name begins, by its first
    letter; ``last`` those for how it ends, by its last.
    """

    within: Mapping[str, Sequence[Rule]]
    first: Mapping[str, Sequence[Rule]]
    last: Mapping[str, Sequence[Rule]]
    patterns: Sequence[tuple[re.Pattern[str], str]]


@lru_cache(maxsize=8)
def _compiled(rules: tuple[Rule, ...]) -> _Compiled:
    within: dict[str, list[Rule]] = {}
    first: dict[str, list[Rule]] = {}
    last: dict[str, list[Rule]] = {}
    patterns = []
    for old, new in rules:
        if old.isalpha():
            within.setdefault(old[0], []).append((old, new))
        elif old.startswith("^") and old[1:].isalpha():
            first.setdefault(old[1], []).append((old[1:], new))
        elif old.endswith("$") and old[:-1].isalpha():
            last.setdefault(old[-2], []).append((old[:-1], new))
        else:
            patterns.append((re.compile(old), new))
    return _Compiled(within, first, last, patterns)


def _changed(name: str, rules: _Compiled) -> Iterator[str]:
    for letter in set(name):
        for old, new in rules.within.get(letter, ()):
            if old in name:
                yield name.replace(old, new)
    for old, new in rules.first.get(name[0], ()):
        if name.startswith(old):
            yield new + name.removeprefix(old)
    for old, new in rules.last.get(name[-1], ()):
        if name.endswith(old):
            yield name.removesuffix(old) + new
    for pattern, new in rules.patterns:
        spelled, times = pattern.subn(new, name)
        if times:
            yield spelled
