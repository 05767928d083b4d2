import csv
import tomllib
import unicodedata
from datetime import date
from itertools import combinations

import pytest

from dateline.errors import LexiconError
from dateline.lexicon.tables import DATA, fold, last_day, read_rows
from dateline.lexicon.world.countries import COUNTRY_COLUMNS, FOLDER, FORM_COLUMNS, MEMBER_COLUMNS, load_countries


@pytest.mark.parametrize(
    ("form", "code", "kind"),
    [
        ("US", "USA", "abbreviation"),
        ("U.S.", "USA", "abbreviation"),
        ("Briton", "GBR", "demonym"),
        ("Spaniards", "ESP", "demonym-plural"),
        ("Congolese", "COD", "adjective"),
        ("Cote d’Ivoire", "CIV", "name"),
        ("TÜRKIYE", "TUR", "name"),
        ("Bosnia - Herzegovina", "BIH", "name"),
        ("Washington , D.C.", "USA", "capital"),
        ("Kyiv", "UKR", "capital"),
        ("Kosovar", "XKX", "adjective"),
        ("Elysee", "FRA", "seat"),
        ("Zaire", "COD", "former"),
        ("Artsakh", "AZE", "name"),
    ],
)
def test_find_knows_form(form: str, code: str, kind: str) -> None:
    assert (code, kind) in [(f.code, f.kind) for f in load_countries().find(form)]


@pytest.mark.parametrize("form", ["us", "turkey", "chad", "polish", "Us", "who"])
def test_find_minds_capitals(form: str) -> None:
    assert load_countries().find(form) == ()


@pytest.mark.parametrize(
    ("form", "sectors"), [("Pentagon", ("GOV", "MIL")), ("Knesset", ("LEG",)), ("Kremlin", ("GOV",))]
)
def test_seats_say_whom_they_stand_for(form: str, sectors: tuple[str, ...]) -> None:
    assert [f.sectors for f in load_countries().find(form)] == [sectors]


def test_unrecognised_republic_holds_from_its_start() -> None:
    countries = load_countries()
    assert countries.find("Donetsk People's Republic", date(2013, 1, 1)) == ()
    assert countries.find("Donetsk People's Republic", date(2015, 1, 1))[0].sectors == ("PRE",)


@pytest.mark.parametrize(
    ("organisation", "on", "code", "belongs"),
    [
        ("EU", date(2020, 1, 31), "GBR", True),
        ("EU", date(2020, 2, 1), "GBR", False),
        ("NATO", date(2023, 4, 3), "FIN", False),
        ("NATO", date(2023, 4, 4), "FIN", True),
        ("G8", date(2015, 1, 1), "RUS", False),
        ("UN", date(2012, 1, 1), "SSD", True),
    ],
)
def test_membership_has_days(organisation: str, on: date, code: str, belongs: bool) -> None:  # noqa: FBT001
    assert (code in load_countries().members(organisation, on)) is belongs


def test_sizes_of_organisations() -> None:
    sizes = {o: len(load_countries().members(o, date(2025, 6, 1))) for o in ("EU", "NATO", "UN", "G7", "AU", "ASEAN")}
    assert sizes == {"EU": 27, "NATO": 32, "UN": 193, "G7": 7, "AU": 55, "ASEAN": 10}


def test_every_code_has_a_name() -> None:
    countries = load_countries()
    codes = {f.code for forms in countries.forms.values() for f in forms}
    codes |= {m.code for members in countries.memberships.values() for m in members}
    assert codes - set(countries.names) == set()
    assert countries.name("XKX") == "Kosovo"


def test_a_form_means_one_country_at_a_time() -> None:
    clashes = {
        a.form
        for forms in load_countries().forms.values()
        for a, b in combinations([f for f in forms if f.kind != "capital"], 2)
        if a.code != b.code
        and (a.start or date.min) <= (b.end or date.max)
        and (b.start or date.min) <= (a.end or date.max)
    }
    assert clashes == set()


def test_congo_changes_its_meaning_in_1997() -> None:
    codes = {year: {f.code for f in load_countries().find("Congo", date(year, 1, 1))} for year in (1986, 2005)}
    assert codes == {1986: {"COG"}, 2005: {"COD"}}


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.csv")), ids=lambda p: p.name)
def test_tables_are_sorted_nfc_and_sourced(path) -> None:
    keys = {s["key"] for s in tomllib.loads((DATA / "SOURCES.toml").read_text(encoding="utf-8"))["source"]}
    text = path.read_text(encoding="utf-8")
    header, *rows = csv.reader(text.splitlines())
    assert rows == sorted(rows)
    assert text == unicodedata.normalize("NFC", text)
    assert {row[header.index("source")] for row in rows} <= keys


def test_bad_header_names_file_and_columns(tmp_path) -> None:
    path = tmp_path / "countries.csv"
    path.write_text("code,name\nFRA,France\n", encoding="utf-8")
    with pytest.raises(LexiconError, match="make them"):
        read_rows(path, COUNTRY_COLUMNS)


def test_fold_joins_spellings() -> None:
    assert len({fold(n) for n in ("Al-Qaida", "al - Qaida", "al Qaida", "AL‑QAIDA")}) == 1
    assert fold("Liberation Army 's") == fold("Liberation Army’s")


def test_month_runs_to_its_last_day() -> None:
    assert last_day("2024-02") == date(2024, 2, 29)


def _write(folder, name, columns, *rows) -> None:
    path = folder / "countries" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("\n".join((",".join(columns), *rows)) + "\n", encoding="utf-8")


def test_user_folder_adds_and_overrules_forms(tmp_path) -> None:
    _write(tmp_path, "forms.csv", FORM_COLUMNS, "Udava House,MLI,seat,GOV,,,hand,", "Kremlin,MLI,seat,GOV,,,hand,")
    _write(tmp_path, "members.csv", MEMBER_COLUMNS, "NATO,FRA,1949,1960,hand")
    countries = load_countries(extra=tmp_path)
    assert [f.code for f in countries.find("Udava House")] == ["MLI"]
    assert [f.code for f in countries.find("Kremlin")] == ["MLI"]
    assert "FRA" not in countries.members("NATO", date(2000, 1, 1))
    assert countries.find("Peru") == load_countries().find("Peru")


@pytest.mark.parametrize(
    ("name", "row", "fault"),
    [
        ("forms.csv", "Udava,Mali,name,,,,hand,", "row 2.*'Mali' is no country code"),
        ("forms.csv", "Udava,MLI,nick,,,,hand,", "row 2.*nick"),
        ("forms.csv", "Udava,MLI,name,,2020-13,,hand,", "row 2"),
        ("towns.csv", "Udava,MLI,name,,,,hand,", "is none of"),
    ],
    ids=["code", "kind", "date", "file"],
)
def test_wrong_row_of_a_user_is_refused_with_file_and_row(tmp_path, name, row, fault) -> None:
    _write(tmp_path, name, FORM_COLUMNS, row)
    with pytest.raises(LexiconError, match=f"{name}: .*{fault}"):
        load_countries(extra=tmp_path)
