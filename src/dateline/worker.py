"""One process that codes reports for another: reports come in on its standard input, codings go out on its output."""

import gc
import os
import pickle
import signal
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import IO

import msgspec

from dateline.coder import Coder
from dateline.messages import READY, read_messages, write_message
from dateline.model.coding import Coding

_ENCODER = msgspec.msgpack.Encoder()


def serve(code_batch: Callable[[list[object]], Iterable[Coding]], inbox: Iterator[bytes], outbox: IO[bytes]) -> None:
    """Answer each message, a pickled batch of reports, with one message a coding."""
    write_message(outbox, READY)
    for message in inbox:
        for coding in code_batch(pickle.loads(message)):
            write_message(outbox, _ENCODER.encode(coding))


def main() -> None:
    """Build the coder that the first message describes, then serve."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever started this process ends it
    inbox = read_messages(os.fdopen(os.dup(0), "rb"))
    outbox = os.fdopen(os.dup(1), "wb")
    os.dup2(sys.stderr.fileno(), 1)  # what a library prints must not get among the messages
    coder = Coder.of(pickle.loads(next(inbox)))
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)  # as in the command
    serve(coder.code_batch, inbox, outbox)  # type: ignore[arg-type]  # the messages are batches of reports


if __name__ == "__main__":
    main()
