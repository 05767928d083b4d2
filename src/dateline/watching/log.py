"""A log for machines: one JSON object a line, each with its time and the name of what happened."""

import json
import threading
from typing import TextIO

from dateline.watching.state import now_in_words


class Log:
    """Writes lines. Threads may share it."""

    def __init__(self, out: TextIO) -> None:
        """Hold the stream."""
        self._out = out
        self._lock = threading.Lock()

    def __call__(self, event: str, **what: object) -> None:
        """Write what happened."""
        line = json.dumps({"at": now_in_words(), "event": event, **what}, ensure_ascii=False, default=str)
        with self._lock:
            self._out.write(line + "\n")
            self._out.flush()
