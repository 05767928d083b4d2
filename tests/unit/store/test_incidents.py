"""Incidents are kept, filtered, found again by ids of former days, and what makes them stale is noted."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from made_codings import TEXT, coding, event, item, run_info

from dateline.errors import UsageError
from dateline.incidents.model import Claim, Incident, IncidentActor, IncidentField, IncidentPlace
from dateline.ledger.open import open_ledger
from dateline.store.asking.counting import counted_incidents
from dateline.store.asking.filters import Filters
from dateline.store.asking.view import View
from dateline.store.batch import Writer
from dateline.store.check import check
from dateline.store.joining.incidents import (
    Made,
    end_incident,
    find_incidents,
    held_with,
    move_incident,
    read_claims,
    read_incident,
    write_incident,
)
from dateline.store.keeping.codings import add_coding, find_run
from dateline.store.keeping.reports import add_report
from dateline.store.schema import upgrade

RULE = "standard@2"
STRIKE = Incident(
    id="i-1", rule=RULE, type="ASSAULT", mode="drone", title="Drone strike, Bardo, 4 March 2024", status="occurred",
    start="2024-03-04", end="2024-03-04", place=IncidentPlace(name="Bardo", country="MLI", lat=16.2, lon=-0.1),
    actors=(IncidentActor(key="MLI/rebels", name="Rebels", country="MLI", sector="REB"),),
    events=(("mali", "e1", ((7, 14),)),), reports=1, roots=2, main_of=("mali",), confidence=0.9,
    fields={"killed": IncidentField(state="conflict", value=2.0, low=2, high=5, by="lowest")},
)  # fmt: skip
CLAIM = Claim(
    incident="i-1", field="killed", value=2.0, low=2, high=2, state="conflict", chosen=True, by="lowest", roots=1,
    reports=("mali",), told="2024-03-05", spans=(("mali", ((35, 46),)),),
)  # fmt: skip


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a ledger of one report with its incident."""
    path = tmp_path / "news.db"
    with Writer(path) as writer, writer.batch() as batch:
        kept = add_report(batch, item(TEXT, id="mali", source="Valley Post"), published="2024-03-05", language="en",
                          alike=lambda *_: False)  # fmt: skip
        made = coding("mali", source="Valley Post", events=(event(),))
        add_coding(batch, kept.report_key, find_run(batch, run_info()), made)
        write_incident(batch, Made(incident=STRIKE, members=((1, kept.report_key),), claims=(CLAIM,)))
    return path


@pytest.fixture
def view(path: Path) -> Iterator[View]:
    with View(path) as view:
        yield view


def test_an_incident_comes_back_as_it_was_kept(path: Path) -> None:
    with View(path) as view:
        assert find_incidents(view, RULE, Filters()) == ([STRIKE], 1)
        assert read_claims(view, RULE, "i-1") == [CLAIM]
    with open_ledger(path) as ledger:
        assert ledger.sql("SELECT id, start, country, roots, conflicts FROM v_incidents")[0] == {
            "id": "i-1", "start": "2024-03-04", "country": "MLI", "roots": 2, "conflicts": 1,
        }  # fmt: skip
        assert ledger.sql("SELECT incident, field, value FROM v_claims")[0]["value"] == "2.0"


FILTERS = {
    "type": (Filters(type=("ASSAULT",)), Filters(type=("AID",))),
    "mode": (Filters(mode=("drone",)), Filters(mode=("demo",))),
    "country": (Filters(country=("MLI",)), Filters(country=("UKR",))),
    "status": (Filters(status=("occurred",)), Filters(status=("denied",))),
    "days": (Filters(since=date(2024, 3, 4), until=date(2024, 3, 4)), Filters(since=date(2024, 3, 5))),
    "near": (Filters(near=(16.0, 0.0, 60.0)), Filters(near=(16.0, 9.0, 60.0))),
    "roots": (Filters(min_roots=2), Filters(min_roots=3)),
    "confidence": (Filters(min_confidence=0.5), Filters(min_confidence=0.95)),
    "actor": (Filters(actor="rebels"), Filters(actor="navy")),
    "place": (Filters(place="bardo"), Filters(place="Gao")),
    "source": (Filters(source=("Valley Post",)), Filters(source=("Coast Tribune",))),
    "text": (Filters(text="shelled"), Filters(text="marched")),
    "report": (Filters(report="mali"), Filters(report="kyiv")),
}


