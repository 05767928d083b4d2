"""WARC: the pages that a crawler kept."""

import io
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, BinaryIO, cast

from dateline.ingest.articles.article import Article, item_of_article
from dateline.ingest.formats.base import Format
from dateline.ingest.formats.web.page import article_of_page
from dateline.ingest.options import Options
from dateline.ingest.source import Refused, Source
from dateline.model.item import Found, Item, Refusal
from dateline.reading.decode import decode

_OK = 200
_BLOCK = 1024 * 1024
_PAGES = ("text/html", "application/xhtml+xml")


def read(source: Source, options: Options) -> Iterator[Item]:
    """Yield the pages and texts of a WARC; what is no page, or was no success, is passed over."""
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType  # noqa: PLC0415  an optional library
    except ImportError as error:
        told = "reading WARC needs fastwarc; run: pip install 'dateline[ingest]'"
        raise Refused("needs-extra", f"{source.found}: {told}") from error
    wanted = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
    number = 0
    for record in ArchiveIterator(_seekable(source.stream()), record_types=wanted, parse_http=True, auto_decode="all"):
        if _is_text(record):
            number += 1
            found = replace(source.found, number=number, offset=record.stream_pos)
            yield _item(record, found, options.limits.whole_bytes)


def _seekable(stream: BinaryIO) -> BinaryIO:
    return stream if stream.seekable() else cast("BinaryIO", Forward(stream))


class Forward(io.RawIOBase):
    """A stream that is read once and can be asked to go on to a place: fastwarc asks where it is, and skips records."""

    def __init__(self, stream: BinaryIO) -> None:
        """Begin."""
        self._stream = stream
        self._at = 0

    def readable(self) -> bool:
        """Say yes."""
        return True

    def seekable(self) -> bool:
        """Say yes, though only forward."""
        return True

    def tell(self) -> int:
        """Return how many bytes were read."""
        return self._at

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]  # any buffer of bytes
        """Read."""
        part = self._stream.read(len(buffer))
        buffer[: len(part)] = part
        self._at += len(part)
        return len(part)

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Go on to a place.

        Raises:
            UnsupportedOperation: It lies behind, or is counted from the end.
        """
        left = offset if whence == io.SEEK_CUR else offset - self._at
        if left < 0 or whence == io.SEEK_END:
            raise io.UnsupportedOperation("a packed file is read forward")
        while left > 0 and (part := self.read(min(left, _BLOCK))):
            left -= len(part)
        return self._at


def _is_text(record: Any) -> bool:
    """Tell whether a record is a page or a text that was got."""
    http = record.http_headers
    if http is not None and http.status_code != _OK:
        return False
    return _media_type(record) in (*_PAGES, "text/plain") and not _url(record).endswith("/robots.txt")


def _media_type(record: Any) -> str:
    said = record.http_content_type if record.http_headers is not None else record.headers.get("Content-Type")
    return str(said or "").partition(";")[0].strip().lower()


def _url(record: Any) -> str:
    return str(record.headers.get("WARC-Target-URI") or "")


def _item(record: Any, found: Found, most: int) -> Item:
    raw = record.reader.read(most + 1)
    kind = _media_type(record)
    if len(raw) > most:
        told = f"{found}: the page has more than {most // 2**20} MB; save its article alone"
        return Item(found=found, refused=Refusal(reason="too-large", told=told))
    decoded = decode(raw, html=kind in _PAGES)
    if decoded.error:
        return Item(found=found, original=raw, refused=Refusal(reason="binary", told=f"{found}: {decoded.error}"))
    article = article_of_page(decoded.text) if kind in _PAGES else Article(text=decoded.text)
    origins = {**article.origins, "url": "WARC-Target-URI"}
    whole = replace(article, original=raw, url=_url(record) or article.url, origins=origins, notes=decoded.notes)
    return item_of_article(whole, found=found, media_type=kind)


FORMAT = Format(
    name="warc", what="WARC, packed or not", told_by="`WARC/1.` at its beginning",
    gives="of each page that was got: as for web pages, its address, its place in the file",
    recognises=lambda source: source.head.startswith(b"WARC/"), read=read, many=True,
    guarded=True, extra="ingest",
)  # fmt: skip
