"""The coder as a function of tables: what an engine maps over its blocks."""

from collections.abc import Iterator
from dataclasses import replace

from dateline.coder import Coder, Settings, Timeout, refused_coding
from dateline.coding.limit import DEFAULT_LIMIT, Limit, can_interrupt
from dateline.engine.tables import Table, codings_to_table, table_to_reports
from dateline.garbage import spare_what_is_loaded
from dateline.model.coding import Coding
from dateline.model.report import CoderInfo
from dateline.reading.feed import Steady


class TableCoder:
    """Codes tables of reports. The coder is loaded at the first one, in the process that it is used in.

    Args:
        settings: What the coder is made from.
        timeout: Seconds that one report may take, as for ``Coder.code_many``.
    """

    def __init__(self, settings: Settings = Settings(), *, timeout: Timeout = DEFAULT_LIMIT) -> None:  # noqa: B008
        """Load nothing yet: this object travels."""
        self._settings = settings
        self._limit = Limit(timeout) if isinstance(timeout, float | int) else timeout
        self._coder: Coder | None = None

    def __call__(self, table: Table) -> Table:
        """Return the codings of a table of reports, in its order."""
        return codings_to_table(self._codings(table))

    def __getstate__(self) -> dict[str, object]:
        """Leave the coder behind."""
        return {"_settings": self._settings, "_limit": self._limit, "_coder": None}

    @property
    def coder(self) -> Coder:
        """Return the coder, loaded now if it was not yet."""
        if self._coder is None:
            self._coder = Coder.of(self._settings)
            spare_what_is_loaded()
        return self._coder

    def _codings(self, table: Table) -> Iterator[Coding]:
        feed = Steady(table_to_reports(table))
        limit = self._limit if can_interrupt() else None
        while batch := feed.take():
            yield from self.coder.code_batch(batch, limit=limit)


class Worker(TableCoder):
    """One process of a cluster. Its methods are called from afar."""

    def ready(self) -> CoderInfo:
        """Load the coder, and say what it is."""
        return self.coder.info

    def code(self, table: Table) -> Table:
        """Return the codings of a table of reports."""
        return self(table)


def refused(table: Table, *, error: str, info: CoderInfo) -> Table:
    """Return the codings of reports that cannot be coded, for one reason."""
    given = (replace(report, error=error) for report in table_to_reports(table))
    return codings_to_table(refused_coding(report, info) for report in given)
