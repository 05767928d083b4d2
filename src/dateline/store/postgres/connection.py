"""A connection to PostgreSQL that is spoken to as one to SQLite: its words, its marks, its errors."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count, islice
from typing import Any, NoReturn

import psycopg
from psycopg.adapt import Loader
from psycopg.pq import TransactionStatus

from dateline.store.address import Server
from dateline.store.postgres.dialect import Marked, Place, Translated, marked, translate
from dateline.store.postgres.queries import read_query

Row = tuple[Any, ...]
Values = Sequence[object] | Mapping[str, object]
_AT_ONCE = 500
_WRITERS = 0x646C6E31
"""Of the lock that writers of one ledger take in turn; its second number is the schema's."""
_FAULTS: Sequence[tuple[type[psycopg.Error], type[sqlite3.Error]]] = (
    (psycopg.IntegrityError, sqlite3.IntegrityError), (psycopg.OperationalError, sqlite3.OperationalError),
    (psycopg.ProgrammingError, sqlite3.OperationalError),
)  # fmt: skip


class _NumberLoader(Loader):
    """Sums of whole numbers are whole numbers."""

    def load(self, data: Any) -> int | float:
        told = bytes(data)
        return float(told) if b"." in told or b"N" in told else int(told)


class _TruthLoader(Loader):
    """What is true is 1."""

    def load(self, data: Any) -> int:
        return int(bytes(data) == b"t")


class Cursor:
    """What a statement gave."""

    def __init__(self, cursor: psycopg.Cursor[Row], *, lastrowid: int | None = None) -> None:
        """Hold the cursor."""
        self._cursor = cursor
        self.lastrowid = lastrowid

    @property
    def description(self) -> Sequence[Any]:
        """Return a sequence for each column, its name first."""
        return self._cursor.description or ()

    @property
    def rowcount(self) -> int:
        """Return how many rows were written."""
        return self._cursor.rowcount

    def fetchone(self) -> Row | None:
        """Return the next row, None where there is none."""
        return self._cursor.fetchone()

    def fetchall(self) -> list[Row]:
        """Return the rows that are left."""
        return self._cursor.fetchall()

    def __iter__(self) -> Iterator[Row]:
        """Yield the rows that are left."""
        return iter(self._cursor)


