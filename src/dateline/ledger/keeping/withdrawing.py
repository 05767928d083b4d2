"""Withdraw a report, and settle the family that it leaves."""

from dateline.ledger.keeping.kinship import leave
from dateline.store.address import Address
from dateline.store.batch import Writer
from dateline.store.keeping.reports import withdraw as end


def withdraw(path: Address, name: str, *, why: str, erase: bool) -> None:
    """Withdraw a report; a tombstone stays. With ``erase`` its words and bytes go too.

    Raises:
        UsageError: There is no such report, or it was withdrawn before.
    """
    with Writer(path) as writer, writer.batch() as batch:
        leave(batch, end(batch, name, why=why, erase=erase))
