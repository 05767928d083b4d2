"""Open a ledger that is a file, SQLite's, and bring it to the newest schema by numbered SQL steps."""

import sqlite3
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from dateline.errors import LedgerError
from dateline.geo import distance_km

STEPS = Path(__file__).parent / "steps"
VIEWS = Path(__file__).parent / "views.sql"
METADATA = Path(__file__).parent / "metadata.yaml"
"""What Datasette is told of a ledger."""
APPLICATION_ID = 0x646C6E31
"""What marks an SQLite file as a ledger: "dln1"."""
WAIT = 60.0
"""For so many seconds another process may hold a ledger."""
_CACHE_KIB = 65_536


def steps() -> list[Path]:
    """Return the steps in order; the number of the last one is the version of the schema."""
    return sorted(STEPS.glob("[0-9][0-9][0-9]_*.sql"))


def open_for_writing(path: Path, *, wait: float = WAIT) -> sqlite3.Connection:
    """Open a ledger, made if it is not there, and bring it to the newest schema.

    Raises:
        LedgerError: The file is no ledger, or newer than this code.
        sqlite3.DatabaseError: It is locked or cannot be opened.
    """
    connection = sqlite3.connect(path, timeout=wait, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    _set(connection)
    upgrade(connection, path)
    return connection


def open_for_reading(path: Path) -> sqlite3.Connection:
    """Open a ledger that must be there; nothing can be written through the connection.

    Raises:
        LedgerError: There is no such file, or it is no ledger of this code's version.
    """
    if not path.is_file():
        raise LedgerError(f"{path}: no such ledger; make one with `dateline ingest`, or name it with --ledger")
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None)
    _set(connection)
    _check_is_ledger(connection, path)
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version < len(steps()):
        connection.close()
        open_for_writing(path).close()
        return open_for_reading(path)
    connection.execute("PRAGMA query_only = ON")
    connection.create_function("distance_km", 4, distance_km, deterministic=True)
    return connection


def upgrade(connection: sqlite3.Connection, path: Path, *, to: int | None = None) -> None:
    """Take the steps that are missing, each in one transaction with its number; ``to`` stops earlier, for tests."""
    _check_is_ledger(connection, path)
    wanted = steps()[:to]
    done = connection.execute("PRAGMA user_version").fetchone()[0] == len(wanted)
    if done and (to is not None or _views(connection) == wanted_views()):
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        version = connection.execute("PRAGMA user_version").fetchone()[0]  # another process may have been quicker
        for number, step in enumerate(wanted, start=1):
            if number > version:
                _run(connection, step.read_text(encoding="utf-8"))
                connection.execute(f"PRAGMA user_version = {number}")
        if to is None:
            _make_views(connection)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def copy_file(source: Any, to: Path) -> None:
    """Copy an open ledger, whatever is written to it meanwhile; the copy is one file and whole."""
    part = to.with_name(f"{to.name}.part")
    part.unlink(missing_ok=True)
    target = sqlite3.connect(part)
    source.backup(target)
    target.execute("PRAGMA journal_mode = DELETE")
    target.close()
    part.replace(to)


def vacuum_file(connection: Any) -> None:
    """Make the full-text index anew, and the file as small as it can be."""
    connection.execute("INSERT INTO reports_fts (reports_fts) VALUES ('rebuild')")
    connection.execute("VACUUM")
    connection.execute("ANALYZE")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _set(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
    connection.execute("PRAGMA temp_store = MEMORY")


def _check_is_ledger(connection: sqlite3.Connection, path: Path) -> None:
    mark = connection.execute("PRAGMA application_id").fetchone()[0]
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if mark not in (0, APPLICATION_ID) or (mark == 0 and connection.execute("SELECT 1 FROM sqlite_schema").fetchone()):
        raise LedgerError(f"{path}: is an SQLite file, but no ledger; name another file with --ledger")
    if version > len(steps()):
        raise LedgerError(
            f"{path}: its schema is {version}, newer than {len(steps())} of this dateline; install the newer dateline"
        )


def _make_views(connection: sqlite3.Connection) -> None:
    """Make the public views anew: they belong to the code, not to the steps."""
    for name in _views(connection):
        connection.execute(f'DROP VIEW "{name}"')
    for statement in wanted_views().values():
        connection.execute(statement)


def _views(connection: sqlite3.Connection) -> dict[str, str]:
    return dict(connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'view'"))


@cache
def wanted_views() -> dict[str, str]:
    """Return the public views by name, in order, each as SQLite keeps it: without the comment before it."""
    found = (s[s.index("CREATE VIEW") :].rstrip("; \n") for s in _statements(VIEWS.read_text(encoding="utf-8")))
    return {statement.split()[2]: statement for statement in found}


def _run(connection: sqlite3.Connection, script: str) -> None:
    """Run a script statement by statement: ``executescript`` would end the transaction."""
    for statement in _statements(script):
        connection.execute(statement)


def _statements(script: str) -> Iterator[str]:
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
