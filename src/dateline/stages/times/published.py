"""The report's day, where its own words leave no doubt."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from operator import itemgetter

from dateline.model.base import Span
from dateline.model.entities import Time
from dateline.parse.tree import Document
from dateline.stages.times.find import read_times

_OPENING = 400  # characters: the head of a report
_LONGEST = 60  # characters of a date and of what ties it to the head of a report
_YEAR = re.compile(r"[0-9]{4}|[0-9]/[0-9]|['’][0-9]{2}")
_BESIDE = re.compile(r"\W{1,3}")
_TODAY = re.compile(r"\b(?:today|this (?:mon|tues|wednes|thurs|fri|satur|sun)day)\b", re.IGNORECASE)
_PUBLISHED = re.compile(r"\b(?:published|posted|updated|issued|dated|released)(?: on)?:?\s*$", re.IGNORECASE)


def deduce_published(document: Document) -> tuple[date, Span] | None:
    """Return the day of the report and the words that give it, only where they are certain.

    Certain are a full date in a byline, a dateline or after "Published:" at the head of the report, and a full date
    beside "today" or "this Wednesday".
    """
    todays = [m.span() for m in _TODAY.finditer(document.text)]
    if not _YEAR.search(document.text[: None if todays else _OPENING + _LONGEST]):
        return None  # most reports: no day with its year stands where it would count
    for time in read_times(document.text, document, None):
        # In order of the text: what follows stands in no head.
        if time.span[0] > _OPENING and not todays:
            return None
        if _is_full(time) and (_at_head(document, time) or _beside_today(document.text, time.span, todays)):
            return date.fromisoformat(time.start or ""), time.span
    return None


def _is_full(time: Time) -> bool:
    return time.anchor == "absolute" and time.start is not None and time.start == time.end and time.type == "DATE"


def _at_head(document: Document, time: Time) -> bool:
    start = time.span[0]
    if start > _OPENING:
        return False
    inside = document.tokens_in(time.span)
    if inside and document.sentence_of(inside[0]).part in {"dateline", "byline"}:
        return True
    if _PUBLISHED.search(document.text, max(0, start - 20), start):
        return True
    # A line of its own counts in the first two blocks; further down it heads a section.
    return _alone_on_line(document.text, time.span) and document.text[:start].count("\n\n") <= 1


def _alone_on_line(text: str, span: Span) -> bool:
    before = text[: span[0]].rpartition("\n")[2]
    after = text[span[1] :].partition("\n")[0]
    # " | 4 May 2024 | ": what sites print round a date.
    return not before.strip(" |") and not after.strip(" |.") and text[span[1] :].strip() != ""


def _beside_today(text: str, span: Span, todays: Sequence[Span]) -> bool:
    """Tell a time that "today" is, or stands right before or after; ``todays`` says where that word stands."""
    start, end = span
    at = bisect_right(todays, start, key=itemgetter(1))
    before = text[todays[at - 1][1] : start] if at else ""
    after = next((text[end:begin] for begin, _ in todays[at:] if begin >= end), "")
    return any(_BESIDE.fullmatch(gap) for gap in (before, after)) or _TODAY.match(text[start:end]) is not None
