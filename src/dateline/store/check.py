"""Prove that a ledger is whole: SQLite's own checks, the full-text index's, foreign keys, counts against codings."""

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

from dateline.errors import LedgerError
from dateline.store.packing import digest_of, digest_of_bytes, unpack, unpack_coding
from dateline.store.rows import LAYER_TABLES, layer_rows
from dateline.store.schema import open_for_writing, told

Faults = Iterator[str]
_COUNTED = {
    "event_count": ("day", "type", "country", "source", "status"), "event_count_type": ("type", "day"),
    "event_count_country": ("country", "type", "day"), "event_count_source": ("source", "day"),
    "event_count_status": ("status", "day"), "event_total": ("country", "type", "source", "status"),
    "event_count_report": ("report_key",), "event_count_confidence": ("confidence", "type", "status"),
}  # fmt: skip


def check(path: Path, *, deep: bool = True) -> list[str]:
    """Return what is wrong with a ledger, nothing where it is whole.

    Args:
        path: The file; it must be there.
        deep: Read each text, original and coding too, and compare them with their digests and rows.

    Raises:
        LedgerError: The file cannot be opened at all.
    """
    with told(path):
        connection = open_for_writing(path)
        try:
            checks = (*QUICK, *DEEP) if deep else QUICK
            return [fault for one in checks for fault in one(connection)]
        finally:
            connection.close()


def _integrity(connection: sqlite3.Connection) -> Faults:
    yield from (f"SQLite: {r[0]}" for r in connection.execute("PRAGMA integrity_check") if r[0] != "ok")


def _foreign_keys(connection: sqlite3.Connection) -> Faults:
    for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        yield f"row {row} of {table} refers to a row of {parent} that is not there"


def _full_text(connection: sqlite3.Connection) -> Faults:
    try:
        connection.execute("INSERT INTO reports_fts (reports_fts, rank) VALUES ('integrity-check', 1)")
    except sqlite3.DatabaseError as error:
        yield f"the full-text index does not agree with the reports ({error}); run `dateline ledger vacuum`"


def _times(connection: sqlite3.Connection) -> Faults:
    sql = "SELECT a.batch FROM batch a JOIN batch b ON b.batch = a.batch - 1 WHERE a.at < b.at"
    yield from (f"batch {r[0]} is dated before the one before it" for r in connection.execute(sql))


def _current(connection: sqlite3.Connection) -> Faults:
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


def _summaries(connection: sqlite3.Connection) -> Faults:
    for table, columns in _COUNTED.items():
        values = ", ".join(f"ifnull({c}, '')" for c in columns)
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


def _parties(connection: sqlite3.Connection) -> Faults:
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


def _differ(connection: sqlite3.Connection, table: str, truth: str, kept: str) -> Faults:
    sql = (
        f"SELECT count(*) FROM (SELECT * FROM ({truth} EXCEPT {kept}) UNION ALL SELECT * FROM ({kept} EXCEPT {truth}))"
    )
    n = connection.execute(sql).fetchone()[0]
    if n:
        yield f"{table} differs from the rows that it counts in {n} places"


def _families(connection: sqlite3.Connection) -> Faults:
    sizes = (
        "SELECT f.id FROM family f LEFT JOIN member m USING (family_key) GROUP BY f.family_key "
        "HAVING count(m.report_key) <> f.size OR sum(m.role = 'original') <> 1"
    )
    yield from (f"family {r[0]} has not the members that it says" for r in connection.execute(sizes))
    lone = "SELECT count(*) FROM report WHERE until IS NULL AND report_key NOT IN (SELECT report_key FROM member)"
    n = connection.execute(lone).fetchone()[0]
    if n and connection.execute("SELECT 1 FROM member LIMIT 1").fetchone():
        yield f"{n} reports are in no family"


def _texts(connection: sqlite3.Connection) -> Faults:
    for name, text, digest in connection.execute("SELECT id, text, digest FROM report WHERE until IS NULL"):
        if digest_of(text) != digest:
            yield f"report {name} has another text than its digest says"


def _originals(connection: sqlite3.Connection) -> Faults:
    for digest, packed in connection.execute("SELECT digest, packed FROM original"):
        if digest_of_bytes(unpack(packed)) != digest:
            yield f"the original {digest[:16]} has other bytes than its digest says"


def _codings(connection: sqlite3.Connection) -> Faults:
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


def _rows_of(connection: sqlite3.Connection, coding_key: int) -> int:
    count = "SELECT count(*) FROM {} WHERE coding_key = ? AND until IS NULL"
    return sum(
        int(connection.execute(count.format(table), (coding_key,)).fetchone()[0]) for table in LAYER_TABLES.values()
    )


Check = Callable[[sqlite3.Connection], Faults]
QUICK: tuple[Check, ...] = (_integrity, _foreign_keys, _full_text, _times, _current, _summaries, _parties, _families)
DEEP: tuple[Check, ...] = (_texts, _originals, _codings)


def copy(path: Path, to: Path) -> None:
    """Copy a ledger, whatever is written to it meanwhile; the copy is one file and whole.

    Raises:
        LedgerError: One of the files cannot be used, or the copy would take the place of a file.
    """
    if to.exists():
        raise LedgerError(f"{to}: is there already; give the copy another name, or remove that file first")
    part = to.with_name(f"{to.name}.part")
    with told(path):
        source = open_for_writing(path)
    with told(to):
        part.unlink(missing_ok=True)
        target = sqlite3.connect(part)
        source.backup(target)
        target.execute("PRAGMA journal_mode = DELETE")
        target.close()
        source.close()
        part.replace(to)


def vacuum(path: Path) -> tuple[int, int]:
    """Make a ledger's file as small as it can be and its full-text index anew; return its size before and after.

    Raises:
        LedgerError: The file cannot be used.
    """
    before = path.stat().st_size
    with told(path):
        connection = open_for_writing(path)
        connection.execute("INSERT INTO reports_fts (reports_fts) VALUES ('rebuild')")
        for table in (*_COUNTED, "report_count"):
            connection.execute(f"DELETE FROM {table} WHERE n = 0")
        connection.execute("VACUUM")
        connection.execute("ANALYZE")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.close()
    return before, path.stat().st_size
