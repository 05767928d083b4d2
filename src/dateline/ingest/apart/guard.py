"""Read a file in a process of its own, and end that process where it hangs or swells."""

import os
import queue
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from time import monotonic
from types import TracebackType

import msgspec

from dateline.ingest.apart.exchange import Answer, Request
from dateline.ingest.dispatch import refused_item
from dateline.ingest.link import Link
from dateline.ingest.options import Limits
from dateline.messages import read_messages, write_message
from dateline.model.item import Item, RefusalReason

_TICK = 0.05  # seconds between looks at the clock and at the memory
_HEADROOM = 8  # the bound that the system sets is wider: it counts what is only set aside too
_THRIFTY = {"OPENBLAS_NUM_THREADS": "1", "ARROW_DEFAULT_MEMORY_POOL": "system"}
"""Keeps libraries from setting memory aside for threads and pools that this process has no use for."""
_ANSWER = msgspec.msgpack.Decoder(Answer)
_REQUEST = msgspec.msgpack.Encoder()
_PENDING = 16
"""Answers that may wait here: a process that reads faster than its items are taken waits too."""


class Guard:
    """One process that reads files, started when it is first needed and again after it was ended.

    Use it as a context manager: on leaving, the process ends.
    """

    def __init__(self, limits: Limits) -> None:
        """Hold the limits."""
        self._limits = limits
        self._process: subprocess.Popen[bytes] | None = None
        self._answers: queue.Queue[bytes | None] = queue.Queue(_PENDING)

    def __enter__(self) -> "Guard":
        """Start nothing yet."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the process."""
        self._end()

    def read(self, request: Request) -> Iterator[Item | Link]:
        """Yield what the process reads; where it had to be ended, the last item says why."""
        process = self._ask(request)
        finished = False
        try:
            while not finished:
                answer = self._wait(process)
                if isinstance(answer, str):
                    yield refused_item(request.found, *self._told(answer), original=request.raw or b"")
                    return
                finished = answer.item is None and answer.link is None
                if answer.item is not None:
                    yield answer.item
                elif answer.link is not None:
                    yield answer.link
                if not finished and _resident_mb(process.pid) > self._limits.memory_mb:
                    yield refused_item(request.found, *self._told("large"), original=request.raw or b"")
                    return
        finally:
            if not finished or _resident_mb(process.pid) > self._limits.memory_mb / 2:
                self._end()  # whoever asked went away, or memory does not come back

    def _told(self, end: str) -> tuple[RefusalReason, str]:
        reason, told = _ENDS[end]
        return reason, told.format(limits=self._limits)

    def _ask(self, request: Request) -> "subprocess.Popen[bytes]":
        if self._process is None or self._process.poll() is not None:
            self._end()
            self._start()
        process = self._process
        if process is None or process.stdin is None:
            raise RuntimeError("the process that reads files has no standard input")
        with suppress(OSError):  # it died: its reader says so too
            write_message(process.stdin, _REQUEST.encode(request))
        return process

    def _wait(self, process: "subprocess.Popen[bytes]") -> Answer | str:
        """Return the next answer, or why there will be none."""
        since = monotonic()
        while True:
            try:
                message = self._answers.get(timeout=_TICK)
            except queue.Empty:
                if monotonic() - since > self._limits.seconds:
                    return "late"
                if _resident_mb(process.pid) > self._limits.memory_mb:
                    return "large"
                continue
            return "dead" if message is None else _ANSWER.decode(message)

    def _start(self) -> None:
        paths = [p for p in sys.path if p]
        self._answers = queue.Queue(_PENDING)
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "dateline.ingest.apart.child", str(self._limits.memory_mb * _HEADROOM)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            env={**os.environ, **_THRIFTY, "PYTHONPATH": os.pathsep.join(paths)},
        )  # fmt: skip
        threading.Thread(target=_pass_on, args=(self._process, self._answers), daemon=True).start()

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None and pipe is not process.stdout:
                with suppress(OSError):
                    pipe.close()
        with suppress(queue.Empty):
            while True:
                self._answers.get_nowait()


_ENDS: dict[str, tuple[RefusalReason, str]] = {
    "late": ("timed-out", "gave nothing for {limits.seconds:g} s and was given up; give its text"),
    "large": (
        "too-large",
        "needs more than {limits.memory_mb} MB to be read and was given up; split it",
    ),
    "dead": ("hostile", "ended the process that read it, perhaps for want of memory; give its text"),
}


def _pass_on(process: "subprocess.Popen[bytes]", answers: "queue.Queue[bytes | None]") -> None:
    """Pass on what a process says; a thread does nothing else."""
    if process.stdout is not None:
        with suppress(OSError, ValueError), process.stdout as pipe:
            for message in read_messages(pipe):
                answers.put(message)
    answers.put(None)


def _resident_mb(pid: int) -> float:
    """Return the memory of a process, 0 where the system does not tell."""
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1])
    except (OSError, IndexError, ValueError):
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20
