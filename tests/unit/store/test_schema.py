"""A ledger of any earlier schema opens; what is no ledger, or is newer, is refused."""

import sqlite3
from pathlib import Path

import pytest

from dateline.errors import LedgerError
from dateline.store.asking.filters import Filters
from dateline.store.asking.view import View
from dateline.store.batch import Writer
from dateline.store.opening import open_for_reading, open_for_writing
from dateline.store.schema import steps, upgrade


@pytest.mark.sqlite("its steps")
@pytest.mark.parametrize("version", range(len(steps()) + 1))
def test_a_ledger_of_an_earlier_schema_is_brought_up_and_keeps_its_rows(tmp_path: Path, version: int) -> None:
    path = tmp_path / "old.db"
    with sqlite3.connect(path, isolation_level=None) as old:
        upgrade(old, path, to=version)
        if version:
            old.execute("INSERT INTO batch VALUES (1, '2024-01-01')")
            columns = "id, version, digest, text, origins, notes, since"
            old.execute(f"INSERT INTO report ({columns}) VALUES ('x', 1, 'd', 'Talks', '{{}}', '[]', 1)")
    old.close()
    new, fresh = open_for_writing(path), open_for_writing(tmp_path / "new.db")
    assert new.execute("PRAGMA user_version").fetchone() == (len(steps()),)
    layout = "SELECT name, sql FROM sqlite_schema ORDER BY name"
    assert new.execute(layout).fetchall() == fresh.execute(layout).fetchall()
    assert new.execute("SELECT count(*) FROM v_reports").fetchone() == (int(version > 0),)
    new.close(), fresh.close()


@pytest.mark.sqlite("its steps")
def test_events_of_an_earlier_ledger_are_counted_by_who_takes_part_and_where(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    with sqlite3.connect(path, isolation_level=None) as old:
        upgrade(old, path, to=4)
        old.execute("INSERT INTO batch VALUES (1, '2024-01-01')")
        _insert(old, "report", id="x", version=1, digest="d", text="Talks", origins="{}", notes="[]", since=1)
        _insert(old, "run", digest="d", **dict.fromkeys(("version", "model", "model_digest"), "m"),
                lexicon_digest="l", gazetteer_digest="g", options="{}", since=1)  # fmt: skip
        _insert(old, "coding", report_key=1, run=1, records=1, since=1, current=1)
        said = dict.fromkeys(("contexts", "said_by", "quantities", "rule", "words", "spans"), "")
        _insert(old, "event", coding_key=1, report_key=1, id="e1", type="AID", status="planned", main=1, background=0,
                factuality=1, day="2024-01-02", country="MLI", actors="Rebels", recipients="", confidence=0.75, since=1,
                place="Bardo", lat=16.2, lon=-0.1, **said)  # fmt: skip
        _insert(old, "name", folded="rebels")
        _insert(old, "party", layer="events", record_key=1, role="actor", name_key=1, country="MLI")
    old.close()
    with View(path) as view:
        counts = [
            view.count("events", Filters(actor="rebel", type=(kind,), country=("MLI",), min_confidence=0.7))
            for kind in ("AID", "ASSAULT")
        ]
        assert counts == [1, 0]
        assert view.count("events", Filters(min_confidence=0.7, status=("planned",))) == 1
        where = (
            Filters(place="bardo"),
            Filters(near=(16.0, 0.0, 40.0)),
            Filters(place="Bardo", actor="rebel", type=("AID",)),
        )
        assert [(view.count("events", f), len(view.find("events", f).rows)) for f in where] == [(1, 1)] * 3
        assert view.count("events", Filters(near=(16.0, 0.0, 10.0))) == 0


def _insert(ledger: sqlite3.Connection, table: str, **row: object) -> None:
    ledger.execute(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})", tuple(row.values()))


def test_steps_are_numbered_without_gaps() -> None:
    assert [int(p.name[:3]) for p in steps()] == list(range(1, len(steps()) + 1))


@pytest.mark.sqlite("its number of a version")
def test_a_ledger_of_a_newer_dateline_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    open_for_writing(path).close()
    with sqlite3.connect(path) as newer:
        newer.execute("PRAGMA user_version = 999")
    newer.close()
    with pytest.raises(LedgerError, match="newer"):
        open_for_writing(path)


@pytest.mark.sqlite("other files")
def test_another_database_and_another_file_are_refused(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "other.db") as other:
        other.execute("CREATE TABLE t (a)")
    other.close()
    with pytest.raises(LedgerError, match="no ledger"):
        open_for_writing(tmp_path / "other.db")
    (tmp_path / "text.db").write_text("This is a text, long enough to be no header of SQLite at all." * 20)
    with pytest.raises(LedgerError, match="no ledger"):
        open_for_reading(tmp_path / "text.db")
    with pytest.raises(LedgerError, match="no such ledger"):
        open_for_reading(tmp_path / "none.db")


def test_a_locked_ledger_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    holder = open_for_writing(path)
    holder.execute("BEGIN IMMEDIATE")
    with Writer(path, wait=0.1) as writer, pytest.raises(LedgerError, match="another process"), writer.batch():
        pass
    holder.close()
