"""From a text, or a page made into lines, to the articles of the layout that it is in."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from dateline.ingest.articles.article import Article, item_of_article, items_of
from dateline.ingest.layouts import europresse, factiva, nexis, proquest
from dateline.ingest.options import Options
from dateline.ingest.source import Refused, Source
from dateline.model.item import Item
from dateline.reading.many import layout_of

SPLITS: Mapping[str, Callable[[str], Iterator[Article]]] = {
    "nexis": nexis.split, "factiva": factiva.split, "proquest": proquest.split,
    "europresse": europresse.split,
}  # fmt: skip

_PLAIN = "text/plain"


def read_layout(
    text: str, source: Source, options: Options, *, media_type: str, original: bytes = b""
) -> Iterator[Item]:
    """Yield the articles of a text: those of its layout, or itself as one.

    Raises:
        Refused: It is said to be of a layout, and no article of that layout is in it.
    """
    kind = options.kind if options.kind in SPLITS else layout_of(text)
    if kind is None:
        one = Article(text=text, original=original or text.encode("utf-8", "surrogatepass"))
        yield item_of_article(one, found=source.found, media_type=media_type)
        return
    yield from split_as(kind, text, source, media_type=media_type)


def split_as(kind: str, text: str, source: Source, *, media_type: str = _PLAIN) -> Iterator[Item]:
    """Yield the articles of a text that is in a layout.

    Raises:
        Refused: No article of that layout is in it.
    """
    none = True
    articles = _placed(SPLITS[kind](text), text if media_type == _PLAIN else None)
    for item in items_of(articles, found=source.found, media_type=media_type):
        none = False
        yield item
    if none:
        raise Refused("broken", f"{source.found}: no article in the layout of {kind} was found; say another --as KIND")


def _placed(articles: Iterable[Article], text: str | None) -> Iterator[Article]:
    """Yield articles with their places in bytes of the file, not in characters; in what was no text they have none."""
    place = size = 0
    for article in articles:
        if text is None or article.offset is None:
            yield replace(article, offset=None)
            continue
        size += len(text[place : article.offset].encode("utf-8", "surrogatepass"))
        place = article.offset
        yield replace(article, offset=size)
