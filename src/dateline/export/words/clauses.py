"""The words round a record as a reader wants them: a whole clause, its trigger marked, nothing cut inside a word."""

import re
from collections.abc import Iterator, Sequence

from dateline.export.inert import shown
from dateline.model.base import Span

MOST = 280
"""Characters of a quotation."""
_END = re.compile(r"(?<!\b[A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})[.!?…][\"”’')]*(?=\s|$)|\n\s*\n")
_PAUSE = re.compile(r"[,;:–—](?=\s)")
_BLANKS = re.compile(r"\s+")


def clause_of(text: str, span: Span, *, most: int = MOST) -> Span:
    """Return the sentence round a span, or so much of it between two pauses as fits."""
    start = max((m.end() for m in _END.finditer(text, 0, span[0])), default=0)
    last = _END.search(text, max(span[0], span[1] - 1))
    whole = _trimmed(text, (start, last.end() if last else len(text)))
    if whole[1] - whole[0] <= most:
        return whole
    left = [whole[0], *(m.end() for m in _PAUSE.finditer(text, whole[0], span[0]))]
    begin = min((at for at in left if span[1] - at <= most), default=span[0])
    right = [whole[1], *(m.start() for m in _PAUSE.finditer(text, span[1], whole[1]))]
    return _trimmed(text, (begin, max((at for at in right if at - begin <= most), default=span[1])))


def marked(text: str, span: Span, marks: Sequence[Span]) -> Iterator[tuple[str, bool]]:
    """Yield a stretch piece by piece, white space folded, each with whether it is marked."""
    at = span[0]
    for start, end in sorted(m for m in set(marks) if span[0] <= m[0] < m[1] <= span[1]):
        if start >= at:
            yield _folded(text[at:start]), False
            yield _folded(text[start:end]), True
            at = end
    yield _folded(text[at : span[1]]), False


def cut(words: str, most: int = MOST) -> str:
    """Return words, those that are too many left out with an ellipsis; a word longer than all is cut."""
    if len(words) <= most:
        return words
    head = words[: most - 2]
    if not words[most - 2].isspace() and " " in head:
        head = head.rsplit(None, 1)[0]
    return head.rstrip() + " …"


def _folded(words: str) -> str:
    return shown(_BLANKS.sub(" ", words))


def _trimmed(text: str, span: Span) -> Span:
    words = text[span[0] : span[1]]
    start = span[0] + len(words) - len(words.lstrip())
    return start, start + len(words.strip())
