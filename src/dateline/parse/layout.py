"""The parts of a report as a newspaper sets it: headline, byline, dateline, lead, body, credit."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from dateline.lexicon.reading.layout import LayoutWords
from dateline.model.base import Span
from dateline.model.closed import Part

MAX_BLOCK = 5_000  # characters; longer blocks are cut at a space, since the parser's memory grows with a block
_EARLY = 4  # a byline stands within the first paragraphs
_BYLINE_WORDS = 14
_HEADLINE_WORDS = 25
_CREDIT_WORDS = 40
_DATELINE_WIDTH = 200  # characters; a bound on the search, since the pattern may try each of many capitals
_WRAP_WIDTH = 90  # characters; lines of wrapped text are no longer
_WRAP_FULL = 40  # characters; wrapped text has at least one line as long
_LABEL_WIDTH = 160  # characters
_DIGEST = 2  # paragraphs with a label that make a digest
_TERMINAL = re.compile(r"""[.!?…][\s"'”’)\]]*$""")
_PARAGRAPH = re.compile(r"\n[ \t\r]*\n+|\f|\u2029")


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the report that is parsed by itself."""

    span: Span
    part: Part
    paragraph: int


@dataclass(frozen=True, slots=True)
class Cut:
    """A report cut into blocks: those that are to be parsed, and the stretches that are passed over."""

    text: str
    blocks: tuple[Block, ...]
    passed_over: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Layout:
    """The patterns of the parts that are no running text."""

    dateline: re.Pattern[str]
    byline: re.Pattern[str]
    day: re.Pattern[str]
    credit: re.Pattern[str]
    credit_cue: re.Pattern[str]
    label: re.Pattern[str]
    source: re.Pattern[str]


def compile_layout(words: LayoutWords) -> Layout:
    """Compile the patterns from their words."""
    return Layout(
        dateline=re.compile(_dateline(words)),
        byline=re.compile(rf"(?i:{_any(words.byline)})\s+(?:[A-Z]|(?i:{_any(words.byline_office)})\b)"),
        day=re.compile(rf"(?i:\w+\s+{_any((*words.months, *words.weekdays))})"),
        credit=re.compile(rf"\(?{_any(words.credit)}(?!\w)", re.I),
        credit_cue=re.compile(rf"(?<!\w){_any(words.credit_cue)}(?!\w)", re.I),
        # "Chad crisis, relations of Chad and Niger: The …": one of its words, no stop, a capital behind.
        label=re.compile(
            rf"(?=[^:\n]{{0,{_LABEL_WIDTH}}}\b(?i:{_any(words.label)})\b)"
            rf"[A-ZÀ-Þ0-9][^:;.!?\n“”\"]{{2,{_LABEL_WIDTH}}}:\s+(?=[A-ZÀ-Þ0-9])"
        ),
        source=re.compile(r"\([A-ZÀ-Þ][^()\n]{1,60}+\)\s*+\Z"),
    )


def _any(words: Iterable[str]) -> str:
    return "(?:" + "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w))) + ")"


def _dateline(words: LayoutWords) -> str:
    """Return the pattern of "KYIV/ODESA, Ukraine, Tues., 31 May (Agency) —" and its plainer forms."""
    month = rf"(?i:{_any(words.months)})[a-z]*\.?"
    weekday = rf"(?i:{_any(words.weekdays)})[a-z]*\.?"
    date = rf"(?:{weekday},?\s+)?(?:{month}\s+\d{{1,2}}|\d{{1,2}}\s+{month})(?:,?\s+\d{{4}})?"
    capitals = rf"(?:[A-ZÀ-Þ][A-ZÀ-Þ.'’/-]+(?:\s+(?:[A-ZÀ-Þ][A-ZÀ-Þ.'’/-]*|{_any(words.place_particles)}))*)"
    country = r"(?:,\s+[A-ZÀ-Þ][\w.]+(?:\s+[A-ZÀ-Þ][\w.]+)*)?"
    # A name in small letters is a dateline's only where an agency in brackets follows.
    land = r"(?:,\s[A-ZÀ-Þ]\w+|\s\([A-ZÀ-Þ][\w ]+\)(?=,))?"
    small = rf"[A-ZÀ-Þ][\w'’-]+(?:\s[A-ZÀ-Þ][\w'’-]+){{0,2}}{land}(?=(?:,\s*{date})?\s*\([A-ZÀ-Þ])"
    agency = r"(?:\s*\([A-ZÀ-Þ][\w. /-]{1,30}\))?"
    # "Lima (Peru), 25 Jan (EFE).- The clash": some agencies close it with a full stop.
    dash = r"\s*(?:--|—|–|\.?-|:)\s+"
    return (
        rf"(?:{capitals}{country}(?:\s+/\s*{capitals})?|{small})(?:,?\s+{date})?{agency}{dash}"
        # "GUBIO. The army": capitals with a full stop, before a sentence.
        r"|[A-ZÀ-Þ]{4,}(?:[ -][A-ZÀ-Þ]{2,})*\.\s+(?=[A-ZÀ-Þ][a-zß-ÿ])"
    )


def find_blocks(text: str, layout: Layout) -> tuple[Block, ...]:
    """Cut a report into blocks and say which part each is."""
    spans = [s for s in _paragraphs(text) if text[s[0] : s[1]].strip()]
    labels = _labels(text, spans, layout)
    out: list[Block] = []
    lead_seen = False
    for n, span in enumerate(spans):
        words = text[span[0] : span[1]]
        # A digest's label is no headline, though it may look like one.
        part = None if n in labels else _part(words, layout, place=n, last=len(spans) - 1)
        if part is not None:
            out.extend(Block(s, part, n) for s in _cut(text, span))
            continue
        # A dateline opens the first paragraph of the text, and no other.
        dateline = None if lead_seen else layout.dateline.match(text, span[0], min(span[1], span[0] + _DATELINE_WIDTH))
        start, stop = span
        if dateline and dateline.end() < span[1]:
            start = dateline.end()
            out.append(Block((span[0], start), "dateline", n))
        elif n in labels:
            start = labels[n]
            out.append(Block((span[0], start), "credit", n))
        # Digests close their paragraphs with a source in brackets.
        credit = layout.source.search(text, start, stop) if labels else None
        stop = credit.start() if credit else stop
        out.extend(Block(s, "body" if lead_seen else "lead", n) for s in _cut(text, (start, stop)))
        if credit:
            out.append(Block((stop, span[1]), "credit", n))
        lead_seen = True
    return tuple(out)


def _labels(text: str, spans: Sequence[Span], layout: Layout) -> dict[int, int]:
    """Return where the labels of a digest's paragraphs end ("Chad crisis, relations of Chad and Niger: …").

    One such paragraph may be a sentence with a colon; several in one report are labels, which tell nothing themselves.
    """
    found = {n: m.end() for n, (start, end) in enumerate(spans) if (m := layout.label.match(text, start, end))}
    return found if len(found) >= _DIGEST else {}


def _part(words: str, layout: Layout, *, place: int, last: int) -> Part | None:
    """Name the part of a paragraph that is not running text; None for running text."""
    stripped = words.strip()
    n = len(stripped.split())
    if place < min(_EARLY, last) and n <= _BYLINE_WORDS and _is_byline(stripped, layout):
        return "byline"
    if place == 0 < last and n <= _HEADLINE_WORDS and not _TERMINAL.search(stripped):
        return "headline"
    # Of the last two paragraphs: a credit begins like one and has one of its words.
    if 0 < place >= last - 1 and n <= _CREDIT_WORDS and layout.credit.match(stripped):
        return "credit" if layout.credit_cue.search(stripped) else None
    return None


def _is_byline(words: str, layout: Layout) -> bool:
    """Tell "By Ama Osei in Accra" from a sentence ("By Monday the town had fallen.")."""
    return bool(layout.byline.match(words)) and not layout.day.match(words) and not _TERMINAL.search(words)


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
    # Two lines are wrapped if the first ends in mid-sentence.
    if len(words) < 3 and not words[0][-1:].islower() and not words[0].endswith(","):
        return False
    body = words[:-1]
    broken = sum(not _TERMINAL.search(w) for w in body) / len(body)
    full = len(body) < 3 or max(map(len, body)) >= _WRAP_FULL
    # Most lines break a sentence, one is long, and none of the usual ones too long: the lines were filled.
    return full and broken > 0.5 and median(len(w) for w in body) <= _WRAP_WIDTH


def _indented(text: str, lines: list[Span]) -> Iterator[Span]:
    """Join wrapped lines; an indented line after one that ends a sentence opens a paragraph."""
    start = lines[0][0]
    for before, line in pairwise(lines):
        if _opens_paragraph(text, before, line):
            yield (start, line[0])
            start = line[0]
    yield (start, lines[-1][1])


def _opens_paragraph(text: str, before: Span, line: Span) -> bool:
    def is_indented(span: Span) -> bool:
        return text[span[0] : span[0] + 2].isspace()

    # Only the first of several indented lines opens a paragraph; verse and tables are all indented.
    if not is_indented(line) or is_indented(before) or not text[line[0] : line[1]].strip():
        return False
    return bool(_TERMINAL.search(text[before[0] : before[1]].rstrip()))


def _cut(text: str, span: Span) -> Iterator[Span]:
    """Trim white space; cut what is too long for one parse at the last full stop or space that fits."""
    start, end = span
    while start < end:
        stop = end if end - start <= MAX_BLOCK else start + _break(text[start : start + MAX_BLOCK])
        piece = text[start:stop]
        left = len(piece) - len(piece.lstrip())
        right = len(piece.rstrip())
        if right > left:
            yield (start + left, start + right)
        start = stop


def _break(window: str) -> int:
    """Return where to cut a window: after a sentence in its second half, else after a word, else at its end."""
    # At the end of a sentence, unless that would leave a crumb.
    at = max(window.rfind(". "), window.rfind("\n"))
    if at <= len(window) // 2:
        at = window.rfind(" ")
    return at + 1 if at > 0 else len(window)
