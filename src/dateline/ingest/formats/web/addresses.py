"""Lists of addresses, one a line: each page is an article, fetched where that is allowed."""

import re
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urlsplit

from dateline.ingest.articles.article import Article, item_of_article
from dateline.ingest.formats.base import Format
from dateline.ingest.link import Link
from dateline.ingest.options import Options
from dateline.ingest.source import Refused, Source
from dateline.reading.decode import decode

_ADDRESS = re.compile(r"https?://[^\s/]+\.[^\s]+$", re.IGNORECASE)


def read(source: Source, options: Options) -> Iterator[Link]:
    """Yield the addresses, each once.

    Raises:
        Refused: They may not be fetched.
    """
    if not options.fetch:
        told = f"holds addresses and no texts; fetch the pages: dateline ingest --fetch {source.found.path}"
        raise Refused("data", f"{source.found}: {told}")
    seen: set[str] = set()
    for number, line in enumerate(source.lines(options.limits), start=1):
        url = decode(line).text.removeprefix("\ufeff").strip()
        if _ADDRESS.match(url) and url not in seen:
            seen.add(url)
            article = Article(text="", url=url, source=urlsplit(url).hostname, origin="address", original=line)
            found = replace(source.found, number=number)
            yield Link(url=url, known=item_of_article(article, found=found, media_type="text/uri-list"))


def recognises(source: Source) -> bool:
    """Tell by lines that are addresses and nothing else."""
    lines = [line.strip() for line in source.text.removeprefix("\ufeff").splitlines()[:20] if line.strip()]
    return bool(lines) and all(_ADDRESS.match(line) for line in lines)


FORMAT = Format(
    name="addresses", what="lists of addresses", many=True, told_by="nothing but an address on each of its lines",
    gives="nothing without `--fetch`; with it the page at each address, once", recognises=recognises, read=read,
)  # fmt: skip
