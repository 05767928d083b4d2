"""Mails: mbox, single messages, and pages that a browser saved as one file (MHTML)."""

import re
from collections.abc import Iterator
from dataclasses import replace
from email import policy
from email.message import EmailMessage, Message, MIMEPart
from email.parser import BytesParser
from email.utils import parseaddr

from dateline.ingest.articles.article import Article, item_of_article
from dateline.ingest.formats.base import Format
from dateline.ingest.formats.page_lines import page_lines
from dateline.ingest.formats.web.page import article_of_page
from dateline.ingest.options import Options
from dateline.ingest.source import Refused, Source
from dateline.model.item import Item
from dateline.reading.many import kind_of_many

_PARSER = BytesParser(policy=policy.default)
_FIELD = re.compile(r"[A-Za-z][A-Za-z0-9-]*:[ \t]")
_WANTED = re.compile(r"^(?:From|Subject|Date|Message-ID|Received|MIME-Version):", re.MULTILINE | re.IGNORECASE)


def read_mbox(source: Source, options: Options) -> Iterator[Item]:
    """Yield the messages of a mail box."""
    for number, raw in enumerate(_messages(source, options), start=1):
        yield _item(raw, source, number)


def read_message(source: Source, options: Options) -> Iterator[Item]:
    """Yield the one message of a file."""
    yield _item(source.whole(options.limits), source, None)


def read_mhtml(source: Source, options: Options) -> Iterator[Item]:
    """Yield the page that was saved."""
    raw = source.whole(options.limits)
    message = _parsed(raw)
    page = next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
    if page is None:
        raise Refused("broken", f"{source.found}: the saved page has no HTML part; save it again")
    article = article_of_page(_content(page))
    where = message.get("Snapshot-Content-Location") or page.get("Content-Location")
    if where and not article.url:
        article = replace(article, url=str(where), origins={**article.origins, "url": "Content-Location"})
    yield item_of_article(replace(article, original=raw), found=source.found, media_type="multipart/related")


def _messages(source: Source, options: Options) -> Iterator[bytes]:
    """Yield the messages of a mail box: each begins with a line "From …" after a blank one."""
    lines: list[bytes] = []
    blank, size = True, 0
    for line in source.lines(options.limits):
        if blank and line.startswith(b"From ") and lines:
            yield b"".join(lines)
            lines, size = [], 0
        if not (line.startswith(b"From ") and not lines):
            lines.append(line[1:] if line.startswith(b">From ") else line)
        size += len(line)
        if size > options.limits.whole_bytes:
            raise Refused("too-large", f"{source.found}: a message is too large to be held; split it")
        blank = not line.strip()
    if any(map(bytes.strip, lines)):
        yield b"".join(lines)


def _item(raw: bytes, source: Source, number: int | None) -> Item:
    message = _parsed(raw)
    body = message.get_body(preferencelist=("plain", "html"))
    content = _content(body) if body is not None else ""
    html = body is not None and body.get_content_type() == "text/html"
    name, address = parseaddr(_header(message, "From") or "")
    group = (_header(message, "List-Id") or "").partition("<")[0].strip(' "')
    article = Article(
        text=page_lines(content) if html else content.replace("\r\n", "\n"), title=_header(message, "Subject"),
        author=name or address or None, source=group or address.rpartition("@")[2] or None,
        published=_header(message, "Date"), id=(_header(message, "Message-ID") or "").strip(" <>") or None,
        original=raw, origin="mail", notes=_attached(message),
    )  # fmt: skip
    return item_of_article(article, found=replace(source.found, number=number), media_type="message/rfc822")


def _parsed(raw: bytes) -> EmailMessage:
    message = _PARSER.parsebytes(raw)
    if not isinstance(message, EmailMessage):
        raise Refused("broken", "is no mail that can be read")
    return message


def _header(message: EmailMessage, name: str) -> str | None:
    """Return a header, None where there is none or it cannot be read."""
    try:
        value = message.get(name)
    except (ValueError, TypeError, AttributeError, IndexError):
        return None
    return None if value is None else str(value)


def _content(part: Message | MIMEPart) -> str:
    """Return the text of a part, whatever its charset claims."""
    try:
        return str(part.get_content()) if isinstance(part, MIMEPart) else ""
    except (LookupError, UnicodeError, KeyError):
        payload = part.get_payload(decode=True)
        return payload.decode("utf-8", "replace") if isinstance(payload, bytes) else ""


def _attached(message: EmailMessage) -> tuple[str, ...]:
    names = [part.get_filename() or part.get_content_type() for part in message.iter_attachments()]
    return (f"attachments not read: {', '.join(names)}",) if names else ()


def is_message(source: Source) -> bool:
    """Tell by fields at the beginning, three of which every mail has."""
    head = source.text.replace("\r\n", "\n").partition("\n\n")[0]
    return bool(_FIELD.match(head)) and len({m.lower() for m in _WANTED.findall(head)}) >= 3


def is_mhtml(source: Source) -> bool:
    """Tell by the fields that browsers write."""
    head = source.text.replace("\r\n", "\n").partition("\n\n")[0].lower()
    return "mime-version:" in head and "multipart/related" in head and ("text/html" in head or "saved by" in head)


MBOX = Format(
    name="mbox", what="mail boxes (mbox)", told_by="a line `From …` and header fields at its beginning", many=True,
    gives="subject, sender, list, day, number of each message; attachments are named, not read", guarded=True,
    recognises=lambda source: kind_of_many(source.text.replace("\r\n", "\n")) == "mbox", read=read_mbox,
)  # fmt: skip
MESSAGE = Format(
    name="mail", what="single mails (.eml)", told_by="three of the fields that every mail has, at its beginning",
    gives="as for mbox", recognises=is_message, read=read_message, guarded=True,
)  # fmt: skip
MHTML = Format(
    name="mhtml", what="pages saved as one file (MHTML)",
    told_by="`MIME-Version`, `multipart/related` and `text/html` in its head",
    gives="as for web pages; the address it was saved from", recognises=is_mhtml,
    read=read_mhtml, guarded=True, extra="ingest",
)  # fmt: skip
