"""Bytes that wait to be read, with the place where they lie."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath
from typing import BinaryIO

from dateline.ingest.options import Limits
from dateline.model.item import Found, Refusal, RefusalReason
from dateline.reading.decode import decode
from dateline.reading.sources import is_json_line

HEAD_BYTES = 64 * 1024
"""How much of a source is looked at to tell its format."""
_BLOCK = 1024 * 1024


class Refused(Exception):  # noqa: N818  no fault of the program: the source is refused, with the reason
    """Raised by a reader whose source cannot be read any further; it becomes an item with ``refused``."""

    def __init__(self, reason: RefusalReason, told: str) -> None:
        """Hold the reason, and a sentence for the user with what to do."""
        super().__init__(told)
        self.refusal = Refusal(reason=reason, told=told)


@dataclass(slots=True)
class Budget:
    """What may still be unpacked of one file, however deep it lies."""

    bytes: int
    members: int

    @property
    def spent(self) -> bool:
        """Tell whether nothing more may be unpacked."""
        return self.bytes <= 0 or self.members <= 0


class Source:
    """One file or member of an archive, read once from its beginning.

    Args:
        found: Where it lies.
        stream: Its bytes; need not be seekable.
        depth: The number of archives that it lies in.
        budget: What the file that it lies in may still unpack to; None for a file that lies in no other.
        kept: How many bytes of it are held as they are read, so that they can be kept where it is refused.
    """

    def __init__(
        self, found: Found, stream: BinaryIO, *, depth: int = 0, budget: Budget | None = None, kept: int = 0
    ) -> None:
        """Read the head."""
        self.found = found
        self.depth = depth
        self.budget = budget
        self.head = _head(stream)
        self._stream = stream
        self._whole = b""
        self._seen = _Seen(kept, bytearray(self.head))

    @property
    def name(self) -> str:
        """Return the last part of its path, in lower case."""
        return PurePosixPath((self.found.member or self.found.path).replace("\\", "/")).name.lower()

    @property
    def suffix(self) -> str:
        """Return the ending of its name, with the dot, in lower case."""
        return PurePosixPath(self.name).suffix

    @cached_property
    def text(self) -> str:
        """Return the head as text, "" where it is binary."""
        return decode(self.head, html=True).text.removeprefix("\ufeff")

    def stream(self) -> BinaryIO:
        """Return all bytes from the first on; call once."""
        if self._stream.seekable():
            self._stream.seek(0)
            return self._stream
        return io.BufferedReader(_Joined(self.head, self._stream, self._seen), _BLOCK)

    def whole(self, limits: Limits) -> bytes:
        """Return all bytes.

        Raises:
            Refused: There are more than may be held.
        """
        stream = self.stream()
        raw = read_up_to(stream, limits.whole_bytes + 1)
        if len(raw) > limits.whole_bytes:
            most = limits.whole_bytes // 2**20
            raise Refused("too-large", f"{self.found}: has more than {most} MB, and is read whole; split it")
        self._whole = raw
        return raw

    def refused_bytes(self) -> bytes:
        """Return all bytes, to be kept with a refusal, and read what is left for that; none where they are too many."""
        if self._whole or len(self.head) < HEAD_BYTES:
            return self._whole or self.head
        if self._stream.seekable() or self._seen.too_many:
            return b""
        try:
            self._seen.add(read_up_to(self._stream, self._seen.most + 1 - len(self._seen.raw)))
        except (Refused, OSError, EOFError, ValueError):  # it swells, or is broken further on
            return b""
        return bytes(self._seen.raw)

    def seekable(self, limits: Limits) -> BinaryIO:
        """Return all bytes as a stream in which one can go back.

        Raises:
            Refused: They would have to be held for that, and are too many.
        """
        return self.stream() if self._stream.seekable() else io.BytesIO(self.whole(limits))

    def lines(self, limits: Limits) -> Iterator[bytes]:
        """Yield the lines with their ends.

        Raises:
            Refused: A line has no end in sight.
        """
        stream = self.stream()
        while line := stream.readline(limits.line_bytes + 1):
            if len(line) > limits.line_bytes:
                most = limits.line_bytes // 2**20
                raise Refused("too-large", f"{self.found}: a line has more than {most} MB; split it into reports")
            yield line


def _head(stream: BinaryIO) -> bytes:
    """Read the head; of lines of JSON that are still being written only what is there."""
    read1 = getattr(stream, "read1", None)
    head = b""
    if read1 is not None and not stream.seekable():
        while not head.strip() and (part := read1(HEAD_BYTES)):
            head += part
        if is_json_line(head):
            return head
    return head + read_up_to(stream, HEAD_BYTES - len(head))


def read_up_to(stream: BinaryIO, size: int) -> bytes:
    """Read until so many bytes are there, or all."""
    parts: list[bytes] = []
    while size > 0 and (part := stream.read(min(size, _BLOCK))):
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


@dataclass(slots=True)
class _Seen:
    """What was read of a stream in which one cannot go back, up to so many bytes."""

    most: int
    raw: bytearray

    @property
    def too_many(self) -> bool:
        """Tell whether there were more, so that none are held."""
        return not self.raw

    def add(self, part: bytes | memoryview) -> None:
        """Hold more; nothing where that is too much."""
        if self.raw and len(self.raw) + len(part) <= self.most:
            self.raw += part
        else:
            self.raw = bytearray()


class _Joined(io.RawIOBase):
    """A head that was read, then the rest of its stream."""

    def __init__(self, head: bytes, rest: BinaryIO, seen: _Seen) -> None:
        self._head = memoryview(head)
        self._rest = rest
        self._seen = seen

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]  # any buffer of bytes
        size = len(buffer)
        part = self._head[:size]
        if not part:
            part = memoryview(self._rest.read(size))
            self._seen.add(part)
        self._head = self._head[len(part) :]
        buffer[: len(part)] = part
        return len(part)
