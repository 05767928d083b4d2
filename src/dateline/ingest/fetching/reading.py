"""From an address to its items: the page or the feed there, and the pages that a feed leads to."""

import codecs
import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from dateline.ingest.apart.exchange import Request
from dateline.ingest.fetching.fetcher import Fetcher, Page
from dateline.ingest.link import Link
from dateline.ingest.options import Options
from dateline.ingest.source import Refused
from dateline.model.item import Found, Item, Published

Read = Callable[[Request], Iterator[Item | Link]]
_CHARSET = re.compile(r"charset=[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_TRUST = {"certain": 2, "likely": 1, "guess": 0}


def is_address(source: str) -> bool:
    """Tell whether a source is an address on the web."""
    return source.lower().startswith(("http://", "https://"))


def read_address(url: str, *, fetcher: Fetcher, read: Read, options: Options) -> Iterator[Item | Link]:
    """Yield what lies at an address; nothing where it is as it was."""
    try:
        page = fetcher.get(url)
    except Refused as refused:
        yield Item(found=Found(path=url), url=url, refused=refused.refusal)
        return
    if page is not None:
        for got in read(Request(found=Found(path=url), options=options, raw=_bytes(page))):
            yield _at(got, page)
        fetcher.visits.note(url, page.headers)


def follow(link: Link, *, fetcher: Fetcher, read: Read, options: Options) -> Iterator[Item]:
    """Yield the article that a link leads to, with what is known of it; nothing where it was fetched before."""
    if link.url in fetcher.visits:
        return
    found = [
        got for got in read_address(link.url, fetcher=fetcher, read=read, options=_plain(options)) if _is_item(got)
    ]
    page = next((item for item in found if isinstance(item, Item)), None)
    if page is not None:
        yield _joined(link, page)


def _plain(options: Options) -> Options:
    """Return the options for a page that is led to: what was said of the source is not said of it."""
    return replace(options, kind=None, columns={})


def _is_item(got: Item | Link) -> bool:
    return isinstance(got, Item)


def _joined(link: Link, page: Item) -> Item:
    """Return a page with what was known of it; where it cannot be read, the words that were known stand in."""
    known = link.known
    if page.refused is not None:
        if not known.text.strip():
            return replace(known, refused=page.refused)
        return replace(known, notes=(*known.notes, f"the page was not read: {page.refused.told}"))
    origins = {**page.origins, **{name: known.origins[name] for name in ("title", "author") if name in known.origins}}
    return replace(
        page, found=known.found, title=known.title or page.title, author=known.author or page.author, origins=origins,
        source=page.source or known.source, url=link.url, published=_surer(known.published, page.published),
        id=known.id or page.id,
    )  # fmt: skip


def _surer(known: Published | None, page: Published | None) -> Published | None:
    if known is None or page is None:
        return known or page
    return page if _TRUST[page.trust] > _TRUST[known.trust] else known


def _at(got: Item | Link, page: Page) -> Item | Link:
    """Note where a page was found, and where it really lay."""
    if isinstance(got, Link):
        return got
    moved = (f"fetched from {page.final}",) if page.final != page.url else ()
    return replace(got, url=got.url or page.final, notes=(*got.notes, *moved))


def _bytes(page: Page) -> bytes:
    """Return a page's bytes; where the server names a charset other than the page would be read in, as UTF-8."""
    named = _CHARSET.search(page.headers.get("content-type", ""))
    if named is None or named[1].lower() in ("utf-8", "utf8"):
        return page.body
    try:
        return codecs.BOM_UTF8 + page.body.decode(named[1]).encode("utf-8", "surrogatepass")
    except (LookupError, UnicodeError):
        return page.body
