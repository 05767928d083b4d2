"""What was counted once of a version of the ledger: it is not counted again."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import TypeVar, cast

T = TypeVar("T")
MOST = 2_000
"""So many numbers, lists of months and facets are kept; the one that was asked for longest ago goes first."""


class Counts:
    """The counts of one ledger, by its version and by what was asked."""

    def __init__(self, most: int = MOST) -> None:
        """Keep nothing yet."""
        self._most = most
        self._kept: OrderedDict[Hashable, object] = OrderedDict()
        self._lock = threading.Lock()

    def clear(self) -> None:
        """Forget all."""
        with self._lock:
            self._kept.clear()

    def get(self, version: int, question: Hashable, count: Callable[[], T]) -> T:
        """Return the answer to a question about a version; it is counted where it was not asked before."""
        key = (version, question)
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return cast("T", self._kept[key])
        found = count()  # others may ask meanwhile
        with self._lock:
            self._kept[key] = found
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return found
