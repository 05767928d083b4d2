"""Factiva: fields under two-letter tags, or the article as it is shown; "Document XYZ…" ends each."""

import re
from collections.abc import Iterator, Sequence

from dateline.ingest.articles.article import Article
from dateline.ingest.articles.dates import read_moment
from dateline.ingest.layouts.lines import paragraphs
from dateline.lexicon.reading.sources import load_layouts

_END = re.compile(r"^[ \t]*Document ([A-Z0-9]{6,12}(?:19|20)\d{6}[a-z0-9]{6,12})[ \t\r]*$", re.MULTILINE)
_TAG = re.compile(r"^[ \t]*([A-Z]{2,3})(?:[ \t]+(\S.*))?[ \t]*$")
_WORDS = re.compile(r"^\s*[\d,]+ words\s*$")
_CLOCK = re.compile(r"^\s*\d{1,2}:\d{2}(?:\s|$)")
_COPYRIGHT = re.compile(r"^\s*(?:copyright\b|©|\(c\)\s)", re.IGNORECASE)
_CODE = re.compile(r"^[A-Z0-9]{2,8}$")
_NUMBER = re.compile(r"^(?:[A-Z]?\d{1,4}|[IVXLC]+)$")
_BYLINE = re.compile(r"^\s*By\s+", re.IGNORECASE)


def split(text: str) -> Iterator[Article]:
    """Yield the articles of a text in this layout."""
    start = 0
    for end in _END.finditer(text):
        piece = text[start : end.start()]
        article = _tagged(piece, end[1], start) or _shown(piece, end[1], start)
        if article is not None:
            yield article
        start = end.end()


def _tagged(piece: str, number: str, start: int) -> Article | None:
    """Read a document whose fields have tags."""
    known, name = load_layouts().factiva, ""
    values: dict[str, list[str]] = {}
    for line in piece.splitlines():
        found = _TAG.match(line)
        if found and found[1] in known:
            name = found[1]
            values.setdefault(name, [found[2] or ""])
        elif name:
            values[name].append(line)
    if not {"HD", "LP", "TD"} & values.keys() or "PD" not in values:
        return None
    fields = {known[tag]: paragraphs(v) for tag, v in values.items() if known[tag] not in ("", "text")}
    day, time = fields.pop("day"), fields.pop("time", "")
    fields["id"] = number
    text = "\n\n".join(filter(None, (paragraphs(values.get(tag, [])) for tag in ("LP", "TD"))))
    return _article(piece, start, text=text, published=f"{day} {time}".strip(), **fields)


def _shown(piece: str, number: str, start: int) -> Article | None:
    """Read a document as it is shown: title, by whom, words, day, time, source, code, language, copyright, body."""
    lines = piece.splitlines()
    words = next((n for n, line in enumerate(lines) if _WORDS.match(line)), None)
    if words is None:
        return None
    top = [line.strip() for line in lines[:words] if line.strip()]
    author = next((line for line in top if _BYLINE.match(line)), None)
    title = [line for line in top if line != author]
    facts, body = _facts(lines[words + 1 :])
    if not facts:
        return None
    clock = next((f" {f}" for f in facts[1:3] if _CLOCK.match(f)), "")
    names = [f for f in facts[1:] if not _CLOCK.match(f)]
    return _article(
        piece, start, text=paragraphs(body), title=title[-1] if title else None,
        author=_BYLINE.sub("", author) if author else None, published=facts[0] + clock,
        source=names[0] if names else None, language=_language(names), id=number,
    )  # fmt: skip


def _facts(lines: Sequence[str]) -> tuple[list[str], Sequence[str]]:
    """Return the short lines before the copyright, the day among them first, and the lines after it."""
    end = next((n for n, line in enumerate(lines[:24]) if _COPYRIGHT.match(line)), None)
    facts: list[str] = []
    for n, line in enumerate(lines):
        if line.strip() and (n == end or (end is None and _is_over(line, facts))):
            return facts, lines[n + 1 if n == end else n :]
        if line.strip() and (facts or read_moment(line.strip())[0]):
            facts.append(line.strip())
    return facts, ()


def _is_over(line: str, facts: Sequence[str]) -> bool:
    return len(facts) > 6 or len(line) > 80


def _language(names: Sequence[str]) -> str | None:
    """Return the language, which is the last of the short lines that is no code and no page."""
    rest = [n for n in names[1:] if not _CODE.match(n) and not _NUMBER.match(n)]
    return rest[-1] if rest else None


def _article(piece: str, start: int, **fields: str | None) -> Article:
    return Article(
        **{"text": "", **fields},  # type: ignore[arg-type]  # the fields of an article
        origin="Factiva", original=piece.strip().encode("utf-8", "surrogatepass"), offset=start,
    )  # fmt: skip
