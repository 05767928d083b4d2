"""The first half of ingest: items become reports or go to quarantine, a batch a transaction."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from itertools import islice
from typing import Protocol

from dateline.ingest.articles.given import given_of
from dateline.ingest.fetching.visits import Visits
from dateline.ledger.keeping.kinship import note_told
from dateline.ledger.keeping.runs import run_of
from dateline.ledger.keeping.tally import Tally
from dateline.ledger.keeping.visiting import write_visits
from dateline.model.coding import Coding
from dateline.model.item import Item, Refusal, RefusalReason
from dateline.model.report import Report
from dateline.reading.prepare import prepare
from dateline.store.batch import Batch, Writer
from dateline.store.keeping.codings import add_coding, find_run
from dateline.store.keeping.reports import Kept, add_quarantine, add_report, note_published, report_id

BATCH_ITEMS = 64
BATCH_CHARACTERS = 4_000_000
Tick = Callable[[Tally], None]


class Kin(Protocol):
    """Who tells which reports are one text."""

    def alike(self, one: str, other: str) -> bool:
        """Tell whether a text is a revision of another."""

    def place(self, batch: Batch, kept: Kept, item: Item) -> bool:
        """Put a new report into its family; tell whether it is another's copy."""


def keep_items(
    writer: Writer, items: Iterable[Item], *, kin: Kin, tally: Tally, tick: Tick, visits: Visits | None = None
) -> None:  # fmt: skip
    """Write items to the ledger as they come; ``tick`` is told the counts after each transaction."""
    stream, more, visits = iter(items), True, visits or Visits()
    while more:
        items_and_reports = [_prepared(item) for item in _next(stream)]
        more, done = bool(items_and_reports), Tally()
        with writer.batch() as transaction:
            for item, report in items_and_reports:
                _keep(transaction, item, report, kin=kin, tally=done)
            write_visits(transaction, visits)  # a page is noted once its last item was asked for: all are here
        _add(tally, done)  # only now: what was undone must not be counted
        tick(tally)


def _next(stream: Iterator[Item]) -> Iterator[Item]:
    """Yield the items of the next batch: a number of them, fewer where they are long."""
    size = 0
    for item in islice(stream, BATCH_ITEMS):
        yield item
        size += len(item.text) + len(item.original)
        if size > BATCH_CHARACTERS:
            return


def prepared(item: Item) -> Item:
    """Return an item with its text cleaned as the coder cleans it; one that is unfit is refused."""
    return _prepared(item)[0]


def _prepared(item: Item) -> tuple[Item, Report | None]:
    """Return an item with its text cleaned as the coder cleans it, and its report; one that is unfit is refused."""
    if item.refused:
        return item, None
    if item.coding is not None:  # a day that its coder read is noted with the coding
        return item, item.coding.report if item.published else replace(item.coding.report, published=None)
    report = prepare(given_of(item, report_id=report_id(item)), number=1, today=datetime.now(UTC).date())
    item = replace(item, text=report.text, notes=report.notes)
    if report.error is None:
        return item, report
    return replace(item, refused=Refusal(reason=_reason(report), told=report.error)), None


def _reason(report: Report) -> RefusalReason:
    if not report.text.strip():
        return "empty"
    return "language" if report.language is not None and report.language.split("-")[0] != "en" else "unfit"


def _keep(batch: Batch, item: Item, report: Report | None, *, kin: Kin, tally: Tally) -> None:
    tally.read += 1
    if report is None:
        new = add_quarantine(batch, item)
        tally.quarantined += new
        tally.quarantined_before += not new
        return
    kept = add_report(batch, item, published=report.published, language=report.language, alike=kin.alike)
    setattr(tally, kept.outcome, getattr(tally, kept.outcome) + 1)
    if kept.outcome != "known":
        tally.copies += kin.place(batch, kept, item)
    if item.coding is not None:
        tally.taken += _take(batch, kept, item.coding)


def _take(batch: Batch, kept: Kept, coding: Coding) -> bool:
    """Keep a ready-made coding under the run that made it; tell whether it is new."""
    coder = coding.report.coder
    if coder is None:
        raise ValueError(f"the coding of {kept.id} does not say what made it")
    if coding.report.id != kept.id:  # another report has its id
        coding = replace(coding, report=replace(coding.report, id=kept.id))
    run = find_run(batch, run_of(coder))
    if not add_coding(batch, kept.report_key, run, coding):
        return False
    if note_published(batch, kept.report_key, coding.report):
        note_told(batch, kept.report_key, coding.report.published or "")
    return True


def _add(tally: Tally, more: Tally) -> None:
    for name in Tally.__slots__:
        setattr(tally, name, getattr(tally, name) + getattr(more, name))
