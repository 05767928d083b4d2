"""Prove that a ledger is whole: its database's own checks, full-text index, foreign keys, counts against codings."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from dateline.errors import LedgerError
from dateline.store import schema
from dateline.store.address import Address, Server
from dateline.store.connection import Connection
from dateline.store.joining.words import WORDS
from dateline.store.opening import open_for_writing, postgres, size_of, told
from dateline.store.packing import digest_of, digest_of_bytes, unpack, unpack_coding
from dateline.store.rows import LAYER_TABLES, layer_rows

Faults = Iterator[str]
_COUNTED = {
    "event_count": ("day", "type", "country", "source", "status"), "event_count_type": ("type", "day"),
    "event_count_country": ("country", "type", "day"), "event_count_source": ("source", "day"),
    "event_count_status": ("status", "day"), "event_total": ("country", "type", "source", "status"),
    "event_count_report": ("report_key",), "event_count_confidence": ("confidence", "type", "status"),
}  # fmt: skip
_NEVER_NULL = ("report_key", "confidence")


def check(path: Address, *, deep: bool = True) -> list[str]:
    """Return what is wrong with a ledger, nothing where it is whole.

    Args:
        path: The ledger; it must be there.
        deep: Read each text, original and coding too, and compare them with their digests and rows.

    Raises:
        LedgerError: It cannot be opened at all.
    """
    with told(path):
        connection = open_for_writing(path)
        try:
            own = OF_FILES if isinstance(connection, sqlite3.Connection) else postgres("checking").CHECKS
            return [fault for one in (*own, *QUICK, *(DEEP if deep else ())) for fault in one(connection)]
        finally:
            connection.close()


def _integrity(connection: Connection) -> Faults:
    yield from (f"SQLite: {r[0]}" for r in connection.execute("PRAGMA integrity_check") if r[0] != "ok")


def _foreign_keys(connection: Connection) -> Faults:
    for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        yield f"row {row} of {table} refers to a row of {parent} that is not there"


def _full_text(connection: Connection) -> Faults:
    try:
        connection.execute("INSERT INTO reports_fts (reports_fts, rank) VALUES ('integrity-check', 1)")
    except sqlite3.DatabaseError as error:
        yield f"the full-text index does not agree with the reports ({error}); run `dateline ledger vacuum`"


def _times(connection: Connection) -> Faults:
    sql = "SELECT a.batch FROM batch a JOIN batch b ON b.batch = a.batch - 1 WHERE a.at < b.at"
    yield from (f"batch {r[0]} is dated before the one before it" for r in connection.execute(sql))


def _current(connection: Connection) -> Faults:
    """Each report has one current coding where it has a good one, and only current ones have rows that hold."""
    many = "SELECT report_key FROM coding WHERE current GROUP BY 1 HAVING count(*) > 1"
    yield from (f"report {r[0]} has several current codings" for r in connection.execute(many))
    none = (
        "SELECT r.id FROM report r JOIN coding c USING (report_key) WHERE r.until IS NULL GROUP BY r.report_key "
        "HAVING max(c.current) = 0 AND sum(c.error IS NULL) > 0"
    )
    yield from (f"report {r[0]} has codings, but none is current" for r in connection.execute(none))
    for table in LAYER_TABLES.values():
        sql = f"SELECT count(*) FROM {table} t JOIN coding c USING (coding_key) WHERE t.until IS NULL AND NOT c.current"
        n = connection.execute(sql).fetchone()[0]
        if n:
            yield f"{n} rows of {table} hold, but their coding is not current"


def _summaries(connection: Connection) -> Faults:
    for table, columns in _COUNTED.items():
        values = ", ".join(c if c in _NEVER_NULL else f"ifnull({c}, '')" for c in columns)
        truth = f"SELECT {values}, count(*) FROM event WHERE until IS NULL GROUP BY {values}"
        kept = f"SELECT {', '.join(columns)}, n FROM {table} WHERE n <> 0"
        yield from _differ(connection, table, truth, kept)
    there = "SELECT site, count(*) FROM event WHERE until IS NULL AND site IS NOT NULL GROUP BY 1"
    yield from _differ(connection, "site", there, "SELECT site_key, n FROM site WHERE n <> 0")
    truth = (
        "SELECT ifnull(published, ''), ifnull(source, ''), ifnull(language, ''), count(*) FROM report "
        "WHERE until IS NULL GROUP BY 1, 2, 3"
    )
    yield from _differ(connection, "report_count", truth, "SELECT * FROM report_count WHERE n <> 0")


def _parties(connection: Connection) -> Faults:
    """The parts of events say the same as the events."""
    both = ("day", "type", "status", "source", "mode", "confidence", "report_key", "site")
    same = " AND ".join((*(f"p.{name} IS e.{name}" for name in both), "p.at IS e.country"))
    sql = (
        "SELECT count(*) FROM party p JOIN event e ON e.event_key = p.record_key "
        f"WHERE layer = 'events' AND NOT ({same} AND p.live = (e.until IS NULL))"
    )
    n = connection.execute(sql).fetchone()[0]
    if n:
        yield f"{n} parts of events differ from their events"


def _words(connection: Connection) -> Faults:
    """What incidents are filtered by says the same as their events."""
    for table, (sql, columns) in WORDS.items():
        yield from _differ(connection, table, sql.format("i.until IS NULL"), f"SELECT {columns} FROM {table}")
    truth = "SELECT rule, count(*) FROM incident WHERE until IS NULL GROUP BY rule"
    yield from _differ(connection, "incident_count", truth, "SELECT rule, n FROM incident_count WHERE n <> 0")


def _differ(connection: Connection, table: str, truth: str, kept: str) -> Faults:
    sql = (
        f"SELECT count(*) FROM (SELECT * FROM ({truth} EXCEPT {kept}) UNION ALL SELECT * FROM ({kept} EXCEPT {truth}))"
    )
    n = connection.execute(sql).fetchone()[0]
    if n:
        yield f"{table} differs from the rows that it counts in {n} places"


def _families(connection: Connection) -> Faults:
    sizes = (
        "SELECT f.id FROM family f LEFT JOIN member m USING (family_key) GROUP BY f.family_key "
        "HAVING count(m.report_key) <> f.size OR sum(m.role = 'original') <> 1"
    )
    yield from (f"family {r[0]} has not the members that it says" for r in connection.execute(sizes))
    lone = "SELECT count(*) FROM report WHERE until IS NULL AND report_key NOT IN (SELECT report_key FROM member)"
    n = connection.execute(lone).fetchone()[0]
    if n and connection.execute("SELECT 1 FROM member LIMIT 1").fetchone():
        yield f"{n} reports are in no family"


def _texts(connection: Connection) -> Faults:
    for name, text, digest in connection.execute("SELECT id, text, digest FROM report WHERE until IS NULL"):
        if digest_of(text) != digest:
            yield f"report {name} has another text than its digest says"


def _originals(connection: Connection) -> Faults:
    for digest, packed in connection.execute("SELECT digest, packed FROM original"):
        if digest_of_bytes(unpack(packed)) != digest:
            yield f"the original {digest[:16]} has other bytes than its digest says"


def _codings(connection: Connection) -> Faults:
    """Each coding can be read, and a current one has a row for each record but those that people called wrong."""
    sql = (
        "SELECT c.coding_key, r.id, r.digest, r.text, c.packed, c.records, c.current "
        "FROM coding c JOIN report r USING (report_key) WHERE c.packed IS NOT NULL"
    )
    for key, name, digest, text, packed, records, current in connection.execute(sql):
        found = sum(1 for _ in layer_rows(unpack_coding(packed, text=text)))
        if found != records:
            yield f"the coding of report {name} holds {found} records, not {records}"
        judged = connection.execute("SELECT 1 FROM judgement WHERE digest = ? AND field IS NULL", (digest,)).fetchone()
        if current and not judged and _rows_of(connection, key) != records:
            yield f"report {name} has {_rows_of(connection, key)} rows, but its coding {records} records"


def _rows_of(connection: Connection, coding_key: int) -> int:
    count = "SELECT count(*) FROM {} WHERE coding_key = ? AND until IS NULL"
    return sum(
        int(connection.execute(count.format(table), (coding_key,)).fetchone()[0]) for table in LAYER_TABLES.values()
    )


Check = Callable[[Any], Faults]
OF_FILES: tuple[Check, ...] = (_integrity, _foreign_keys, _full_text)
QUICK: tuple[Check, ...] = (_times, _current, _summaries, _parties, _words, _families)
DEEP: tuple[Check, ...] = (_texts, _originals, _codings)


def copy(path: Address, to: Address) -> None:
    """Copy a ledger, whatever is written to it meanwhile; a copy that is a file is one file and whole.

    Raises:
        LedgerError: One of the two cannot be used, or the copy would take the place of a file.
    """
    if isinstance(to, Path) and to.exists():
        raise LedgerError(f"{to}: is there already; give the copy another name, or remove that file first")
    if isinstance(path, Server) or isinstance(to, Server):
        postgres("copying").copy(path, to)
        return
    with told(path):
        source = open_for_writing(path)
    with told(to), closing(source):
        schema.copy_file(source, to)


def vacuum(path: Address) -> tuple[int, int]:
    """Make a ledger as small as it can be and its full-text index anew; return its size before and after.

    Raises:
        LedgerError: It cannot be used.
    """
    before = size_of(path)
    with told(path), closing(open_for_writing(path)) as connection:
        for table in (*_COUNTED, "report_count"):
            connection.execute(f"DELETE FROM {table} WHERE n = 0")
        if isinstance(connection, sqlite3.Connection):
            schema.vacuum_file(connection)
        else:
            postgres("checking").vacuum(connection)
    return before, size_of(path)
