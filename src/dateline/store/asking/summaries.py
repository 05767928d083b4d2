"""Counts from the summary tables: numbers, facets and series that need not look at each record."""

from collections.abc import Iterator, Sequence
from typing import Literal

from dateline.store.asking.filters import LOCATED, Filters, conditions, sites
from dateline.store.connection import Connection

Dimension = Literal["type", "country", "source", "status"]
Period = Literal["day", "week", "month", "year"]
_TABLES: Sequence[tuple[str, frozenset[str]]] = (
    ("event_count_type", frozenset({"type", "day"})),
    ("event_count_status", frozenset({"status", "day"})),
    ("event_count_source", frozenset({"source", "day"})),
    ("event_total", frozenset({"type", "country", "source", "status"})),
    ("event_count_country", frozenset({"country", "type", "day"})),
    ("event_count", frozenset({"type", "country", "source", "status", "day"})),
)
"""The tables with their dimensions, the smallest first."""
_DIMENSIONS = ("type", "country", "source", "status")
_PERIODS = {
    "day": "day", "month": "substr(day, 1, 7)", "year": "substr(day, 1, 4)",
    "week": "date(day, '-6 days', 'weekday 1')",
}  # fmt: skip


def summed(connection: Connection, filters: Filters) -> int | None:
    """Return how many events pass filters, None where the summary tables cannot tell quickly."""
    if filters.min_confidence and filters.given <= {"min_confidence", "type", "status"}:
        return _sure(connection, filters)
    if filters.given and filters.given <= LOCATED:
        return located(connection, filters)
    needed = _needed(filters)
    if needed is None:
        return _told(connection, filters)
    table, dimensions = _table(needed)
    if table == "event_count":
        return None  # an index on the events is quicker
    where, values = _where(filters, dimensions)
    found = connection.execute(f"SELECT ifnull(sum(n), 0) FROM {table} WHERE {where}", values).fetchone()
    return int(found[0])


def located(connection: Connection, filters: Filters) -> int:
    """Return how many events took place where filters say, whatever else they say."""
    sql, values = sites(filters)
    return int(connection.execute(f"SELECT ifnull(sum(e.n), 0) FROM {sql}", values).fetchone()[0])


def _sure(connection: Connection, filters: Filters) -> int:
    where, values = _where(filters, frozenset({"type", "status"}))
    sql = f"SELECT ifnull(sum(n), 0) FROM event_count_confidence WHERE confidence >= ? AND {where}"
    return int(connection.execute(sql, (filters.min_confidence, *values)).fetchone()[0])


def _told(connection: Connection, filters: Filters) -> int | None:
    """Return how many events the reports tell that pass filters of reports alone, None where there are others."""
    if not filters.given <= {"text", "min_roots", "report"}:
        return None
    wanted = list(conditions("events", filters))
    where = " AND ".join(condition for condition, _ in wanted)
    values = tuple(value for _, own in wanted for value in own)
    found = connection.execute(f"SELECT ifnull(sum(n), 0) FROM event_count_report e WHERE {where}", values).fetchone()
    return int(found[0])


def facets(connection: Connection, filters: Filters, by: Dimension) -> list[tuple[str, int]]:
    """Return the values of one dimension with their numbers of events, the most frequent first; "" is none."""
    return [(value, n) for value, n in _grouped(connection, filters, by, by) if n]


def series(connection: Connection, filters: Filters, by: Period) -> list[tuple[str, int]]:
    """Return the periods that have events with their numbers, the earliest first; "" is undated."""
    return sorted((p or "", n) for p, n in _grouped(connection, filters, "day", _PERIODS[by]) if n)


def _grouped(connection: Connection, filters: Filters, extra: str, expression: str) -> Iterator[tuple[str, int]]:
    needed = _needed(filters)
    if needed is None:
        raise ValueError(f"{sorted(filters.given)} are more than the summary tables hold; count the records instead")
    table, dimensions = _table(needed | {extra})
    if table == "event_count" and len(needed - {"day"}) > 1:
        yield from _from_events(connection, filters, expression)
        return
    where, values = _where(filters, dimensions)
    sql = f"SELECT {expression}, sum(n) FROM {table} WHERE {where} GROUP BY 1 ORDER BY 2 DESC, 1"
    yield from connection.execute(sql, values)


def _from_events(connection: Connection, filters: Filters, expression: str) -> Iterator[tuple[str, int]]:
    """Count the events themselves: two dimensions have an index with the day, and leave few."""
    wanted = list(conditions("events", filters))
    where = " AND ".join(condition for condition, _ in wanted)
    values = tuple(value for _, own in wanted for value in own)
    sql = f"SELECT ifnull({expression}, ''), count(*) FROM event e WHERE until IS NULL AND {where} GROUP BY 1"
    yield from sorted(connection.execute(sql, values), key=lambda row: (-row[1], row[0]))


def _needed(filters: Filters) -> frozenset[str] | None:
    """Return the dimensions that filters speak of, None where they speak of anything else."""
    given = filters.given
    if given - {*_DIMENSIONS, "since", "until"}:
        return None
    days = {"day"} if given & {"since", "until"} else set()
    return frozenset((given & set(_DIMENSIONS)) | days)


def _table(needed: frozenset[str]) -> tuple[str, frozenset[str]]:
    return next((name, dimensions) for name, dimensions in _TABLES if needed <= dimensions)


def _where(filters: Filters, dimensions: frozenset[str]) -> tuple[str, tuple[object, ...]]:
    wanted: list[tuple[str, tuple[object, ...]]] = [("1", ())]
    for name in sorted(dimensions & set(_DIMENSIONS)):
        values = getattr(filters, name)
        if values:
            wanted.append((f"{name} IN ({', '.join('?' * len(values))})", values))
    if filters.since:
        wanted.append(("day >= ?", (filters.since.isoformat(),)))
    if filters.until:
        wanted.append(("day <= ?", (filters.until.isoformat(),)))
    if filters.since or filters.until:
        wanted.append(("day <> ''", ()))
    return " AND ".join(sql for sql, _ in wanted), tuple(v for _, values in wanted for v in values)
