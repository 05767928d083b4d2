"""A watchdog over a run whose calls may never return: it ends the run with a word, and the process at its end."""

import atexit
import os
import queue
import sys
import threading
from collections.abc import Iterator
from typing import TypeVar

from dateline.errors import EngineError

T = TypeVar("T")
_END = object()


def watched(steps: Iterator[T], *, silence: float, doing: str) -> Iterator[T]:
    """Yield what an iterator yields that runs in a thread of its own.

    Args:
        steps: What is watched. It yields often, if only as a sign of life.
        silence: Seconds after which an iterator that yields nothing is taken for stuck.
        doing: What it does, for the message.

    Raises:
        EngineError: It was silent. Its thread is left to itself, and the process leaves without waiting for it.
    """
    said: queue.Queue[T | BaseException | object] = queue.Queue(maxsize=4)
    threading.Thread(target=_run, args=(steps, said), daemon=True).start()
    while True:
        try:
            got = said.get(timeout=silence)
        except queue.Empty:
            atexit.register(_leave)  # registered last, called first: a library's own farewell may wait for ever
            raise EngineError(
                f"{doing} gave no sign for {silence:.0f} s, and the run was ended; run the same command again to go on"
            ) from None
        if got is _END:
            return
        if isinstance(got, BaseException):
            raise got
        yield got  # type: ignore[misc]  # what is neither the end nor an error is the iterator's


def _run(steps: Iterator[T], said: "queue.Queue[T | BaseException | object]") -> None:
    try:
        for step in steps:
            said.put(step)
    except BaseException as error:  # noqa: BLE001  raised again in the thread that watches
        said.put(error)
    said.put(_END)


def _leave() -> None:
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(1)
