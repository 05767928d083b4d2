"""A watch keeps each story once and codes it, whatever the server does, and goes on where it stopped."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from made_watch import Counts, coded, plan_of, reports, watch_until

from dateline.errors import LedgerError
from dateline.model.item import Item
from dateline.store.batch import Writer
from dateline.watching import state as watching_state
from dateline.watching.state import State
from dateline.watching.watch import reason_to_hold
from faulty_server import FaultyServer

pytest.importorskip("protego")
pytest.importorskip("feedparser")


@pytest.fixture
def server() -> Iterator[FaultyServer]:
    with FaultyServer(feeds=2, faults=0.0, slow=0.3) as made:
        yield made


def kept(new: int, *, looks: int = 1) -> Callable[[State], bool]:
    """Return what tells whether so many reports are new and coded, and each feed was looked at well so often."""

    def enough(state: State) -> bool:
        looked = all(feed.looks - feed.failed >= looks for feed in state.feeds.values())
        return looked and state.counts["coded"] >= new

    return enough


def ids(server: FaultyServer) -> list[str]:
    return sorted(story.guid for story in server.stories)


def test_what_feeds_list_is_kept_once_and_coded(server: FaultyServer, tmp_path: Path) -> None:
    server.publish(8)
    state, log = watch_until(kept(8, looks=3), plan_of(server), tmp_path / "n.db")
    assert reports(tmp_path / "n.db") == ids(server)
    assert coded(tmp_path / "n.db") == state.counts["coded"] == 8
    assert (log[0]["event"], log[-1]["event"]) == ("begun", "ended")


def test_a_watch_goes_on_where_it_stopped(server: FaultyServer, tmp_path: Path) -> None:
    server.publish(6)
    watch_until(kept(6), plan_of(server), tmp_path / "n.db")
    server.paths.clear()
    server.publish(2)
    watch_until(kept(2), plan_of(server), tmp_path / "n.db")
    assert reports(tmp_path / "n.db") == ids(server)
    asked = {path.rsplit("/", 1)[1] for path in server.paths if path.startswith("/page/")}
    assert asked == {"story-0-6", "story-1-7"}


def test_stories_survive_a_faulty_server(tmp_path: Path) -> None:
    with FaultyServer(feeds=3, faults=0.5, slow=0.2, seed=3) as server:
        server.publish(9)
        path = tmp_path / "n.db"
        watch_until(lambda s: sum(f.failed for f in s.feeds.values()) > 3, plan_of(server), path)
        server.publish(3)
        server.faults = 0.0
        watch_until(lambda s: kept(0, looks=2)(s) and coded(path) == 12, plan_of(server), path)
        assert reports(path) == ids(server)
        assert coded(path) == 12


def test_a_feed_that_fails_is_looked_at_less_and_is_no_report(tmp_path: Path) -> None:
    with FaultyServer(feeds=1) as gone:
        plan = plan_of(gone)
    state, log = watch_until(lambda s: next(iter(s.feeds.values())).failures >= 3, plan, tmp_path / "n.db")
    (feed,) = state.feeds.values()
    assert feed.last_error
    assert state.counts["quarantined"] == 0
    assert [line["items"] for line in log if line["event"] == "look"] == [0] * feed.looks


def test_a_host_whose_rules_could_not_be_had_is_asked_for_them_again(server: FaultyServer, tmp_path: Path) -> None:
    server.publish(2)
    server.robots = 500

    def enough(state: State) -> bool:
        if all(feed.failed for feed in state.feeds.values()):
            server.robots = 404
        return kept(2)(state)

    watch_until(enough, plan_of(server), tmp_path / "n.db")
    assert reports(tmp_path / "n.db") == ids(server)


def test_looking_is_held_while_many_reports_wait(server: FaultyServer, tmp_path: Path) -> None:
    server.publish(30)
    plan = plan_of(server, waiting=5)
    _, log = watch_until(kept(30), plan, tmp_path / "n.db", coder=Counts(pause=0.02))
    said = [line["event"] for line in log if line["event"] in ("held", "freed")]
    assert said[:2] == ["held", "freed"]


def test_a_ledger_that_is_large_enough_is_not_added_to(server: FaultyServer, tmp_path: Path) -> None:
    server.publish(4)
    state, _ = watch_until(lambda s: s.held is not None, plan_of(server, ledger_mb=0.01), tmp_path / "n.db")
    assert state.held == "the ledger has more than 0.01 MB"
    assert state.status() == "held"


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"free_bytes": 0}, "less than 1 MB are free on the disk"),
        ({"waiting": 2_001}, "more than 2,000 reports wait to be coded"),
        ({"waiting": 2_000}, None),
        ({"waiting": 1_500, "held": "before"}, "more than 2,000 reports wait to be coded"),
        ({"waiting": 1_000, "held": "before"}, None),
    ],
)
def test_why_looking_is_held(given: dict[str, object], reason: str | None, server: FaultyServer) -> None:
    state = State({}, **{"free_bytes": 2**30, **given})  # type: ignore[arg-type]
    assert reason_to_hold(plan_of(server).watch, state) == reason


def test_a_ledger_that_cannot_be_written_is_waited_for(
    server: FaultyServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dateline.watching import watch  # noqa: PLC0415  what is put in its place

    server.publish(4)
    tries = iter(range(100))

    def keep(*given: object, **more: object) -> None:
        if next(tries) < 2:
            raise LedgerError("the disk is full; make room")
        really_keep(*given, **more)  # type: ignore[arg-type]

    really_keep = watch.keep_items
    monkeypatch.setattr(watch, "keep_items", keep)
    monkeypatch.setattr(watch, "_AFTER_TROUBLE", 0.05)
    state, log = watch_until(kept(4), plan_of(server), tmp_path / "n.db")
    assert reports(tmp_path / "n.db") == ids(server)
    assert [line["error"] for line in log if line["event"] == "trouble"] == ["the disk is full; make room"] * 2
    assert state.trouble is None


def test_what_the_ledger_does_not_take_is_left_out_alone(
    server: FaultyServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dateline.watching import watch  # noqa: PLC0415  what is put in its place

    server.publish(6)

    def keep(writer: Writer, items: Sequence[Item], **more: object) -> None:
        if any(item.id == "story-0-2" for item in items):
            raise LedgerError("a fault of ours") from sqlite3.IntegrityError()
        really_keep(writer, items, **more)  # type: ignore[arg-type]

    really_keep = watch.keep_items
    monkeypatch.setattr(watch, "keep_items", keep)
    state, log = watch_until(kept(5), plan_of(server), tmp_path / "n.db")
    assert reports(tmp_path / "n.db") == [name for name in ids(server) if name != "story-0-2"]
    assert state.counts["left_out"] >= 1
    assert {line["error"] for line in log if line["event"] == "left out"} == {"a fault of ours"}


def test_a_clock_that_jumps_is_told_and_changes_nothing(
    server: FaultyServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from time import monotonic, time  # noqa: PLC0415

    began = monotonic()
    monkeypatch.setattr(watching_state, "time", lambda: time() + (7200 if monotonic() - began > 1.5 else 0))
    server.publish(4)
    state, log = watch_until(
        lambda s: kept(4, looks=3)(s) and s.counts["clock_jumps"] > 0, plan_of(server), tmp_path / "n.db"
    )
    assert [line["seconds"] // 60 for line in log if line["event"] == "clock jumped"] == [120]
    assert reports(tmp_path / "n.db") == ids(server)
    assert state.status() == "ok"


def test_what_is_no_ledger_is_told_at_once(server: FaultyServer, tmp_path: Path) -> None:
    (tmp_path / "n.db").write_text("no ledger, but a text")
    with pytest.raises(LedgerError):
        watch_until(kept(0), plan_of(server), tmp_path / "n.db")
    with Writer(tmp_path / "fresh.db") as writer:
        assert writer.path.exists()
