"""Open a ledger's file and bring it to the newest schema by numbered SQL steps."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from dateline.errors import LedgerError

STEPS = Path(__file__).parent / "steps"
VIEWS = Path(__file__).parent / "views.sql"
METADATA = Path(__file__).parent / "metadata.yaml"
"""What Datasette is told of a ledger."""
APPLICATION_ID = 0x646C6E31
"""What marks an SQLite file as a ledger: "dln1"."""
_WAIT = 60.0  # seconds for another process to end its transaction
_CACHE_KIB = 65_536


def steps() -> list[Path]:
    """Return the steps in order; the number of the last one is the version of the schema."""
    return sorted(STEPS.glob("[0-9][0-9][0-9]_*.sql"))


def open_for_writing(path: Path, *, wait: float = _WAIT) -> sqlite3.Connection:
    """Open a ledger, made if it is not there, and bring it to the newest schema.

    Raises:
        LedgerError: The file is no ledger, is newer than this code, is locked or cannot be opened.
    """
    with told(path):
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
    with told(path):
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None)
        _set(connection)
        _check_is_ledger(connection, path)
        version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version < len(steps()):
        connection.close()
        open_for_writing(path).close()
        return open_for_reading(path)
    connection.execute("PRAGMA query_only = ON")
    return connection


def upgrade(connection: sqlite3.Connection, path: Path, *, to: int | None = None) -> None:
    """Take the steps that are missing, each in one transaction with its number; ``to`` stops earlier, for tests."""
    _check_is_ledger(connection, path)
    wanted = steps()[:to]
    done = connection.execute("PRAGMA user_version").fetchone()[0] == len(wanted)
    if done and (to is not None or _views(connection) == _wanted_views()):
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


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn SQLite's faults into errors that say what to do.

    Raises:
        LedgerError: Whatever SQLite raised.
    """
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise LedgerError(f"{path}: {error}; {_advice(str(error))}") from error


def _advice(fault: str) -> str:
    known = {
        "locked": "another process writes to it: wait until it ends, then run the same command again",
        "full": "make room and run the same command again: what was written before is kept",
        "disk I/O": "check the disk and run `dateline ledger check`",
        "not a database": "it is no ledger: name another file with --ledger",
        "readonly": "you may not write there: name another file with --ledger",
        "unable to open": "check the path and its permissions",
        "malformed": "it is damaged: run `dateline ledger check` and go back to your last `dateline ledger copy`",
    }
    return next((advice for word, advice in known.items() if word in fault), "run `dateline ledger check`")


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
    for statement in _wanted_views().values():
        connection.execute(statement)


def _views(connection: sqlite3.Connection) -> dict[str, str]:
    return dict(connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'view'"))


@cache
def _wanted_views() -> dict[str, str]:
    """Return the public views by name, each as SQLite keeps it: without the comment before it."""
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
