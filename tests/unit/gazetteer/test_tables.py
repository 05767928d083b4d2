"""The hand-made tables: each row is whole, lies on the globe and is found in the built file."""

import csv
from pathlib import Path

import pytest

from dateline.gazetteer.reader import open_default
from dateline.lexicon.files import DATA

FOLDER = DATA / "places"
PLACES = ("regions.csv", "waters.csv", "heights.csv", "sites.csv", "towns.csv")
KINDS = {"site", "town", "district", "province", "country", "region", "water"}


def rows(name: str) -> list[dict[str, str]]:
    with Path(FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("table", PLACES)
def test_rows_are_whole(table: str) -> None:
    for row in rows(table):
        assert None not in (*row, *row.values()), row
        assert row["kind"] in KINDS, row
        assert abs(float(row["lat"])) <= 90, row
        assert abs(float(row["lon"])) <= 180, row
        assert float(row["radius_km"]) > 0, row


@pytest.mark.parametrize("table", PLACES)
def test_every_name_leads_to_its_place(table: str) -> None:
    gazetteer = open_default()
    lost = []
    for row in rows(table):
        for name in filter(None, [row["name"], *row["aliases"].split("|")]):
            near = [
                e
                for e in gazetteer.look_up(name)
                if abs(e.lat - float(row["lat"])) < 0.5 and (e.country or "") == row["country"]
            ]
            if not near:
                lost.append(name)
    assert lost == []


def test_countries_have_codes_and_names_once() -> None:
    codes = [r["iso3"] for r in rows("countries.csv")]
    assert len(codes) == len(set(codes)) == 247
