"""Every filter on its own, counts that agree with lists, and what was held on a day."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest
from made_codings import BARDO, TEXT, coding, event, item, run_info

from dateline.errors import UsageError
from dateline.store.asking.filters import Filters
from dateline.store.asking.summaries import facets, series
from dateline.store.asking.view import View
from dateline.store.batch import Writer
from dateline.store.check import check, copy
from dateline.store.keeping.codings import add_coding, find_run
from dateline.store.keeping.reports import add_report

KYIV = replace(BARDO, id="p1", name="Kyiv", country="UKR", admin1="Kyiv City", lat=50.45, lon=30.52)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a ledger of three reports, each with one event."""
    path = tmp_path_factory.mktemp("ledger") / "news.db"
    kyiv = replace(coding(events=(event(type="PROTEST", mode="demo", start="2024-03-09", status="planned", confidence=0.4),)), places=(KYIV,))  # fmt: skip  # noqa: E501
    bardo = coding(events=(event(recipients=("a2",)),))
    undated = coding(events=(event(type="AID", mode=None, start=None, end=None, place=None, actors=()),))
    with Writer(path) as writer:
        for name, text, made, source in (
            ("mali", TEXT, bardo, "Valley Post"),
            ("kyiv", "Crowds marched in Kyiv on Saturday.", kyiv, "Coast Tribune"),
            ("aid", "Flour came at last to the camps.", undated, None),
        ):
            with writer.batch() as batch:
                kept = add_report(batch, item(text, id=name, source=source), published="2024-03-10", language="en",
                                  alike=lambda *_: False)  # fmt: skip
                own = replace(made, report=replace(made.report, id=name, text=text + " " * 90, source=source))
                add_coding(batch, kept.report_key, find_run(batch, run_info()), own)
    return path


@pytest.fixture
def view(path: Path) -> Iterator[View]:
    with View(path) as view:
        yield view


FILTERS = {
    "type": (Filters(type=("ASSAULT",)), ["mali"]),
    "types": (Filters(type=("ASSAULT", "AID")), ["mali", "aid"]),
    "mode": (Filters(mode=("demo",)), ["kyiv"]),
    "actor by part of a name": (Filters(actor="rebel"), ["kyiv", "mali"]),
    "actor by country": (Filters(actor="MLI"), ["kyiv", "mali"]),
    "recipient": (Filters(actor="Army"), ["mali"]),
    "country": (Filters(country=("UKR",)), ["kyiv"]),
    "place": (Filters(place="bardo"), ["mali"]),
    "first-level unit": (Filters(place="Kyiv City"), ["kyiv"]),
    "near": (Filters(near=(50.0, 30.0, 80.0)), ["kyiv"]),
    "near, at the edge": (Filters(near=(41.45, 30.52, 1000.9)), ["kyiv"]),  # nine degrees are 1,000.8 km
    "not near": (Filters(near=(50.0, 30.0, 20.0)), []),
    "from": (Filters(since=date(2024, 3, 5)), ["kyiv"]),
    "to": (Filters(until=date(2024, 3, 5)), ["mali"]),
    "source": (Filters(source=("Valley Post",)), ["mali"]),
    "status": (Filters(status=("planned",)), ["kyiv"]),
    "confidence": (Filters(min_confidence=0.5), ["mali", "aid"]),
    "text": (Filters(text="march"), ["kyiv"]),
    "report": (Filters(report="aid"), ["aid"]),
    "none": (Filters(), ["kyiv", "mali", "aid"]),
    "two": (Filters(type=("ASSAULT",), country=("UKR",)), []),
}


@pytest.mark.parametrize(("filters", "reports"), FILTERS.values(), ids=FILTERS)
def test_events_pass_filters_and_are_counted(view: View, filters: Filters, reports: list[str]) -> None:
    found = view.find("events", filters)
    assert [r["report"] for r in found.rows] == reports
    assert view.count("events", filters) == len(reports)
    assert [r["report"] for r in view.find("events", filters, limit=1).rows] == reports[:1]
    if not filters.given & {"since", "until"}:
        wanted = set(reports) if filters.given else {"kyiv", "mali", "aid"}
        assert {r["id"] for r in view.find("reports", filters).rows} == wanted


PAIRS = [
    {**{n: getattr(a, n) for n in a.given}, **{n: getattr(b, n) for n in b.given}}
    for (a, _), (b, _) in combinations(FILTERS.values(), 2)
]


