"""What the ledger's modules ask of a connection: SQLite's own has it, and the one to PostgreSQL speaks alike."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, Protocol

Row = tuple[Any, ...]
Values = Sequence[Any] | Mapping[str, Any]


class Cursor(Protocol):
    """What a statement gave."""

    @property
    def description(self) -> Any:
        """Return a sequence for each column, its name first."""

    @property
    def lastrowid(self) -> int | None:
        """Return the key of the row that was inserted."""

    @property
    def rowcount(self) -> int:
        """Return how many rows were written."""

    def fetchone(self) -> Any:
        """Return the next row, None where there is none."""

    def fetchall(self) -> list[Any]:
        """Return the rows that are left."""

    def __iter__(self) -> Iterator[Any]:
        """Yield the rows that are left."""


class Connection(Protocol):
    """An open ledger: SQL in SQLite's words, sqlite3's errors."""

    @property
    def in_transaction(self) -> bool:
        """Tell whether a transaction is open."""

    def execute(self, sql: str, values: Values = ..., /) -> Cursor:
        """Run one statement."""

    def executemany(self, sql: str, rows: Iterable[Values], /) -> object:
        """Run one statement for each of many rows."""

    def close(self) -> None:
        """Close it; what was not committed is undone."""


@contextmanager
def transaction(connection: Connection) -> Iterator[None]:
    """Hold the ledger for writing; what the block wrote is kept where it ends well, else undone."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
