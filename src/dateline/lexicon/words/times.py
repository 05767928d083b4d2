"""The words that times are made of, and the table of times that have a name."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal

import msgspec

from dateline.errors import LexiconError
from dateline.lexicon.files import DATA, read_toml
from dateline.lexicon.words.money import load_numbers

FOLDER = DATA / "times"
NameKind = Literal["holiday", "event", "reference"]
WordValue = int | str


class Words(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """The file of single words: each table gives a class of words and their calendar numbers or TIMEX3 symbols."""

    month: dict[str, int]
    weekday: dict[str, int]
    weekdays: dict[str, int]
    unit: dict[str, str]
    units: dict[str, str]
    quarter: dict[str, str]
    season: dict[str, str]
    part: dict[str, str]
    parts: dict[str, str]
    point: dict[str, str]
    fixed: dict[str, int]
    ref: dict[str, str]
    ordinal: dict[str, int]
    tens: dict[str, int]
    cycle: dict[str, str]
    lasting: dict[str, str]
    zone: dict[str, str]
    plain: dict[str, list[str]]


class Holiday(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A feast that comes round each year and how its day is reckoned."""

    phrases: list[str]
    day: str


class NamedEvent(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A dated war, attack or summit. ``definite`` lists words that show which war "the war" is."""

    phrases: list[str]
    start: str
    end: str | None = None
    time: bool = False
    definite: list[str] = []


class Reference(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """Phrases for the present, the past or the future at large; ``article``: only with "the" before."""

    phrases: list[str]
    value: Literal["PRESENT_REF", "PAST_REF", "FUTURE_REF"]
    article: bool = False


class Names(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """The file of named times."""

    holiday: list[Holiday]
    event: list[NamedEvent]
    reference: list[Reference]


class Contexts(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """The file of words beside a phrase that decide whether it is a time, and which."""

    before_season: frozenset[str]
    before_march: frozenset[str]
    before_length: frozenset[str]
    before_clock: frozenset[str]
    before_old_year: frozenset[str]
    numbered: frozenset[str]
    countable: frozenset[str]
    after_soon: frozenset[str]
    until: frozenset[str]
    before_event: frozenset[str]
    wars: frozenset[str]
    openers: frozenset[str]
    next: frozenset[str]
    last: frozenset[str]
    told: frozenset[str]
    joining: frozenset[str]
    no_names: frozenset[str]
    after_fall: frozenset[str]
    after_length: frozenset[str]
    steps: frozenset[str]
    starts: frozenset[str]
    few: frozenset[str]
    this_quarter: frozenset[str]
    after_bare: frozenset[str]
    told_steps: frozenset[str]
    back: frozenset[str]
    forth: frozenset[str]
    put_off: frozenset[str]
    put_off_to: frozenset[str]
    before_month: frozenset[str]


class Pattern(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A phrase pattern: atoms are names of classes; ``read`` names the function that reads what it finds.

    ``confidence`` is the share of its finds that are right. ``guards`` name the checks that a find must pass where it
    stands. ``speaks`` tells that it speaks from the day of the report, always or where it has a step ("last"); ``one``
    that it means one unit where it has no number ("year-long").
    """

    name: str
    read: str
    confidence: float
    pattern: str
    examples: list[str]
    weight: int = 0
    guards: tuple[str, ...] = ()
    speaks: Literal["always", "by-step"] | None = None
    one: bool = False


class Patterns(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """The file of phrase patterns; a macro's name in braces stands for its text."""

    macro: dict[str, str]
    rule: list[Pattern]


Entry = Holiday | NamedEvent | Reference
NameForm = tuple[tuple[str, ...], Entry]
"""A name cut into lower-case pieces, and what it names."""
_MOST = 1000
_UNCOUNTED = frozenset({"score"})
_MACRO = re.compile(r"\{(\w+)\}")
_PIECE = re.compile(r"\d+(?:/\d+)*|[^\W\d_]+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class TimeLexicon:
    """Words by class, and phrases by name.

    ``words`` maps a lower-case word to its class and value; ``names`` the first piece of a named time to
    the forms that begin with it, the longest first.
    """

    words: Mapping[str, tuple[str, WordValue]]
    classes: frozenset[str]
    names: Mapping[str, tuple[NameForm, ...]]
    events: tuple[NamedEvent, ...]
    patterns: tuple[Pattern, ...]
    contexts: Contexts


@cache
def load_times(folder: Path = FOLDER) -> TimeLexicon:
    """Read the lexicon of times.

    Raises:
        LexiconError: A file has an unknown field, a word stands in two tables, or an event's day is no date.
    """
    names = read_toml(folder / "names.toml", Names)
    _check_events(names.event)
    entries: list[Entry] = [*names.holiday, *names.event, *names.reference]
    words = _classes(read_toml(folder / "words.toml", Words))
    return TimeLexicon(
        words=words,
        classes=frozenset(name for name, _ in words.values()),
        names=_by_first_piece(entries),
        events=tuple(names.event),
        patterns=_expand(read_toml(folder / "patterns.toml", Patterns)),
        contexts=read_toml(folder / "contexts.toml", Contexts),
    )


def _classes(words: Words) -> dict[str, tuple[str, WordValue]]:
    out: dict[str, tuple[str, WordValue]] = {}
    tables: dict[str, Mapping[str, WordValue]] = {
        name: table for name, table in msgspec.structs.asdict(words).items() if name != "plain"
    }
    tables["number"] = _numbers()
    tables |= {name: dict.fromkeys(listed, name) for name, listed in words.plain.items()}
    for name, table in tables.items():
        for word, value in table.items():
            if word in out:
                raise LexiconError(f"words.toml: {word!r} is in {out[word][0]!r} and in {name!r}; keep it in one")
            out[word] = (name, value)
    return out


def _numbers() -> dict[str, WordValue]:
    """Return the number words that times are counted by, up to a thousand; a score of years is no time of its own."""
    numbers = load_numbers()
    counted = {**numbers.values, **numbers.scales}
    return {word: value for word, value in counted.items() if 1 <= value <= _MOST and word not in _UNCOUNTED}


def _by_first_piece(entries: list[Entry]) -> dict[str, tuple[NameForm, ...]]:
    forms = [(tuple(_PIECE.findall(phrase)), entry) for entry in entries for phrase in entry.phrases]
    bare = [form for form in forms if form[0][0] == "the"]
    if bare:
        phrase = " ".join(bare[0][0])
        raise LexiconError(f"names.toml: {phrase!r} begins with 'the', which is joined to any name; leave it out")
    forms.sort(key=lambda form: -len(form[0]))
    out: dict[str, tuple[NameForm, ...]] = {}
    for form in forms:
        out[form[0][0]] = (*out.get(form[0][0], ()), form)
    return out


def _expand(patterns: Patterns) -> tuple[Pattern, ...]:
    macros: dict[str, str] = {}
    for name, text in patterns.macro.items():
        macros[name] = _fill(text, macros, name)
    return tuple(
        msgspec.structs.replace(rule, pattern=_fill(rule.pattern, macros, rule.name)) for rule in patterns.rule
    )


def _fill(text: str, macros: Mapping[str, str], place: str) -> str:
    try:
        return _MACRO.sub(lambda m: macros[m[1]], text)
    except KeyError as error:
        raise LexiconError(f"patterns.toml: {place!r} uses the macro {error}, which no line above defines") from error


def _check_events(events: list[NamedEvent]) -> None:
    for event in events:
        for day in (event.start, event.end or event.start):
            try:
                date.fromisoformat(day)
            except ValueError as error:
                raise LexiconError(f"names.toml: event {event.phrases[0]!r}: {error}; write YYYY-MM-DD") from error
