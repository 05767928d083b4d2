"""Processes that code reports for another: one that serves it, or a nursery that forks such ones.

Reports come in, codings go out. Without arguments this process codes, over its standard input and output. With the
number of a socket it loads the coder, and forks a process for each socket that it is sent.
"""

import os
import pickle
import signal
import socket
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from typing import IO, NoReturn

import msgspec

from dateline.coder import Coder
from dateline.errors import DatelineError
from dateline.garbage import spare_what_is_loaded
from dateline.messages import READY, read_messages, write_message
from dateline.model.coding import Coding
from dateline.nursery import FORK, NUMBER

_ENCODER = msgspec.msgpack.Encoder()
_ORDER = 64  # bytes, more than any order has


def serve(code_batch: Callable[[list[object]], Iterable[Coding]], inbox: Iterator[bytes], outbox: IO[bytes]) -> None:
    """Answer each message, a pickled batch of reports, with one message a coding."""
    write_message(outbox, READY)
    for message in inbox:
        for coding in code_batch(pickle.loads(message)):
            write_message(outbox, _ENCODER.encode(coding))


def main() -> None:
    """Serve, or fork those that do."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever started this process ends it
    inbox = read_messages(os.fdopen(os.dup(0), "rb"))
    outbox = os.fdopen(os.dup(1), "wb")
    os.dup2(sys.stderr.fileno(), 1)  # what a library prints must not get among the messages
    settings = next(inbox)
    if len(sys.argv) == 1:
        serve(load(settings).code_batch, inbox, outbox)  # type: ignore[arg-type]  # the messages are batches of reports
    else:
        outbox.close()
        nurse(settings, socket.socket(fileno=int(sys.argv[1])))


def load(settings: bytes) -> Coder:
    """Load the coder that pickled settings describe, with the garbage collector as in the command."""
    coder = Coder.of(pickle.loads(settings))
    spare_what_is_loaded()
    return coder


def nurse(settings: bytes, control: socket.socket) -> None:
    """Load the coder, say what it is or why not, and do as told until nobody is there to tell."""
    with control.makefile("wb") as out:
        try:
            coder = load(settings)
        except DatelineError as error:
            write_message(out, pickle.dumps(error))
            return
        write_message(out, pickle.dumps(coder.info))
    children: set[int] = set()
    while True:
        order, sockets, _, _ = socket.recv_fds(control, _ORDER, 1)
        if not order:
            break
        answer = _fork(coder, control, sockets[0], children) if order == FORK else _end(order, children)
        control.sendall(NUMBER.pack(answer))
    for child in list(children):
        _kill(child, children)


def _fork(coder: Coder, control: socket.socket, descriptor: int, children: set[int]) -> int:
    """Fork a process that serves over a socket, and return its number."""
    child = os.fork()
    if child == 0:
        control.close()
        _serve(coder, socket.socket(fileno=descriptor))
    os.close(descriptor)
    children.add(child)
    return child


def _serve(coder: Coder, line: socket.socket) -> NoReturn:
    code = 1
    try:
        with line, line.makefile("rb") as inbox, line.makefile("wb") as outbox:
            serve(coder.code_batch, read_messages(inbox), outbox)  # type: ignore[arg-type]  # batches of reports
        code = 0
    except (BrokenPipeError, ConnectionResetError):
        code = 0  # whoever was to hear it is gone
    finally:
        sys.stderr.flush()
        os._exit(code)  # what the nursery had open is not this process's to close


def _end(order: bytes, children: set[int]) -> int:
    return _kill(NUMBER.unpack(order[1:])[0], children)


def _kill(child: int, children: set[int]) -> int:
    """Kill a child that may have died, and return its exit code."""
    if child not in children:
        return 0
    children.discard(child)
    with suppress(ProcessLookupError):
        os.kill(child, signal.SIGKILL)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


if __name__ == "__main__":
    main()
