"""What the ledger keeps: each text once, runs beside each other, nothing half."""

from contextlib import suppress
from pathlib import Path

import pytest
from made_codings import TEXT, coding, event, item, run_info

from dateline.errors import UsageError
from dateline.model.item import Found, Item, Refusal
from dateline.store.asking.filters import Filters
from dateline.store.asking.view import View
from dateline.store.batch import Batch, Writer
from dateline.store.keeping.codings import add_coding, find_run
from dateline.store.keeping.reports import Kept, add_quarantine, add_report, withdraw


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "news.db"


def keep(batch: Batch, **given: object) -> Kept:
    return add_report(batch, item(**given), published="2024-03-05", language="en", alike=lambda a, b: a[:9] == b[:9])


def keep_coded(path: Path, version: str = "1", **events: object) -> None:
    with Writer(path) as writer, writer.batch() as batch:
        kept = keep(batch, id="x")
        add_coding(batch, kept.report_key, find_run(batch, run_info(version)), coding(events=(event(**events),)))


def test_a_text_is_kept_once_and_each_place_where_it_lay_is_noted(path: Path) -> None:
    with Writer(path) as writer:
        for place in ("a.txt", "b.txt", "a.txt"):
            with writer.batch() as batch:
                kept = keep(batch, found=Found(path=place))
    assert (kept.outcome, kept.id[:2], len(kept.id)) == ("known", "r-", 18)
    with View(path) as view:
        assert view.one("SELECT sightings FROM v_reports") == {"sightings": 2}
        assert view.original(kept.id) == ("text/plain", TEXT.encode())


def test_another_text_under_an_id_is_a_revision_if_alike_else_a_clash(path: Path) -> None:
    with Writer(path) as writer, writer.batch() as batch:
        keep(batch, id="x")
        assert keep(batch, id="x", text=TEXT + " It said so.").outcome == "revised"
        clash = keep(batch, id="x", text="Talks opened in Oslo.")
        assert (clash.outcome, clash.id[:2]) == ("new", "x~")
        assert keep(batch, id="x", text="Talks opened in Oslo.").outcome == "known"
        assert keep(batch, id="x").outcome == "known"
    with View(path) as view:
        assert [(r["id"][:1], r["version"]) for r in view.rows("SELECT id, version FROM v_reports")] == [
            ("x", 2),
            ("x", 1),
        ]
        assert view.one("SELECT ended FROM v_withdrawn") == {"ended": "revised"}


@pytest.mark.sqlite("its dump")
def test_what_is_known_leaves_no_trace(path: Path) -> None:
    keep_coded(path)
    before = dump(path)
    keep_coded(path)
    assert dump(path) == before


def dump(path: Path) -> list[str]:
    with View(path) as view:
        return [line for line in view.connection.iterdump() if not line.startswith('INSERT INTO "sqlite_stat')]


def test_a_batch_that_fails_leaves_nothing(path: Path) -> None:
    with Writer(path) as writer:
        with suppress(RuntimeError), writer.batch() as batch:
            keep(batch)
            raise RuntimeError
        assert writer.connection.execute("SELECT count(*) FROM report").fetchone() == (0,)


def test_a_later_run_takes_over_and_an_earlier_one_does_not(path: Path) -> None:
    keep_coded(path, "1", status="occurred")
    keep_coded(path, "2", status="denied")
    with Writer(path) as writer, writer.batch() as batch:
        kept = keep(batch, id="y", text=TEXT + "!")
        add_coding(batch, kept.report_key, find_run(batch, run_info("2")), coding(events=(event(status="denied"),)))
        add_coding(batch, kept.report_key, find_run(batch, run_info("1")), coding(events=(event(status="planned"),)))
    with View(path) as view:
        assert {r["status"] for r in view.find("events", Filters()).rows} == {"denied"}
        earlier, later = view.coding("x", run=1), view.coding("x", run=2)
        assert earlier and later and earlier.events and later.events  # noqa: PT018
        assert (earlier.events[0].status, later.events[0].status) == ("occurred", "denied")
        assert earlier.events[0].quote() == "Rebels shelled Bardo on Monday"


def test_a_failed_coding_is_kept_with_its_error_until_one_succeeds(path: Path) -> None:
    failed = coding(coded=False, error="the report took too long")
    with Writer(path) as writer, writer.batch() as batch:
        key, run = keep(batch, id="x").report_key, find_run(batch, run_info())
        assert add_coding(batch, key, run, failed)
        assert batch.one("SELECT error, coded FROM v_reports") == ("the report took too long", 0)
        assert add_coding(batch, key, run, coding())
        assert not add_coding(batch, key, run, coding())
        assert batch.one("SELECT error, coded FROM v_reports") == (None, 1)


def test_a_withdrawn_report_leaves_a_tombstone_and_what_was_known(path: Path) -> None:
    keep_coded(path)
    with Writer(path) as writer, writer.batch() as batch:
        withdraw(batch, "x", why="invented", erase=True)
    with View(path) as view:
        assert view.find("events", Filters()).rows == []
        assert view.find("reports", Filters(text="shelled")).rows == []
        assert view.one("SELECT id, ended, why FROM v_withdrawn") == {
            "id": "x",
            "ended": "withdrawn",
            "why": "invented",
        }
        assert view.original("x") is None
    with Writer(path) as writer, writer.batch() as batch:
        assert keep(batch, id="x").outcome == "known"
        with pytest.raises(UsageError, match="no report"):
            withdraw(batch, "x", why="again", erase=False)


def test_quarantine_lists_a_fault_once(path: Path) -> None:
    bad = Item(found=Found(path="a.bin"), original=b"\0\1", refused=Refusal(reason="binary", told="no text"))
    with Writer(path) as writer, writer.batch() as batch:
        assert [add_quarantine(batch, bad), add_quarantine(batch, bad)] == [True, False]
    with View(path) as view:
        assert view.one("SELECT path, reason, told FROM v_quarantine") == {
            "path": "a.bin",
            "reason": "binary",
            "told": "no text",
        }


def test_a_clock_that_is_set_back_changes_no_order(path: Path) -> None:
    keep_coded(path, "1")
    with Writer(path) as writer:
        writer.connection.execute("UPDATE batch SET at = '2999-01-01T00:00:00+00:00'")
    keep_coded(path, "2")
    with View(path) as view:
        assert [r["at"][:4] for r in view.rows("SELECT at FROM batch ORDER BY batch")] == ["2999", "2999"]
