"""Where processes that code come from: forked from one that has loaded the coder, or each alone."""

import os
import pickle
import socket
import struct
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass
from typing import IO, Any, Protocol

from dateline.errors import DatelineError
from dateline.messages import read_messages, write_message

NUMBER = struct.Struct("<q")
FORK, END = b"f", b"e"
"""What a nursery is told: to fork, with the socket of the new process; to end one, with its number after it."""
_LOST = -1


class Process(Protocol):
    """One process that codes: what it reads, what it writes."""

    @property
    def inbox(self) -> IO[bytes]:
        """Return what it reads."""

    @property
    def outbox(self) -> IO[bytes]:
        """Return what it writes."""

    def end(self) -> int:
        """End it, if it has not ended, and return its exit code."""


class Source(Protocol):
    """Gives processes. Use it as a context manager: on leaving, it is done with."""

    def start(self) -> Process:
        """Start a process."""

    def __enter__(self) -> "Source":
        """Make ready."""

    def __exit__(self, *_: object) -> None:
        """Be done."""


@dataclass(frozen=True, slots=True)
class Alone:
    """A process that was started by itself, and loads a coder of its own."""

    popen: "subprocess.Popen[bytes]"
    inbox: IO[bytes]
    outbox: IO[bytes]

    def end(self) -> int:
        """Kill it."""
        self.popen.kill()
        code = self.popen.wait()
        with suppress(OSError):
            self.inbox.close()
        return code


class Apart:
    """Starts processes that know nothing of each other: each loads its coder."""

    def __init__(self, settings: object) -> None:
        """Describe the coder."""
        self._settings = pickle.dumps(settings)

    def start(self) -> Process:
        """Start a process."""
        popen = _open([], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        if popen.stdin is None or popen.stdout is None:
            raise DatelineError("a process of the coder has no pipes; run with --jobs 1")
        with suppress(OSError):  # it died: whoever reads from it hears so
            write_message(popen.stdin, self._settings)
        return Alone(popen, popen.stdin, popen.stdout)

    def __enter__(self) -> "Apart":
        """Do nothing: there is nothing to share."""
        return self

    def __exit__(self, *_: object) -> None:
        """Do nothing."""


@dataclass(frozen=True, slots=True)
class Forked:
    """A process that was forked: it shares what its nursery had loaded."""

    number: int
    inbox: IO[bytes]
    outbox: IO[bytes]
    nursery: "Nursery"

    def end(self) -> int:
        """Have it killed by the nursery, which is its parent."""
        with suppress(OSError):
            self.inbox.close()
        return self.nursery.end(self.number)


class Nursery:
    """One process loads the coder; those that code are forked from it, at once and at little cost in memory."""

    def __init__(self, settings: object) -> None:
        """Start loading."""
        self._settings = pickle.dumps(settings)
        self._begin()

    def _begin(self) -> None:
        self._control, theirs = socket.socketpair()
        with theirs:
            self._popen = _open([str(theirs.fileno())], stdin=subprocess.PIPE, pass_fds=(theirs.fileno(),))
        self._said = self._control.makefile("rb")
        self._info: Any = None
        if self._popen.stdin is not None:
            with suppress(OSError), self._popen.stdin as pipe:
                write_message(pipe, self._settings)

    @property
    def info(self) -> Any:
        """Return what the coder is; wait for it to be loaded.

        Raises:
            DatelineError: It cannot be loaded.
        """
        if self._info is None:
            message = next(read_messages(self._said), None)
            if message is None:
                code = self._popen.wait()
                self._finish()
                raise DatelineError(f"the coder's process ended with {code} before it was ready; run with --jobs 1")
            self._info = pickle.loads(message)
        if isinstance(self._info, DatelineError):
            self._finish()
            raise self._info
        return self._info

    def start(self) -> Process:
        """Fork a process, from a new nursery if this one has died."""
        try:
            return self._fork()
        except (OSError, EOFError):
            self._finish()
            self._begin()
            return self._fork()

    def end(self, number: int) -> int:
        """Kill a process of this nursery, and return its exit code."""
        try:
            return self._told(END + NUMBER.pack(number))
        except (OSError, EOFError):
            return _LOST

    def __enter__(self) -> "Nursery":
        """Return the nursery."""
        return self

    def __exit__(self, *_: object) -> None:
        """End it; its processes end with it."""
        self._finish()

    def _fork(self) -> Process:
        self.info  # noqa: B018  wait until it is loaded
        ours, theirs = socket.socketpair()
        with ours, theirs:  # the files hold the socket open
            number = self._told(FORK, theirs.fileno())
            return Forked(number, ours.makefile("wb"), ours.makefile("rb"), self)

    def _told(self, order: bytes, *descriptors: int) -> int:
        socket.send_fds(self._control, [order], descriptors)
        answer = self._said.read(NUMBER.size)
        if len(answer) < NUMBER.size:
            raise EOFError
        return int(NUMBER.unpack(answer)[0])

    def _finish(self) -> None:
        self._control.close()
        self._said.close()
        self._popen.kill()
        self._popen.wait()


def processes_of(settings: object) -> Source:
    """Return where processes with a coder of these settings come from, on this system."""
    return Nursery(settings) if forks() else Apart(settings)


def forks() -> bool:
    """Tell whether this system forks safely: other than Linux, the libraries below may hold locks over it."""
    return sys.platform == "linux"


def _open(arguments: list[str], **pipes: Any) -> "subprocess.Popen[bytes]":
    paths = os.pathsep.join(p for p in sys.path if p)
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "dateline.worker", *arguments], env={**os.environ, "PYTHONPATH": paths}, **pipes
    )
