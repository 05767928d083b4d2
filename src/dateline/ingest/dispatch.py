"""From one source to its items: ask the formats, follow sources inside sources, refuse what fails."""

import errno
import io
from collections.abc import Iterator
from dataclasses import replace

from dateline.errors import DatelineError
from dateline.ingest.articles.fitness import judged
from dateline.ingest.formats.base import Got
from dateline.ingest.known import format_of
from dateline.ingest.link import Link
from dateline.ingest.options import Options
from dateline.ingest.source import Refused, Source
from dateline.model.item import Found, Item, Refusal, RefusalReason

_UNKNOWN = "application/octet-stream"
_FULL = (errno.ENOSPC, errno.EFBIG)


def read_source(source: Source, options: Options) -> Iterator[Item | Link]:
    """Yield the items of a source, however deep they lie; nothing that it holds raises."""
    try:
        if not source.head.strip():
            raise Refused("empty", f"{source.found}: is empty; give it a text")
        nothing = True
        for got in format_of(source, options).read(source, options):
            nothing = False
            yield from _followed(got, options)
        if nothing:
            raise Refused("empty", f"{source.found}: no article was found in it")
    except DatelineError:
        raise
    except Refused as refused:
        yield _refused(source, refused.refusal.reason, refused.refusal.told, options)
    except MemoryError:
        yield refused_item(source.found, "too-large", f"{source.found}: needs more memory than it may have; split it")
    except Exception as error:
        if is_full(error):
            raise  # the disk, which no file is to blame for; any other fault is kept with its file and stops nothing
        told = f"{source.found}: cannot be read ({type(error).__name__}: {error}); get it again, or give its text"
        yield _refused(source, "broken", told, options)


def read_bytes(raw: bytes, *, found: Found, options: Options) -> Iterator[Item | Link]:
    """Yield the items that bytes hold."""
    yield from read_source(Source(found, io.BytesIO(raw)), options)


def is_full(error: Exception) -> bool:
    """Tell whether an error says that nothing more can be written."""
    return isinstance(error, OSError) and error.errno in _FULL


def _followed(got: Got, options: Options) -> Iterator[Item | Link]:
    if isinstance(got, Source):
        yield from read_source(got, options)
    else:
        yield judged(_named(got)) if isinstance(got, Item) else got


def _named(item: Item) -> Item:
    """Put the place before a refusal that does not name it."""
    if item.refused is None or item.refused.told.startswith(item.found.path):
        return item
    return replace(item, refused=replace(item.refused, told=f"{item.found}: {item.refused.told}"))


def _refused(source: Source, reason: RefusalReason, told: str, options: Options) -> Item:
    """Return the item of a source that is refused with its bytes; of a member without them it says so."""
    raw = b"" if reason == "hostile" else source.refused_bytes()
    if not raw and reason != "hostile" and source.found.member is not None and source.head.strip():
        told = not_kept(told, options.limits.kept_bytes)
    return refused_item(source.found, reason, told, original=raw)


def not_kept(told: str, most: int) -> str:
    """Return why something is refused, and that its bytes are not kept either."""
    return f"{told}; its bytes are not kept (more than {most / 2**20:g} MB, or not to be had): ingest it again"


def refused_item(found: Found, reason: RefusalReason, told: str, *, original: bytes = b"") -> Item:
    """Return the item of a source that is refused, with its bytes where there are any to read again."""
    named = told if told.startswith(found.path) else f"{found}: {told}"
    return Item(found=found, original=original, media_type=_UNKNOWN, refused=Refusal(reason=reason, told=named))
