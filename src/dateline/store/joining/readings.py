"""Keep reports as they are compared: the ledger drops one as soon as anything changes of which it was made."""

from collections.abc import Collection, Iterable, Iterator

from dateline.incidents.alike.numbered import Numbered
from dateline.incidents.alike.packing import pack, unpack
from dateline.store.batch import Batch


def read_readings(batch: Batch, reports: Collection[int]) -> Iterator[Numbered]:
    """Yield those of some reports that are kept."""
    rows = batch.of_keys("SELECT packed FROM reading WHERE report_key IN ({})", reports)
    yield from (unpack(packed) for (packed,) in rows)


def write_readings(batch: Batch, readings: Iterable[Numbered]) -> None:
    """Keep reports."""
    rows = ((one.key, pack(one)) for one in readings)
    batch.connection.executemany("INSERT OR REPLACE INTO reading VALUES (?, ?)", rows)


def drop_reading(batch: Batch, report: int) -> None:
    """Keep a report no longer: it ended."""
    batch.connection.execute("DELETE FROM reading WHERE report_key = ?", (report,))
