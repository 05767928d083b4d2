"""The text as pieces with classes: one letter each, so that a phrase pattern is a regular expression over letters."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from dateline.lexicon.words.times import Entry, NameForm, TimeLexicon

Value = int | float | str | None
Name = tuple[int, int, Entry]
"""A named time: its first piece, the piece after its last, its entry."""
Row = tuple[int, int, str, str, Value]
"""A piece: start, end, lower-case word, class letter, value."""

_PIECE = re.compile(
    r"""
    (?P<iso>[0-9]{4}-[0-9][0-9]-[0-9][0-9])(?:T[0-9][0-9]:[0-9][0-9](?::[0-9][0-9])?Z?)?(?![0-9-])
  | (?P<slash>[0-9]{1,2}/[0-9]{1,2}/[0-9]{2,4})(?![0-9/])
  | (?P<clock>(?:[01]?[0-9]|2[0-4]):[0-5][0-9])(?::[0-5][0-9])?(?![0-9:])
  | (?P<tens>(?:[0-9][0-9])?[0-9]0)s\b
  | (?P<dayth>[0-9]{1,2})(?:st|nd|rd|th)\b
  | (?P<number>[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?(?:/[0-9]+)*|½)
  | (?P<ampm>[ap]\.\s?m\.|[ap]m\b)
  | (?P<era>B\.C(?:\.E)?\.?|BCE?(?![^\W_]))
  | (?P<word>[^\W\d_]+)
  | (?P<mark>[^\w\s])
    """,
    re.VERBOSE | re.IGNORECASE,
)
ClassName = str  # of a class of pieces that the patterns name
_MARKS = {
    "-": "dash", "–": "dash", "—": "dash", ",": "comma", ".": "dot", "'": "apos", "’": "apos", "$": "money",
    "£": "money", "€": "money", "#": "money", "%": "percent", "(": "bracket",
}  # fmt: skip
_FORMS: tuple[ClassName, ...] = (
    "ampm",
    "break",
    "clock",
    "day",
    "dayth",
    "digits",
    "era",
    "iso",
    "slash",
    "tens",
    "year",
)
OTHER = "_"
_NO_WORD = (OTHER, None)
_RUN = re.compile(f"[^{OTHER}]+")
_LONGEST_NUMBER = 12  # digits; longer ones are identifiers
# One letter each: more than fifty classes need more than ASCII has.
_ALPHABET = "".join(chr(c) for c in (*range(0x41, 0x5B), *range(0x61, 0x7B), *range(0x100, 0x180)))


@dataclass(frozen=True, slots=True)
class Scan:
    """A text cut into pieces; ``classes`` has one letter for each, ``values`` what the lexicon says of it."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    words: tuple[str, ...]
    classes: str
    values: tuple[Value, ...]
    names: tuple[Name, ...]
    persons: dict[str, int] = field(default_factory=dict, compare=False)
    """By word, the first token that has it in the full name of a person; filled when first asked for."""


@cache
def letters(lexicon_classes: frozenset[str]) -> Mapping[str, str]:
    """Return the letter of each class, those of the lexicon and those of written forms."""
    names = [*sorted(lexicon_classes), *_FORMS, *sorted(set(_MARKS.values()))]
    return dict(zip(names, _ALPHABET, strict=False))


def scan(text: str, lexicon: TimeLexicon) -> Scan:
    """Cut a text into pieces and class them; an empty line is a piece too, so that no phrase runs across it."""
    rows = list(_rows(text, letters(lexicon.classes), lexicon.words))
    if not rows:
        return Scan(text, (), (), (), "", (), ())
    starts, ends, words, classes, values = zip(*rows, strict=True)
    return Scan(text, starts, ends, words, "".join(classes), values, tuple(_find_names(words, lexicon.names)))


def _rows(text: str, code: Mapping[str, str], words: Mapping[str, tuple[str, int | str]]) -> Iterator[Row]:
    before = 0
    for m in _PIECE.finditer(text):
        start, end = m.span()
        # Two line breaks: a paragraph ends.
        if start - before > 1 and text.count("\n", before, start) > 1:
            yield before, before, "", code["break"], None
        before, lower, form = end, m[0].lower(), m.lastgroup
        kind: str
        value: Value
        if form == "word":
            kind, value = words.get(lower, _NO_WORD)
        elif form == "mark":
            kind, value = _MARKS.get(lower, OTHER), None
        else:
            kind, value = _figure(m)
        yield start, end, lower, code.get(kind, OTHER), value


def _figure(m: re.Match[str]) -> tuple[str, Value]:
    kind = m.lastgroup or ""
    written = m[kind]
    if kind == "number":
        return _number(written)
    if kind == "dayth":
        return kind, int(written)
    if kind == "ampm":
        return kind, written[0].lower()
    return kind, written


def _number(written: str) -> tuple[str, Value]:
    if written == "½":
        return "digits", 0.5
    if len(written) > _LONGEST_NUMBER:
        return OTHER, None
    if written.isdigit() and len(written) < 5:
        number = int(written)
        # Four digits may be a year; whether they are is asked where they stand.
        if len(written) == 4 and 1000 <= number <= 2199:
            return "year", number
        # One or two may be a day of a month.
        if len(written) <= 2 and 1 <= number <= 31:
            return "day", number
        return "digits", number
    top, slash, bottom = written.partition("/")
    if not slash:
        return "digits", float(written.replace(",", ""))
    fraction = top.isdigit() and bottom.isdigit() and int(bottom)
    return "digits", int(top) / int(bottom) if fraction else None


def _find_names(words: tuple[str, ...], names: Mapping[str, tuple[NameForm, ...]]) -> Iterator[Name]:
    for i, word in enumerate(words):
        if word in names:
            # The longest form of a name first, as the table is sorted.
            found = next(((form, entry) for form, entry in names[word] if words[i : i + len(form)] == form), None)
            if found:
                yield i, i + len(found[0]), found[1]


_ANCHORS: tuple[ClassName, ...] = (
    "month", "weekday", "weekdays", "unit", "units", "quarter", "season", "part", "parts", "point", "fixed", "ref",
    "tens", "cycle", "period", "half", "year", "era", "iso", "slash", "clock", "ampm", "overnight", "current", "recent",
    "dayth", "number", "lasting",
)  # fmt: skip


def islands(cut: Scan, code: Mapping[str, str]) -> Iterator[tuple[int, int]]:
    """Yield the runs of classed pieces that hold a word which can make a time."""
    anchors = frozenset(code[name] for name in _ANCHORS)
    for m in _RUN.finditer(cut.classes):
        if not anchors.isdisjoint(m[0]):
            yield m.span()
