"""Messages between processes: each with its length before it."""

import struct
from collections.abc import Iterator
from typing import IO

_LENGTH = struct.Struct("<Q")
READY = b""
"""The first message of a worker: its coder is loaded."""


def write_message(pipe: IO[bytes], message: bytes) -> None:
    """Write one message, its length before it."""
    pipe.write(_LENGTH.pack(len(message)))
    pipe.write(message)
    pipe.flush()


def read_messages(pipe: IO[bytes]) -> Iterator[bytes]:
    """Yield messages until the pipe is closed."""
    while len(head := pipe.read(_LENGTH.size)) == _LENGTH.size:
        message = pipe.read(_LENGTH.unpack(head)[0])
        if len(message) < _LENGTH.unpack(head)[0]:
            return
        yield message
