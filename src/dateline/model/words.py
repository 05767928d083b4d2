"""The words round a span: how far a quotation reaches."""

import re
from collections.abc import Iterable

from dateline.model.base import Span

_ABBREVIATION = re.compile(r"(?:\b[A-Z]|\b[A-Z][a-z]{1,4}|\b[A-Z]\.[A-Z])$")
_TITLE = re.compile(r"(?:\b[A-Z]|\b[A-Z]\.[A-Z]|\b(?:Adm|Capt|Col|Dr|Gen|Gov|Lt|Maj|Mr|Mrs|Ms|Prof|Rep|Sen|Sgt|St))$")
_PHRASE_START = re.compile(r"""[,;:!?…(\n—]["'”’]?\s*|(?<=[a-z\d)])[.]["'”’]?\s+| – | - |["“]""")
_NEAR, _LEAD = 90, 25
_SENTENCE = 600
"""Characters before and behind a span beyond which no end of its sentence is looked for."""
_PHRASE_END = re.compile(r"""[,;:.!?…()\n—]| – | - """)
_END = re.compile(r"""[.!?…]["'”’)\]]*\s|\n""")


def stretch(text: str, span: Span, others: Iterable[Span]) -> Span:
    """Return the span from the first to the last of ``others`` that stand in one sentence with ``span``, and it."""
    start, end = span
    for s, e in others:
        between = (e, span[0]) if e <= span[0] else (span[1], s) if s >= span[1] else None
        if between is None or not _ends(text, *between):
            start, end = min(start, s), max(end, e)
    return (_opening(text, start), _whole(text, end))


def sentence_of(text: str, span: Span) -> str:
    """Return the sentence in which a span begins, as far as full stops and new lines tell."""
    first, last = max(0, span[0] - _SENTENCE), span[1] + _SENTENCE
    start = max((m.end() for m in _END.finditer(text, first, span[0]) if _parts(text, m)), default=first)
    end = next((m.start() + 1 for m in _END.finditer(text, span[0], last) if _parts(text, m)), last)
    return text[start:end].strip()


def _parts(text: str, mark: re.Match[str]) -> bool:
    """Tell whether a mark parts two sentences; the full stops of "Gov. Osso" and "Jan. 14" part none."""
    title = _TITLE.search(text[max(0, mark.start() - 8) : mark.start()])
    return mark[0] == "\n" or not (title or text[mark.end() : mark.end() + 1].isdigit())


def _opening(text: str, start: int) -> int:
    """Return where the phrase begins that the words from ``start`` on go on with, where that stands near."""
    lead = text[max(0, start - _LEAD) : start]
    marks = list(_PHRASE_START.finditer(lead))
    if marks:
        return start - len(lead) + marks[-1].end()
    return 0 if start <= _LEAD else start


def _whole(text: str, end: int) -> int:
    """Return where the phrase ends that the words up to ``end`` open: at a comma, a bracket or the end of the sentence.

    Where none stands near, the words are cut where they were.
    """
    for m in _PHRASE_END.finditer(text, end, end + _NEAR):
        digits = text[m.start() - 1 : m.start()].isdigit() and text[m.end() : m.end() + 1].isdigit()
        short = m[0] == "." and _TITLE.search(text[max(0, m.start() - 8) : m.start()])
        if not digits and not short:
            return m.start()
    return min(len(text), end) if len(text) > end + _NEAR or "\n" in text[end:] else len(text.rstrip())


def _ends(text: str, start: int, end: int) -> bool:
    """Tell whether a sentence ends between two places; the full stop of "Gov." ends none."""
    return any(
        m[0] == "\n" or not _ABBREVIATION.search(text[max(0, m.start() - 8) : m.start()])
        for m in _END.finditer(text, start, end)
    )
