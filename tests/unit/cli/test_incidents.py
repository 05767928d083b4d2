"""What ``dateline incidents`` and ``dateline claims`` print, and what they refuse."""

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner, Result
from made_stories import ALL, make

from dateline.cli.app import app
from dateline.cli.main import run as run_command


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> str:
    return str(make(tmp_path_factory.mktemp("ledger") / "news.db", ALL))


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, arguments, catch_exceptions=False)


def lines(*arguments: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in run(*arguments, "--format", "jsonl").stdout.splitlines()]


def test_incidents_are_lines_of_json_a_table_or_csv(ledger: str) -> None:
    found = lines("incidents", "--ledger", ledger)
    assert len(found) == 4
    assert {"id", "rule", "type", "title", "events", "roots", "main_of", "fields", "related", "merged_from"} <= {
        *found[0]
    }
    table = run("incidents", "--ledger", ledger, "--format", "table", "--country", "UKR", "--limit", "1").stdout
    assert "1 of 4 incidents by standard@2" in table
    rows = run("incidents", "--ledger", ledger, "--format", "csv", "--type", "CONSULT").stdout.splitlines()
    assert len(rows) == 2


def test_an_engine_makes_the_groups_of_the_ledger(ledger: str) -> None:
    joined = {
        tuple(f"{report}/{event}" for report, event, _ in one["events"])
        for one in lines("incidents", "--ledger", ledger)
    }  # type: ignore[attr-defined]
    found = lines("incidents", "--ledger", ledger, "--on", "processes", "--jobs", "2")
    names = ([one["first"], *filter(None, str(one["others"]).split("; "))] for one in found)
    assert {*map(tuple, names)} == joined
    assert sum(one["events"] > 1 for one in found) == 1  # type: ignore[operator]


@pytest.mark.parametrize(
    ("given", "why"),
    [(["--on", "abacus"], "no such engine"), (["--on", "processes", "--country", "UKR"], "leave out --country")],
    ids=["engine", "filter"],
)
def test_an_engine_that_is_none_and_a_part_of_its_groups_are_refused(
    ledger: str, capsys: pytest.CaptureFixture[str], given: list[str], why: str
) -> None:
    assert run_command(["incidents", "--ledger", ledger, *given]) == 2
    assert why in capsys.readouterr().err


def test_a_score_is_explained_as_a_sum(ledger: str) -> None:
    told = run("incidents", "--ledger", ledger, "--explain", "capital/e1", "nine/e1").stdout.splitlines()
    numbers = [float(line.split()[0]) for line in told[1:]]
    assert sum(numbers[:-1]) == pytest.approx(numbers[-1], abs=0.02)
    towns = run("incidents", "--ledger", ledger, "--explain", "tavna/e1", "orlec/e1").stdout
    assert "they cannot be one" in towns


def test_claims_are_listed_and_drawn(ledger: str, tmp_path: Path) -> None:
    (both,) = [one for one in lines("incidents", "--ledger", ledger) if one["reports"] == 2]
    picture = tmp_path / "claims.svg"
    found = lines("claims", str(both["id"]), "--ledger", ledger, "--svg", str(picture))
    assert {"killed", "place", "start", "status"} <= {claim["field"] for claim in found}
    told = "".join(ElementTree.parse(picture).getroot().itertext())
    assert "Drone strike, Kyiv, 2 May 2024" in told
    assert "9 · 1 source · taken (range)" in told


def test_an_incident_is_shown_with_its_claims(ledger: str) -> None:
    one = lines("incidents", "--ledger", ledger, "--type", "CONSULT")[0]
    told = json.loads(run("show", str(one["id"]), "--ledger", ledger, "--format", "json").stdout)
    assert told["incidents"][0]["incident"]["id"] == one["id"]


def test_what_is_not_there_is_wrong_usage(ledger: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert run_command(["claims", "i-0", "--ledger", ledger]) == 2
    assert "no incident by standard@2" in capfd.readouterr().err
    assert run_command(["incidents", "--rule", "lenient", "--ledger", ledger]) == 2
    assert "strict, standard, loose" in capfd.readouterr().err
