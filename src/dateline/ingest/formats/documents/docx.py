"""Word documents: one report, or an export of a news archive."""

import io
import zipfile
from collections.abc import Iterator
from typing import BinaryIO, cast
from xml.etree.ElementTree import Element, iterparse

from dateline.ingest.formats.base import Format, Got
from dateline.ingest.layouts.split import read_layout
from dateline.ingest.options import Options
from dateline.ingest.source import Refused, Source
from dateline.ingest.unpacking import Counted, budget_of

BODY = "word/document.xml"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_HEAD = 4_000


def read_archive(archive: zipfile.ZipFile, source: Source, options: Options) -> Iterator[Got]:
    """Yield the reports of a Word document, given as the archive that it is."""
    info = archive.getinfo(BODY)
    counted = Counted(
        archive.open(info), packed=lambda: info.compress_size, budget=budget_of(source, options.limits),  # type: ignore[arg-type]  # IO[bytes]
        limits=options.limits, found=source.found,
    )  # fmt: skip
    stream = io.BufferedReader(counted)
    if b"<!DOCTYPE" in stream.peek(_HEAD):
        raise Refused("hostile", f"{source.found}: the document declares entities; save it anew from Word")
    text = "\n".join(paragraphs(cast("BinaryIO", stream)))
    yield from read_layout(text, source, options, media_type=_TYPE)


def paragraphs(stream: BinaryIO) -> Iterator[str]:
    """Yield the paragraphs of a document, those of tables too."""
    for _, element in iterparse(stream):
        if element.tag == f"{_W}p":
            yield "".join(_runs(element))
            element.clear()


def _runs(paragraph: Element) -> Iterator[str]:
    for element in paragraph.iter():
        if element.tag == f"{_W}t":
            yield element.text or ""
        elif element.tag == f"{_W}tab":
            yield "\t"
        elif element.tag in (f"{_W}br", f"{_W}cr"):
            yield "\n"


FORMAT = Format(
    name="docx", what="Word documents", told_by="a zip archive that holds `word/document.xml`",
    gives="the text of all paragraphs; exports of news archives are split", many=True, guarded=True, wraps=True,
    recognises=lambda _: False, read=lambda _, __: iter(()),
)  # fmt: skip
