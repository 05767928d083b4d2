"""A ledger on a server: made, copied there and back, written by several at once, read meanwhile, and never half."""

import os
import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import psycopg
import pytest
from made_codings import TEXT, coding, event, item, run_info
from on_postgres import started_server

from dateline.errors import LedgerError, UsageError
from dateline.incidents.rules import load_rule
from dateline.ledger.asking.searching import search
from dateline.ledger.keeping.kinship import Kinship
from dateline.ledger.open import open_ledger
from dateline.store import schema as files
from dateline.store.address import Server, read_address
from dateline.store.asking.filters import Filters
from dateline.store.asking.view import View
from dateline.store.batch import Writer
from dateline.store.check import check, copy, vacuum
from dateline.store.fingerprint import fingerprint
from dateline.store.judging.judgements import Anchor, NewJudgement, add_judgement
from dateline.store.keeping.codings import add_coding, find_run
from dateline.store.keeping.reports import add_report
from dateline.store.postgres import schema as postgres
from dateline.store.postgres.columns import references, tables
from dateline.store.postgres.connection import PostgresConnection

pytestmark = pytest.mark.postgres
_numbers = iter(range(1_000))
_open_file, _read_file = files.open_for_writing, files.open_for_reading


@pytest.fixture
def server(database: str) -> Server:
    """Return where a new ledger may lie."""
    return Server(database, f"ledger_{next(_numbers)}")


