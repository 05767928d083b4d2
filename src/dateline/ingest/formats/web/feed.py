"""RSS and Atom: one report an entry."""

import io
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from dateline.ingest.articles.article import Article, item_of_article
from dateline.ingest.formats.base import Format
from dateline.ingest.formats.page_lines import page_lines
from dateline.ingest.link import Link
from dateline.ingest.options import Options
from dateline.ingest.source import Refused, Source
from dateline.model.item import Item
from dateline.reading.many import kind_of_many

_ENTITY = b"<!ENTITY"


def read(source: Source, options: Options) -> Iterator[Item | Link]:
    """Yield the entries of a feed; where addresses may be fetched, the pages that they lead to."""
    raw = source.whole(options.limits)
    if _ENTITY in raw:
        raise Refused("hostile", f"{source.found}: the feed declares entities of its own; get it from its publisher")
    try:
        import feedparser  # noqa: PLC0415  an optional library
    except ImportError as error:
        told = "reading feeds needs feedparser; run: pip install 'dateline[ingest]'"
        raise Refused("needs-extra", f"{source.found}: {told}") from error
    feed = feedparser.parse(io.BytesIO(raw))
    if not feed.entries:
        why = f" ({feed.bozo_exception})" if feed.bozo else ""
        raise Refused("broken" if feed.bozo else "empty", f"{source.found}: the feed has no entry{why}")
    for number, entry in enumerate(feed.entries, start=1):
        article = _article(entry, feed.feed, "Atom" if feed.version.startswith("atom") else "RSS")
        item = item_of_article(article, found=replace(source.found, number=number), media_type="text/html")
        yield Link(url=item.url, known=item) if options.fetch and item.url else item


def _article(entry: Mapping[str, Any], feed: Mapping[str, Any], origin: str) -> Article:
    whole = max((c.get("value", "") for c in entry.get("content", ())), key=len, default="")
    summary = entry.get("summary", "")
    html = whole if len(whole) >= len(summary) else summary
    named = (entry.get("source") or {}).get("title")
    return Article(
        text=page_lines(html), title=page_lines(entry.get("title", "")), author=entry.get("author"),
        source=named or feed.get("title"), url=entry.get("link"), id=entry.get("id"), language=feed.get("language"),
        published=entry.get("published") or entry.get("updated"), origin=origin,
        original=html.encode("utf-8", "surrogatepass"), notes=() if whole else ("only the feed's summary",),
    )  # fmt: skip


FORMAT = Format(
    name="feed", what="RSS and Atom", told_by="`<rss`, `<feed` or `<rdf:RDF` at its beginning", many=True, guarded=True,
    gives="title, author, source, address, day, language, id; without `--fetch` the text that the feed itself gives",
    recognises=lambda source: kind_of_many(source.text) == "feed", read=read, extra="ingest",
)  # fmt: skip
