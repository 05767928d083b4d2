"""Markdown: one report, its marks taken off."""

import re
from collections.abc import Iterator

from dateline.ingest.articles.article import Article, item_of_article
from dateline.ingest.articles.columns import guess
from dateline.ingest.formats.base import Format
from dateline.ingest.formats.documents.text import read_text
from dateline.ingest.options import Options
from dateline.ingest.source import Source
from dateline.model.item import Item

_FRONT = re.compile(r"---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)
_PAIR = re.compile(r"^([\w-]+):[ \t]*(.+)$", re.MULTILINE)
_BEGIN = re.compile(r"---[ \t]*\n(?:[\w-]+:.*\n)+---[ \t]*\n|# [^\n]{3,300}\n\s*\n")
_TITLE = re.compile(r"#[ \t]++([^\n]++)")
_MARKS = (
    (re.compile(r"!\[[^\[\]\n]{0,300}\]\([^()\n]{0,2000}\)"), ""),
    (re.compile(r"\[([^\[\]\n]{1,300})\]\([^()\n]{0,2000}\)"), r"\1"),
    (re.compile(r"^#{1,6}[ \t]++((?:[ \t#]*+[^ \t#\n]++)++)[ \t#]*+$", re.MULTILINE), r"\1"),
    (re.compile(r"^>[ \t]?", re.MULTILINE), ""),
    (re.compile(r"(\*\*|__)(?=\S)([^\n]{1,2000}?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<![\w*])\*(?=\S)([^*\n]+?)(?<=\S)\*(?![\w*])"), r"\1"),
    (re.compile(r"`([^`\n]+)`"), r"\1"),
)


def read(source: Source, options: Options) -> Iterator[Item]:
    """Yield the one report of a Markdown file."""
    raw, text, notes = read_text(source, options)
    article = parse_markdown(text.replace("\r\n", "\n"), original=raw, notes=notes)
    yield item_of_article(article, found=source.found, media_type="text/markdown")


def parse_markdown(text: str, *, original: bytes = b"", notes: tuple[str, ...] = ()) -> Article:
    """Read a title, the fields of the front matter, and the text without its marks."""
    front = _FRONT.match(text)
    said = {key: value.strip().strip("\"'") for key, value in _PAIR.findall(front[1])} if front else {}
    fields = {name: said[key] for name, key in guess(said).items() if name not in ("text", "html")}
    body = (text[front.end() :] if front else text).lstrip()
    title = _TITLE.match(body)
    if title and "title" not in fields:
        fields["title"] = title[1].strip("# \t")
        body = body[title.end() :]
    for mark, plain in _MARKS:
        body = mark.sub(plain, body)
    origins = {"title": "heading"} if title and "title" not in said else {}
    return Article(text=body, original=original, notes=notes, origin="front matter", origins=origins, **fields)


def is_markdown(source: Source) -> bool:
    """Tell by the name, by front matter, or by a heading with the text below it."""
    return source.suffix in (".md", ".markdown") or _BEGIN.match(source.text.replace("\r\n", "\n")) is not None


FORMAT = Format(
    name="markdown", what="Markdown",
    told_by="its name ends in `.md` or `.markdown`, or it begins with front matter or a `#` heading",
    gives="text without its marks, the first heading as title, fields of the front matter",
    recognises=is_markdown, read=read,
)  # fmt: skip
