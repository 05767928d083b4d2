"""A user's copy of ACLED or UCDP beside the incidents."""

import csv
import json
from collections import Counter
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from made_dossiers import CLASH, REBELS, UKRAINE, claim, dossier, killed, member
from made_ledger import keep

from dateline.cli.main import run
from dateline.comparing.compare import by_district_and_week, compare
from dateline.comparing.reading import country_of, interaction_text, own_rows, read_copy
from dateline.datasets.account import Account
from dateline.datasets.columns import load_columns, load_table
from dateline.errors import DatelineError

STRIKE = {
    "event_id_cnty": "UKR1", "event_date": "2024-03-14", "event_type": "Explosions/Remote violence",
    "sub_event_type": "Air/drone strike", "actor1": "Military Forces of Russia (2000-)",
    "actor2": "Civilians (Ukraine)", "interaction": "78", "country": "Ukraine", "admin1": "Odesa", "location": "Odesa",
    "latitude": "46.4775", "longitude": "30.7326", "geo_precision": "1", "fatalities": "2",
}  # fmt: skip
FIRST, LAST = date(2024, 3, 1), date(2024, 3, 31)


def copy(path: Path, *rows: Mapping[str, str], layout: str = "acled", mark: str = ",") -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.DictWriter(file, [c.name for c in load_columns(layout)], delimiter=mark)
        out.writeheader()
        out.writerows(rows)
    return path


def compared(tmp_path: Path, *rows: Mapping[str, str]) -> Any:
    told = dossier(member(quantities=(killed(2, 2),)), claims=[claim(2)])
    own = list(own_rows([told], "acled", Account()))
    return compare(own, read_copy(copy(tmp_path / "a.csv", *rows), "acled"), "acled", first=FIRST, last=LAST)


def test_the_same_event_is_matched_though_names_differ(tmp_path: Path) -> None:
    (pair,) = compared(tmp_path, STRIKE).pairs
    assert pair.differing == {"actor1": ("Military Forces of Russia", "Military Forces of Russia (2000-)")}


def test_fields_that_differ_have_both_values(tmp_path: Path) -> None:
    (pair,) = compared(tmp_path, {**STRIKE, "fatalities": "5"}).pairs
    assert pair.differing["fatalities"] == ("2", "5")


@pytest.mark.parametrize(
    "other",
    [{"event_date": "2024-03-19"}, {"location": "Lviv", "latitude": "49.84", "longitude": "24.02"}],
    ids=["five days later", "another town"],
)
def test_another_event_is_there_alone(other: dict[str, str], tmp_path: Path) -> None:
    found = compared(tmp_path, {**STRIKE, **other})
    assert (len(found.pairs), len(found.here), len(found.there)) == (0, 1, 1)


def test_a_row_is_in_one_pair_at_most_the_better_one(tmp_path: Path) -> None:
    found = compared(tmp_path, {**STRIKE, "event_id_cnty": "UKR2", "event_date": "2024-03-15"}, STRIKE)
    assert [pair.other.id for pair in found.pairs] == ["UKR1"]
    assert [row.id for row in found.there] == ["UKR2"]


@pytest.mark.parametrize(
    "other", [{"event_date": "2023-01-01"}, {"country": "Mali"}], ids=["before the reports", "another country"]
)
def test_what_no_report_could_tell_of_is_outside_and_no_fault(other: dict[str, str], tmp_path: Path) -> None:
    found = compared(tmp_path, {**STRIKE, **other})
    assert (len(found.there), len(found.outside)) == (0, 1)


def test_counts_by_district_and_week(tmp_path: Path) -> None:
    (row,) = by_district_and_week(compared(tmp_path, STRIKE))
    assert row == {
        "district": "Odesa Oblast", "week": "2024-03-11", "matched": 1, "only_here": 0, "only_there": 0, "here": 1,
        "there": 1,
    }  # fmt: skip


@pytest.mark.parametrize(
    "given", ["12", "State forces-Rebel group", "State Forces-Rebel Groups", "Rebel Group-State Forces"]
)
def test_all_spellings_of_an_interaction_are_one(given: str) -> None:
    assert interaction_text(given) == "State forces-Rebel group"


@pytest.mark.parametrize(
    ("given", "text"), [("Sole State Forces", "State forces only"), ("67", "Protesters-Civilians")]
)
def test_lone_actors_and_numbers(given: str, text: str) -> None:
    assert interaction_text(given) == text


