"""From bytes to text: the encoding is read from the bytes, and every guess is noted."""

import codecs
import re
from dataclasses import dataclass

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive (or an office document)"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"SQLite format 3", "an SQLite file"),
    (b"\x7fELF", "a program"),
    (b"{\\rtf", "an RTF document"),
)
_PACKED = ((b"\x1f\x8b", "gzip"), (b"BZh", "bzip2"), (b"\xfd7zXZ", "xz"), (b"\x28\xb5\x2f\xfd", "zstd"))
_CHARSET = re.compile(rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?([\w.:-]{2,40})""", re.IGNORECASE)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_SAMPLE = 4_000
_BINARY_SHARE = 0.05
_ZERO_SHARE = 0.3
GUESSED = "not UTF-8; read as Windows-1252"
"""The note on a text whose encoding could only be guessed."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """Decoded text, what had to be guessed, and why it cannot be read, if so."""

    text: str
    notes: tuple[str, ...] = ()
    error: str | None = None


def decode(raw: bytes, *, html: bool = False) -> Decoded:
    """Decode the bytes of a report: by its byte-order mark, as UTF-8, else as Windows-1252, which is noted.

    Args:
        raw: The bytes as read.
        html: Whether a charset that the page itself names is believed.
    """
    for mark, codec in _MARKS:
        if raw.startswith(mark):
            return _replacing(raw[len(mark) :], codec)
    refused = unreadable(raw)
    if refused:
        return Decoded("", error=refused)
    charset = _named_charset(raw) if html else None
    return _by_name(raw, charset) or _guess(raw)


def unreadable(raw: bytes) -> str | None:
    """Return why bytes that begin so are no text, None where they may be."""
    packed = next((name for magic, name in _PACKED if raw.startswith(magic)), None)
    if packed:
        return f"it is packed ({packed}); unpack it first"
    named = next((name for magic, name in _MAGIC if raw.startswith(magic)), None)
    return f"the report is binary data ({named}); extract its text first" if named else None


def mark_of(raw: bytes) -> str | None:
    """Return the codec that a byte-order mark of two-byte or four-byte characters names, else None."""
    return next((codec for mark, codec in _MARKS[1:] if raw.startswith(mark)), None)


def _guess(raw: bytes) -> Decoded:
    wide = _wide(raw)
    if wide:
        return Decoded(raw.decode(wide, "replace"), (f"no byte-order mark; read as {wide.upper()}",))
    try:
        return Decoded(raw.decode("utf-8"))
    except UnicodeDecodeError:
        pass
    if len(_CONTROL.findall(raw[:_SAMPLE])) > _BINARY_SHARE * min(len(raw), _SAMPLE):
        return Decoded("", error="the report is binary data, not text; extract its text first")
    passed = raw.decode("utf-8", "surrogatepass") if _only_surrogates(raw) else None
    if passed is not None:
        return Decoded(passed)
    lenient = raw.decode("utf-8", "replace")
    broken = lenient.count("\ufffd")
    if sum(c > "\x7f" for c in lenient) - broken > broken:
        return Decoded(lenient, (f"{broken} broken UTF-8 sequence(s) replaced by U+FFFD",))
    return Decoded(raw.decode("cp1252", "replace"), (GUESSED,))


def _only_surrogates(raw: bytes) -> bool:
    """Tell whether the only fault of the UTF-8 is that it holds lone surrogates."""
    try:
        raw.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return False
    return True


def _replacing(raw: bytes, codec: str) -> Decoded:
    text = raw.decode(codec, "replace")
    before = raw.count("\ufffd".encode(codec))
    broken = text.count("\ufffd") - before
    return Decoded(text, (f"{broken} broken {codec.upper()} sequence(s) replaced by U+FFFD",) if broken > 0 else ())


def _wide(raw: bytes) -> str | None:
    """Return UTF-16 of either kind where every second byte of the text is zero."""
    sample = raw[:_SAMPLE]
    for codec, zeros in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[::2])):
        if len(sample) > 3 and zeros.count(0) > _ZERO_SHARE * 2 * len(zeros):
            return codec
    return None


def _named_charset(raw: bytes) -> str | None:
    match = _CHARSET.search(raw[:_SAMPLE])
    return match[1].decode("ascii") if match else None


def _by_name(raw: bytes, charset: str | None) -> Decoded | None:
    """Decode as the page says, or return None where it says nothing or what it says is wrong."""
    if charset is None:
        return None
    try:
        return Decoded(raw.decode("cp1252" if charset.lower() in ("iso-8859-1", "latin-1") else charset))
    except (LookupError, UnicodeDecodeError):
        return None