@pytest.mark.parametrize(("passed", "failed"), FILTERS.values(), ids=FILTERS)
def test_incidents_pass_filters(view: View, passed: Filters, failed: Filters) -> None:
    assert find_incidents(view, RULE, passed, limit=1) == ([STRIKE], 1)
    assert find_incidents(view, RULE, failed) == ([], 0)


def counted(view: View, filters: Filters) -> int | None:
    found = counted_incidents(RULE, filters)
    return None if found is None else int(view.connection.execute(*found).fetchone()[0])


COUNTED = {
    "all": Filters(), "source": FILTERS["source"][0], "actor": FILTERS["actor"][0], "country": Filters(actor="MLI"),
    "days": Filters(source=("Valley Post",), since=date(2024, 3, 4), until=date(2024, 3, 4)),
}  # fmt: skip


@pytest.mark.parametrize("filters", COUNTED.values(), ids=COUNTED)
def test_incidents_are_counted_by_what_their_events_say_until_they_end(path: Path, filters: Filters) -> None:
    with View(path) as view:
        assert counted(view, filters) == 1
    with Writer(path) as writer, writer.batch() as batch:
        end_incident(batch, 1)
    with View(path) as view:
        assert counted(view, filters) == 0
    assert check(path) == []


UNCOUNTED = {
    "other source": (FILTERS["source"][1], 0), "other name": (FILTERS["actor"][1], 0),
    "later": (Filters(actor="rebels", since=date(2024, 3, 5)), 0),
    "one event must say both": (Filters(actor="rebels", source=("Valley Post",)), None),
    "more than that": (Filters(source=("Valley Post",), type=("ASSAULT",)), None),
    "an earlier batch": (Filters(source=("Valley Post",), as_of=1), None),
}  # fmt: skip


@pytest.mark.parametrize(("filters", "number"), UNCOUNTED.values(), ids=UNCOUNTED)
def test_what_a_count_cannot_tell_is_left_to_the_list(view: View, filters: Filters, number: int | None) -> None:
    assert counted(view, filters) == number


def test_a_ledger_whose_counts_of_incidents_were_tampered_with_is_not_whole(path: Path) -> None:
    with Writer(path) as writer:
        for table in ("incident_source", "incident_party", "incident_count"):
            writer.connection.execute(f"DELETE FROM {table}")
    assert [fault.split()[0] for fault in check(path)] == ["incident_source", "incident_party", "incident_count"]


@pytest.mark.sqlite("its steps")
def test_an_earlier_ledger_learns_what_the_events_of_its_incidents_say(path: Path) -> None:
    tables = ("incident_source", "incident_party", "incident_count")
    with sqlite3.connect(path, isolation_level=None) as old:
        wanted = [old.execute(f"SELECT * FROM {table}").fetchall() for table in tables]
        for (trigger,) in old.execute("SELECT name FROM sqlite_schema WHERE name LIKE '%unread'").fetchall():
            old.execute(f"DROP TRIGGER {trigger}")
        for table in (*tables, "story", "reading"):  # the last two are of the steps after
            old.execute(f"DROP TABLE {table}")
        old.execute("PRAGMA user_version = 12")
        upgrade(old, path)
        assert [old.execute(f"SELECT * FROM {table}").fetchall() for table in tables] == wanted
    old.close()
    assert all(wanted)


