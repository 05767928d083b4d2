"""From a text, or a page made into lines, to the articles of the layout that it is in."""

from collections.abc import Callable, Iterator, Mapping

from dateline.ingest.article import Article, item_of_article, items_of
from dateline.ingest.layouts import factiva, nexis, proquest
from dateline.ingest.options import Options
from dateline.ingest.source import Refused, Source
from dateline.model.item import Item
from dateline.reading.many import layout_of

SPLITS: Mapping[str, Callable[[str], Iterator[Article]]] = {
    "nexis": nexis.split, "factiva": factiva.split, "proquest": proquest.split,
}  # fmt: skip


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


def split_as(kind: str, text: str, source: Source, *, media_type: str = "text/plain") -> Iterator[Item]:
    """Yield the articles of a text that is in a layout.

    Raises:
        Refused: No article of that layout is in it.
    """
    none = True
    for item in items_of(SPLITS[kind](text), found=source.found, media_type=media_type):
        none = False
        yield item
    if none:
        raise Refused("broken", f"{source.found}: no article in the layout of {kind} was found; say another --as KIND")
