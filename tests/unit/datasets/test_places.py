"""A gazetteer of the user's own: read from GeoNames' files and from tables, and asked first."""

import pickle
import zipfile
from pathlib import Path

import pytest

from dateline.datasets.places import read_places, write_places
from dateline.errors import GazetteerError
from dateline.gazetteer.reader import Gazetteer, Layered, open_gazetteer

TABLE = """name,Latitude,LONG,adm1_en,P-code,aliases,country
Gargada,13.62,12.70,Diffa,NE0201,Gargada Peulh|Vieux Gargada,NER
Timbuktu,16.80,-3.05,Tombouctou,ML0601,,Mali
Nowhere,,,Diffa,NE0203,,NER
,13.1,12.2,Diffa,NE0204,,NER
"""


def geonames(number: int, name: str, at: tuple[float, float], feature: str, people: int = 0) -> str:
    kind, code = feature.split(".")
    others = f"{name.upper()},Vieux {name},مدينة"
    cells = [str(number), name, name, others, str(at[0]), str(at[1]), kind, code, "NE", "", "05", "11", "", "",
             str(people), "", "300", "Africa/Niamey", "2024-01-01"]  # fmt: skip
    return "\t".join(cells)


FILE = "\n".join([
    geonames(1, "Dosso Region", (13.0, 3.2), "A.ADM1"),
    geonames(2, "Korunda", (13.4, 3.1), "P.PPL", 90_000),
    geonames(3, "Old Korunda", (13.5, 3.1), "P.PPLQ"),
    geonames(4, "Vallis Hill", (13.2, 3.0), "T.HLL"),
    geonames(5, "Korunda Department", (13.4, 3.2), "A.ADM2"),
])  # fmt: skip


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "villages.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


@pytest.fixture
def own(table: Path, tmp_path: Path) -> Path:
    write_places(read_places(table).places, tmp_path / "own.sqlite")
    return tmp_path / "own.sqlite"


def test_rows_of_a_table_are_places_and_others_are_counted_with_the_reason(table: Path) -> None:
    found = read_places(table)
    first, second = found.places
    assert (first.name, first.lat, first.lon, first.admin1, first.code) == ("Gargada", 13.62, 12.7, "Diffa", "NE0201")
    assert (first.names, first.country, first.kind) == (("Gargada Peulh", "Vieux Gargada"), "NER", "town")
    assert second.country == "MLI"
    assert found.left_out == {"without coordinates": 1, "without a name": 1}


@pytest.mark.parametrize("packed", ["", "packed"], ids=["plain", "zip"])
def test_geonames_file_of_a_country_is_read_without_a_head(packed: str, tmp_path: Path) -> None:
    path = tmp_path / "NE.txt"
    path.write_text(FILE, encoding="utf-8")
    if packed:
        with zipfile.ZipFile(tmp_path / "NE.zip", "w") as archive:
            archive.writestr("readme.txt", "The data are as they are.")
            archive.write(path, "NE.txt")
        path = tmp_path / "NE.zip"
    found = read_places(path)
    places = {p.name: p for p in found.places}
    assert places.keys() == {"Dosso Region", "Korunda", "Korunda Department"}
    town = places["Korunda"]
    assert (town.kind, town.country, town.admin1, town.geonames, town.population) == (
        "town", "NER", "Dosso Region", 2, 90_000,
    )  # fmt: skip
    assert town.names == ("KORUNDA", "Vieux Korunda")
    assert (places["Dosso Region"].kind, places["Dosso Region"].radius_km) == ("province", 56.6)
    assert sum(found.left_out.values()) == 2


@pytest.mark.parametrize(
    ("text", "told"),
    [("a,b\n1,2\n", "no column is known to hold name, lat, lon"), ("name,lat,lon\n", "it has no rows")],
)
def test_a_file_of_no_places_is_refused(text: str, told: str, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(text)
    with pytest.raises(GazetteerError, match=told):
        read_places(tmp_path / "a.csv")


def test_the_users_places_come_first_and_stand_for_the_same_ones(own: Path) -> None:
    layered = open_gazetteer(own)
    assert [e.country for e in layered.look_up("vieux gargada")] == ["NER"]
    timbuktu = layered.look_up("Timbuktu")
    assert (timbuktu[0].lat, timbuktu[0].admin1) == (16.8, "Tombouctou")
    assert [e for e in timbuktu[1:] if e.kind == "town" and e.country == "MLI"] == []
    assert layered.look_up("Kyiv") == open_gazetteer().look_up("Kyiv")
    assert layered.longest("gargada") == 2


def test_it_travels_to_another_process_and_stays_what_it_is(own: Path) -> None:
    again = pickle.loads(pickle.dumps(open_gazetteer(own)))
    assert isinstance(again, Layered)
    assert isinstance(again, Gazetteer)
    assert [e.name for e in again.look_up("Gargada")] == ["Gargada"]


def test_a_file_that_is_not_there_says_how_to_make_it(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match="dateline places import"):
        open_gazetteer(tmp_path / "none.sqlite")
