"""Spans for JavaScript: it counts a text in UTF-16 units, Python in code points."""

from bisect import bisect_left
from collections.abc import Iterable

from dateline.model.base import Span

_LAST_OF_ONE_UNIT = "\uffff"


class Units:
    """The places of a text at which the two counts part: characters that take two units."""

    def __init__(self, text: str) -> None:
        """Find them."""
        self._wide = [i for i, c in enumerate(text) if c > _LAST_OF_ONE_UNIT]

    def utf16(self, at: int) -> int:
        """Return an offset in code points as one in UTF-16 units."""
        return at + bisect_left(self._wide, at)

    def points(self, at: int) -> int:
        """Return an offset in UTF-16 units as one in code points; within a pair, that of its character."""
        low, high = 0, len(self._wide)
        while low < high:
            middle = (low + high) // 2
            if self._wide[middle] + middle + 1 < at:
                low = middle + 1
            else:
                high = middle
        found = at - low
        return found - (low < len(self._wide) and self._wide[low] + low + 1 == at)

    def spans(self, spans: Iterable[Span]) -> list[list[int]]:
        """Return spans in UTF-16 units."""
        return [[self.utf16(start), self.utf16(stop)] for start, stop in spans]
