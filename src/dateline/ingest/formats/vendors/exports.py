"""Exports of news archives as text or as pages: Nexis, Factiva, ProQuest."""

from collections.abc import Callable, Iterator

from dateline.ingest.formats.base import Format, Reader
from dateline.ingest.formats.documents.text import read_text
from dateline.ingest.formats.page_lines import page_lines
from dateline.ingest.layouts.split import split_as
from dateline.ingest.options import Options
from dateline.ingest.source import Source
from dateline.model.item import Item
from dateline.reading.many import layout_of


def reader(kind: str) -> Reader:
    """Return what reads exports in a layout."""

    def read(source: Source, options: Options) -> Iterator[Item]:
        """Yield the articles of an export, a page made into lines first."""
        _, text, _ = read_text(source, options)
        is_page = looks_like_page(source)
        lines = page_lines(text) if is_page else text
        yield from split_as(kind, lines, source, media_type="text/html" if is_page else "text/plain")

    return read


def told_by_layout(kind: str) -> Callable[[Source], bool]:
    """Return what tells by its text whether a source is in a layout."""

    def recognises(source: Source) -> bool:
        text = page_lines(source.text) if looks_like_page(source) else source.text
        return layout_of(text) == kind

    return recognises


def looks_like_page(source: Source) -> bool:
    """Tell whether a source is a web page, by its first characters or its name."""
    start = source.text[:2_000].lstrip().lower()
    return start.startswith(("<!doctype html", "<html", "<head", "<body")) or (
        "<html" in start or (source.suffix in (".html", ".htm", ".xhtml") and "<" in start)
    )


def _format(name: str, what: str, told_by: str, gives: str) -> Format:
    return Format(
        name=name, what=what, told_by=told_by, gives=gives, recognises=told_by_layout(name), read=reader(name),
        many=True, guarded=True,
    )  # fmt: skip


_GIVES = "title, author, source, day, language"
NEXIS = _format(
    "nexis", "Nexis and Lexis exports: TXT, HTML, and as DOCX, RTF or PDF",
    "lines `3 of 12 DOCUMENTS`, `Document 3 of 12` or `End of Document`, and `LENGTH: … words` or `LOAD-DATE:`",
    f"{_GIVES}; a `DATELINE:` is put before the text",
)  # fmt: skip
FACTIVA = _format(
    "factiva", "Factiva exports: HTML, TXT, and as RTF, DOCX or PDF", "lines `Document XYZ0000020240502ek520001x`",
    f"{_GIVES}, time, Factiva's number as id",
)  # fmt: skip
PROQUEST = _format(
    "proquest", "ProQuest exports: TXT, HTML, and as RTF, DOCX or PDF",
    "lines of underscores, and `Full text:`, `ProQuest document ID:` or the like",
    f"{_GIVES}, address, ProQuest's number as id; where there is no full text the abstract, with a note",
)  # fmt: skip
