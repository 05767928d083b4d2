"""Read a ledger: lists with their counts, single reports, codings. Nothing is written through it."""

import sqlite3
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any

from dateline.errors import LedgerError, UsageError
from dateline.model.coding import Coding
from dateline.store.address import Address
from dateline.store.asking.counting import counted, counted_parts, counted_reports
from dateline.store.asking.filters import (
    COLUMNS,
    EVENTS,
    GATHERED,
    LOCATED,
    Condition,
    Filters,
    conditions,
    of_events,
    parties,
    told_events,
)
from dateline.store.asking.layers import LAYERS
from dateline.store.asking.past import ended_since, held_at, last_key
from dateline.store.asking.summaries import located, summed
from dateline.store.opening import open_for_reading, plan, told, walk
from dateline.store.packing import unpack, unpack_coding

Record = dict[str, Any]
_MANY = 2_000
_MANY_THERE = 100_000
_FEW_SINCE = 50_000
"""So few rows that came after an earlier batch are looked at one by one."""
_REPORTS = ("report", "v_reports", "published")


@dataclass(frozen=True, slots=True)
class Found:
    """A list: the rows asked for, and how many there would be without a limit."""

    rows: list[Record]
    matching: int
    columns: tuple[str, ...] = ()


class View:
    """A ledger opened for reading. Use it as a context manager: on leaving, the file is closed."""

    def __init__(self, path: Address) -> None:
        """Open the file.

        Raises:
            LedgerError: It is not there, or no ledger.
        """
        self.path = path
        self.connection = open_for_reading(path)

    def __enter__(self) -> "View":
        """Return the view."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the file."""
        self.connection.close()

    def rows(self, sql: str, values: Sequence[object] = ()) -> Iterator[Record]:
        """Yield the rows of a query, each by its columns.

        Raises:
            LedgerError: The database refuses the query.
        """
        with told(self.path):
            cursor = self.connection.execute(sql, tuple(values))
            names = [c[0] for c in cursor.description]
            for row in cursor:
                yield dict(zip(names, row, strict=True))

    def walk(self, sql: str, values: Sequence[object] = ()) -> Iterator[Record]:
        """Yield the rows of a query that may have very many, each by its columns.

        Raises:
            LedgerError: The database refuses the query.
        """
        with told(self.path):
            yield from (dict(zip(names, row, strict=True)) for names, row in walk(self.connection, sql, tuple(values)))

    def one(self, sql: str, values: Sequence[object] = ()) -> Record | None:
        """Return the first row of a query, None where there is none."""
        return next(self.rows(sql, values), None)

    def find(self, layer: str, filters: Filters, *, limit: int | None = None, also: Sequence[Condition] = ()) -> Found:
        """Return the records of a layer, or the reports, that pass filters, the newest first.

        Args:
            layer: The layer, or "reports".
            filters: What is wanted.
            limit: How many rows at most.
            also: Conditions that the rows must meet too; they are not counted.

        Raises:
            UsageError: The layer does not know a filter, or the text query is none.
        """
        rows = list(self.stream(layer, filters, limit=limit, also=also))
        full = bool(also) or (limit is not None and len(rows) == limit)
        return Found(rows, self.count(layer, filters) if full else len(rows), self.columns(layer))

    def stream(
        self, layer: str, filters: Filters, *, limit: int | None = None, also: Sequence[Condition] = ()
    ) -> Iterator[Record]:
        """Yield what ``find`` returns, one by one."""
        sql, values = self._list(layer, filters, also=also)
        try:
            yield from self.walk(sql, (*values, -1)) if limit is None else self.rows(sql, (*values, limit))
        except LedgerError as error:
            raise _query_error(error, filters) from error

    def tuples(
        self, layer: str, filters: Filters, names: Sequence[str], *, limit: int, also: Sequence[Condition] = ()
    ) -> list[tuple[Any, ...]]:
        """Return a few columns of what ``find`` returns, for those who want many rows."""
        sql, values = self._list(layer, filters, also=also, shown=", ".join(f'v."{name}"' for name in names))
        with told(self.path):
            return self.connection.execute(sql, (*values, limit)).fetchall()

    def _list(
        self, layer: str, filters: Filters, *, also: Sequence[Condition], shown: str = "v.*"
    ) -> tuple[str, tuple[object, ...]]:
        try:
            parts = self._parts(layer, filters, walk=self._common(layer, filters), also=also)
        except sqlite3.OperationalError as error:
            raise _query_error(error, filters) from error
        sources = [source for source, _ in parts]
        return _listed(layer, sources, past=filters.as_of is not None, shown=shown), _together(parts)

    def columns(self, layer: str) -> tuple[str, ...]:
        """Return the columns of a layer's list."""
        cursor = self.connection.execute(f"SELECT * FROM {_names(layer)[1]} LIMIT 0")
        return tuple(c[0] for c in cursor.description if c[0] not in HIDDEN)

    def count(self, layer: str, filters: Filters) -> int:
        """Return how many records pass filters: from the summary tables where they can tell."""
        quick = summed(self.connection, filters) if layer == "events" else None
        if quick is not None:
            return quick
        if filters.given == {"actor"} and layer != "reports":
            return int(self.connection.execute(*counted_parts(layer, filters.actor or "")).fetchone()[0])
        if layer == "events" and filters.as_of is None:
            sql, values = counted(
                filters, summed=partial(summed, self.connection), located=partial(located, self.connection)
            )
            return int(self.connection.execute(sql, values).fetchone()[0])
        own = counted_reports(filters) if layer == "reports" and filters.as_of is None else None
        if own is not None:
            return int(self.connection.execute(*own).fetchone()[0])
        if filters.as_of is not None:
            return self._count_past(layer, filters)
        source, values = self.chosen(layer, filters)
        return self._number(source, values)

    def _count_past(self, layer: str, filters: Filters) -> int:
        """Return how many held at an earlier batch: where little was written since, from what holds now."""
        table, now = _names(layer)[0], replace(filters, as_of=None)
        batch = self.batch_of(filters.as_of or 0)
        last, newest = (last_key(self.connection, table, b) for b in (batch, sys.maxsize))
        if newest - last > _FEW_SINCE:
            return sum(self._number(*part) for part in self._parts(layer, filters))
        walk = COLUMNS | {"actor", "text", "min_roots"}
        since: Condition = (f"e.until IS NULL AND e.{table}_key > ?", (last,))
        wanted = list(conditions(layer, now, walk))
        parts = ((f"{table} e", since), ended_since(table, batch, last))
        added, gone = (self._number(*_where(source, [part, *wanted])) for source, part in parts)
        return self.count(layer, now) - added + gone

    def _number(self, source: str, values: Sequence[object]) -> int:
        return int(self.connection.execute(f"SELECT count(*) FROM {source}", tuple(values)).fetchone()[0])

    def explain(self, layer: str, filters: Filters, *, limit: int = 50) -> list[str]:
        """Return the plan for a list, for the docs and for the curious."""
        source, values = self.chosen(layer, filters, walk=self._common(layer, filters))
        return plan(self.connection, _listed(layer, [source]), (*values, limit))

    def _common(self, layer: str, filters: Filters) -> frozenset[str]:
        """Return the filters that very many rows pass: a list is then found soonest by walking the days."""
        asked: dict[str, Condition] = {}
        if filters.actor is not None and layer != "reports":
            who, values = parties(layer, filters.actor)
            asked["actor"] = (f"party WHERE {who}", values)
        if filters.text is not None:
            asked["text"] = ("reports_fts WHERE reports_fts MATCH ?", (filters.text,))
        if filters.min_roots > 1:
            asked["min_roots"] = ("family WHERE roots >= ?", (filters.min_roots,))
        if layer == "reports" and of_events(filters):
            asked[EVENTS] = told_events(filters)
        limit = f"LIMIT {_MANY + 1}"
        counts = {
            name: self.connection.execute(f"SELECT count(*) FROM (SELECT 1 FROM {sql} {limit})", values).fetchone()[0]
            for name, (sql, values) in asked.items()
        }
        found = frozenset(name for name, n in counts.items() if n > _MANY)
        if not filters.given & LOCATED:
            return found
        if layer != "events":
            return found | COLUMNS
        if located(self.connection, filters) > (_MANY if "actor" in found else _MANY_THERE):
            return found | {"site"}
        return found - {"min_roots"} | COLUMNS | (GATHERED if "min_roots" in found else frozenset())

    def chosen(
        self,
        layer: str,
        filters: Filters,
        *,
        walk: frozenset[str] = frozenset(),
        also: Sequence[Condition] = (),
        columns: Sequence[str] = ("*",),
    ) -> tuple[str, tuple[object, ...]]:
        """Return SQL for the rows of a layer's table, called ``e``, that pass filters, and its values.

        Args:
            layer: The layer, or "reports".
            filters: What is wanted.
            walk: As of ``conditions``.
            also: Conditions that the rows must meet too.
            columns: Those that are needed: of an earlier batch the others are not read.
        """
        parts = self._parts(layer, filters, walk=walk, also=also)
        if len(parts) == 1:
            return parts[0]
        shown = ", ".join(f"e.{name}" for name in columns)
        return f"({' UNION ALL '.join(f'SELECT {shown} FROM {source}' for source, _ in parts)}) e", _together(parts)

    def _parts(
        self, layer: str, filters: Filters, *, walk: frozenset[str] = frozenset(), also: Sequence[Condition] = ()
    ) -> list[tuple[str, tuple[object, ...]]]:
        """Return what ``chosen`` does in parts that have no row in common: of an earlier batch there are two."""
        table, _, _ = _names(layer)
        wanted = [*conditions(layer, filters, walk), *also]
        if filters.as_of is None:
            return [_where(f"{table} e", [("e.until IS NULL", ()), *wanted])]
        both = held_at(self.connection, table, self.batch_of(filters.as_of))
        return [_where(source, [part, *wanted]) for source, part in both]

    def batch_of(self, day: date | int) -> int:
        """Return the last batch of a day (UTC) or before it; a number is a batch's own.

        Raises:
            UsageError: The ledger was begun later.
        """
        if isinstance(day, int):
            return day
        found = self.one("SELECT max(batch) AS n FROM batch WHERE at < ?", (f"{day.isoformat()}T24",))
        if found is None or found["n"] is None:
            first = self.one("SELECT min(at) AS at FROM batch")
            begun = f"it was begun on {first['at'][:10]}" if first and first["at"] else "it is empty"
            raise UsageError(f"the ledger held nothing on {day.isoformat()}: {begun}; ask for a later day")
        return int(found["n"])

    def report(self, name: str) -> Record | None:
        """Return the report with an id, None where there is none."""
        return self.one("SELECT * FROM v_reports WHERE id = ?", (name,))

    def coding(self, name: str, *, run: int | None = None) -> Coding | None:
        """Return a report's current coding, or the one of a run; None where it has none."""
        chosen, values = ("c.current", ()) if run is None else ("c.run = ?", (run,))
        sql = (
            f"SELECT c.packed, r.text FROM coding c JOIN report r USING (report_key) WHERE r.id = ? AND {chosen} "
            "AND c.packed IS NOT NULL ORDER BY r.version DESC"
        )
        found = self.one(sql, (name, *values))
        return unpack_coding(found["packed"], text=found["text"]) if found else None

    def codings(self, *, run: int | None = None) -> Iterator[Coding]:
        """Yield the current codings of all reports, or those of a run, in the order in which the reports came."""
        chosen = "c.current" if run is None else f"c.run = {int(run)}"
        sql = (
            f"SELECT c.packed, r.text FROM report r JOIN coding c USING (report_key) "
            f"WHERE r.until IS NULL AND {chosen} AND c.packed IS NOT NULL ORDER BY r.report_key"
        )
        yield from (unpack_coding(row["packed"], text=row["text"]) for row in self.walk(sql))

    def original(self, name: str) -> tuple[str, bytes] | None:
        """Return the media type and the bytes that a report was read from, None where none are kept."""
        sql = "SELECT o.media_type, o.packed FROM report r JOIN original o ON o.digest = r.original WHERE r.id = ?"
        found = self.one(sql, (name,))
        return (found["media_type"], unpack(found["packed"])) if found else None


