"""Web pages: the article's body by trafilatura, its fields with where each was read."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from dateline.ingest.articles.article import Article, item_of_article
from dateline.ingest.formats.base import Format
from dateline.ingest.formats.documents.text import read_text
from dateline.ingest.formats.vendors.exports import looks_like_page
from dateline.ingest.formats.web.page_fields import Said, page_fields
from dateline.ingest.options import Options
from dateline.ingest.source import Refused, Source
from dateline.model.item import Item

_BY_TRAFILATURA = "trafilatura"
_MOST_TAGS = 400_000


def read(source: Source, options: Options) -> Iterator[Item]:
    """Yield the one report of a page."""
    raw, html, notes = read_text(source, options)
    article = article_of_page(html, notes=notes)
    yield item_of_article(replace(article, original=raw), found=source.found, media_type="text/html")


def article_of_page(html: str, *, notes: tuple[str, ...] = ()) -> Article:
    """Return the article of a page.

    Raises:
        Refused: The library is not installed, or the page has too many elements.
    """
    if html.count("<") > _MOST_TAGS:
        raise Refused("hostile", f"the page has more than {_MOST_TAGS:,} elements; save the article alone")
    try:
        from trafilatura import bare_extraction  # noqa: PLC0415  an optional library, and slow to load
    except ImportError as error:
        raise Refused("needs-extra", "reading HTML needs trafilatura; run: pip install 'dateline[ingest]'") from error
    said = page_fields(html)
    page = bare_extraction(
        html, with_metadata=True, include_comments=False,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )  # fmt: skip
    if page is None or isinstance(page, dict):
        return _article("", said, notes)
    guessed = {
        "title": page.title,
        "author": page.author,
        "source": page.sitename,
        "url": page.url,
        "published": page.date,
    }
    more = {
        name: Said(value, _BY_TRAFILATURA, "guess") for name, value in guessed.items() if value and name not in said
    }
    return _article(page.text or "", {**more, **said}, notes)


def _article(text: str, said: Mapping[str, Said], notes: tuple[str, ...]) -> Article:
    fields = {name: found.value for name, found in said.items()}
    day = said.get("published")
    return Article(
        text=text, notes=notes, origins={name: found.origin for name, found in said.items()},
        trust=day.trust if day else "certain", **fields,  # type: ignore[arg-type]  # the fields of an article
    )  # fmt: skip


FORMAT = Format(
    name="html", what="web pages", told_by="`<!doctype html`, `<html` at its beginning, or its name ends in `.html`",
    gives="title, author, source, address, day: from JSON-LD, meta elements, `<time>`, `<title>`, else guessed",
    recognises=looks_like_page, read=read, guarded=True, extra="ingest",
)  # fmt: skip
