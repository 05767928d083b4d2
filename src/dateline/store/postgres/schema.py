"""Open a ledger's schema on a server, bring it to the newest step, and see to it that each month has its parts."""

import hashlib
from datetime import UTC, datetime
from pathlib import Path

from dateline.errors import LedgerError
from dateline.store.address import Server
from dateline.store.connection import transaction
from dateline.store.postgres.connection import PostgresConnection
from dateline.store.postgres.dialect import translate_view
from dateline.store.schema import wanted_views

STEPS = Path(__file__).parent / "steps"
PARTED = ("report", "actor", "place", "event", "statement", "position", "commitment", "scheduled")
"""The tables that have a part for each month."""
_MONTH_BITS = 32
_FIRST_YEAR = 2000
_STATE = "SELECT obj_description(oid, 'pg_namespace'), true FROM pg_namespace WHERE nspname = %s"
_MARK = "dateline ledger"
_EXISTS = "SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE nspname = %s AND relname = %s"
_TABLES = "SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE nspname = %s LIMIT 1"


def steps() -> dict[int, Path]:
    """Return the steps by their numbers, which are those of SQLite's; the first makes all that there was by then."""
    return {int(path.name[:3]): path for path in sorted(STEPS.glob("[0-9][0-9][0-9]_*.sql"))}


def newest() -> int:
    """Return the number of the last step: the version of the schema."""
    return max(steps())


def open_for_writing(server: Server, *, wait: float, month: int | None = None) -> PostgresConnection:
    """Open a ledger, made if it is not there, and bring it to the newest schema.

    Args:
        server: Where it lies.
        wait: For how many seconds another process may hold it.
        month: The month in whose parts new rows go, this one by default; 0 is before all.
    """
    connection = PostgresConnection(server, wait=wait)
    try:
        if _version(connection) != newest() or _state(connection) != _mark(newest()):
            _upgrade(connection)
        _begin_month(connection, month_of(datetime.now(UTC)) if month is None else month)
    except BaseException:
        connection.close()
        raise
    return connection


def open_for_reading(server: Server) -> PostgresConnection:
    """Open a ledger that must be there; nothing can be written through the connection."""
    connection = PostgresConnection(server, wait=0.0, read_only=True)
    version = -1
    try:
        version = _version(connection)
    finally:
        if version != newest():
            connection.close()
    if version == newest():
        return connection
    if version == 0:
        raise LedgerError(f"{server}: no such ledger; make one with `dateline ingest`, or name it with --ledger")
    open_for_writing(server, wait=60.0).close()
    return open_for_reading(server)


def is_there(server: Server) -> bool:
    """Tell whether a ledger is there."""
    connection = PostgresConnection(server, wait=0.0, read_only=True)
    try:
        return _version(connection) > 0
    finally:
        connection.close()


def _state(connection: PostgresConnection) -> str | None:
    row = connection.run(_STATE, (connection.server.schema,)).fetchone()
    return None if row is None else row[0] or ""


def _mark(version: int) -> str:
    """Return what the schema says of itself: the number of its last step, and the digest of the code's views."""
    views = hashlib.sha256("".join(wanted_views().values()).encode()).hexdigest()
    return f"{_MARK}, schema {version}, views {views[:16]}"


def _version(connection: PostgresConnection) -> int:
    """Return the number of the last step that was taken, 0 where there is no ledger.

    Raises:
        LedgerError: The schema holds something else, or is newer than this code.
    """
    server, state = connection.server, _state(connection)
    if not state:
        if state is not None and connection.run(_TABLES, (server.schema,)).fetchone():
            raise LedgerError(f"{server}: has tables, but no ledger; name another schema, as ?schema=my_ledger")
        return 0
    words = state.split()
    if not state.startswith(_MARK) or len(words) < 4:
        raise LedgerError(f"{server}: is another program's schema; name another, as ?schema=my_ledger")
    version = int(words[3].rstrip(","))
    if version > newest():
        raise LedgerError(
            f"{server}: its schema is {version}, newer than {newest()} of this dateline; install the newer dateline"
        )
    return version


def _upgrade(connection: PostgresConnection) -> None:
    """Take the steps that are missing and make the views anew, in one transaction."""
    schema = connection.server.schema
    with transaction(connection):
        version = _version(connection)  # another process may have been quicker
        connection.run(f"CREATE SCHEMA IF NOT EXISTS {schema}")
        for number, step in steps().items():
            if number > version:
                connection.run(step.read_text(encoding="utf-8"))
        for name in reversed(wanted_views()):
            connection.run(f"DROP VIEW IF EXISTS {name}")
        for statement in wanted_views().values():
            connection.run(translate_view(statement))
        connection.run(f"COMMENT ON SCHEMA {schema} IS '{_mark(newest())}'")


def month_of(moment: datetime) -> int:
    """Return the number of a month, with which the keys of its rows begin."""
    return (moment.year - _FIRST_YEAR) * 12 + moment.month - 1


def _begin_month(connection: PostgresConnection, month: int) -> None:
    """See to it that a month has its parts, and that new keys begin with it."""
    name = f"{PARTED[-1]}_{part_name(month)}"
    if month == 0 or connection.run(_EXISTS, (connection.server.schema, name)).fetchone():
        return
    with transaction(connection):
        make_parts(connection, month)
        for table in PARTED:
            sequence = f"{table}_{table}_key_seq"
            last = f"greatest((SELECT last_value FROM {sequence}), {month << _MONTH_BITS})"
            connection.run(f"SELECT setval('{sequence}', {last})")


def make_parts(connection: PostgresConnection, month: int) -> None:
    """Make the parts of a month, in the open transaction."""
    for table in PARTED if month > 0 else ():
        part = f"CREATE TABLE IF NOT EXISTS {table}_{part_name(month)} PARTITION OF {table}"
        connection.run(f"{part} FOR VALUES FROM ({month << _MONTH_BITS}) TO ({(month + 1) << _MONTH_BITS})")


def part_name(month: int) -> str:
    """Return how the parts of a month are called, behind the name of the table."""
    year, number = divmod(month, 12)
    return f"{_FIRST_YEAR + year}_{number + 1:02}"


def months_of(first: int, last: int) -> range:
    """Return the months in which keys lie."""
    return range(first >> _MONTH_BITS, (last >> _MONTH_BITS) + 1)
