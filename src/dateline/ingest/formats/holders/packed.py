"""One packed file: gzip, bzip2, xz."""

import bz2
import gzip
import lzma
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from typing import BinaryIO, cast

from dateline.ingest.formats.base import Format, Got
from dateline.ingest.options import Options
from dateline.ingest.source import Refused, Source
from dateline.ingest.unpacking import budget_of, open_member

_OPENERS: dict[bytes, Callable[[BinaryIO], BinaryIO]] = {
    b"\x1f\x8b": lambda stream: cast("BinaryIO", gzip.GzipFile(fileobj=stream)),
    b"BZh": lambda stream: cast("BinaryIO", bz2.BZ2File(stream)),
    b"\xfd7zXZ": lambda stream: cast("BinaryIO", lzma.LZMAFile(stream)),  # noqa: SIM115  closed with its source
}
_ZSTD = b"\x28\xb5\x2f\xfd"
_SHORT = {".tgz": ".tar", ".tbz": ".tar", ".tbz2": ".tar", ".txz": ".tar"}


def read(source: Source, options: Options) -> Iterator[Got]:
    """Yield the one source that is packed."""
    if source.head.startswith(_ZSTD):
        raise Refused("needs-extra", f"{source.found}: is packed with zstd; unpack it first: zstd -d {source.name}")
    budget_of(source, options.limits)
    opener = next(opener for magic, opener in _OPENERS.items() if source.head.startswith(magic))
    stream = source.stream()
    yield from open_member(
        source, _inner_name(source.name), lambda: opener(stream), packed=stream.tell, limits=options.limits
    )


def _inner_name(name: str) -> str:
    """Return the name that a packed file has once it is unpacked."""
    path = PurePosixPath(name)
    return path.stem + _SHORT.get(path.suffix, "") if path.suffix else name


FORMAT = Format(
    name="packed", what="one packed file: gzip, bzip2, xz", told_by="its first bytes", gives="what lies in it",
    recognises=lambda source: source.head.startswith((*_OPENERS, _ZSTD)), read=read, many=True,
    guarded=True, wraps=True,
)  # fmt: skip