def test_an_id_leads_to_where_its_incident_went_for_ever(path: Path) -> None:
    with Writer(path) as writer, writer.batch() as batch:
        end_incident(batch, 1)
        for old, new in (("i-1", "i-0"), ("i-0", "i-9")):
            move_incident(batch, RULE, old, new)
        write_incident(batch, Made(incident=replace(STRIKE, id="i-9"), members=((1, 1),)))
    with View(path) as view:
        assert read_incident(view, RULE, "i-1").id == "i-9"
        assert read_incident(view, RULE, "i-9").merged_from == ("i-0", "i-1")
        with pytest.raises(UsageError, match="no incident by standard@2"):
            read_incident(view, RULE, "i-2")


def test_what_a_ledger_held_before_is_still_known(path: Path) -> None:
    with Writer(path) as writer, writer.batch() as batch:
        end_incident(batch, 1)
    with View(path) as view:
        assert find_incidents(view, RULE, Filters()) == ([], 0)
        assert view.one("SELECT count(*) AS n FROM v_incidents_history") == {"n": 1}


def serial(connection: sqlite3.Connection) -> int:
    return int(connection.execute("SELECT ifnull(max(serial), 0) FROM stale").fetchone()[0])


def test_new_ended_and_judged_events_make_their_reports_stale(path: Path) -> None:
    with Writer(path) as writer:
        before = serial(writer.connection)
        with writer.batch() as batch:
            batch.end("event", "event_key = 1")
        assert serial(writer.connection) > before
        assert writer.connection.execute("SELECT count(*) FROM stale").fetchone() == (1,)


@pytest.mark.sqlite("its steps")
def test_all_coded_reports_of_an_earlier_ledger_are_stale(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    with sqlite3.connect(path, isolation_level=None) as old:
        upgrade(old, path, to=4)
        with pytest.raises(sqlite3.OperationalError):
            old.execute("SELECT * FROM stale")
        old.execute("INSERT INTO batch VALUES (1, '2024-01-01')")
        old.execute(
            "INSERT INTO report (id, version, digest, text, origins, notes, since) VALUES ('x', 1, 'd', 'T', '', '', 1)"
        )
        old.execute("INSERT INTO run VALUES (1, 'd', 'v', 'm', 'd', 'd', 'd', '{}', 1)")
        old.execute("INSERT INTO coding VALUES (1, 1, 1, NULL, x'00', 1, 1, NULL, 1)")
        given = {
            "coding_key": 1, "report_key": 1, "id": "e1", "status": "occurred", "main": 1, "background": 0,
            "factuality": 3, "actors": "", "recipients": "", "contexts": "", "said_by": "", "quantities": "[]",
            "confidence": 1, "rule": "r", "words": "", "spans": "[]", "since": 1,
        }  # fmt: skip
        marks = ", ".join(f":{name}" for name in given)
        old.execute(f"INSERT INTO event ({', '.join(given)}) VALUES ({marks})", given)
        upgrade(old, path)
        assert old.execute("SELECT report_key FROM stale").fetchall() == [(1,)]
    old.close()


def test_what_may_be_one_with_an_incident_is_the_other_whichever_is_asked(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    with Writer(path) as writer, writer.batch() as batch:
        for n, name in enumerate(("mali", "dune"), start=1):
            one = item(f"{TEXT} It was the day of {name}.", id=name)
            kept = add_report(batch, one, published="2024-03-05", language="en", alike=lambda *_: False)
            add_coding(batch, kept.report_key, find_run(batch, run_info()), coding(name, one.text))
            made = replace(STRIKE, id=f"i-{n}", events=((name, "e1", ((7, 14),)),), main_of=(name,))
            doubted = ((1, 0.4),) if n == 2 else ()
            write_incident(batch, Made(incident=made, members=((n, kept.report_key),), claims=(), held=doubted))
    with View(path) as view:
        assert held_with(view, RULE, "i-1") == [{"incident": "i-2", "score": 0.4}]
        assert held_with(view, RULE, "i-2") == [{"incident": "i-1", "score": 0.4}]
