"""Nexis and Lexis: the old layout ("1 of 12 DOCUMENTS" before each) and the new ("End of Document" after each)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from dateline.ingest.articles.article import Article
from dateline.ingest.articles.dates import read_moment
from dateline.ingest.layouts.lines import blocks, label_of, paragraphs
from dateline.lexicon.reading.sources import load_layouts
from dateline.lexicon.words.times import load_times
from dateline.reading.many import NEXIS_END, NEXIS_NUMBER

_COVER = re.compile(r"^.*(?:About LexisNexis|Copyright © \d{4} LexisNexis).*$", re.MULTILINE)
_COPYRIGHT = re.compile(r"^\s*(?:copyright\b|©|\(c\)\s|all rights reserved)", re.IGNORECASE)
_BODY = re.compile(r"^\s*Body\s*$")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(slots=True)
class _Parts:
    """A document in parts: what stands before the first label, the labels, the body."""

    top: list[str] = field(default_factory=list)
    body: list[str] = field(default_factory=list)
    labels: dict[str, str] = field(default_factory=dict)


def split(text: str) -> Iterator[Article]:
    """Yield the articles of a text in this layout."""
    for start, piece in pieces(text):
        article = parse(piece, offset=start)
        if article is not None:
            yield article


def pieces(text: str) -> Iterator[tuple[int, str]]:
    """Yield each document with the place where it begins."""
    numbers = list(NEXIS_NUMBER.finditer(text))
    if numbers:
        ends = [*(n.start() for n in numbers[1:]), len(text)]
        yield from ((n.end(), NEXIS_END.sub("", text[n.end() : end])) for n, end in zip(numbers, ends, strict=True))
        return
    start = max((m.end() for m in _COVER.finditer(text, 0, _first_end(text))), default=0)
    for end in NEXIS_END.finditer(text):
        yield start, text[start : end.start()]
        start = end.end()
    if text[start:].strip():
        yield start, text[start:]


def _first_end(text: str) -> int:
    found = NEXIS_END.search(text)
    return found.start() if found else len(text)


def parse(piece: str, *, offset: int = 0) -> Article | None:
    """Read one document, None where it has neither a body nor a label."""
    parts = _cut(piece.splitlines())
    if not parts.body and not parts.labels:
        return None
    title, source, published = _top(parts.top)
    fields = {**_fields(parts.labels)}
    line, text = fields.pop("dateline", None), paragraphs(parts.body)
    return Article(
        text=f"{line} — {text}" if line and not text.startswith(line) else text,
        **{"title": title, "source": source, "published": published, **fields},  # type: ignore[arg-type]  # names
        origin="Nexis", original=piece.strip().encode("utf-8", "surrogatepass"), offset=offset,
    )  # fmt: skip


def _cut(lines: Sequence[str]) -> _Parts:
    """Part a document at its labels; a label's value goes on until a blank line or the next label."""
    words = load_layouts()
    head, tail = words.nexis_head, words.nexis_tail
    parts, room, name = _Parts(), "top", ""
    for line in lines:
        found = label_of(line, tail if room == "body" else {**head, **tail})
        if _BODY.match(line) and room != "body":
            room = "body"
        elif found:
            name, parts.labels[found[0]] = found[0], found[1]
            room = "tail" if found[0] in tail and room != "top" else "label"
        elif room == "label":
            room = _continue(parts, name, line)
        elif room != "tail" and not _COPYRIGHT.match(line):
            (parts.top if room == "top" else parts.body).append(line)
        elif room == "tail" and line.strip() and not _COPYRIGHT.match(line):
            parts.labels[name] = f"{parts.labels[name]} {line.strip()}".strip()
    return parts


def _continue(parts: _Parts, name: str, line: str) -> str:
    """Add a line to a label that has no blank line after it yet; the first block after the labels is the body."""
    if not line.strip():
        parts.labels[name] += "\n"
        return "label"
    if "\n" in parts.labels[name]:
        if not parts.top and name == "headline":
            parts.top.append(line)
        parts.body.append(line)
        return "body"
    parts.labels[name] = f"{parts.labels[name]} {line.strip()}".strip()
    return "label"


def _fields(labels: dict[str, str]) -> dict[str, str]:
    words = load_layouts()
    known = {**words.nexis_head, **words.nexis_tail}
    return {known[name]: value.strip() for name, value in labels.items() if known[name] and value.strip()}


def _top(lines: Sequence[str]) -> tuple[str | None, str | None, str | None]:
    """Return title, source and day of the lines before the first label.

    In the old layout the source and the day come first and the title after them; in the new one the title comes first.
    """
    found = list(blocks(lines))
    flat = [line for block in found for line in block]
    at = next((n for n, line in enumerate(flat) if _is_day(line)), None)
    if at is None:
        return (flat[0] if flat else None), None, None
    after = _after(found, flat[at])
    if after or at < 1:
        return (" ".join(after) or None), (flat[0] if at else None), flat[at]
    return " ".join(flat[: max(1, at - 1)]), (flat[at - 1] if at > 1 else None), flat[at]


def _after(found: Sequence[Sequence[str]], day: str) -> list[str]:
    """Return the lines of the blocks after the one that holds the day."""
    at = next(n for n, block in enumerate(found) if day in block)
    return [line for block in found[at + 1 :] for line in block]


def _is_day(line: str) -> bool:
    short = len(line) < 80 and bool(_YEAR.search(line)) and (_names_month(line) or line.strip()[:1].isdigit())
    return short and read_moment(line.strip())[0] is not None


def _names_month(line: str) -> bool:
    words = load_times().words
    return any(word in words and words[word][0] == "month" for word in re.findall(r"[a-z]+", line.lower()))
