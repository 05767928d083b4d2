"""A coder that is loaded in a process of its own, and codes in others: this process stays small, and starts at once."""

from collections.abc import Iterator

from dateline.coder import Settings, Timeout, refused_coding
from dateline.coding.limit import DEFAULT_LIMIT, Limit
from dateline.model.coding import Coding
from dateline.model.report import CoderInfo
from dateline.nursery import Nursery
from dateline.reading.feed import Feed
from dateline.reading.given import GivenReport
from dateline.reading.ids import Numbered
from dateline.workers import Workers


class Crew:
    """Codes as ``Coder`` does, never in this process. For systems that fork.

    Args:
        settings: What the coder is made from; it is loaded from now on, beside what this process does.
    """

    def __init__(self, settings: Settings) -> None:
        """Start loading."""
        self._settings = settings
        self._nursery: Nursery | None = Nursery(settings)
        self._info: CoderInfo | None = None

    @property
    def info(self) -> CoderInfo:
        """Return what the coder is; wait for it to be loaded.

        Raises:
            DatelineError: It cannot be loaded.
        """
        if self._info is None:
            self._nursery = self._nursery or Nursery(self._settings)
            self._info = self._nursery.info
        return self._info

    def code_feed(self, feed: Feed, *, jobs: int = 1, timeout: Timeout = DEFAULT_LIMIT) -> Iterator[Coding]:
        """Code what a feed gives, in order; arguments as for ``Coder.code_feed``."""
        limit = timeout if isinstance(timeout, Limit) or timeout is None else Limit(timeout)
        nursery, self._nursery = self._nursery or Nursery(self._settings), None
        with nursery:
            self._info = nursery.info
            with Workers(nursery, jobs=jobs, limit=limit) as workers:
                yield from workers.code(Numbered(feed), refused=self._refused)

    def _refused(self, given: GivenReport) -> Coding:
        return refused_coding(given, self.info)