class PostgresConnection:
    """A connection to the ledger of one schema. Each statement is SQLite's, and is translated."""

    def __init__(self, server: Server, *, wait: float, read_only: bool = False) -> None:
        """Connect; ``wait`` is for how many seconds another writer may hold the ledger.

        Raises:
            sqlite3.OperationalError: There is no such database, or it lets nobody in.
        """
        self.server = server
        self._wait = wait
        self._walks = count()
        path = f"-c search_path={server.schema},public -c default_transaction_read_only={'on' if read_only else 'off'}"
        try:
            self.raw = psycopg.connect(
                server.database, autocommit=True, options=path, cursor_factory=psycopg.ClientCursor,
                application_name="dateline", client_encoding="utf8",
            )  # fmt: skip
        except psycopg.Error as error:
            _raise(error)
        self.raw.adapters.register_loader("numeric", _NumberLoader)
        self.raw.adapters.register_loader("bool", _TruthLoader)

    @property
    def in_transaction(self) -> bool:
        """Tell whether a transaction is open."""
        return self.raw.info.transaction_status in (TransactionStatus.INTRANS, TransactionStatus.INERROR)

    def execute(self, sql: str, values: Values = ()) -> Cursor:
        """Run one statement."""
        if sql in _TURNS:
            return self._turn(sql)
        form = marked(sql)
        told = translate(form.sql)
        try:
            cursor = self.raw.execute(told.sql, _filled(form, told, values))
            key = cursor.fetchone() if told.gives_key else None
        except (psycopg.Error, UnicodeEncodeError) as error:
            _raise(error)
        return Cursor(cursor, lastrowid=key[0] if key else None)

    def executemany(self, sql: str, rows: Iterable[Values]) -> None:
        """Run one statement for each of many rows, many at once."""
        form = marked(sql)
        told = translate(form.sql)
        left = iter(rows)
        cursor = psycopg.ClientCursor(self.raw)
        try:
            while some := list(islice(left, _AT_ONCE)):
                cursor.execute(";".join(cursor.mogrify(told.sql, _filled(form, told, row)) for row in some))
        except (psycopg.Error, UnicodeEncodeError) as error:
            _raise(error)

    def walk(self, sql: str, values: Values = ()) -> Iterator[tuple[Sequence[str], Row]]:
        """Yield the rows of a query, each with the names of its columns, without holding all of them.

        Others may be asked meanwhile.
        """
        form = marked(sql)
        told = translate(form.sql)
        try:
            name = f"walk_{next(self._walks)}"
            with psycopg.ServerCursor(self.raw, name, withhold=not self.in_transaction) as cursor:
                cursor.execute(psycopg.ClientCursor(self.raw).mogrify(told.sql, _filled(form, told, values)))
                names = [column.name for column in cursor.description or ()]
                yield from ((names, row) for row in cursor)
        except psycopg.Error as error:
            _raise(error)

    def plan(self, sql: str, values: Values = ()) -> list[str]:
        """Return how a query will be answered, line by line."""
        form = marked(sql)
        told = translate(form.sql)
        raw = self.raw.execute(f"EXPLAIN {told.sql}", _filled(form, told, values))
        return [str(row[0]).strip() for row in raw]

    def run(self, sql: str, values: Sequence[object] = ()) -> Cursor:
        """Run what is written for PostgreSQL, with marks ``%s``; without values there may be several statements."""
        try:
            return Cursor(self.raw.execute(sql, values or None))
        except psycopg.Error as error:
            _raise(error)

    def take_in(self, sql: str, rows: Iterable[Sequence[object]]) -> None:
        """Run a COPY from here with these rows."""
        try:
            with self.raw.cursor() as cursor, cursor.copy(sql) as taken:
                for row in rows:
                    taken.write_row(row)
        except (psycopg.Error, UnicodeEncodeError) as error:
            _raise(error)

    def close(self) -> None:
        """Close the connection; what was not committed is undone."""
        self.raw.close()

    def _turn(self, sql: str) -> Cursor:
        """Begin or end a transaction; one that writes waits until no other does, so that writers take turns."""
        if sql == "BEGIN":
            return self.run("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
        if sql != "BEGIN IMMEDIATE":
            return self.run(sql)
        self.run("BEGIN")
        try:
            self.run(f"SET LOCAL lock_timeout = {max(1, int(self._wait * 1000))}")
            done = self.run("SELECT pg_advisory_xact_lock(%s, hashtext(%s))", (_WRITERS, self.server.schema))
            self.run("SET LOCAL lock_timeout = 0")
        except sqlite3.Error:
            self.run("ROLLBACK")
            raise
        return done


_TURNS = frozenset({"BEGIN", "BEGIN IMMEDIATE", "COMMIT", "ROLLBACK"})


def _filled(form: Marked, told: Translated, values: Values) -> dict[str, object]:
    """Return the values by the names of their marks; full-text queries in PostgreSQL's words."""
    found = {name: _value(place, values) for name, place in form.places.items()}
    for name in told.queries:
        found[name] = read_query(str(found[name]))
    return found


def _value(place: Place, values: Values) -> object:
    if isinstance(values, Mapping):
        return values[str(place)]
    if isinstance(place, tuple):
        return list(values[place[0] : place[1]])
    return values[int(place)]


def _raise(error: Exception) -> NoReturn:
    """Raise a fault as SQLite would."""
    told = " ".join(str(error).split())
    if isinstance(error, psycopg.errors.LockNotAvailable):
        told = "database is locked"
    kind = next((own for theirs, own in _FAULTS if isinstance(error, theirs)), sqlite3.DatabaseError)
    raise kind(told) from error
