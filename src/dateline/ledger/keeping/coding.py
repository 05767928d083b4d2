"""The second half of ingest: reports that have no coding are coded, a batch a transaction."""

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from time import monotonic
from typing import Any, Protocol

from dateline.coder import Timeout
from dateline.coding.limit import DEFAULT_LIMIT
from dateline.learned.triage import read_note
from dateline.ledger.keeping.kinship import note_told
from dateline.ledger.keeping.runs import run_info
from dateline.ledger.keeping.tally import Tally
from dateline.model.coding import Coding
from dateline.model.report import CoderInfo
from dateline.reading.feed import MOST_CHARACTERS, MOST_REPORTS, Feed
from dateline.reading.given import GivenReport
from dateline.store.batch import Batch, Writer
from dateline.store.keeping.codings import RunInfo, add_coding, find_run
from dateline.store.keeping.reports import note_published

BATCH_CODINGS = 64
BATCH_SECONDS = 5.0
Tick = Callable[[Tally], None]
_AHEAD = 256
_PENDING = """
SELECT r.report_key, r.id, r.text, r.title, r.source, r.url, r.published, r.published_origin, r.language
FROM report r WHERE r.until IS NULL AND r.report_key > ? AND NOT EXISTS (
  SELECT 1 FROM coding c WHERE c.report_key = r.report_key {same_run})
ORDER BY r.report_key LIMIT ?
"""


class Codes(Protocol):
    """Who codes what a feed gives: the coder, or what remembers its codings."""

    @property
    def info(self) -> CoderInfo:
        """Say what it is."""

    def code_feed(self, feed: Feed, *, jobs: int, timeout: Timeout) -> Iterator[Coding]:
        """Yield a coding of each report, in order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """How reports are coded: ``again`` codes also what only another run has coded."""

    jobs: int = 1
    timeout: Timeout = DEFAULT_LIMIT
    again: bool = False


def count_pending(writer: Writer, info: RunInfo, *, again: bool) -> int:
    """Return how many reports wait to be coded."""
    clause, values = _same_run(info, again=again)
    sql = (
        "SELECT count(*) FROM report r WHERE r.until IS NULL AND NOT EXISTS "
        f"(SELECT 1 FROM coding c WHERE c.report_key = r.report_key {clause})"
    )
    return int(writer.connection.execute(sql, values).fetchone()[0])


def code_pending(writer: Writer, coder: Codes, *, work: Work, tally: Tally, tick: Tick) -> None:
    """Code the reports that wait, oldest first, and keep each batch of codings in one transaction."""
    feed = PendingFeed(writer, run_info(coder.info), again=work.again)
    codings = coder.code_feed(feed, jobs=work.jobs, timeout=work.timeout)
    for batch in _batches(codings):
        done = Tally()
        with writer.batch() as transaction:
            _keep(transaction, batch, feed, done)
        tally.coded += done.coded
        tally.failed += done.failed
        tally.unread += done.unread
        tick(tally)


def _keep(transaction: Batch, batch: list[Coding], feed: "PendingFeed", done: Tally) -> None:
    run = find_run(transaction, feed.info)
    for coding in batch:
        key = feed.handed.popleft()
        if add_coding(transaction, key, run, coding):
            done.coded += coding.report.coded
            done.failed += not coding.report.coded
            passed = read_note(coding.report.notes)
            done.unread += passed is not None and passed.whole
            if note_published(transaction, key, coding.report):
                note_told(transaction, key, coding.report.published or "")


def _batches(codings: Iterator[Coding]) -> Iterator[list[Coding]]:
    """Yield codings in batches, smaller ones where they come slowly."""
    batch: list[Coding] = []
    since = monotonic()
    for coding in codings:
        batch.append(coding)
        if len(batch) >= BATCH_CODINGS or monotonic() - since > BATCH_SECONDS:
            yield batch
            batch, since = [], monotonic()
    if batch:
        yield batch


class PendingFeed:
    """A feed of the reports that wait to be coded, read from the ledger as the coder asks for them."""

    def __init__(self, writer: Writer, info: RunInfo, *, again: bool) -> None:
        """Begin with the oldest."""
        self.ended = False
        self.info = info
        self.handed: deque[int] = deque()
        self._writer = writer
        self._again = again
        self._last = 0
        self._ready: deque[tuple[Any, ...]] = deque()

    def take(self, most: int = MOST_REPORTS, *, wait: bool = True) -> list[GivenReport]:  # noqa: ARG002  never waits
        """Return the next reports, fewer where they are long."""
        batch: list[GivenReport] = []
        size = 0
        while len(batch) < most and size < MOST_CHARACTERS:
            if not self._ready:
                self._fetch()
            if not self._ready:
                self.ended = True
                break
            key, *row = self._ready.popleft()
            batch.append(_given(row))
            self.handed.append(key)
            size += len(batch[-1].text)
        return batch

    def _fetch(self) -> None:
        clause, values = _same_run(self.info, again=self._again)
        sql = _PENDING.format(same_run=clause)
        found = self._writer.connection.execute(sql, (self._last, *values, _AHEAD)).fetchall()
        self._ready.extend(found)
        self._last = found[-1][0] if found else self._last


def _same_run(info: RunInfo, *, again: bool) -> tuple[str, tuple[str, ...]]:
    """Return what counts as coded: by any run, or, again, by this one alone."""
    if not again:
        return "", ()
    return "AND c.run = (SELECT run FROM run WHERE digest = ?)", (info.digest,)


def _given(row: list[Any]) -> GivenReport:
    name, text, title, source, url, published, origin, language = row
    return GivenReport(
        id=name, text=text, title=title, source=source, url=url, published=published, language=language,
        published_origin="given" if origin in ("given", "option", None) else "document",
    )  # fmt: skip
