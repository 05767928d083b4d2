"""The parts of a report as a newspaper sets it: headline, byline, dateline, lead, body, credit."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median

from dateline.model.base import Span
from dateline.model.closed import Part

MAX_BLOCK = 5_000  # characters; longer blocks are cut at a space, since the parser's memory grows with a block
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.?"
_WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?"
_DATE = rf"(?:{_WEEKDAY},?\s+)?(?:{_MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{_MONTH})(?:,?\s+\d{{4}})?"
_CITY = r"(?:[A-Z][A-Z.'’/-]+(?:\s+(?:[A-Z][A-Z.'’/-]*|de|la|el|al))*)"
_DATELINE = re.compile(
    rf"(?:{_CITY}(?:,\s+[A-Z][\w.]+(?:\s+[A-Z][\w.]+)*)?(?:\s*/\s*{_CITY})?|[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+){{0,2}}(?:,\s[A-Z]\w+)?(?=(?:,\s*{_DATE})?\s*\([A-Z]))"
    rf"(?:,?\s+{_DATE})?(?:\s*\([A-Z][\w. /-]{{1,30}}\))?\s*(?:--|—|–|-|:)\s+"
)
_BYLINE = re.compile(r"(?:By|Written by|Story by)\s+[A-Z]")
_CREDIT = re.compile(
    r"\(?(?:Reporting|Additional reporting|Writing|Editing|Compiled|Edited|Photo|Image|Copyright|©|Our Standards)\b", re.I
)
_CREDIT_CUE = re.compile(r"\b(?:report(?:ing|ed)|writing|editing|edited|compiled|photo|image|copyright|©|standards)\b", re.I)
_TERMINAL = re.compile(r"""[.!?…][\s"'”’)\]]*$""")
_PARAGRAPH = re.compile(r"\n[ \t\r]*\n+|\f|\u2029")


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the report that is parsed by itself."""

    span: Span
    part: Part
    paragraph: int


def find_blocks(text: str) -> tuple[Block, ...]:
    """Cut a report into blocks and say which part each is."""
    spans = [s for s in _paragraphs(text) if text[s[0] : s[1]].strip()]
    out: list[Block] = []
    lead_seen = False
    for n, span in enumerate(spans):
        part = _part(text[span[0] : span[1]], first=n == 0, early=n < 4, last=n >= len(spans) - 2, alone=len(spans) == 1)
        if part is not None:
            out.extend(Block(s, part, n) for s in _cut(text, span))
            continue
        dateline = _DATELINE.match(text, *span) if not lead_seen else None
        if dateline and dateline.end() < span[1]:
            out.append(Block((span[0], dateline.end()), "dateline", n))
            span = (dateline.end(), span[1])
        out.extend(Block(s, "body" if lead_seen else "lead", n) for s in _cut(text, span))
        lead_seen = True
    return tuple(out)


def _part(words: str, *, first: bool, early: bool, last: bool, alone: bool) -> Part | None:
    """Name the part of a paragraph that is not running text; None for running text."""
    stripped = words.strip()
    n = len(stripped.split())
    if early and n <= 14 and _BYLINE.match(stripped):
        return "byline"
    if first and not alone and n <= 25 and not _TERMINAL.search(stripped):
        return "headline"
    if last and not first and n <= 40 and _CREDIT.match(stripped) and _CREDIT_CUE.search(stripped):
        return "credit"
    return None


def _paragraphs(text: str) -> Iterator[Span]:
    """Yield paragraphs: parted by blank lines, else by lines, unless the lines are only wrapped."""
    at = 0
    for gap in [*_PARAGRAPH.finditer(text), None]:
        end = gap.start() if gap else len(text)
        if end > at:
            yield from _lines(text, at, end)
        if gap:
            at = gap.end()


def _lines(text: str, start: int, end: int) -> Iterator[Span]:
    lines: list[Span] = []
    at = start
    for piece in text[start:end].splitlines(keepends=True):
        lines.append((at, at + len(piece)))
        at += len(piece)
    if len(lines) < 2:
        yield (start, end)
    elif _wrapped(text, lines):
        yield from _indented(text, lines)
    else:
        yield from lines


def _wrapped(text: str, lines: list[Span]) -> bool:
    """Tell hard-wrapped text (lines of like length, broken in mid-sentence) from one paragraph a line."""
    words = [text[s:e].rstrip() for s, e in lines]
    if len(words) < 3 and not words[0][-1:].islower() and not words[0].endswith(","):
        return False
    body = words[:-1]
    broken = sum(not _TERMINAL.search(w) for w in body) / len(body)
    return median(len(w) for w in body) <= 90 and broken > 0.5 and (max(map(len, body)) >= 40 or len(body) < 3)


def _indented(text: str, lines: list[Span]) -> Iterator[Span]:
    """Join wrapped lines; an indented line after one that ends a sentence opens a paragraph."""
    start = lines[0][0]
    for before, line in zip(lines, lines[1:], strict=False):
        indented = text[line[0] : line[0] + 2].isspace() and text[line[0] : line[1]].strip()
        if indented and not text[before[0] : before[0] + 2].isspace() | (not _TERMINAL.search(text[before[0] : before[1]].rstrip())):
            yield (start, line[0])
            start = line[0]
    yield (start, lines[-1][1])


def _cut(text: str, span: Span) -> Iterator[Span]:
    """Trim white space; cut what is too long for one parse at the last full stop or space that fits."""
    start, end = span
    while start < end:
        stop = end
        if end - start > MAX_BLOCK:
            window = text[start : start + MAX_BLOCK]
            at = max(window.rfind(". "), window.rfind("\n"))
            at = at if at > MAX_BLOCK // 2 else window.rfind(" ")
            stop = start + (at + 1 if at > 0 else MAX_BLOCK)
        piece = text[start:stop]
        left = len(piece) - len(piece.lstrip())
        right = len(piece.rstrip())
        if right > left:
            yield (start + left, start + right)
        start = stop
