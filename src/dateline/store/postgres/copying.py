"""Copy a ledger to a server, from one, or from one to another: row for row, in one transaction."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from graphlib import TopologicalSorter
from pathlib import Path

from dateline.errors import LedgerError
from dateline.store import schema as files
from dateline.store.address import Address, Server
from dateline.store.connection import Connection, transaction
from dateline.store.opening import open_for_reading, open_for_writing, told, walk
from dateline.store.postgres.checking import index_texts
from dateline.store.postgres.columns import Table, references, tables
from dateline.store.postgres.connection import PostgresConnection
from dateline.store.postgres.schema import PARTED, make_parts, months_of

_AT_ONCE = 2_000


def copy(address: Address, to: Address) -> None:
    """Copy a ledger, whatever is written to it meanwhile.

    Raises:
        LedgerError: One of the two cannot be used, or there is a ledger at the other address already.
    """
    with told(address), closing(open_for_reading(address)) as source:
        source.execute("BEGIN")  # one state of the ledger
        if isinstance(to, Server):
            with told(to), closing(open_for_writing(to)) as target:
                _to_server(source, target, to)  # type: ignore[arg-type]  # a server's is PostgreSQL's
        else:
            if not to.parent.is_dir():
                raise LedgerError(f"{to}: unable to open; there is no folder {to.parent}")
            part = to.with_name(f"{to.name}.part")
            part.unlink(missing_ok=True)
            with told(to):
                _to_file(source, part)
                part.replace(to)


def ordered() -> list[tuple[str, Table]]:
    """Return the tables, each after those that it refers to."""
    known = tables()
    graph: dict[str, set[str]] = {name: set() for name in known}
    for name, _, parent, _ in references():
        graph[name].add(parent)
    return [(name, known[name]) for name in TopologicalSorter(graph).static_order()]


def _rows(source: Connection, name: str, table: Table) -> Iterator[tuple[object, ...]]:
    columns = ", ".join(f'"{column}"' for column in table.columns)
    order = ", ".join(f'"{column}"' for column in table.primary)
    return (row for _, row in walk(source, f"SELECT {columns} FROM {name} ORDER BY {order}"))


def _to_server(source: Connection, target: PostgresConnection, to: Server) -> None:
    with transaction(target):
        if target.execute("SELECT 1 FROM batch LIMIT 1").fetchone():
            raise LedgerError(f"{to}: there is a ledger already; name another schema, as ?schema=my_copy")
        for name in PARTED:
            first, last = source.execute(f"SELECT min({name}_key), max({name}_key) FROM {name}").fetchone()
            for month in months_of(first, last) if first is not None else ():
                make_parts(target, month)
        with _without_triggers(target):
            for name, table in ordered():
                columns = ", ".join(f'"{column}"' for column in table.columns)
                target.take_in(f"COPY {name} ({columns}) FROM STDIN", _rows(source, name, table))
            index_texts(target)
        _number_on(target, _numbers(source))
    target.run("ANALYZE")


@contextmanager
def _without_triggers(target: PostgresConnection) -> Iterator[None]:
    """Copy what triggers have written as it is, rather than let them write it again."""
    sql = (
        "SELECT DISTINCT c.relname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid "
        "WHERE c.relnamespace = %s::regnamespace AND NOT t.tgisinternal ORDER BY 1"
    )
    names = [row[0] for row in target.run(sql, (target.server.schema,))]
    for name in names:
        target.run(f"ALTER TABLE {name} DISABLE TRIGGER USER")
    yield
    for name in names:
        target.run(f"ALTER TABLE {name} ENABLE TRIGGER USER")


def _to_file(source: Connection, part: Path) -> None:
    target = files.open_for_writing(part)
    with closing(target):
        target.execute("PRAGMA foreign_keys = OFF")
        target.execute("PRAGMA journal_mode = DELETE")
        target.execute("BEGIN IMMEDIATE")
        triggers = target.execute(
            "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY rowid"
        ).fetchall()
        for name, _ in triggers:
            target.execute(f"DROP TRIGGER {name}")
        for name, table in ordered():
            marks = ", ".join("?" * len(table.columns))
            target.executemany(f"INSERT INTO {name} VALUES ({marks})", _rows(source, name, table))
        for _, sql in triggers:
            target.execute(sql)
        for name, number in _numbers(source).items():
            target.execute("UPDATE sqlite_sequence SET seq = ? WHERE name = ?", (number, name))
        target.execute("INSERT INTO reports_fts (reports_fts) VALUES ('rebuild')")
        target.execute("COMMIT")
        target.execute("ANALYZE")


def _numbers(source: Connection) -> Mapping[str, int]:
    """Return the last number that was given in each table whose numbers are never given again."""
    if isinstance(source, sqlite3.Connection):
        return dict(source.execute("SELECT name, seq FROM sqlite_sequence").fetchall())
    found = {name: f"{name}_{table.key}_seq" for name, table in tables().items() if name in _NEVER_AGAIN}
    return {
        name: source.execute(f"SELECT last_value FROM {sequence}").fetchone()[0] for name, sequence in found.items()
    }


_NEVER_AGAIN = ("stale", "judgement", "act")


def _number_on(target: PostgresConnection, numbers: Mapping[str, int]) -> None:
    """Let each table go on with the number after its last."""
    for name, table in tables().items():
        sql = "SELECT pg_get_serial_sequence(%s, %s)"
        row = target.run(sql, (f"{target.server.schema}.{name}", table.key)).fetchone() if table.key else None
        sequence = row[0] if row else None
        last = target.run(f"SELECT max({table.key}) FROM {name}").fetchone() if sequence else None
        if last and last[0] is not None:
            number = max(last[0], numbers.get(name, 0))
            target.run(f"SELECT setval('{sequence}', greatest({number}, (SELECT last_value FROM {sequence})))")
