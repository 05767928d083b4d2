"""Europresse and Eureka: the count of words ends a head, and a number such as news·20240502·HG·7 stands by each."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, pairwise

from dateline.ingest.articles.article import Article
from dateline.ingest.articles.dates import read_moment
from dateline.ingest.layouts.lines import blocks, paragraphs
from dateline.lexicon.reading.sources import load_layouts
from dateline.reading.many import EUROPRESSE_NUMBER, EUROPRESSE_WORDS

_COPYRIGHT = re.compile(r"^[ \t]*(?:[•·][ \t]*)?(?:©|\(c\)\s)[^\n]*$", re.IGNORECASE | re.MULTILINE)
_PAGE = re.compile(r"(?:[•·]\s*)?(?:pp?\.\s?\S{1,20}|Page(?:\s\w{1,12})?)$")
_ADDRESS = re.compile(r"https?://\S+$")
_BYLINE = re.compile(r"(?:by|par):?\s+", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d_a-z][\w.'’-]*$")
_AFTER_DAY = re.compile(r"\s[-–•]\s|\s\d[\d,. \xa0]{0,9}\s(?:words|mots)\b")
_SEPARATOR = re.compile("[·•]")
_HEAD_LINES = 6  # from a day to the number of words
_NAME_WORDS = 6
_TITLE = 250


@dataclass(frozen=True, slots=True)
class _Document:
    """The lines of one document: where it begins, where its head ends, where it ends; and what its head says."""

    first: int
    head: int
    end: int
    day: str
    source: str
    number: str


def split(text: str) -> Iterator[Article]:
    """Yield the articles of a text in this layout; an entry of a table of contents has no words and is none."""
    raw, lines = text.split("\n"), _without_notices(text).split("\n")
    begins = [0, *accumulate(len(line) + 1 for line in raw)]
    for document in _documents(lines):
        piece = "\n".join(raw[document.first : document.end])
        article = _article(document, lines[document.head + 1 : document.end], piece, begins[document.first])
        if article is not None:
            yield article


def _documents(lines: Sequence[str]) -> Iterator[_Document]:
    """Yield the documents; the number of each stands above its head or below it, the same in all of a file."""
    heads = [n for n, line in enumerate(lines) if EUROPRESSE_WORDS.match(line)]
    numbers = [n for n, line in enumerate(lines) if EUROPRESSE_NUMBER.match(line)]
    above = bool(heads and numbers) and numbers[0] < heads[0]
    edges = [-1, *heads] if above else [*heads, len(lines)]
    owned = [[n for n in numbers if a < n < b] for a, b in pairwise(edges)]
    found = [_head(lines, head) for head in heads]
    firsts = [own[-1] if above and own else first for (first, _, _), own in zip(found, owned, strict=True)]
    ends = [*firsts[1:], len(lines)]
    for n, (_, day, source) in enumerate(found):
        number = lines[owned[n][-1 if above else 0]].strip(" \t•·") if owned[n] else ""
        yield _Document(firsts[n], heads[n], ends[n], day, source, number)


def _head(lines: Sequence[str], last: int) -> tuple[int, str, str]:
    """Return where a head begins, its day and its source; both stand above the words, or the day beside them."""
    near = range(last - 1, max(-1, last - 1 - _HEAD_LINES), -1)
    beside = _day_of(lines[last])
    day = next((n for n in near if not beside and _day_of(lines[n])), None)
    between = range(last - 1 if day is None else day, last) if day is None else range(day + 1, last)
    told = [lines[n].strip() for n in between if lines[n].strip() and not _PAGE.match(lines[n].strip())]
    if not told and day:
        told, between = [lines[day - 1].strip()], range(day - 1, last)
    first = min(between.start, last if day is None else day)
    return first, beside or (lines[day].strip() if day is not None else ""), " ".join(told)


def _day_of(line: str) -> str:
    """Return the words of a line that say a day, "" where none do."""
    words = _AFTER_DAY.split(line.strip(), maxsplit=1)[0]
    return words if 0 < len(words) < 60 and words[-4:].isdigit() and read_moment(words)[0] else ""


def _article(document: _Document, lines: Sequence[str], piece: str, offset: int) -> Article | None:
    """Read one document, None where it has no words of its own."""
    said = [line for line in lines if not EUROPRESSE_NUMBER.match(line) and not _ADDRESS.match(line.strip())]
    top = next((n for n, line in enumerate(said) if line.strip() and not _PAGE.match(line.strip())), len(said))
    title, author, body = _parts(said[top:])
    if not "".join(body).strip():
        return None
    number = _SEPARATOR.split(document.number)
    return Article(
        text=paragraphs(body), title=title, author=author and _BYLINE.sub("", author), source=document.source or None,
        published=document.day or (number[1] if len(number) > 1 else None), id=document.number or None,
        url=next((line.strip() for line in lines if _ADDRESS.match(line.strip())), None),
        origin="Europresse", original=piece.strip().encode("utf-8", "surrogatepass"), offset=offset,
    )  # fmt: skip


def _parts(lines: Sequence[str]) -> tuple[str | None, str | None, Sequence[str]]:
    """Return title, author and body: the title is the first block, or the first line where no blank line follows."""
    first = next(blocks(lines), [])
    whole = " ".join(first)
    title, taken = (whole, len(first)) if len(whole) < _TITLE and len(first) < len(lines) - 1 else (first[0], 1)
    rest = lines[taken:] if first else []
    at = next((n for n, line in enumerate(rest) if line.strip()), None)
    if at is not None and _is_author(rest[at]) and "".join(rest[at + 1 :]).strip():
        return title, rest[at].strip(), rest[at + 1 :]
    return title, None, rest


def _is_author(line: str) -> bool:
    words = _BYLINE.sub("", line.strip()).replace(",", " ").split()
    return 1 < len(words) <= _NAME_WORDS and all(map(_NAME.match, words))


def _without_notices(text: str) -> str:
    """Return a text with empty lines in the place of what the archive adds to its articles."""
    for pattern in (*_notices(), _COPYRIGHT):
        text = pattern.sub(lambda found: "\n" * found[0].count("\n"), text)
    return text


@cache
def _notices() -> tuple["re.Pattern[str]", ...]:
    """Return patterns for lines by themselves, for notices that go on to a full stop, for labels with their values."""
    words = load_layouts()
    marks, notices, labels = (
        rf"^[ \t]*(?:{'|'.join(map(re.escape, known))})"
        for known in (words.europresse_marks, words.europresse_notices, words.europresse_labels)
    )
    flags = re.IGNORECASE | re.MULTILINE
    return (
        re.compile(rf"{notices}(?:(?:[^\n]*\S[^\n]*\n){{0,5}}?[^\n]*\.[ \t\r]*$|[^\n]*$)", flags),
        re.compile(rf"{labels}[ \t\r]*\n[^\n]*$", flags),
        re.compile(rf"{marks}[^\n]*$", flags),
    )
