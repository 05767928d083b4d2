"""A process that reads files for another, so that one that hangs or swells can be ended without loss.

Requests come in on its standard input, items go out on its output, each message an encoded ``Request`` or ``Answer``.
"""

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import msgspec

from dateline.ingest.apart.exchange import Answer, Request
from dateline.ingest.dispatch import read_bytes, read_source, refused_item
from dateline.ingest.link import Link
from dateline.ingest.source import Source
from dateline.messages import read_messages, write_message
from dateline.model.item import Item


def serve(inbox: Iterator[bytes], outbox: IO[bytes]) -> None:
    """Answer each request with an answer an item, and one that says that all was said."""
    encode, decode = msgspec.msgpack.Encoder().encode, msgspec.msgpack.Decoder(Request).decode
    for message in inbox:
        for got in read(decode(message)):
            answer = Answer(item=got) if isinstance(got, Item) else Answer(link=got)
            write_message(outbox, encode(answer))
        write_message(outbox, encode(Answer()))


def read(request: Request) -> Iterator[Item | Link]:
    """Yield what a request asks for."""
    if request.raw is not None:
        yield from read_bytes(request.raw, found=request.found, options=request.options)
        return
    try:
        with Path(request.found.path).open("rb") as file:
            yield from read_source(Source(request.found, file), request.options)
    except OSError as error:
        told = f"cannot be read ({error.strerror or error}); check its permissions"
        yield refused_item(request.found, "unreadable", told)


def bound_memory(memory_mb: int) -> None:
    """Let the process ask for no more memory than this; where the system has no such bound its parent watches it."""
    try:
        import resource  # noqa: PLC0415  not on every system
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_DATA, (memory_mb * 2**20, memory_mb * 2**20))


def main() -> None:
    """Serve whoever started this process; the memory it may have is its argument."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever started this process ends it
    bound_memory(int(sys.argv[1]))
    inbox = read_messages(os.fdopen(os.dup(0), "rb"))
    outbox = os.fdopen(os.dup(1), "wb")
    os.dup2(sys.stderr.fileno(), 1)  # what a library prints must not get among the messages
    serve(inbox, outbox)


if __name__ == "__main__":
    main()
