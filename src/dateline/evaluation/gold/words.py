"""The report's words as gold files write them, and the spans that they stand for."""

import re
from dataclasses import dataclass

from dateline.model.base import Span

ELLIPSIS = " … "
UNSCORED = "?"
NULL = "-"

Options = frozenset[str | None] | None
"""The values that count as right; None where the value is not scored."""

OPTIONAL = "~"

_MARKED = re.compile(r"^(?P<before>[^\[\]]*)\[(?P<words>[^\[\]]+)\](?P<after>[^\[\]]*)$", re.DOTALL)
_OCCURRENCE = re.compile(r"^(?P<words>.*\S)#(?P<nth>[1-9][0-9]?)$", re.DOTALL)
_CODES = re.compile(r"^(?P<words>.*\S)\s+=\s+(?P<country>[A-Z/?-]+)(?:\s+(?P<sector>[A-Z/?-]+))?$", re.DOTALL)


class WordsError(ValueError):
    """Words that do not stand in the text, or stand there more often than they may."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ref:
    """Who or where: the words, all spans at which they stand, and the codes that count as right.

    ``optional`` marks one whose absence from a coding is no error.
    """

    words: str
    spans: tuple[Span, ...]
    country: Options = None
    sector: Options = None
    optional: bool = False


def find_all(text: str, words: str) -> tuple[Span, ...]:
    """Return every span at which the words stand, in order.

    Args:
        text: The report.
        words: Words as printed. ``[He] told the court`` is the ``He`` that stands in these words; ``#2`` at the end
            picks the second place at which they stand; `` … `` in the middle stands for all between the first words
            and the next place of the last words.

    Raises:
        WordsError: The words are nowhere, or not as often as the number asks.
    """
    if marked := _MARKED.match(words):
        shift, width = len(marked["before"]), len(marked["words"])
        whole = find_all(text, marked["before"] + marked["words"] + marked["after"])
        return tuple((start + shift, start + shift + width) for start, _ in whole)
    match = _OCCURRENCE.match(words)
    bare, nth = (match["words"], int(match["nth"])) if match else (words, None)
    first, _, last = bare.partition(ELLIPSIS)
    spans = _plain(text, first)
    if last:
        spans = tuple(joined for span in spans if (joined := _reach(text, span, last)))
    if not spans:
        raise WordsError(f"{bare!r} is not in the text; copy the words exactly, quotes and dashes included")
    if nth is None:
        return spans
    if nth > len(spans):
        raise WordsError(f"{bare!r} stands in the text {len(spans)} times, not {nth}; lower the number after #")
    return (spans[nth - 1],)


def find_one(text: str, words: str) -> Span:
    """Return the one span at which the words stand.

    Raises:
        WordsError: The words are nowhere, or at several places and no ``#n`` says which.
    """
    spans = find_all(text, words)
    if len(spans) > 1:
        raise WordsError(f"{words!r} stands in the text {len(spans)} times; write [{words}] within more of its words")
    return spans[0]


def read_ref(text: str, ref: str) -> Ref:
    """Read ``words = COUNTRY SECTOR``; ``?`` is not scored, ``-`` is null, ``A/B`` takes either, ``~`` is optional.

    Raises:
        WordsError: The words are not in the text.
    """
    optional, bare = ref.startswith(OPTIONAL), ref.removeprefix(OPTIONAL)
    match = _CODES.match(bare)
    words = match["words"] if match else bare
    country, sector = (read_options(match["country"]), read_options(match["sector"])) if match else (None, None)
    return Ref(words=words, spans=find_all(text, words), country=country, sector=sector, optional=optional)


def read_options(code: str | None) -> Options:
    """Read one code: ``GOV/MIL`` takes either, ``-`` is null, ``?`` or nothing is not scored."""
    parts = [UNSCORED] if code is None else code.split("/")
    if UNSCORED in parts:
        return None
    return frozenset(None if part == NULL else part for part in parts)


def _plain(text: str, words: str) -> tuple[Span, ...]:
    """Return the spans of words that are no part of longer words."""
    before = r"(?<!\w)" if words[:1].isalnum() else ""
    after = r"(?!\w)" if words[-1:].isalnum() else ""
    return tuple(m.span() for m in re.finditer(before + re.escape(words) + after, text))


def _reach(text: str, span: Span, last: str) -> Span | None:
    """Return the span from ``span`` to the next place of the last words."""
    end = next((s[1] for s in _plain(text, last) if s[0] >= span[1]), None)
    return None if end is None else (span[0], end)
