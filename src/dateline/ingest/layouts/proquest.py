"""ProQuest: lines of underscores between documents, fields under labels, the body under "Full text"."""

import re
from collections.abc import Iterator

from dateline.ingest.articles.article import Article
from dateline.ingest.layouts.lines import label_of, paragraphs
from dateline.lexicon.reading.sources import load_layouts

_LINE = re.compile(r"^_{20,}[ \t\r]*$", re.MULTILINE)
_HEAD = re.compile(r"^\s*(?:Document \d+ of \d+|ProQuest document link|Report Information from ProQuest)\s*$")
_INFO = re.compile(r"^\s*([^;.\[]+)")
_INFO_DAY = re.compile(r"\b(\d{1,2} [A-Z][a-z]{2,8}\.? \d{4}|[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4})\b")
_DROPPED = ("info", "abstract", "dateline", "text")


def split(text: str) -> Iterator[Article]:
    """Yield the articles of a text in this layout."""
    start = 0
    for end in (*(m.span() for m in _LINE.finditer(text)), (len(text), len(text))):
        article = parse(text[start : end[0]], offset=start)
        if article is not None:
            yield article
        start = end[1]


def parse(piece: str, *, offset: int = 0) -> Article | None:
    """Read one document, None where a piece has no label."""
    known, name = load_layouts().proquest, ""
    top: list[str] = []
    values: dict[str, list[str]] = {}
    for line in piece.splitlines():
        found = label_of(line, known)
        if found and (known[name] if name else "") == "text" and known[found[0]] == "text":
            found = None
        if found:
            name = found[0]
            values[name] = [found[1]]
        elif name:
            values[name].append(line)
        elif line.strip() and not _HEAD.match(line):
            top.append(line.strip())
    fields = _fields(values)
    if not {"text", "abstract"} & fields.keys():
        return None
    return _article(fields, top, piece, offset)


def _fields(values: dict[str, list[str]]) -> dict[str, str]:
    known = load_layouts().proquest
    return {
        known[name]: paragraphs(lines) for name, lines in values.items() if known[name] and any(map(str.strip, lines))
    }


def _article(fields: dict[str, str], top: list[str], piece: str, offset: int) -> Article:
    info = fields.get("info", "")
    named, day = _INFO.match(info), _INFO_DAY.search(info)
    given = {name: value for name, value in fields.items() if name not in _DROPPED}
    if "source" in given:
        given["source"] = given["source"].partition(";")[0]
    found = {
        "title": " ".join(top) or None, "source": named[1].strip(" ,") if named else None,
        "published": day[1] if day else None,
    }  # fmt: skip
    text, notes = fields.get("text"), ()
    return Article(
        text=text or fields.get("abstract", ""), **{**found, **given},  # type: ignore[arg-type]  # names of fields
        origin="ProQuest", original=piece.strip().encode("utf-8", "surrogatepass"), offset=offset,
        notes=notes if text else ("only the abstract is in the export",),
    )  # fmt: skip
