"""What was fetched for a ledger, kept in it."""

from dateline.ingest.fetching.visits import Visit, Visits
from dateline.store.address import Address
from dateline.store.asking.view import View
from dateline.store.batch import Batch
from dateline.store.opening import is_there


def visits_of(path: Address) -> Visits:
    """Return what was fetched for a ledger so far; nothing where it is yet to be made.

    Raises:
        LedgerError: It is no ledger.
    """
    if not is_there(path):
        return Visits()
    with View(path) as view:
        rows = view.rows("SELECT url, etag, modified FROM visit")
        return Visits({row["url"]: Visit(etag=row["etag"], modified=row["modified"]) for row in rows})


def write_visits(batch: Batch, visits: Visits) -> None:
    """Keep what was fetched, in the transaction of the reports that it gave."""
    sql = (
        "INSERT INTO visit VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE "
        "SET etag = excluded.etag, modified = excluded.modified, since = excluded.since"
    )
    for url, visit in visits.take().items():
        batch.connection.execute(sql, (url, visit.etag, visit.modified, batch.number))
