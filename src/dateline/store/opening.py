"""Open a ledger wherever it lies. Nobody else need know whether it is a file or on a server."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from importlib import import_module
from typing import Any

from dateline.errors import LedgerError
from dateline.store import schema
from dateline.store.address import Address, Server
from dateline.store.connection import Connection, Row, Values

_INSTALL = "run: pip install 'dateline[postgres]'"
_ADVICE = {
    "FATAL: database": "make the database first: createdb NAME",
    "locked": "another process writes to it: wait until it ends, then run the same command again",
    "full": "make room and run the same command again: what was written before is kept",
    "No space left": "make room on the server and run the same command again: what was written before is kept",
    "disk I/O": "check the disk and run `dateline ledger check`",
    "not a database": "it is no ledger: name another file with --ledger",
    "readonly": "you may not write there: name another file with --ledger",
    "read-only": "you may not write there: ask who keeps the server",
    "permission denied": "your role may not do this there: ask who keeps the server, and see docs/postgres.md",
    "unable to open": "check the path and its permissions",
    "malformed": "it is damaged: run `dateline ledger check` and go back to your last `dateline ledger copy`",
    "NUL": "PostgreSQL keeps no text with the character NUL; keep this ledger as a file",
    "connection": "check the address and that the server runs: what was written before is kept",
    "authentication": "check user and password",
}  # fmt: skip
_OTHERWISE = "run `dateline ledger check`"


def open_for_writing(address: Address, *, wait: float = schema.WAIT) -> Connection:
    """Open a ledger, made if it is not there, and bring it to the newest schema.

    Args:
        address: Where it lies.
        wait: For how many seconds another process may hold it.

    Raises:
        LedgerError: It is no ledger, is newer than this code, is locked or cannot be opened.
    """
    with told(address):
        if isinstance(address, Server):
            opened: Connection = postgres("schema").open_for_writing(address, wait=wait)
            return opened
        return schema.open_for_writing(address, wait=wait)


def open_for_reading(address: Address) -> Connection:
    """Open a ledger that must be there; nothing can be written through the connection.

    Raises:
        LedgerError: There is no such ledger, or it is none of this code's version.
    """
    with told(address):
        if isinstance(address, Server):
            opened: Connection = postgres("schema").open_for_reading(address)
            return opened
        return schema.open_for_reading(address)


def is_there(address: Address) -> bool:
    """Tell whether there is a ledger, or anything else, at an address.

    Raises:
        LedgerError: The server does not answer.
    """
    if isinstance(address, Server):
        with told(address):
            return bool(postgres("schema").is_there(address))
    return address.is_file()


def size_of(address: Address) -> int:
    """Return how many bytes a ledger takes.

    Raises:
        LedgerError: The server does not answer.
    """
    if isinstance(address, Server):
        with told(address):
            return int(postgres("checking").size_of(address))
    files = [address, *address.parent.glob(f"{address.name}-*")]
    return sum(file.stat().st_size for file in files if file.exists())


def walk(connection: Connection, sql: str, values: Values = ()) -> Iterator[tuple[Sequence[str], Row]]:
    """Yield the rows of a query, each with the names of its columns, without holding all of them, however many."""
    if isinstance(connection, sqlite3.Connection):
        cursor = connection.execute(sql, values)
        names = [column[0] for column in cursor.description]
        yield from ((names, row) for row in cursor)
    else:
        yield from connection.walk(sql, values)  # type: ignore[attr-defined]  # what is not SQLite's has it


def plan(connection: Connection, sql: str, values: Sequence[Any]) -> list[str]:
    """Return how a query will be answered, line by line, for the docs and for the curious."""
    if isinstance(connection, sqlite3.Connection):
        return [str(row[3]) for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}", values)]
    found: list[str] = connection.plan(sql, values)  # type: ignore[attr-defined]  # what is not SQLite's has it
    return found


def settle_statistics(connection: Connection) -> None:
    """Let SQLite gather statistics for its query plans where there is something new; PostgreSQL does so by itself."""
    if isinstance(connection, sqlite3.Connection):
        connection.execute("PRAGMA analysis_limit = 2000")
        with suppress(sqlite3.OperationalError):  # another process writes: it gathers them, and all is kept already
            connection.execute("PRAGMA optimize")


@contextmanager
def told(address: Address) -> Iterator[None]:
    """Turn a database's faults into errors that say what to do.

    Raises:
        LedgerError: Whatever the database raised.
    """
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise LedgerError(f"{address}: {error}; {_advice(str(error))}") from error


def _advice(fault: str) -> str:
    return next((advice for word, advice in _ADVICE.items() if word in fault), _OTHERWISE)


def postgres(name: str) -> Any:
    """Return a module that speaks to PostgreSQL; its libraries are installed by those who want it.

    Raises:
        LedgerError: They are not installed.
    """
    try:
        return import_module(f"dateline.store.postgres.{name}")
    except ImportError as error:
        raise LedgerError(f"a ledger on PostgreSQL needs {error.name}, which is not installed; {_INSTALL}") from error
