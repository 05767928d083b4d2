"""Counts over time under several rules, beside the reports seen."""

import csv
import io
import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from made_dossiers import REBELS, UKRAINE, dossier, member
from made_ledger import keep

from dateline.cli.main import run
from dateline.incidents.model import Incident
from dateline.incidents.rules import Rule, load_rule
from dateline.ledger.open import open_ledger
from dateline.series.counting import Counts, add, count
from dateline.series.drawing import draw
from dateline.series.keys import groups_of
from dateline.series.periods import period_of, periods
from dateline.series.rows import rows, said

STRIKE: Incident = dossier().incident


def counted(*incidents: Incident, rule: Rule, long: Any = "rule") -> dict[Any, float]:
    counts = Counts(rule)
    for incident in incidents:
        add(counts, incident, by="day", of="type", long=long)
    return dict(counts.incidents)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a ledger: on Thursday an incident in two reports, on Friday none, on Saturday another; one is denied."""

    def told(name: str, day: str, published: str, **given: Any) -> Any:
        return member(
            text=f"Report {name} tells of drones in Odesa.", start=day, end=day,
            report={"id": name, "published": published}, **given,
        )  # fmt: skip

    first, again = told("r-1", "2024-03-14", "2024-03-14"), told("r-2", "2024-03-14", "2024-03-14")
    clash = told("r-3", "2024-03-16", "2024-03-16", actors=[UKRAINE], recipients=[REBELS])
    denied = told("r-4", "2024-03-16", "2024-03-16", status="denied")
    return keep(
        tmp_path_factory.mktemp("ledger") / "news.db",
        dossier(first, again, id="i-1"), dossier(clash, id="i-2"), dossier(denied, id="i-3"),
    )  # fmt: skip


def series_of(path: Path, **given: Any) -> Any:
    with open_ledger(path) as ledger:
        return count(ledger, **{"by": "day", "of": "type", "rules": ("standard",), "filters": {}, **given})


def test_a_period_without_reports_has_no_count(path: Path) -> None:
    """No report is no evidence of no event: the count is empty, not zero."""
    found = {row["period"]: row for row in rows(series_of(path))}
    assert [found[day]["incidents"] for day in ("2024-03-14", "2024-03-15", "2024-03-16")] == [1, None, 1]
    assert [found[day]["reports_seen"] for day in ("2024-03-14", "2024-03-15", "2024-03-16")] == [2, 0, 2]


def test_rows_an_incident_and_the_rate_by_reports_seen(path: Path) -> None:
    row = next(rows(series_of(path)))
    assert (row["events_per_incident"], row["per_100_reports"]) == (2, 50)


def test_rules_stand_side_by_side(path: Path) -> None:
    found = series_of(path, rules=("strict", "standard", "loose"))
    assert [c.rule.name for c in found.counts] == ["strict@2", "standard@2", "loose@2"]
    assert len([*rows(found)]) == 9


def test_what_did_not_happen_counts_only_when_asked_for(path: Path) -> None:
    assert sum(series_of(path).counts[0].incidents.values()) == 2
    assert sum(series_of(path, filters={"status": ("denied",)}).counts[0].incidents.values()) == 1


def test_the_days_asked_for_bound_the_periods(path: Path) -> None:
    found = series_of(path, filters={"since": date(2024, 3, 16), "until": date(2024, 3, 18)})
    assert found.periods == ("2024-03-16", "2024-03-17", "2024-03-18")


def test_incidents_outside_the_days_of_the_reports_are_told(tmp_path: Path) -> None:
    old = member(text="An old story.", start="1994-04-07", end="1994-04-07", report={"published": "2024-03-14"})
    found = series_of(keep(tmp_path / "old.db", dossier(old)))
    assert found.periods == ("2024-03-14",)
    assert "Outside the days of the reports: standard@2 1." in said(found)


@pytest.mark.parametrize(
    ("long", "expected"),
    [
        ("spread", {"2024-03-14": 0.5, "2024-03-15": 0.5}),
        ("last-day", {"2024-03-15": 1.0}),
        ("rule", {"2024-03-14": 0.5, "2024-03-15": 0.5}),
    ],
)
def test_an_incident_of_days_is_spread_or_on_its_last(long: str, expected: dict[str, float]) -> None:
    found = counted(replace(STRIKE, end="2024-03-15"), rule=load_rule("standard"), long=long)
    assert {period: n for (period, _), n in found.items()} == expected


def test_what_is_longer_than_the_rule_spreads_counts_on_its_last_day() -> None:
    rule = replace(load_rule("standard"), spread=1)
    assert list(counted(replace(STRIKE, end="2024-03-16"), rule=rule)) == [("2024-03-16", "ASSAULT")]


@pytest.mark.parametrize(("counts", "expected"), [("incident", 2), ("day-place", 1), ("report", 6)])
def test_what_counts_as_one_is_the_rules(counts: Any, expected: float) -> None:
    rule = replace(load_rule("standard"), counts=counts)
    both = (replace(STRIKE, reports=3), replace(STRIKE, id="i-2", reports=3))
    assert sum(counted(*both, rule=rule).values()) == expected


def test_dyads_have_a_direction_and_those_of_equals_none() -> None:
    assert groups_of(STRIKE, "dyad") == ("RUS → UKR",)
    together = dossier(member(actors=[UKRAINE, REBELS], recipients=[])).incident
    assert groups_of(replace(together, actors=(*STRIKE.actors, *STRIKE.recipients)), "dyad") == ("RUS – UKR",)


@pytest.mark.parametrize(("by", "name"), [("day", "2024-03-14"), ("week", "2024-03-11"), ("month", "2024-03")])
def test_periods(by: Any, name: str) -> None:
    assert period_of(date(2024, 3, 14), by) == name
    assert name in periods(date(2024, 2, 28), date(2024, 3, 20), by)


def test_the_picture_states_rule_and_denominator_and_draws_gaps(path: Path) -> None:
    picture = draw(series_of(path))
    root = ElementTree.fromstring(picture)
    words = " ".join(root.itertext())
    assert "Rules: standard@2" in words
    assert "Denominator: 4 reports" in words
    assert "2024-03-15: gap, no reports" in words


def test_the_line_is_broken_at_a_gap(path: Path) -> None:
    root = ElementTree.fromstring(draw(series_of(path)))
    line = next(
        p.get("d") or "" for p in root.iter("{http://www.w3.org/2000/svg}path") if (p.get("d") or "").count("H") == 2
    )
    assert line.count("M") == 2


def test_hostile_names_do_no_harm_in_the_picture(tmp_path: Path) -> None:
    bad = member(text="A story.", report={"id": "r-9", "published": "2024-03-14"}, place=None)
    hostile = dossier(bad, place=None, actors=(replace(STRIKE.actors[0], name="<script>", country=None),))
    assert "<script>" not in draw(series_of(keep(tmp_path / "x.db", hostile), of="dyad"))


def test_the_command_writes_csv_and_pictures(path: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("matplotlib")
    base = ["series", "--of", "country", "--ledger", str(path)]
    assert run([*base, "--format", "csv"]) == 0
    read = list(csv.DictReader(io.StringIO(capfd.readouterr().out)))
    assert {row["rule"] for row in read} == {"strict@2", "standard@2", "loose@2"}
    for name, start in (("a.svg", b"<svg"), ("a.png", b"\x89PNG")):
        assert run([*base, "-o", str(tmp_path / name)]) == 0
        assert (tmp_path / name).read_bytes().startswith(start)


def test_a_picture_needs_a_file(path: Path) -> None:
    assert run(["series", "--format", "svg", "--ledger", str(path)]) == 2


def test_lines_of_json(path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["series", "--rule", "standard", "--format", "jsonl", "--ledger", str(path)]) == 0
    out, said_ = capfd.readouterr()
    assert json.loads(out.splitlines()[0])["incidents"] == 1
    assert "Denominator" in said_
