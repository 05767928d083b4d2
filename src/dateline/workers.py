"""Processes that code reports side by side."""

from collections.abc import Callable, Iterator
from types import TracebackType
from typing import Any

from dateline.model.coding import Coding
from dateline.reading.feed import Feed
from dateline.reading.given import GivenReport


class Workers:
    """A pool."""

    def __init__(self, settings: Any, *, jobs: int, timeout: float | None) -> None: ...
    def __enter__(self) -> "Workers":
        return self

    def __exit__(self, kind: object, error: object, trace: TracebackType | None) -> None: ...
    def code(self, feed: Feed, *, refused: Callable[[GivenReport], Coding]) -> Iterator[Coding]:
        raise NotImplementedError
