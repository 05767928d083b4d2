"""What a ledger held at an earlier batch: rows that still hold, and rows that have ended since.

Each of the two parts is found by the indexes that lists of today use; one condition for both would be found by none.
"""

from dateline.store.asking.filters import Condition
from dateline.store.connection import Connection

Part = tuple[str, Condition]
"""A table as a query reads it, and what its rows must meet."""


def held_at(connection: Connection, table: str, batch: int) -> tuple[Part, Part]:
    """Return where the rows of a table are that held at a batch: those that hold now, and those that ended."""
    key, last = f"e.{table}_key", last_key(connection, table, batch)
    now = f"0 < ? AND e.until IS NULL AND +{key} <= ?"  # where there were none yet, no row is looked at
    return (f"{table} e", (now, (last, last))), ended_since(table, batch, last)


def ended_since(table: str, batch: int, last: int) -> Part:
    """Return where the rows of a table are that ended after a batch, of those up to a key."""
    return f"{table} e INDEXED BY {table}_ended", (f"e.until > ? AND +e.{table}_key <= ?", (batch, last))


def last_key(connection: Connection, table: str, batch: int) -> int:
    """Return the key of the last row that was written up to a batch, 0 for none: keys grow from batch to batch."""
    key = f"{table}_key"
    begun = f"SELECT since FROM {table} WHERE {key} >= ? ORDER BY {key} LIMIT 1"
    low, high = 0, int(connection.execute(f"SELECT ifnull(max({key}), 0) FROM {table}").fetchone()[0])
    while low < high:
        middle = (low + high + 1) // 2
        if connection.execute(begun, (middle,)).fetchone()[0] <= batch:
            low = middle
        else:
            high = middle - 1
    return low
