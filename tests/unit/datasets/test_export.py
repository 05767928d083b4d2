"""Whole exports of a ledger: each read back by a library that users read such files with, and its manifest."""

import json
from pathlib import Path
from typing import Any

import pytest
from made_dossiers import CLASH, REBELS, UKRAINE, claim, dossier, killed, member
from made_ledger import keep

from dateline.cli.main import run
from dateline.datasets.columns import load_columns
from dateline.datasets.formats import FORMATS
from dateline.datasets.tables.tabular import Table
from dateline.model.plans import Scheduled

STRIKE = (
    "Drones hit a depot in Odesa on Thursday, killing two guards. Ministers meet in Vienna on 22 March, all of them."
)
TOLL = "Drones killed five people in Odesa on Thursday, the mayor said."
CLASHED = "Rebels and soldiers clashed in Odesa on Friday."
TABLES = [table for found in FORMATS.values() for table in found.tables]
PANDAS = {"text": "string", "integer": "Int64", "number": "float64", "day": "string"}
MEETING = Scheduled(
    id="h1", event=None, kind="meeting", name="Ministers; talks, second round", start="2024-03-22", end="2024-03-22",
    participants=(), span=(61, 70), rule="t", confidence=0.9,
)  # fmt: skip


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a ledger of two incidents in three reports, and a meeting."""
    first = member(
        text=STRIKE, quantities=(killed(2, 2),), report={"id": "r-1", "url": "https://example.org/1"}, scheduled=MEETING
    )
    second = member(text=TOLL, quantities=(killed(5, 5),), report={"id": "r-2", "source": "Delta Courier"})
    told = [claim(2, state="conflict"), claim(5, state="conflict", chosen=False, spans=(("r-2", ((0, 6),)),))]
    clash = member(
        actors=[UKRAINE], recipients=[REBELS], text=CLASHED, acled=CLASH, cameo="190", mode=None, modes=(),
        start="2024-03-15", end="2024-03-15", report={"id": "r-3", "source": "=HYPERLINK(1)"},
    )  # fmt: skip
    return keep(
        tmp_path_factory.mktemp("ledger") / "news.db",
        dossier(first, second, claims=told, id="i-0000000000000001"),
        dossier(clash, id="i-0000000000000002"),
    )


def exported(path: Path, name: str, to: Path, *more: str) -> dict[str, Any]:
    """Export and return the manifest."""
    assert run(["export", "--as", name, "--to", str(to), "--ledger", str(path), *more]) == 0
    found: dict[str, Any] = json.loads((to / "manifest.json").read_text(encoding="utf-8"))
    return found


def frame(table: Table, folder: Path) -> Any:
    """Read a table as users do: by the declared types, nothing taken for missing but what is empty."""
    pandas = pytest.importorskip("pandas")
    columns = load_columns(table.columns)
    return pandas.read_csv(
        folder / table.file, sep="\t" if table.tabs else ",", header=0 if table.header else None,
        names=None if table.header else [c.name for c in columns], dtype={c.name: PANDAS[c.kind] for c in columns},
        keep_default_na=False, na_values=[""],
    )  # fmt: skip


@pytest.mark.parametrize("name", FORMATS)
def test_each_format_has_a_manifest_that_accounts_for_its_files(name: str, path: Path, tmp_path: Path) -> None:
    found = exported(path, name, tmp_path)
    assert sorted(f["name"] for f in found["files"]) == sorted(
        p.name for p in tmp_path.iterdir() if p.name != "manifest.json"
    )
    assert (found["format"], found["rule"], len(found["runs"])) == (name, "standard@2", 1)
    assert "not data of the project" in found["cite"]


@pytest.mark.parametrize("table", TABLES, ids=lambda t: t.file)
def test_each_table_is_read_with_its_declared_types(table: Table, path: Path, tmp_path: Path) -> None:
    name = next(name for name, found in FORMATS.items() if table in found.tables)
    rows = {f["name"]: f["rows"] for f in exported(path, name, tmp_path)["files"]}
    read = frame(table, tmp_path)
    assert list(read.columns) == [column.name for column in load_columns(table.columns)]
    assert len(read) == rows[table.file] > 0


def test_codes_stay_text(path: Path, tmp_path: Path) -> None:
    exported(path, "gdelt", tmp_path)
    read = frame(FORMATS["gdelt"].tables[0], tmp_path)
    assert sorted(read["EventBaseCode"]) == ["190", "195"]
    assert sorted(read["SQLDATE"]) == ["20240314", "20240315"]


def test_mentions_lead_to_events(path: Path, tmp_path: Path) -> None:
    exported(path, "gdelt", tmp_path)
    events, mentions = (frame(table, tmp_path) for table in FORMATS["gdelt"].tables)
    assert set(mentions["GLOBALEVENTID"]) == set(events["GLOBALEVENTID"])
    assert sorted(events["NumArticles"]) == [1, 2]


def test_the_lowest_for_acled_and_the_range_for_ucdp(path: Path, tmp_path: Path) -> None:
    exported(path, "acled", tmp_path / "acled")
    exported(path, "ucdp", tmp_path / "ucdp")
    acled = frame(FORMATS["acled"].tables[0], tmp_path / "acled")
    ucdp = frame(FORMATS["ucdp"].tables[0], tmp_path / "ucdp")
    assert acled.set_index("event_date").loc["2024-03-14", "fatalities"] == 2
    assert ucdp[["low", "best", "high"]].values.tolist() == [[2, 2, 5]]


def test_what_is_left_out_is_in_the_manifest_with_its_rule(path: Path, tmp_path: Path) -> None:
    left = exported(path, "ucdp", tmp_path)["left_out"]
    assert left == [{"rule": 1, "reason": "candidate, no reported death", "count": 1, "which": ["i-0000000000000002"]}]


def test_what_has_no_value_is_empty_and_said_so(path: Path, tmp_path: Path) -> None:
    fields = {field["field"]: field for field in exported(path, "ucdp", tmp_path)["fields"]}
    assert (fields["conflict_new_id"]["fits"], fields["conflict_new_id"]["filled"]) == ("no", 0)
    assert fields["conflict_new_id"]["note"] == "UCDP's own id"
    assert frame(FORMATS["ucdp"].tables[0], tmp_path)["conflict_new_id"].isna().all()


def test_a_hostile_name_is_guarded_and_counted(path: Path, tmp_path: Path) -> None:
    assert exported(path, "acled", tmp_path / "a")["cells_guarded"] == 1
    assert "'=HYPERLINK" in (tmp_path / "a" / "acled.csv").read_text(encoding="utf-8")
    assert exported(path, "acled", tmp_path / "b", "--raw-cells")["cells_guarded"] == 0


def test_filters_limit_what_is_written(path: Path, tmp_path: Path) -> None:
    found = exported(path, "reports", tmp_path, "--from", "2024-03-15")
    assert (found["files"][0]["rows"], found["filters"]) == (1, {"since": "2024-03-15"})


def test_the_calendar_is_read_by_icalendar(path: Path, tmp_path: Path) -> None:
    icalendar = pytest.importorskip("icalendar")
    exported(path, "ical", tmp_path)
    calendar = icalendar.Calendar.from_ical((tmp_path / "scheduled.ics").read_bytes())
    (event,) = calendar.walk("VEVENT")
    assert str(event["SUMMARY"]) == "Ministers; talks, second round"
    assert (event.start.isoformat(), event.end.isoformat()) == ("2024-03-22", "2024-03-23")
    assert "“Ministers”" in str(event["DESCRIPTION"])
    assert all(len(line) <= 75 for line in (tmp_path / "scheduled.ics").read_bytes().split(b"\r\n"))


def test_two_exports_are_the_same(path: Path, tmp_path: Path) -> None:
    one, other = (exported(path, "acled", tmp_path / name) for name in ("a", "b"))
    assert one == other


def test_an_unknown_format_is_wrong_usage(path: Path, tmp_path: Path) -> None:
    assert run(["export", "--as", "stix", "--to", str(tmp_path), "--ledger", str(path)]) == 2
