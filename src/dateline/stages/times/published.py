"""The report's day, where its own words leave no doubt."""

import re
from datetime import date

from dateline.model.base import Span
from dateline.model.entities import Time
from dateline.parse.tree import Document
from dateline.stages.times.find import find_times

_OPENING = 400
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
    end = None if _TODAY.search(document.text) else _OPENING + _LONGEST
    if not _YEAR.search(document.text[:end]):
        return None  # most reports: no day with its year stands where it would count
    full = [t for t in find_times(document.text, document, None) if _is_full(t)]
    for time in full:
        if _at_head(document, time) or _beside_today(document, time):
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
    return _alone_on_line(document.text, time.span) and document.text[:start].count("\n\n") <= 1


def _alone_on_line(text: str, span: Span) -> bool:
    before = text[: span[0]].rpartition("\n")[2]
    after = text[span[1] :].partition("\n")[0]
    return not before.strip(" |") and not after.strip(" |.") and text[span[1] :].strip() != ""


def _beside_today(document: Document, time: Time) -> bool:
    text, (start, end) = document.text, time.span
    for found in _TODAY.finditer(text):
        gap = text[found.end() : start] if found.end() <= start else text[end : found.start()]
        if _BESIDE.fullmatch(gap):
            return True
    return bool(_TODAY.match(text[start:end]))
