"""Tar archives."""

import tarfile
from collections.abc import Callable, Iterator
from functools import partial
from typing import BinaryIO, cast

from dateline.ingest.formats.base import Format, Got
from dateline.ingest.options import Options
from dateline.ingest.source import Refused, Source
from dateline.ingest.unpacking import budget_of, inside, is_hidden, open_member, refused_member

_MAGIC_AT = 257


def read(source: Source, options: Options) -> Iterator[Got]:
    """Yield the files of a tar archive, in its order; links and devices are refused, since nothing is written."""
    budget_of(source, options.limits)
    try:
        with tarfile.open(fileobj=source.stream(), mode="r|") as archive:
            for member in archive:
                yield from _member(archive, member, source, options)
    except tarfile.TarError as error:
        raise Refused("broken", f"{source.found}: the archive is broken ({error}); get it again") from error


def _member(archive: tarfile.TarFile, member: tarfile.TarInfo, source: Source, options: Options) -> Iterator[Got]:
    archive.members = []  # type: ignore[attr-defined]  # else all headers of a long archive are held
    if member.isdir() or is_hidden(member.name):
        return
    if not member.isfile():
        found = inside(source.found, member.name)
        yield refused_member(found, Refused("hostile", f"{found}: is a link or a device, not a file"))
        return
    opener = cast("Callable[[], BinaryIO]", partial(archive.extractfile, member))
    yield from open_member(source, member.name, opener, packed=partial(int, member.size), limits=options.limits)


FORMAT = Format(
    name="tar", what="tar archives, packed or not", told_by="the mark in its first block", gives="what lies in it",
    recognises=lambda source: source.head[_MAGIC_AT : _MAGIC_AT + 5] == b"ustar", read=read, many=True, guarded=True,
    wraps=True,
)  # fmt: skip