def test_no_two_interactions_are_taken_for_one() -> None:
    texts = [row["text"] for row in load_table("interactions", "code", "text")]
    assert Counter(map(interaction_text, texts)) == Counter(texts)


@pytest.mark.parametrize(
    ("name", "code"),
    [("Democratic Republic of Congo", "COD"), ("Russia (Soviet Union)", "RUS"), ("Myanmar (Burma)", "MMR")],
)
def test_countries_are_known_by_the_names_of_both(name: str, code: str) -> None:
    assert country_of(name) == code


def test_other_marks_between_cells(tmp_path: Path) -> None:
    path = copy(tmp_path / "a.csv", STRIKE, mark=";")
    assert [row.id for row in read_copy(path, "acled")] == ["UKR1"]


def test_a_file_of_something_else_says_what_it_lacks(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(DatelineError, match="has no column actor1"):
        list(read_copy(path, "acled"))


def test_a_date_that_is_none_names_its_row(tmp_path: Path) -> None:
    path = copy(tmp_path / "a.csv", {**STRIKE, "event_date": "soon"})
    with pytest.raises(DatelineError, match=r"a\.csv, row 2"):
        list(read_copy(path, "acled"))


def test_the_command_sets_an_export_beside_itself(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """What dateline writes, it matches with itself, field by field, in both layouts."""
    clash = member(
        actors=[UKRAINE], recipients=[REBELS], acled=CLASH, text="A clash in Odesa.", quantities=(killed(3, 3),),
        report={"id": "r-2"},
    )  # fmt: skip
    path = keep(
        tmp_path / "news.db",
        dossier(member(quantities=(killed(2, 2),)), claims=[claim(2)], id="i-1"),
        dossier(clash, claims=[claim(3)], id="i-2"),
    )
    for layout in ("acled", "ucdp"):
        assert run(["export", "--as", layout, "--to", str(tmp_path), "--ledger", str(path)]) == 0
        capfd.readouterr()
        assert run(["compare", str(tmp_path / f"{layout}.csv"), "--as", layout, "--ledger", str(path)]) == 0
        found = [json.loads(line) for line in capfd.readouterr().out.splitlines()]
        assert [(one["state"], one["differing"]) for one in found] == [("matched", {}), ("matched", {})]


def gdelt_row(**cells: str) -> str:
    """Return a row of GDELT's events as it comes: 61 columns, no head."""
    known = {
        "GLOBALEVENTID": "778", "SQLDATE": "20240314", "Actor1Name": "RUSSIA", "EventCode": "190",
        "EventRootCode": "19", "ActionGeo_FullName": "Odesa, Ukraine", "ActionGeo_CountryCode": "UP",
        "ActionGeo_Lat": "46.47", "ActionGeo_Long": "30.73", **cells,
    }  # fmt: skip
    return "\t".join(known.get(c.name, "") for c in load_columns("gdelt-events"))


def test_gdelts_events_as_they_come_are_set_beside_the_incidents(tmp_path: Path) -> None:
    path = tmp_path / "20240314.export.CSV"
    lviv = {
        "GLOBALEVENTID": "779",
        "ActionGeo_FullName": "Lviv, Ukraine",
        "ActionGeo_Lat": "49.84",
        "ActionGeo_Long": "24.02",
    }
    path.write_text("\n".join([gdelt_row(), gdelt_row(**lviv)]))
    told = dossier(member(quantities=(killed(2, 2),)), claims=[claim(2)])
    own = list(own_rows([told], "gdelt", Account()))
    found = compare(own, read_copy(path, "gdelt"), "gdelt", first=FIRST, last=LAST)
    (pair,) = found.pairs
    assert (pair.other.id, pair.other.country, pair.own.country) == ("778", "UKR", "UKR")
    assert [row.id for row in found.there] == ["779"]


def test_a_file_without_gdelts_events_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.CSV").write_text("a\tb\n")
    with pytest.raises(DatelineError, match="61 or 58 columns"):
        list(read_copy(tmp_path / "a.CSV", "gdelt"))


def test_gdelts_mentions_are_not_compared_but_lead_to_pages(tmp_path: Path) -> None:
    path = tmp_path / "mentions.CSV"
    path.write_text(
        "778 20240304120000 20240304121500 1 news.example URL 3 10 20 30 1 60 2100 -3.2 - -".replace(" ", "\t")
    )
    with pytest.raises(DatelineError, match=r"but of its mentions: .* dateline ingest --fetch .*mentions\.CSV"):
        list(read_copy(path, "gdelt"))
