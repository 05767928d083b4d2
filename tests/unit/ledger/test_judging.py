"""What people say outlives runs, can be undone, and is never dropped."""

from pathlib import Path

import pytest
from made_codings import coding, event, item, run_info

from dateline.errors import UsageError
from dateline.ledger.asking.differing import differences, find_run
from dateline.ledger.judging.judgements import Opinion, correct, judge, judgements, take_back
from dateline.store.asking.filters import Filters
from dateline.store.asking.view import View
from dateline.store.batch import Writer
from dateline.store.check import check
from dateline.store.keeping.codings import add_coding
from dateline.store.keeping.codings import find_run as run_of
from dateline.store.keeping.reports import add_report


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "news.db"
    code(path, "1", status="occurred")
    return path


def code(path: Path, version: str, **events: object) -> None:
    with Writer(path) as writer, writer.batch() as batch:
        kept = add_report(batch, item(id="x"), published=None, language="en", alike=lambda *_: True)
        add_coding(batch, kept.report_key, run_of(batch, run_info(version)), coding(events=(event(**events),)))


def rows(path: Path) -> list[tuple[object, ...]]:
    with View(path) as view:
        return [(r["status"], r["place"], r["actors"]) for r in view.find("events", Filters()).rows]


def states(path: Path) -> list[str]:
    with View(path) as view:
        return [r["state"] for r in judgements(view)]


def value(field: str, given: str) -> Opinion:
    return Opinion(kind="value", field=field, value=given, why="the paper says so", by="ada")


def test_a_correction_holds_under_every_run_and_says_when_one_contradicts(path: Path) -> None:
    assert correct(path, "x/e1", value("status", "denied")) == 1
    assert rows(path)[0][0] == "denied"
    code(path, "2", status="occurred", id="e7")
    assert (rows(path)[0][0], states(path)) == ("denied", ["holds"])
    code(path, "3", status="planned")
    assert (rows(path)[0][0], states(path)) == ("denied", ["conflict"])
    code(path, "4", status="denied")
    assert (rows(path)[0][0], states(path)) == ("denied", ["agrees"])
    code(path, "5", trigger=(60, 66))
    assert (rows(path)[0][0], states(path)) == ("occurred", ["lost"])
    assert check(path) == []


def test_what_hung_on_a_corrected_place_goes_with_it(path: Path) -> None:
    correct(path, "x/e1", value("place", "Bordo"))
    with View(path) as view:
        (row,) = view.find("events", Filters()).rows
    assert (row["place"], row["lat"], row["admin1"], row["country"]) == ("Bordo", None, None, "MLI")
    assert '"field":"place"' in row["judged"]


def test_corrected_actors_are_found_by_their_new_name(path: Path) -> None:
    correct(path, "x/e1", value("actors", "Dune Front"))
    with View(path) as view:
        assert len(view.find("events", Filters(actor="dune")).rows) == 1
        assert view.find("events", Filters(actor="Rebels")).rows == []


def test_undo_brings_back_what_the_coder_said(path: Path) -> None:
    before = rows(path)
    number = correct(path, "x/e1", value("status", "denied"))
    strike = correct(path, "x/e1", Opinion(kind="wrong", why="no such event"))
    assert rows(path) == []
    take_back(path, strike)
    take_back(path, number)
    assert rows(path) == before
    assert states(path) == ["undone", "undone"]
    with pytest.raises(UsageError, match="no judgement 1"):
        take_back(path, 1)
    assert check(path) == []


@pytest.mark.parametrize(
    ("opinion", "fault"),
    [
        (value("status", "happened"), "is one of"),
        (value("start", "Monday"), "YYYY-MM-DD"),
        (value("lat", "north"), "a number"),
        (value("rule", "x"), "no field 'rule'"),
    ],
)
def test_a_value_that_a_field_cannot_have_is_wrong_usage(path: Path, opinion: Opinion, fault: str) -> None:
    with pytest.raises(UsageError, match=fault):
        correct(path, "x/e1", opinion)
    assert states(path) == []


def test_two_records_are_judged_and_one_is_not_two(path: Path) -> None:
    said = Opinion(kind="same", why="one shelling")
    judge(path, "x/e1", "x/a1", said)
    with View(path) as view:
        (row,) = judgements(view)
    assert (row["kind"], row["state"], row["other_report"]) == ("same", "holds", "x")
    with pytest.raises(UsageError, match="are one record"):
        judge(path, "x/e1", "x/e1", said)
    with pytest.raises(UsageError, match="no record"):
        judge(path, "x/e1", "nowhere", said)


def test_diff_says_what_changed_by_field_with_words(path: Path) -> None:
    code(path, "2", status="denied", id="e9")
    code(path, "3", trigger=(60, 66))
    with View(path) as view:
        (line,) = differences(view, 1, 2)
        gone = list(differences(view, 2, 3))
        with pytest.raises(UsageError, match="no run"):
            find_run(view, "9")
    assert (line["field"], line["before"], line["after"]) == ("status", "occurred", "denied")
    assert line["words"] == "Rebels shelled Bardo on Monday"
    assert [(r["field"], r["before"], r["after"]) for r in gone] == [
        ("record", "found", None),
        ("record", None, "found"),
    ]
