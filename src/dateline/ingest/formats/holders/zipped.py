"""Zip archives, and the office documents that are such archives."""

import zipfile
from collections.abc import Callable, Iterator
from functools import partial
from typing import BinaryIO, cast

from dateline.ingest.formats.base import Format, Got
from dateline.ingest.formats.documents import docx
from dateline.ingest.options import Options
from dateline.ingest.source import Refused, Source
from dateline.ingest.unpacking import budget_of, is_hidden, open_member

_OFFICE = {
    "xl/workbook.xml": "a spreadsheet; save it as CSV and read that",
    "ppt/presentation.xml": "a presentation; save its text",
    "content.xml": "an OpenDocument file; save it as DOCX",
    "META-INF/container.xml": "an e-book; save its text",
}


def read(source: Source, options: Options) -> Iterator[Got]:
    """Yield the members of a zip archive, in its order."""
    limits = options.limits
    budget_of(source, limits)
    try:
        archive = zipfile.ZipFile(source.seekable(limits))
    except zipfile.BadZipFile as error:
        raise Refused("broken", f"{source.found}: the archive is broken ({error}); get it again") from error
    names = set(archive.namelist())
    if docx.BODY in names:
        yield from docx.read_archive(archive, source, options)
        return
    office = next((told for name, told in _OFFICE.items() if name in names), None)
    if office:
        raise Refused("unknown-format", f"{source.found}: is {office}")
    for info in archive.infolist():
        if not info.is_dir() and not is_hidden(info.filename):
            opener = cast("Callable[[], BinaryIO]", partial(archive.open, info))
            packed = partial(int, info.compress_size)
            yield from open_member(source, info.filename, opener, packed=packed, limits=limits)


FORMAT = Format(
    name="zip", what="zip archives", told_by="its first bytes", gives="what lies in it",
    recognises=lambda source: source.head.startswith((b"PK\x03\x04", b"PK\x05\x06")), read=read, many=True,
    guarded=True, wraps=True,
)  # fmt: skip
