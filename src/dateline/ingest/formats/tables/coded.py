"""Files of other projects that hold codings: ACLED's notes are read as texts, GDELT's rows only lead to pages."""

import csv
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urlsplit

from dateline.ingest.articles.article import Article, item_of_article
from dateline.ingest.articles.columns import article_of
from dateline.ingest.formats.base import Format
from dateline.ingest.formats.tables.table import separator_of
from dateline.ingest.layouts.gdelt import kind_of_row, page_of
from dateline.ingest.link import Link
from dateline.ingest.options import Options
from dateline.ingest.source import Refused, Source
from dateline.model.item import Item
from dateline.reading.decode import decode

_ACLED = {"text": "notes", "published": "event_date", "source": "source", "id": "event_id_cnty"}


def read_acled(source: Source, options: Options) -> Iterator[Item]:
    """Yield the notes of ACLED's events, each a text; its day is the event's."""
    lines = (decode(line).text for line in source.lines(options.limits))
    head = next(lines, "").removeprefix("\ufeff")
    mark = separator_of(head)
    names = next(csv.reader([head], delimiter=mark))
    for number, row in enumerate(csv.reader(lines, delimiter=mark), start=1):
        cells = dict(zip(names, row, strict=False))
        original = mark.join(row).encode("utf-8", "surrogatepass")
        article = article_of(cells, _ACLED, original=original, trust="likely")
        yield item_of_article(article, found=replace(source.found, number=number), media_type="text/csv")


def read_gdelt(source: Source, options: Options) -> Iterator[Link]:
    """Yield the addresses of GDELT's rows, each once, where they may be fetched.

    Raises:
        Refused: They may not be fetched: the rows are codings and hold no text.
    """
    if not options.fetch:
        told = f"holds GDELT's codings and no texts; fetch the pages: dateline ingest --fetch {source.found.path}"
        raise Refused("data", f"{source.found}: {told}")
    seen: set[str] = set()
    for number, line in enumerate(source.lines(options.limits), start=1):
        row = decode(line).text.rstrip("\r\n").split("\t")
        url, day = page_of(row)
        if url.startswith(("http://", "https://")) and url not in seen:
            seen.add(url)
            article = Article(
                text="",
                url=url,
                source=urlsplit(url).hostname,
                published=day,
                trust="guess",
                origin="GDELT",
                original=line,
            )
            known = item_of_article(article, found=replace(source.found, number=number), media_type="text/csv")
            yield Link(url=url, known=known)


def is_gdelt(source: Source) -> bool:
    """Tell by the number of columns and the days in them: GDELT's files have no head."""
    return kind_of_row(source.text.partition("\n")[0].rstrip("\r").split("\t")) is not None


def is_acled(source: Source) -> bool:
    """Tell by two columns that only ACLED has."""
    head = source.text.partition("\n")[0].lower()
    return "event_id_cnty" in head and "notes" in head


ACLED = Format(
    name="acled", what="ACLED's events as CSV", told_by="the columns `event_id_cnty` and `notes`",
    gives="the notes as text, the event's day and source, ACLED's id", recognises=is_acled,
    read=read_acled, many=True, guarded=True,
)  # fmt: skip
GDELT = Format(
    name="gdelt", what="GDELT's events, mentions and GKG",
    told_by="no head, and 58, 61, 16 or 27 columns with a day in them",
    gives="nothing without `--fetch`, since they are codings; with it the page of each row, once",
    recognises=is_gdelt, read=read_gdelt, many=True, guarded=True,
)  # fmt: skip