@pytest.mark.parametrize("common", [0, 10**9], ids=["walked", "gathered"])
def test_any_two_filters_are_counted_as_they_are_listed(
    view: View, common: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("counting._FEW", "counting._FEW_THERE", "view._MANY", "view._MANY_THERE"):
        monkeypatch.setattr(f"dateline.store.asking.{name}", common)
    found = [(p, view.count("events", Filters(**p)), len(list(view.stream("events", Filters(**p))))) for p in PAIRS]
    assert [f for f in found if f[1] != f[2]] == []
    assert {n for _, n, _ in found} == {0, 1, 2}


def test_a_part_that_says_otherwise_than_its_event_is_found(path: Path, tmp_path: Path) -> None:
    harmed = tmp_path / "harmed.db"
    copy(path, harmed)
    with Writer(harmed) as writer:
        writer.connection.execute("UPDATE party SET type = 'AID' WHERE type = 'ASSAULT'")
    assert "2 parts of events differ from their events" in check(harmed)


def test_min_roots_and_filters_that_a_layer_does_not_know(view: View) -> None:
    assert view.find("events", Filters(min_roots=2)).rows == []
    with pytest.raises(UsageError, match="statements cannot be filtered by place"):
        view.find("statements", Filters(place="Kyiv"))
    with pytest.raises(UsageError, match="is no query"):
        view.find("events", Filters(text='"open'))


def test_facets_and_series_count_what_lists_list(view: View) -> None:
    assert facets(view.connection, Filters(), "type") == [("AID", 1), ("ASSAULT", 1), ("PROTEST", 1)]
    assert facets(view.connection, Filters(country=("MLI",)), "source") == [("Valley Post", 1)]
    assert series(view.connection, Filters(), "week") == [("", 1), ("2024-03-04", 2)]
    assert series(view.connection, Filters(since=date(2024, 3, 1)), "month") == [("2024-03", 2)]


def test_a_ledger_that_nothing_harmed_is_whole(path: Path) -> None:
    assert [f for f in check(path) if "no family" not in f] == []


@pytest.mark.parametrize(
    ("harm", "fault"),
    [
        ("DELETE FROM event WHERE type = 'AID'", "rows, but its coding"),
        ("UPDATE event_count SET n = 9 WHERE type = 'AID'", "event_count differs"),
        ("UPDATE site SET n = 9 WHERE place = 'Kyiv'", "site differs"),
        pytest.param(
            "DROP TRIGGER report_reindexed; UPDATE report SET text = 'x' WHERE id = 'aid'",
            "full-text",
            marks=pytest.mark.sqlite("its triggers"),
        ),
        ("UPDATE report SET digest = 'x' WHERE id = 'aid'", "another text"),
        pytest.param(
            "PRAGMA foreign_keys = OFF; DELETE FROM run", "refers to a row", marks=pytest.mark.sqlite("its settings")
        ),
        ("UPDATE coding SET current = 0", "none is current"),
    ],
)
def test_check_finds_harm(path: Path, tmp_path: Path, harm: str, fault: str) -> None:
    harmed = tmp_path / "harmed.db"
    copy(path, harmed)
    with Writer(harmed) as writer:
        for statement in harm.split("; "):
            writer.connection.execute(statement)
    assert any(fault in found for found in check(harmed))


def test_as_of_answers_with_what_was_held(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    for n, status in enumerate(("planned", "occurred"), start=1):
        with Writer(path) as writer, writer.batch() as batch:
            kept = add_report(batch, item(id="x"), published=None, language="en", alike=lambda *_: True)
            made = coding(events=(event(status=status),))
            add_coding(batch, kept.report_key, find_run(batch, run_info(str(n))), made)
            batch.connection.execute("UPDATE batch SET at = ? WHERE batch = ?", (f"2024-01-0{n}T10:00", batch.number))
    with View(path) as view:
        held = [view.find("events", Filters(as_of=date(2024, 1, n))).rows for n in (1, 2, 3)]
        assert [[r["status"] for r in rows] for rows in held] == [["planned"], ["occurred"], ["occurred"]]
        assert view.count("events", Filters(as_of=date(2024, 1, 1))) == 1
        with pytest.raises(UsageError, match="begun on 2024-01-01"):
            view.find("events", Filters(as_of=date(2023, 12, 31)))