@pytest.fixture(autouse=True)
def files_are_files(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let paths be files here."""
    monkeypatch.setattr(files, "open_for_writing", _open_file)
    monkeypatch.setattr(files, "open_for_reading", _read_file)


def keep(address: Server | Path, *names: str, text: str = TEXT) -> None:
    """Keep coded reports, each in a transaction of its own."""
    with Writer(address) as writer:
        for name in names:
            with writer.batch() as batch:
                words = f"{text} {name} said so."
                kept = add_report(batch, item(words, id=name), published="2024-03-05", language="en",
                                  alike=lambda *_: False)  # fmt: skip
                Kinship().place(batch, kept, item(words, id=name))
                made = coding(name, words, events=(event(),))
                add_coding(batch, kept.report_key, find_run(batch, run_info()), made)


def names(address: Server) -> list[str]:
    with View(address) as view:
        return sorted(r["id"] for r in view.rows("SELECT id FROM v_reports"))


def rows(connection: sqlite3.Connection) -> dict[str, list[tuple[object, ...]]]:
    return {name: connection.execute(f"SELECT * FROM {name} ORDER BY 1, 2").fetchall() for name in tables()}


def test_a_server_has_the_tables_and_columns_of_a_file(server: Server) -> None:
    with closing(postgres.open_for_writing(server, wait=1.0)) as made:
        sql = (
            "SELECT table_name, array_agg(column_name::text ORDER BY ordinal_position) FROM information_schema.columns "
            "JOIN pg_class c ON c.relname = table_name AND c.relnamespace = table_schema::regnamespace "
            "WHERE table_schema = %s AND NOT c.relispartition AND c.relkind IN ('r', 'p') GROUP BY 1"
        )
        found = {name: tuple(columns) for name, columns in made.run(sql, (server.schema,))}
        assert found.pop("reports_fts") == ("rowid", "words")
        assert found == {name: table.columns for name, table in tables().items()}
        keys = (
            "SELECT conrelid::regclass::text, confrelid::regclass::text FROM pg_constraint "
            "WHERE contype = 'f' AND conparentid = 0 AND connamespace = %s::regnamespace"
        )
        kept = {(t.split(".")[-1].strip('"'), p.split(".")[-1].strip('"')) for t, p in made.run(keys, (server.schema,))}
        assert {(table, parent) for table, _, parent, _ in references()} <= kept


def test_steps_have_the_numbers_of_a_files() -> None:
    known = [int(path.name[:3]) for path in files.steps()]
    assert list(postgres.steps()) == known[known.index(min(postgres.steps())) :]


def test_a_copy_there_and_back_is_the_same_row_for_row(server: Server, tmp_path: Path) -> None:
    first, again = tmp_path / "first.db", tmp_path / "again.db"
    keep(first, "ana", "boris", "cem")
    with open_ledger(first) as ledger:
        assert len(ledger.incidents()) > 0
    with Writer(first) as writer, writer.batch() as batch:
        digest = str(batch.one("SELECT digest FROM report WHERE id = 'ana'"))
        anchor = Anchor(layer="events", digest=digest, span=(7, 14))
        add_judgement(batch, NewJudgement(kind="wrong", anchor=anchor, why="no", field="type", was="ASSAULT"))
    copy(first, server)
    assert check(server) == []
    copy(server, again)
    with closing(sqlite3.connect(first)) as one, closing(sqlite3.connect(again)) as other:
        assert rows(one) == rows(other)
        layout = "SELECT name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_stat%' ORDER BY name"
        assert one.execute(layout).fetchall() == other.execute(layout).fetchall()
        numbers = "SELECT * FROM sqlite_sequence ORDER BY 1"
        assert one.execute(numbers).fetchall() == other.execute(numbers).fetchall()
    assert check(again) == []
    assert fingerprint(first) == fingerprint(server) == fingerprint(again)


def test_a_copy_is_written_on_to(server: Server, tmp_path: Path) -> None:
    path = tmp_path / "first.db"
    keep(path, "ana")
    copy(path, server)
    keep(server, "boris")
    assert names(server) == ["ana", "boris"]
    assert check(server) == []


def test_nothing_is_copied_over_a_ledger(server: Server, tmp_path: Path) -> None:
    keep(tmp_path / "first.db", "ana")
    keep(server, "boris")
    with pytest.raises(LedgerError, match="there is a ledger already"):
        copy(tmp_path / "first.db", server)
    assert names(server) == ["boris"]


def test_both_say_the_same_of_the_same_reports(server: Server, tmp_path: Path) -> None:
    for address in (tmp_path / "a.db", server):
        keep(address, "ana", "boris")
    assert fingerprint(tmp_path / "a.db") == fingerprint(server)


def test_writers_take_turns_and_nothing_is_lost(server: Server) -> None:
    keep(server)
    writers = [threading.Thread(target=keep, args=(server, *(f"w{n}-{k}" for k in range(8)))) for n in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert len(names(server)) == 32
    assert check(server) == []


def test_a_reader_sees_one_state_while_others_write(server: Server) -> None:
    keep(server, "ana")
    with View(server) as view:
        view.connection.execute("BEGIN")
        assert view.count("reports", Filters()) == 1
        keep(server, "boris")
        assert view.count("reports", Filters()) == 1
    assert names(server) == ["ana", "boris"]


def test_a_ledger_that_another_writes_to_says_so(server: Server) -> None:
    with Writer(server) as holder, holder.batch(), Writer(server, wait=0.1) as late:
        begun = pytest.raises(LedgerError, match="another process writes to it")
        with begun, late.batch():
            pass


_KILLED = """
import sys, time
from test_ledger_on_server import keep
from dateline.store.address import Server
from dateline.store.batch import Writer
server = Server(sys.argv[1], sys.argv[2])
for n in range(10_000):
    keep(server, f"k{n:04}")
    print(n, flush=True)
"""


def test_a_writer_that_is_killed_loses_its_open_batch_alone(server: Server) -> None:
    keep(server)
    paths = [str(Path(__file__).parent), *sys.path]
    child = subprocess.Popen(
        [sys.executable, "-c", _KILLED, server.database, server.schema], stdout=subprocess.PIPE, text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
    )  # fmt: skip
    assert child.stdout is not None
    for line in child.stdout:
        if int(line) == 2:
            break
    child.send_signal(signal.SIGKILL)
    child.wait()
    child.stdout.close()
    assert names(server)[:3] == ["k0000", "k0001", "k0002"]
    assert check(server) == []
    keep(server, "after")
    assert "after" in names(server)


def test_a_server_that_dies_loses_nothing_that_was_kept(server: Server) -> None:
    with started_server(settings=()) as running:
        mortal = Server(running.address, server.schema)
        keep(mortal, "ana")
        with pytest.raises(LedgerError, match="what was written before is kept"):
            _write_until(mortal, running.crash)
        running.start()
        assert names(mortal) == ["ana"]
        assert check(mortal) == []


def _write_until(server: Server, end: Callable[[], None]) -> None:
    with Writer(server) as writer, writer.batch() as batch:
        add_report(batch, item(id="half"), published=None, language="en", alike=lambda *_: False)
        end()
        batch.one("SELECT 1")


def test_rows_of_a_month_lie_in_its_parts(server: Server) -> None:
    month = postgres.month_of(datetime(2026, 11, 3, tzinfo=UTC))
    postgres.open_for_writing(server, wait=1.0, month=month).close()
    keep(server, "ana")
    today = postgres.part_name(postgres.month_of(datetime.now(UTC)))
    with closing(PostgresConnection(server, wait=1.0)) as made:
        parts = "SELECT relname FROM pg_class WHERE relnamespace = %s::regnamespace AND relname ~ '^event_20.._..$'"
        assert {"event_2026_11", f"event_{today}"} == {row[0] for row in made.run(parts, (server.schema,))}
        assert made.run(f"SELECT count(*) FROM event_{today}").fetchone() == (1,)
        (line,) = (row[0] for row in made.run("EXPLAIN SELECT 1 FROM event WHERE event_key = 7") if "Scan" in row[0])
        assert "event_before" in line  # a key leads to the one part in which it lies


def test_keys_of_a_later_month_come_after_those_of_an_earlier(server: Server) -> None:
    for month in (320, 321):
        with closing(postgres.open_for_writing(server, wait=1.0, month=month)) as made:
            sql = "SELECT nextval('event_event_key_seq')"
            assert made.run(sql).fetchone()[0] >> 32 == month  # type: ignore[index]  # there is one


def test_a_role_that_may_only_read_reads(server: Server) -> None:
    keep(server, "ana")
    with closing(PostgresConnection(server, wait=1.0)) as made:
        made.run(f"DROP ROLE IF EXISTS reader_{server.schema}; CREATE ROLE reader_{server.schema} LOGIN")
        made.run(f"GRANT USAGE ON SCHEMA {server.schema} TO reader_{server.schema}")
        made.run(f"GRANT SELECT ON ALL TABLES IN SCHEMA {server.schema} TO reader_{server.schema}")
    reader = Server(server.database.replace("//dateline@", f"//reader_{server.schema}@"), server.schema)
    assert names(reader) == ["ana"]
    with pytest.raises(LedgerError, match="your role may not do this"):
        keep(reader, "boris")


def test_faults_say_what_to_do(server: Server, database: str) -> None:
    with pytest.raises(LedgerError, match="no such ledger"):
        View(server)
    with pytest.raises(LedgerError, match="createdb"):
        View(Server(database.replace("/postgres?", "/nowhere?")))
    with pytest.raises(LedgerError, match="that the server runs") as caught:
        View(read_address("postgresql://ana:secret@127.0.0.1:1/news"))
    assert "secret" not in str(caught.value)


def test_other_schemas_are_refused(server: Server) -> None:
    with closing(PostgresConnection(server, wait=1.0)) as made:
        made.run(f"CREATE SCHEMA {server.schema}; CREATE TABLE {server.schema}.t (a INT)")
        with pytest.raises(LedgerError, match="has tables, but no ledger"):
            Writer(server)
        made.run(f"COMMENT ON SCHEMA {server.schema} IS 'dateline ledger, schema 999, views x'")
        with pytest.raises(LedgerError, match="newer"):
            Writer(server)


def test_views_of_other_code_are_made_anew(server: Server) -> None:
    keep(server, "ana")
    with closing(PostgresConnection(server, wait=1.0)) as made:
        made.run("DROP VIEW v_withdrawn")
        made.run(f"COMMENT ON SCHEMA {server.schema} IS 'dateline ledger, schema {postgres.newest()}, views other'")
    Writer(server).__exit__()
    with View(server) as view:
        assert list(view.rows("SELECT * FROM v_withdrawn")) == []


@pytest.fixture
def told(server: Server) -> Iterator[View]:
    """Return a ledger of reports whose words are known."""
    texts = {
        "truce": "The ceasefire in Bardo held while negotiators were talking.",
        "talks": "Talks on a truce opened. A cafe was shelled.",
        "cafe": "The Café Bardo reopened.",
    }
    with Writer(server) as writer, writer.batch() as batch:
        for name, text in texts.items():
            add_report(batch, item(text, id=name, title=f"On {name}"), published=None, language="en",
                       alike=lambda *_: False)  # fmt: skip
    with View(server) as view:
        yield view


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("talk", {"truce", "talks"}),
        ("bardo cease*", {"truce"}),
        ('"ceasefire in bardo"', {"truce"}),
        ('"bardo ceasefire"', set()),
        ("cafe", {"talks", "cafe"}),
        ("bardo NOT ceasefire", {"cafe"}),
        ("title: truce", {"truce"}),
        ("the", {"truce", "cafe"}),
    ],
)
def test_reports_are_found_by_their_words(told: View, query: str, found: set[str]) -> None:
    rows, matching = search(told, query, limit=10)
    assert ({r["id"] for r in rows}, matching) == (found, len(found))


def test_snippets_show_the_words_that_were_found(told: View) -> None:
    rows, _ = search(told, "negotiators", limit=1, around=("<", ">"))
    assert "<negotiators>" in rows[0]["snippet"]


@pytest.mark.parametrize("query", ["NEAR(a b)", "talk AND"])
def test_a_query_that_is_none_is_wrong_usage(told: View, query: str) -> None:
    with pytest.raises(UsageError, match="is no query"):
        search(told, query, limit=1)
    with pytest.raises(UsageError, match="is no query"):
        told.find("events", Filters(text=query))


def test_a_very_long_text_is_found_by_its_beginning(server: Server) -> None:
    text = "Bardo fell. " + " ".join(f"word{n}x{n * 7}" for n in range(120_000))
    with Writer(server) as writer, writer.batch() as batch:
        add_report(batch, item(text, id="long"), published=None, language="en", alike=lambda *_: False)
    with View(server) as view:
        assert search(view, "bardo", limit=1)[1] == 1


def test_a_text_that_postgresql_cannot_keep_is_said(server: Server) -> None:
    with Writer(server) as writer, pytest.raises(LedgerError, match="NUL"), writer.batch() as batch:
        add_report(batch, item("A\0B", id="nul"), published=None, language="en", alike=lambda *_: False)


@pytest.mark.parametrize(
    ("harm", "fault"),
    [
        ("UPDATE report SET id = 'ana'", "version 1 more than once"),
        ("UPDATE reports_fts SET words = ''", "full-text index does not agree with 2 reports"),
        ("DELETE FROM event", "rows, but its coding"),
    ],
)
def test_check_finds_harm(server: Server, harm: str, fault: str) -> None:
    keep(server, "ana", "boris")
    with closing(PostgresConnection(server, wait=1.0)) as made:
        made.run(harm)
    assert any(fault in found for found in check(server))


def test_vacuum_mends_the_full_text_index(server: Server) -> None:
    keep(server, "ana")
    with closing(PostgresConnection(server, wait=1.0)) as made:
        made.run("UPDATE reports_fts SET words = ''")
    before, after = vacuum(server)
    assert before > 0 < after
    assert check(server) == []


def test_distances_are_the_same_with_postgis_and_without(server: Server) -> None:
    with started_server() as running:
        with psycopg.connect(running.address, autocommit=True) as raw:
            known = raw.execute("SELECT 1 FROM pg_available_extensions WHERE name = 'postgis'").fetchone()
            if known is None:
                pytest.skip("PostGIS is not installed")
            raw.execute("CREATE EXTENSION postgis")
        places = [Server(running.address, "with_it"), server]
        for place in places:
            keep(place, "ana")
        for km, n in ((80.0, 0), (90.0, 1)):
            for place in places:
                with View(place) as view:
                    assert view.count("events", Filters(near=(17.0, -0.1, km))) == n
        with View(places[0]) as view:
            view.connection.run("SET enable_seqscan = off")  # type: ignore[attr-defined]  # PostgreSQL's
            plan = "\n".join(view.explain("events", Filters(near=(17.0, -0.1, 90.0))))
        assert "site_geography" in plan or "site_near" in plan


def test_the_ledger_in_python_takes_an_address(server: Server) -> None:
    keep(server, "ana", "boris")
    address = f"{server.database}&schema={server.schema}"
    with open_ledger(address) as ledger:
        assert len(ledger.events(type="ASSAULT")) == 2
        (one,) = ledger.incidents()
        assert one.reports == 2
        assert ledger.claims(one.id)
        assert len(list(ledger.codings())) == 2
        assert ledger.coding("ana") == replace(ledger.coding("ana"))  # type: ignore[type-var]  # there is one
    assert load_rule("standard").name == one.rule
