"""The words round a span: how far a quotation reaches."""

import re
from collections.abc import Iterable

from dateline.model.base import Span

_ABBREVIATION = re.compile(r"(?:\b[A-Z]|\b[A-Z][a-z]{1,4}|\b[A-Z]\.[A-Z])$")
_END = re.compile(r"""[.!?…]["'”’)\]]*\s|\n""")


def stretch(text: str, span: Span, others: Iterable[Span]) -> Span:
    """Return the span from the first to the last of ``others`` that stand in one sentence with ``span``, and it."""
    start, end = span
    for s, e in others:
        between = (e, span[0]) if e <= span[0] else (span[1], s) if s >= span[1] else None
        if between is None or not _ends(text, *between):
            start, end = min(start, s), max(end, e)
    return (start, end)


def _ends(text: str, start: int, end: int) -> bool:
    """Tell whether a sentence ends between two places; the full stop of "Gov." ends none."""
    return any(
        m[0] == "\n" or not _ABBREVIATION.search(text[max(0, m.start() - 8) : m.start()])
        for m in _END.finditer(text, start, end)
    )
