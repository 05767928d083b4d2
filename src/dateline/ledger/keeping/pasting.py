"""Keep one report that somebody pasted, and code it at once."""

from collections.abc import Mapping

import msgspec

from dateline.coder import Coder
from dateline.errors import UsageError
from dateline.ingest.sources import find_items_in
from dateline.ledger.keeping.kinship import Kinship, note_told
from dateline.ledger.keeping.runs import run_info
from dateline.ledger.keeping.taking import keep_items, prepared
from dateline.ledger.keeping.tally import Tally
from dateline.model.item import Found
from dateline.store.address import Address
from dateline.store.batch import Writer
from dateline.store.keeping.codings import add_coding, find_run
from dateline.store.keeping.reports import note_published
from dateline.store.packing import digest_of

_WAIT = 15.0
_PENDING = """
SELECT report_key, id, text, title, source, url, published, language FROM report r WHERE digest = ? AND until IS NULL
ORDER BY report_key DESC LIMIT 1
"""
_GIVEN = ("id", "text", "title", "source", "url", "published", "language")


def keep_pasted(path: Address, given: Mapping[str, str], coder: Coder, *, by: str) -> tuple[str, bool]:
    """Keep a report with its coding; return its id, and whether it is new.

    Args:
        path: The ledger.
        given: Text, title, source, url and published, as a line of JSON Lines has them.
        coder: Codes it.
        by: Who pasted it: noted as where it was found.

    Raises:
        UsageError: It cannot be a report.
    """
    item = prepared(next(find_items_in(msgspec.json.encode(given) + b"\n", found=Found(path=f"desk of {by}"))))
    if item.refused:
        raise UsageError(f"it is not kept: {item.refused.told}")
    with Writer(path, wait=_WAIT) as writer:
        tally = Tally()
        keep_items(writer, [item], kin=Kinship(), tally=tally, tick=lambda _: None)
        key, *row = writer.connection.execute(_PENDING, (digest_of(item.text),)).fetchone()
        coding = coder.code(**{name: value for name, value in zip(_GIVEN, row, strict=True) if value is not None})
        with writer.batch() as batch:
            added = add_coding(batch, key, find_run(batch, run_info(coder.info)), coding)
            if added and note_published(batch, key, coding.report):
                note_told(batch, key, coding.report.published or "")
        return row[0], bool(tally.new)
