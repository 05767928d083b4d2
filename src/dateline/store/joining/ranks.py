"""The little that grouping must know of events and reports: their days, and what makes one the earliest."""

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from dateline.incidents.alike.telling import ordinal
from dateline.model.base import Span
from dateline.store.batch import Batch

Days = tuple[int, int]
Order = tuple[str, str, Span]
_MOST_MARKS = 500
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
    sql = (
        f"SELECT e.event_key, e.report_key, {_TOLD}, r.digest, e.spans, e.day, e.end, e.main, m.family_key "
        "FROM event e JOIN report r USING (report_key) LEFT JOIN kin k USING (report_key) "
        "LEFT JOIN member m USING (report_key) WHERE e.event_key IN ({})"
    )
    return {row[0]: _ranked(row) for row in _some(batch, sql, events)}


def _ranked(row: tuple[Any, ...]) -> Ranked:
    _, report, told, digest, spans, day, end, main, family = row
    first = ordinal(day)
    days = None if first is None else (first, max(first, ordinal(end) or first))
    start, stop = json.loads(spans)[0]
    return Ranked(report, (told, digest, (start, stop)), days, bool(main), family)


def _some(batch: Batch, sql: str, keys: Collection[int]) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of a query for keys, so many at a time as SQLite takes."""
    listed = list(keys)
    for n in range(0, len(listed), _MOST_MARKS):
        some = listed[n : n + _MOST_MARKS]
        yield from batch.all(sql.format(", ".join("?" * len(some))), *some)


def told_order(batch: Batch, report: int) -> tuple[str, str]:
    """Return what orders reports: when they were told, then their text."""
    sql = f"SELECT {_TOLD}, r.digest FROM report r LEFT JOIN kin k USING (report_key) WHERE r.report_key = ?"
    found = batch.one(sql, report)
    return (str(found[0]), str(found[1])) if found else ("~", "")


def live_events(batch: Batch) -> list[int]:
    """Return all events that hold."""
    return [row[0] for row in batch.all("SELECT event_key FROM event WHERE until IS NULL ORDER BY event_key")]


def coded_reports(batch: Batch) -> list[int]:
    """Return all reports that hold and were coded."""
    live = "JOIN report r USING (report_key) WHERE c.current AND r.until IS NULL"
    sql = f"SELECT c.report_key FROM coding c {live} ORDER BY 1"
    return [row[0] for row in batch.all(sql)]


def events_of(batch: Batch, reports: Collection[int]) -> set[int]:
    """Return the events of reports that hold."""
    sql = "SELECT event_key FROM event WHERE until IS NULL AND report_key IN ({})"
    return {row[0] for row in _some(batch, sql, reports)}


def reports_of(batch: Batch, events: Collection[int]) -> set[int]:
    """Return the reports of events."""
    return {row[0] for row in _some(batch, "SELECT DISTINCT report_key FROM event WHERE event_key IN ({})", events)}


def events_in(batch: Batch, report: int) -> list[tuple[int, str, bool]]:
    """Return the events of a report: key, id as in the lists, and whether it is recalled."""
    sql = (
        "SELECT e.event_key, r.id || '/' || e.id, e.background FROM event e JOIN report r USING (report_key) "
        "WHERE e.report_key = ? AND e.until IS NULL ORDER BY e.event_key"
    )
    return [(key, name, bool(background)) for key, name, background in batch.all(sql, report)]
