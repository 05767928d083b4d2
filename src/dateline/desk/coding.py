"""The running coder: loaded when it is first needed, one for all pages."""

import threading

from dateline.coder import Coder


class RunningCoder:
    """Holds the coder; who asks while it is being loaded waits."""

    def __init__(self) -> None:
        """Hold nothing yet."""
        self._loading = threading.Lock()
        self._coder: Coder | None = None

    def get(self) -> Coder:
        """Return the coder."""
        with self._loading:
            if self._coder is None:
                self._coder = Coder()
            return self._coder
