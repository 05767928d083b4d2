"""Prove what PostgreSQL does not prove by itself: that versions are there once and texts are indexed."""

from collections.abc import Iterator
from contextlib import closing
from typing import Any

from dateline.store.address import Server
from dateline.store.connection import transaction
from dateline.store.postgres.columns import references
from dateline.store.postgres.connection import PostgresConnection
from dateline.store.postgres.schema import PARTED

_VERSIONS = "SELECT id, version FROM report GROUP BY 1, 2 HAVING count(*) > 1 ORDER BY 1, 2"
_INDEXED = (
    "SELECT count(*) FROM report r LEFT JOIN reports_fts f ON f.rowid = r.report_key "
    "WHERE f.words IS DISTINCT FROM indexed(r.title, r.text)"
)
_SIZE = (
    "SELECT coalesce(sum(pg_total_relation_size(c.oid)), 0)::bigint FROM pg_class c JOIN pg_namespace n "
    "ON n.oid = c.relnamespace WHERE n.nspname = %s AND c.relkind = 'r'"
)


def _versions(connection: PostgresConnection) -> Iterator[str]:
    yield from (f"report {name} has version {n} more than once" for name, n in connection.run(_VERSIONS))


def _foreign_keys(connection: PostgresConnection) -> Iterator[str]:
    for table, column, parent, key in references():
        sql = f'SELECT count(*) FROM {table} t LEFT JOIN {parent} p ON p.{key} = t."{column}" '
        n = _number(connection, f'{sql} WHERE t."{column}" IS NOT NULL AND p.{key} IS NULL')
        if n:
            yield f"{n} rows of {table} refer to rows of {parent} that are not there"


def _full_text(connection: PostgresConnection) -> Iterator[str]:
    n = _number(connection, _INDEXED)
    if n:
        yield f"the full-text index does not agree with {n} reports; run `dateline ledger vacuum`"


CHECKS = (_versions, _foreign_keys, _full_text)


def vacuum(connection: PostgresConnection) -> None:
    """Make the full-text index anew and let the server clear away what is gone."""
    with transaction(connection):
        connection.run("DELETE FROM reports_fts")
        index_texts(connection)
    for name in _tables(connection):
        connection.run(f"VACUUM (FULL, ANALYZE) {name}")


def size_of(server: Server) -> int:
    """Return how many bytes a ledger takes on its server."""
    with closing(PostgresConnection(server, wait=0.0, read_only=True)) as connection:
        return _number(connection, _SIZE, server.schema)


def index_texts(connection: PostgresConnection) -> None:
    """Write the full-text index of all reports."""
    connection.run("INSERT INTO reports_fts SELECT report_key, indexed(title, text) FROM report")


def _tables(connection: PostgresConnection) -> list[str]:
    sql = (
        "SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
        "WHERE n.nspname = %s AND c.relkind = 'r' ORDER BY 1"
    )
    return [str(row[0]) for row in connection.run(sql, (connection.server.schema,)) if row[0] not in PARTED]


def _number(connection: PostgresConnection, sql: str, *values: Any) -> int:
    row = connection.run(sql, values).fetchone()
    return int(row[0]) if row else 0
