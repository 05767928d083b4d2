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
    """

    def __init__(self, found: Found, stream: BinaryIO, *, depth: int = 0, budget: Budget | None = None) -> None:
        """Read the head."""
        self.found = found
        self.depth = depth
        self.budget = budget
        self.head = _head(stream)
        self._stream = stream
        self._whole = b""

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
        return io.BufferedReader(_Joined(self.head, self._stream), _BLOCK)

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

    @property
    def held(self) -> bytes:
        """Return all bytes where they were held to be read or are few, else none: what is refused is kept with them."""
        return self._whole or (self.head if len(self.head) < HEAD_BYTES else b"")

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


class _Joined(io.RawIOBase):
    """A head that was read, then the rest of its stream."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = memoryview(head)
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]  # any buffer of bytes
        size = len(buffer)
        part = self._head[:size] if self._head else memoryview(self._rest.read(size))
        self._head = self._head[len(part) :]
        buffer[: len(part)] = part
        return len(part)
