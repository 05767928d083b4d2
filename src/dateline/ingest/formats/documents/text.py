"""Plain text: one report."""

from collections.abc import Iterator

from dateline.ingest.articles.article import Article, item_of_article
from dateline.ingest.formats.base import Format
from dateline.ingest.options import Options
from dateline.ingest.source import Refused, Source
from dateline.model.item import Item
from dateline.reading.decode import decode


def read(source: Source, options: Options) -> Iterator[Item]:
    """Yield the one report of a text file."""
    raw, text, notes = read_text(source, options)
    if text.lstrip().startswith("<?xml"):
        if "<!ENTITY" in text:
            raise Refused("hostile", f"{source.found}: declares entities of its own; get it from its publisher")
        raise Refused(
            "unknown-format", f"{source.found}: is XML of a kind that is not known; give the text of its reports"
        )
    article = Article(text=text, original=raw, notes=notes)
    yield item_of_article(article, found=source.found, media_type="text/plain")


def read_text(source: Source, options: Options) -> tuple[bytes, str, tuple[str, ...]]:
    """Return the bytes of a source, its text, and what had to be guessed.

    Raises:
        Refused: It is no text.
    """
    raw = source.whole(options.limits)
    decoded = decode(raw, html=True)
    if decoded.error:
        raise Refused("binary", f"{source.found}: {decoded.error}")
    return raw, decoded.text.removeprefix("\ufeff"), decoded.notes


def is_text(source: Source) -> bool:
    """Tell whether the head of a source can be read as text."""
    return bool(source.text)


FORMAT = Format(
    name="text", what="plain text", told_by="nothing else fits and the bytes can be read as text", gives="the text",
    recognises=is_text, read=read,
)  # fmt: skip
