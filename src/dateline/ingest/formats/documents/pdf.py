"""PDF: one report, or an export of a news archive, where it has text."""

import re
from collections.abc import Iterator

from dateline.ingest.formats.base import Format, Got
from dateline.ingest.layouts.split import read_layout
from dateline.ingest.options import Options
from dateline.ingest.source import Refused, Source

_MOST_PAGES = 2_000
_HYPHEN = re.compile(r"(?<=[a-z])(?:\ufffe|\xad|\x02|-)\r?\n(?=[a-z])")


def read(source: Source, options: Options) -> Iterator[Got]:
    """Yield the reports of a PDF."""
    try:
        import pypdfium2  # noqa: PLC0415  an optional library
    except ImportError as error:
        told = "reading PDF needs pypdfium2; run: pip install 'dateline[pdf]'"
        raise Refused("needs-extra", f"{source.found}: {told}") from error
    raw = source.whole(options.limits)
    try:
        pages = pypdfium2.PdfDocument(raw)
    except pypdfium2.PdfiumError as error:
        told = "is encrypted; save it without its password" if "assword" in str(error) else f"is a broken PDF ({error})"
        raise Refused("broken", f"{source.found}: {told}") from error
    if len(pages) > _MOST_PAGES:
        raise Refused("too-large", f"{source.found}: has {len(pages):,} pages; split it into reports")
    text = "\n".join(page.get_textpage().get_text_bounded() for page in pages)
    if not text.strip():
        raise Refused("empty", f"{source.found}: the PDF has pictures and no text; read them with OCR first")
    yield from read_layout(join_lines(text), source, options, media_type="application/pdf", original=raw)


def join_lines(text: str) -> str:
    """Join words that a page breaks, and end the lines as elsewhere."""
    return _HYPHEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


FORMAT = Format(
    name="pdf", what="PDF", told_by="`%PDF-` among its first 1,024 bytes",
    gives="the text of all pages, page after page; exports of news archives are split",
    recognises=lambda source: b"%PDF-" in source.head[:1024], read=read,
    many=True, guarded=True, wraps=True, extra="pdf",
)  # fmt: skip
