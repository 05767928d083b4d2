"""The formats that are no tables, read back by those who use them where one is installed."""

import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from made_dossiers import ODESA, RUSSIA, TEXT, actor, claim, disputed, dossier, killed, member
from made_exports import export_of

from dateline.datasets.documents.annotations import write_annotations
from dateline.datasets.documents.circles import circle
from dateline.datasets.documents.ftm import write_ftm
from dateline.datasets.documents.geojson import write_geojson
from dateline.datasets.documents.timemap import write_timemap
from dateline.datasets.news.plover import write_plover
from dateline.datasets.tables.parquet import write_parquet

FAR = replace(ODESA, name="Taveuni", country="FJI", lat=-16.8, lon=179.95, radius_km=60.0)


def read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def test_a_place_is_an_area_of_its_radius(tmp_path: Path) -> None:
    shapely = pytest.importorskip("shapely.geometry")
    feature = read(write_geojson(export_of(tmp_path, dossier()))[0])["features"][0]
    shape = shapely.shape(feature["geometry"])
    assert shape.is_valid
    assert shape.exterior.is_ccw
    assert shape.contains(shapely.Point(ODESA.lon, ODESA.lat))
    south, north = shape.bounds[1], shape.bounds[3]
    assert (north - south) * 111.2 == pytest.approx(24, rel=0.02)


def test_what_has_no_place_has_no_geometry(tmp_path: Path) -> None:
    export = export_of(tmp_path, dossier(member(place=None), place=None))
    assert read(write_geojson(export)[0])["features"][0]["geometry"] is None
    assert sum(export.account.remarks.values()) == 1


@pytest.mark.parametrize(
    ("lat", "lon", "km"), [(-16.8, 179.95, 60), (10.0, -179.9, 300), (89.0, 20.0, 400), (-90.0, 0.0, 50)]
)
def test_areas_stay_on_the_map(lat: float, lon: float, km: float) -> None:
    shapely = pytest.importorskip("shapely.geometry")
    found = shapely.shape(circle(lat, lon, km))
    assert found.is_valid
    west, south, east, north = found.bounds
    assert (west >= -180, south >= -90, east <= 180, north <= 90) == (True,) * 4
    assert found.covers(shapely.Point(lon, lat))
    assert found.area < 360 * 8


def test_an_area_over_the_date_line_is_two(tmp_path: Path) -> None:
    found = read(write_geojson(export_of(tmp_path, dossier(member(place=FAR), place=FAR)))[0])
    assert found["features"][0]["geometry"]["type"] == "MultiPolygon"


def test_timemap_ties_events_to_their_sources(tmp_path: Path) -> None:
    events, sources, associations = map(read, write_timemap(export_of(tmp_path, dossier())))
    assert set(events[0]["sources"]) == {source["id"] for source in sources}
    assert set(events[0]["associations"]) <= {a["id"] for a in associations}
    assert "within 12 km" in events[0]["comments"]


def test_timemap_needs_a_day_or_a_place(tmp_path: Path) -> None:
    nowhere = dossier(member(place=None, start=None, end=None), place=None)
    export = export_of(tmp_path, nowhere)
    assert read(write_timemap(export)[0]) == []
    assert [why["reason"] for why in export.account.left()] == ["neither a day nor a place is told"]


def test_statements_are_read_by_followthemoney_and_are_clean(tmp_path: Path) -> None:
    pytest.importorskip("followthemoney")
    from followthemoney import model  # noqa: PLC0415
    from followthemoney.statement.serialize import read_csv_statements  # noqa: PLC0415

    told = dossier(member(report={"url": "https://example.org/1"}), claims=[claim(2)])
    path = write_ftm(export_of(tmp_path, told))[0]
    statements = list(read_csv_statements(io.BytesIO(path.read_bytes())))
    for s in statements:
        prop = model[s.schema].properties[s.prop]
        assert prop.type.name == s.prop_type
        assert s.prop_type == "entity" or prop.type.clean(s.value) == s.value
        assert s.id == s.generate_key()
    assert {s.schema for s in statements} == {"Event", "Article", "PublicBody", "Mention"}


def test_each_value_has_its_own_words_in_its_own_report(tmp_path: Path) -> None:
    other = member(report={"id": "r-2", "source": "Delta Courier"}, start="2024-03-15", end="2024-03-15")
    lines = write_ftm(export_of(tmp_path, dossier(member(), other)))[0].read_text(encoding="utf-8").splitlines()
    days = [line for line in lines if '"startDate"' in line]
    assert ['"r-1:0-6"' in days[0], '"harbour_wire"' in days[0]] == [True, True]
    assert ['"r-2:0-6"' in days[1], '"delta_courier"' in days[1]] == [True, True]


def test_a_description_is_no_entity(tmp_path: Path) -> None:
    nameless = dossier(member(actors=[actor("gunmen", "UKR", "UAF", kind="armed-group")]))
    assert "gunmen" not in write_ftm(export_of(tmp_path, nameless))[0].read_text(encoding="utf-8")


def test_annotations_quote_what_stands_at_their_position(tmp_path: Path) -> None:
    told = dossier(member(quantities=(killed(2, 2),)))
    page = read(write_annotations(export_of(tmp_path, told))[0])
    selectors = [target["selector"] for item in page["items"] for target in item["target"]]
    assert len(selectors) >= 6
    for position, quote in selectors:
        start, end = position["start"], position["end"]
        assert TEXT[start:end] == quote["exact"]
        assert TEXT.startswith(quote["suffix"], end)
        assert TEXT[:start].endswith(quote["prefix"])
    assert len({item["id"] for item in page["items"]}) == len(page["items"])


def test_plover_keeps_all_who_took_part(tmp_path: Path) -> None:
    two = dossier(member(actors=[RUSSIA, actor("Belarus", "BLR", kind="country")], quantities=(killed(2, 5),)))
    record = json.loads(write_plover(export_of(tmp_path, two))[0].read_text(encoding="utf-8"))
    assert [a["code"] for a in record["actor"]] == ["RUS", "BLR"]
    assert (record["event"], record["quad_code"], record["event_scale"]) == (["ASSAULT"], 4, -9.5)
    assert record["size"]["dead"] == [2.0, 5.0]


def test_parquet_has_declared_types(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    told = dossier(member(), claims=[claim(2)], fields=disputed())
    paths = {path.name: path for path in write_parquet(export_of(tmp_path, told))}
    incidents = parquet.read_table(paths["incidents.parquet"])
    assert str(incidents.schema.field("start").type) == "date32[day]"
    assert incidents.column("actors").to_pylist() == [["Russia"]]
    claims = parquet.read_table(paths["claims.parquet"]).to_pylist()
    assert (claims[0]["low"], claims[0]["state"]) == (2.0, "agree")
    assert parquet.read_table(paths["events.parquet"]).num_rows == 1


def test_parquet_of_nothing_has_its_columns(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    paths = write_parquet(export_of(tmp_path))
    assert [parquet.read_table(path).num_rows for path in paths] == [0, 0, 0]
