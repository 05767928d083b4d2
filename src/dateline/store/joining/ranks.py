"""The little that grouping must know of events and reports: their days, and what makes one the earliest."""

import json
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from dateline.incidents.alike.telling import ordinal
from dateline.model.base import Span
from dateline.store.batch import Batch

Days = tuple[int, int]
Order = tuple[str, str, Span]
_TOLD = "coalesce(nullif(k.told, ''), r.published_at, r.published, '~')"


@dataclass(frozen=True, slots=True)
class Ranked:
    """An event: its report, what orders it, its days, whether it is its report's main one, and that report's family."""

    report: int
    order: Order
    days: Days | None
    main: bool
    family: int | None


def read_ranks(batch: Batch, events: Collection[int]) -> dict[int, Ranked]:
    """Return what is known of events."""
    sql = "SELECT event_key, report_key, spans, day, end, main FROM event WHERE event_key IN ({})"
    rows = [*batch.of_keys(sql, events)]
    # A report has several events: it is read once.
    reports = _reports(batch, {row[1] for row in rows})
    return {row[0]: _ranked(row, *reports[row[1]]) for row in rows}


def _reports(batch: Batch, reports: Collection[int]) -> dict[int, tuple[str, str, int | None]]:
    sql = (
        f"SELECT r.report_key, {_TOLD}, r.digest, m.family_key FROM report r LEFT JOIN kin k USING (report_key) "
        "LEFT JOIN member m USING (report_key) WHERE r.report_key IN ({})"
    )
    return {key: (told, digest, family) for key, told, digest, family in batch.of_keys(sql, reports)}


def _ranked(row: tuple[Any, ...], told: str, digest: str, family: int | None) -> Ranked:
    _, report, spans, day, end, main = row
    first = ordinal(day)
    days = None if first is None else (first, max(first, ordinal(end) or first))
    start, stop = json.loads(spans)[0]
    return Ranked(report, (told, digest, (start, stop)), days, bool(main), family)


def read_told(batch: Batch, reports: Collection[int]) -> dict[int, tuple[str, str]]:
    """Return what orders reports: when they were told, then their text."""
    return {key: (told, digest) for key, (told, digest, _) in _reports(batch, reports).items()}


def told_order(batch: Batch, reports: Collection[int]) -> list[int]:
    """Return reports in order."""
    return sorted(reports, key=read_told(batch, reports).__getitem__)


def live_events(batch: Batch) -> list[int]:
    """Return all events that hold."""
    return [row[0] for row in batch.all("SELECT event_key FROM event WHERE until IS NULL ORDER BY event_key")]


_CODED = "SELECT c.report_key FROM coding c JOIN report r USING (report_key) WHERE c.current AND r.until IS NULL"


def coded_reports(batch: Batch) -> list[int]:
    """Return all reports that hold and were coded."""
    return [row[0] for row in batch.all(f"{_CODED} ORDER BY 1")]


def coded_of(batch: Batch, reports: Collection[int]) -> set[int]:
    """Return those of some reports that hold and were coded."""
    return {row[0] for row in batch.of_keys(f"{_CODED} AND c.report_key IN ({{}})", reports)}


def events_of(batch: Batch, reports: Collection[int]) -> set[int]:
    """Return the events of reports that hold."""
    sql = "SELECT event_key FROM event WHERE until IS NULL AND report_key IN ({})"
    return {row[0] for row in batch.of_keys(sql, reports)}


def reports_of(batch: Batch, events: Collection[int]) -> set[int]:
    """Return the reports of events."""
    return {row[0] for row in batch.of_keys("SELECT DISTINCT report_key FROM event WHERE event_key IN ({})", events)}


def events_in(batch: Batch, report: int) -> list[tuple[int, str, bool]]:
    """Return the events of a report: key, id as in the lists, and whether it is recalled."""
    sql = (
        "SELECT e.event_key, r.id || '/' || e.id, e.background FROM event e JOIN report r USING (report_key) "
        "WHERE e.report_key = ? AND e.until IS NULL ORDER BY e.event_key"
    )
    return [(key, name, bool(background)) for key, name, background in batch.all(sql, report)]


def event_names(batch: Batch) -> dict[int, str]:
    """Return the names of all events that hold, as in the lists."""
    sql = "SELECT e.event_key, r.id || '/' || e.id FROM event e JOIN report r USING (report_key) WHERE e.until IS NULL"
    return {key: str(name) for key, name in batch.all(sql)}
