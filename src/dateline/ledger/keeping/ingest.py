"""Ingest: sources in, coded reports kept."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol

from dateline.ingest.fetching.visits import Visits
from dateline.ledger.keeping.coding import Codes, Work, code_pending, count_pending
from dateline.ledger.keeping.kinship import Kinship
from dateline.ledger.keeping.runs import run_info
from dateline.ledger.keeping.taking import keep_items
from dateline.ledger.keeping.tally import Tally
from dateline.model.item import Item
from dateline.store.address import Address
from dateline.store.batch import Writer


class Progress(Protocol):
    """Who is told how far an ingest has come."""

    def kept(self, tally: Tally) -> None:
        """Hear the counts while sources are read."""

    def begun(self, pending: int) -> None:
        """Hear how many reports are to be coded."""

    def coded(self, tally: Tally) -> None:
        """Hear the counts while reports are coded."""


@dataclass(frozen=True, slots=True)
class Silent:
    """Says nothing."""

    def kept(self, tally: Tally) -> None:
        """Say nothing."""

    def begun(self, pending: int) -> None:
        """Say nothing."""

    def coded(self, tally: Tally) -> None:
        """Say nothing."""


def ingest(
    path: Address, items: Iterable[Item], *, coder: Callable[[], Codes] | None, work: Work = Work(),  # noqa: B008  frozen
    progress: Progress = Silent(), visits: Visits | None = None,
) -> Tally:  # fmt: skip
    """Keep items in a ledger, then code all of its reports that have no coding yet.

    Each step is kept as it is made: whatever stops this, the next call goes on from there.

    Args:
        path: The ledger, made if it is not there.
        items: What the sources hold.
        coder: Loads the coder, if there is something to code; None to code nothing.
        work: How to code.
        progress: Told how far it has come.
        visits: What the items were fetched with; it is kept with them.

    Raises:
        LedgerError: It cannot be used.
    """
    tally = Tally()
    with Writer(path) as writer:
        keep_items(writer, items, kin=Kinship(), tally=tally, tick=progress.kept, visits=visits)
        if coder is not None:
            code_waiting(writer, coder, work=work, tally=tally, progress=progress)
    return tally


def code_waiting(writer: Writer, load: Callable[[], Codes], *, work: Work, tally: Tally, progress: Progress) -> None:
    """Code the reports of a ledger that wait to be coded; where there is none, no coder is loaded."""
    if not work.again and not any_pending(writer):
        return
    coder = load()
    pending = count_pending(writer, run_info(coder.info), again=work.again)
    progress.begun(pending)
    if pending:
        code_pending(writer, coder, work=work, tally=tally, tick=progress.coded)


def any_pending(writer: Writer) -> bool:
    """Tell whether a report of the ledger was never coded."""
    sql = (
        "SELECT 1 FROM report r WHERE until IS NULL "
        "AND NOT EXISTS (SELECT 1 FROM coding c WHERE c.report_key = r.report_key) LIMIT 1"
    )
    return writer.connection.execute(sql).fetchone() is not None
