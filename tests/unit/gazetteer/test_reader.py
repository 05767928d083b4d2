"""The gazetteer's reader: what a name can mean, and what happens with a file that is none."""

import pickle
import sqlite3
import threading
from pathlib import Path

import pytest

from dateline.errors import GazetteerError
from dateline.gazetteer.keys import key
from dateline.gazetteer.reader import Gazetteer, open_default


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return open_default()


@pytest.mark.parametrize(
    ("name", "country", "kind"),
    [
        pytest.param("Kiev", "UKR", "town", id="old-spelling"),
        pytest.param("al bab", "SYR", "town", id="hyphen-and-case"),
        pytest.param("Côte d’Ivoire", "CIV", "country", id="accent-and-apostrophe"),
        pytest.param("Donbas", "UKR", "region", id="informal-region"),
        pytest.param("Strait of Hormuz", None, "water", id="strait"),
        pytest.param("Zaporizhzhia Nuclear Power Plant", "UKR", "site", id="power-plant"),
        pytest.param("Downing Street", "GBR", "site", id="metonym"),
        pytest.param("Masisi", "COD", "district", id="territory"),
        pytest.param("Robotyne", "UKR", "town", id="village-of-the-war"),
        pytest.param("Ala.", "USA", "province", id="abbreviated-state"),
    ],
)
def test_look_up_finds(gazetteer: Gazetteer, name: str, country: str | None, kind: str) -> None:
    found = gazetteer.look_up(name)
    assert any((e.country, e.kind) == (country, kind) for e in found)


def test_look_up_knows_nothing_of_a_made_up_name(gazetteer: Gazetteer) -> None:
    assert gazetteer.look_up("Qwrtzpl") == ()


def test_county_is_a_bare_name_only_with_its_class_word(gazetteer: Gazetteer) -> None:
    forms = {e.form for e in gazetteer.look_up("Rapides") if e.kind == "district"}
    assert forms == {2}
    assert any(e.form < 2 for e in gazetteer.look_up("Rapides Parish"))


def test_one_place_is_filed_once(gazetteer: Gazetteer) -> None:
    crimea = [e for e in gazetteer.look_up("Crimea") if e.country == "UKR"]
    assert len(crimea) == 1


@pytest.mark.parametrize(
    ("a", "b"),
    [("Sana'a", "Sanaa"), ("St. Louis", "Saint Louis"), ("Deir ez-Zor", "Deir Ez Zor"), ("Fort Worth", "Ft. Worth")],
)
def test_key_joins_spellings(a: str, b: str) -> None:
    assert key(a) == key(b)


def test_look_up_reads_no_table_from_end_to_end(gazetteer: Gazetteer) -> None:
    asked: list[str] = []
    connection = gazetteer._connection()
    connection.set_trace_callback(asked.append)
    gazetteer.look_up("Springfield, asked for the first time")
    gazetteer.starting("Springfi", limit=7)
    gazetteer.longest("springfield")
    gazetteer.filed(["springfield", "springfeld"])
    connection.set_trace_callback(None)
    steps = [row[3] for query in asked for row in connection.execute(f"EXPLAIN QUERY PLAN {query}")]
    assert len(asked) == 4
    assert not [step for step in steps if step.startswith("SCAN") and "json_each" not in step]


def test_of_many_spellings_those_are_told_that_a_place_has(gazetteer: Gazetteer) -> None:
    assert gazetteer.filed(["aleppo", "aleppp", "springfield"]) == {"aleppo", "springfield"}


def test_gazetteer_is_shared_by_threads_and_travels_to_processes(gazetteer: Gazetteer) -> None:
    seen: list[int] = []
    threads = [threading.Thread(target=lambda: seen.append(len(gazetteer.look_up("Aleppo")))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    copy = pickle.loads(pickle.dumps(gazetteer))
    assert seen == [len(copy.look_up("Aleppo"))] * 4


def test_missing_file_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match=r"missing; run .*build_gazetteer"):
        Gazetteer(tmp_path / "none.sqlite")


def test_stale_format_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "old.sqlite"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE meta (name TEXT, value TEXT)")
    connection.execute("INSERT INTO meta VALUES ('format', '0')")
    connection.commit()
    connection.close()
    with pytest.raises(GazetteerError, match="format 0, but this version reads format"):
        Gazetteer(path)


def test_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "text.sqlite"
    path.write_text("no database at all, only words, and enough of them to fill more than a header " * 20)
    with pytest.raises(GazetteerError, match="not a gazetteer"):
        Gazetteer(path)
