"""Try again what is in quarantine and what the coder failed on."""

from collections.abc import Iterator
from dataclasses import replace

from dateline.ingest import find_items_in
from dateline.ledger.keeping.kinship import Kinship
from dateline.ledger.keeping.taking import keep_items, prepared
from dateline.ledger.keeping.tally import Tally
from dateline.model.item import Found, Item
from dateline.store.address import Address
from dateline.store.batch import Writer
from dateline.store.packing import unpack

_OPEN = (
    "SELECT quarantine_key, path, member, number, packed FROM quarantine WHERE until IS NULL ORDER BY quarantine_key"
)


def retry(path: Address) -> Tally:
    """Read again what is in quarantine, from the bytes that were kept; what the coder failed on waits to be coded.

    Raises:
        LedgerError: It cannot be used.
    """
    tally = Tally()
    with Writer(path) as writer:
        for key, *place, packed in writer.connection.execute(_OPEN).fetchall():
            done = Tally()
            keep_items(writer, _items(place, unpack(packed)), kin=Kinship(), tally=done, tick=lambda _: None)
            tally.read += 1
            tally.new += done.new
            tally.known += done.known
            tally.quarantined += done.quarantined
            if done.new or done.known:
                with writer.batch() as batch:
                    batch.end("quarantine", "quarantine_key = ?", key)
        with writer.batch() as batch:
            batch.connection.execute("DELETE FROM coding WHERE error IS NOT NULL")
    return tally


def _items(place: list[object], raw: bytes) -> Iterator[Item]:
    """Yield what the bytes hold now; what is refused as before stays where it is, as it is."""
    path, member, number = place
    found = Found(path=str(path), member=str(member) or None, number=int(str(number)) or None)
    for item in find_items_in(raw, found=found):
        again = prepared(item if found.number is None else replace(item, found=found))
        if again.refused is None or again.found != found:
            yield again
