"""What the tables of a ledger are like, read from SQLite's own steps: they are the law for both."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dateline.store.schema import upgrade

_COLUMNS = "SELECT name, type, pk FROM pragma_table_info(?) ORDER BY cid"
_TABLES = (
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'reports_fts%' "
    "ORDER BY rowid"
)
_UNIQUE = """
SELECT i.name, group_concat(c.name, ' ')
FROM (SELECT name, seq FROM pragma_index_list(?) WHERE "unique" AND origin = 'u') i
JOIN pragma_index_info(i.name) c GROUP BY 1 ORDER BY i.seq
"""


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its columns in order, those of its primary key, other unique ones, and the one that numbers its rows."""

    columns: tuple[str, ...]
    primary: tuple[str, ...]
    unique: tuple[str, ...]
    key: str | None

    @property
    def conflicts(self) -> tuple[str, ...]:
        """Return the columns by which a row takes the place of another."""
        return self.unique if self.key and self.unique else self.primary


@cache
def tables() -> Mapping[str, Table]:
    """Return the tables by name, in the order in which the steps made them."""
    with _empty() as connection:
        return {name: _table(connection, name) for (name,) in connection.execute(_TABLES).fetchall()}


@contextmanager
def _empty() -> Iterator[sqlite3.Connection]:
    """Open an empty ledger in memory, and close it."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        upgrade(connection, Path(":memory:"))
        yield connection


def _table(connection: sqlite3.Connection, name: str) -> Table:
    rows = connection.execute(_COLUMNS, (name,)).fetchall()
    primary = tuple(column for column, _, _ in sorted((r for r in rows if r[2]), key=lambda r: r[2]))
    numbered = [column for column, kind, pk in rows if pk and kind == "INTEGER" and len(primary) == 1]
    unique: Sequence[tuple[str, str]] = connection.execute(_UNIQUE, (name,)).fetchall()
    return Table(
        tuple(row[0] for row in rows), primary, tuple(unique[0][1].split()) if unique else (),
        numbered[0] if numbered else None,
    )  # fmt: skip


@cache
def references() -> tuple[tuple[str, str, str, str], ...]:
    """Return the foreign keys: table, column, the table that it refers to, and the column there."""
    sql = 'SELECT "from", "table", "to" FROM pragma_foreign_key_list(?)'
    with _empty() as connection:
        return tuple((name, *row) for name in tables() for row in connection.execute(sql, (name,)).fetchall())