HIDDEN = frozenset({
    "report_key", "event_key", "actor_key", "place_key", "statement_key", "position_key", "commitment_key",
    "scheduled_key", "incident_key", "claim_key", "since", "until",
})  # fmt: skip
"""Columns of the views that join tables and say nothing to a reader."""


def _names(layer: str) -> tuple[str, str, str]:
    """Return the table, the view and the day's column of a layer, or of the reports."""
    if layer == "reports":
        return _REPORTS
    return LAYERS[layer].table, LAYERS[layer].view, "day" if "day" in _dated(layer) else "report_key"


def _dated(layer: str) -> tuple[str, ...]:
    return () if layer in ("actors", "places") else ("day",)


def _listed(layer: str, sources: Sequence[str], *, past: bool = False, shown: str = "v.*") -> str:
    """Return SQL for a list: the keys first, by an index, then what the view shows of each."""
    table, view, day = _names(layer)
    view = f"{view}_history" if past else view
    key = f"{table}_key"
    keys = " UNION ALL ".join(f"SELECT e.{key} AS key, e.{day} AS day FROM {source}" for source in sources)
    inner = f"SELECT key AS chosen, row_number() OVER () AS turn FROM ({keys} ORDER BY day DESC, key DESC LIMIT ?)"
    return f"SELECT {shown} FROM ({inner}) JOIN {view} v ON v.{key} = chosen ORDER BY turn"


def _together(parts: Sequence[tuple[str, tuple[object, ...]]]) -> tuple[object, ...]:
    return tuple(value for _, values in parts for value in values)


def _where(source: str, wanted: Sequence[Condition]) -> tuple[str, tuple[object, ...]]:
    sql = " AND ".join(condition for condition, _ in wanted)
    return f"{source} WHERE {sql}", tuple(value for _, values in wanted for value in values)


def _query_error(error: Exception, filters: Filters) -> Exception:
    """Return wrong usage where FTS5 does not know a query, else the error as it came."""
    cause = error.__cause__ or error
    if filters.text is not None and isinstance(cause, sqlite3.OperationalError):
        return UsageError(f'{filters.text!r} is no query ({cause}); put what is no plain word in quotes: "a-b"')
    return error
