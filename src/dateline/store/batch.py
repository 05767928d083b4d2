"""One transaction of the ledger: all of it is kept or nothing."""

from collections.abc import Collection, Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from typing import Any

from dateline.store.address import Address
from dateline.store.connection import Connection, transaction
from dateline.store.opening import open_for_writing, settle_statistics, told

_MOST_MARKS = 500


class Batch:
    """An open transaction. It has a number once something is written in its name: nothing new leaves no trace."""

    def __init__(self, connection: Connection) -> None:
        """Hold the connection."""
        self.connection = connection
        self._number: int | None = None

    @property
    def number(self) -> int:
        """Return the number under which rows of this transaction are kept."""
        if self._number is None:
            row = self.connection.execute("SELECT max(at) FROM batch").fetchone()
            now = datetime.now(UTC).isoformat(timespec="microseconds")
            at = max(now, row[0] or now)  # a clock that was set back must not change what was known when
            self._number = self.connection.execute("INSERT INTO batch (at) VALUES (?)", (at,)).lastrowid or 0
        return self._number

    def insert(self, table: str, row: Mapping[str, Any]) -> int:
        """Write a row that holds from this batch on, and return its key."""
        full = {**row, "since": self.number}
        columns = ", ".join(full)
        marks = ", ".join(f":{name}" for name in full)
        done = self.connection.execute(f"INSERT INTO {table} ({columns}) VALUES ({marks})", full)
        return done.lastrowid or 0

    def end(self, table: str, where: str, *values: object) -> int:
        """Let rows hold no longer, from this batch on; return their number."""
        connection = self.connection
        found = connection.execute(f"SELECT 1 FROM {table} WHERE until IS NULL AND {where} LIMIT 1", values).fetchone()
        if found is None:
            return 0
        sql = f"UPDATE {table} SET until = ? WHERE until IS NULL AND {where}"
        return connection.execute(sql, (self.number, *values)).rowcount

    def one(self, sql: str, *values: object) -> tuple[Any, ...] | None:
        """Return the first row of a query, None where there is none."""
        found: tuple[Any, ...] | None = self.connection.execute(sql, values).fetchone()
        return found

    def all(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """Return the rows of a query."""
        return self.connection.execute(sql, values).fetchall()

    def of_keys(self, sql: str, keys: Collection[Any], *values: object) -> Iterator[tuple[Any, ...]]:
        """Yield the rows of a query that ends with keys, its ``{}``, so many at a time as SQLite takes."""
        listed = list(keys)
        for n in range(0, len(listed), _MOST_MARKS):
            some = listed[n : n + _MOST_MARKS]
            yield from self.all(sql.format(", ".join("?" * len(some))), *values, *some)


class Writer:
    """Opens a ledger for writing. Use it as a context manager: on leaving, it is closed."""

    def __init__(self, path: Address, *, wait: float = 60.0) -> None:
        """Open it, made if it is not there; ``wait`` is for how many seconds another process may hold it.

        Raises:
            LedgerError: It cannot be used.
        """
        self.path = path
        self.connection = open_for_writing(path, wait=wait)

    def __enter__(self) -> "Writer":
        """Return the writer."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the ledger."""
        with told(self.path), closing(self.connection):
            settle_statistics(self.connection)

    @contextmanager
    def batch(self) -> Iterator[Batch]:
        """Open a transaction; it is kept where the block ends well, else undone.

        Raises:
            LedgerError: The database could not write.
        """
        with told(self.path), transaction(self.connection):
            yield Batch(self.connection)
