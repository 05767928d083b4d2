"""Tables: CSV, TSV, one report a row; and rows of any table as reports."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, islice

from dateline.ingest.articles.article import Article, item_of_article
from dateline.ingest.articles.columns import article_of, guess, map_columns
from dateline.ingest.formats.base import Format
from dateline.ingest.formats.web.page import article_of_page
from dateline.ingest.options import Options
from dateline.ingest.source import Refused, Source
from dateline.model.item import Found, Item, Refusal
from dateline.reading.decode import decode, mark_of

_SEPARATORS = (",", "\t", ";", "|")
_SEEN = 20  # rows looked at to tell which column is text
_LEAST = 2


def read_csv(source: Source, options: Options) -> Iterator[Item]:
    """Yield the report of each row."""
    lines = _text_lines(source, options)
    head = next((line for line in lines if line.strip()), "")
    rows = csv.reader(chain([head], lines), delimiter=separator_of(head), strict=False)
    csv.field_size_limit(options.limits.line_bytes)
    try:
        names = [name.strip().removeprefix("\ufeff") for name in next(rows, [])]
        yield from read_rows(names, rows, source=source, options=options)
    except csv.Error as error:
        raise Refused("broken", f"{source.found}: the table is broken near line {rows.line_num} ({error})") from error


def _text_lines(source: Source, options: Options) -> Iterator[str]:
    codec = mark_of(source.head)
    if codec:
        yield from io.StringIO(decode(source.whole(options.limits)).text, newline="")
        return
    for line in source.lines(options.limits):
        yield decode(line).text


def separator_of(head: str) -> str:
    """Return what parts the cells of a head."""
    return max(_SEPARATORS, key=head.count)


def read_rows(
    names: Sequence[str], rows: Iterator[Sequence[object]], *, source: Source, options: Options
) -> Iterator[Item]:
    """Yield the report of each row of a table.

    Raises:
        Refused: No column is known to hold the text.
    """
    first = list(islice(rows, _SEEN))
    seen = [[str(cell) for cell in row] for row in first]
    columns, notes = map_columns(names, options.columns, rows=seen, found=source.found)
    for number, row in enumerate(chain(first, rows), start=1):
        if any(str(cell).strip() for cell in row if cell is not None):
            yield _row(names, row, columns, notes, replace(source.found, number=number))


def _row(
    names: Sequence[str], row: Sequence[object], columns: Mapping[str, str], notes: tuple[str, ...], found: Found
) -> Item:
    original = _line(row)
    if len(row) > len(names):
        told = f"{found}: has {len(row)} cells where the table has {len(names)} columns; put quotes around its text"
        return Item(found=found, original=original, media_type="text/csv", refused=Refusal(reason="broken", told=told))
    cells = dict(zip(names, row, strict=False))
    page = cells.get(columns.get("html", ""))
    article = article_of(cells, columns, original=original, notes=notes)
    if not article.text and page:
        article = _with_page(article, article_of_page(str(page)))
    return item_of_article(article, found=found, media_type="text/csv")


def _with_page(article: Article, page: Article) -> Article:
    """Return what the cells say, and the rest from the page in one of them."""
    fields = ("title", "author", "source", "url", "published", "language")
    more = {name: getattr(page, name) for name in fields if not getattr(article, name) and getattr(page, name)}
    return replace(article, text=page.text, origins={**page.origins, **article.origins}, **more)


def _line(row: Iterable[object]) -> bytes:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(["" if cell is None else cell for cell in row])
    return out.getvalue().encode("utf-8", "surrogatepass")


def is_csv(source: Source) -> bool:
    """Tell by a first line of names, some known, that the lines after it are cut like; or by the name."""
    lines = [line for line in source.text.splitlines()[:200] if line.strip()]
    if not lines:
        return False
    names = next(csv.reader([lines[0]], delimiter=separator_of(lines[0])), [])
    if len(names) < _LEAST or any(len(name) > 60 for name in names):
        return False
    known = guess(names)
    return source.suffix in (".csv", ".tsv", ".tab") or ("text" in known and len(known) >= _LEAST and len(lines) > 1)


CSV = Format(
    name="csv", what="tables: CSV, TSV, with `;` or a bar too", many=True, guarded=True,
    told_by="its name ends in `.csv`, `.tsv` or `.tab`, or its first line has names of columns that are known",
    gives="the columns of the map", recognises=is_csv, read=read_csv,
)  # fmt: skip
