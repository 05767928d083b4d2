"""``dateline timeline`` on invented reports of several months."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from dateline import open_ledger
from dateline.timelines.totals import add_up

Run = Callable[..., Result]
EXAMPLE = Path(__file__).parents[3] / "examples" / "months.jsonl"


@pytest.fixture
def months(run: Run, tmp_path: Path) -> str:
    path = str(tmp_path / "months.db")
    assert run("ingest", str(EXAMPLE), "--ledger", path).exit_code == 0
    return path


def lines(done: Result) -> list[dict[str, object]]:
    assert done.exit_code == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_change_of_position_has_the_words_of_both(run: Run, months: str) -> None:
    (line,) = lines(run("timeline", "positions", "--changes", "--ledger", months))
    (change,) = line["changes"]  # type: ignore[misc, attr-defined]
    assert (line["actor"], change["before"]["stance"], change["after"]["stance"]) == ("Ana Quispe", "for", "against")
    assert (change["before"]["quote"]["report"], change["after"]["quote"]["report"]) == ("pos-1", "pos-2")
    assert "supports" in change["before"]["quote"]["words"]
    assert "rejected" in change["after"]["quote"]["words"]


def test_pledges_are_told_once_and_totals_count_nothing_twice(run: Run, months: str) -> None:
    norway, chile = lines(run("timeline", "pledges", "--ledger", months))
    assert (norway["reports"], norway["roots"]) == (["gift-1", "gift-2", "gift-4", "gift-3"], 2)
    assert [step["stage"] for step in norway["steps"]] == ["announced", "delivered"]  # type: ignore[attr-defined]
    assert (chile["up_to"], chile["amount"]) == (True, 5e6)
    totals = {row["giver"]: row for row in lines(run("timeline", "pledges", "--totals", "--ledger", months))}
    assert (totals["Norway"]["promised"], totals["Norway"]["delivered"]) == (4e7, 4e7)
    assert (totals["Chile"]["promised"], totals["Chile"]["up_to"]) == (0, 5e6)


def test_calendar_follows_what_is_moved_and_cancelled(run: Run, months: str) -> None:
    meeting, summit = lines(run("timeline", "calendar", "--ledger", months))
    assert [turn["status"] for turn in meeting["turns"]] == ["set", "moved"]  # type: ignore[attr-defined]
    assert (meeting["start"], meeting["place"]) == ("2024-07-15", "Cusco")
    assert (summit["status"], summit["start"]) == ("cancelled", "2024-09-03")


def test_tables_and_csv_are_flat(run: Run, months: str) -> None:
    table = run("timeline", "positions", "--format", "table", "--ledger", months).stdout
    assert "against  for  sanctions on Belarus" in table
    csv = run("timeline", "pledges", "--format", "csv", "--ledger", months).stdout.splitlines()
    assert (csv[0].split(",")[:3], len(csv)) == (["number", "giver", "receiver"], 4)
    assert "2024-07-13" in run("timeline", "calendar", "--format", "table", "--ledger", months).stdout


def test_filters_and_limit(run: Run, months: str) -> None:
    (pledge,) = lines(run("timeline", "pledges", "--country", "CHL", "--ledger", months))
    assert pledge["giver"] == "Chile"
    assert len(lines(run("timeline", "calendar", "--limit", "1", "--ledger", months))) == 1
    assert lines(run("timeline", "positions", "--to", "2024-01-01", "--ledger", months)) == []


def test_from_python(months: str) -> None:
    with open_ledger(months) as ledger:
        assert [line.actor for line in ledger.position_lines(actor="Quispe")] == ["Ana Quispe"]
        assert [total.giver for total in add_up(ledger.pledges(country="NOR"))] == ["Norway"]
        assert [entry.name for entry in ledger.calendar(since="2024-09-01")] == ["summit"]
