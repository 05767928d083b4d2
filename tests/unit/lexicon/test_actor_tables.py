import csv
import re
import tomllib
import unicodedata
from collections import defaultdict
from datetime import date
from itertools import combinations

import pytest

from dateline.errors import LexiconError
from dateline.lexicon.tables import DATA, fold, is_abbreviation
from dateline.lexicon.world.actors import (
    AGENT_COLUMNS,
    ENTRY_COLUMNS,
    FOLDER,
    OFFICE_COLUMNS,
    ActorEntry,
    entry_files,
    load_actors,
    read_entries,
)
from dateline.lexicon.world.countries import load_countries

SUPRANATIONAL = {"IGO", "NGO", "IMG", "ISM", "MNC"}
SHARED = {"PAP", "clinton", "king abdullah", "peoples democratic party"}
"""Names that two actors of two countries bear at the same time."""


@pytest.mark.parametrize(
    ("alias", "on", "country", "sectors", "office"),
    [
        ("Emanuel Macron", date(2023, 5, 31), "FRA", ("GOV",), "president"),
        ("James Cleverly", date(2023, 6, 1), "GBR", ("GOV",), "foreign minister"),
        ("James Cleverly", date(2024, 1, 1), "GBR", ("GOV",), "interior minister"),
        ("Stoltenberg", date(2023, 4, 1), "IGO", ("MIL", "GOV"), "NATO secretary-general"),
        ("Stoltenberg", date(2010, 4, 1), "NOR", ("GOV",), "prime minister"),
        ("Taliban", date(2010, 1, 1), "AFG", ("REB",), None),
        ("Taliban", date(2022, 1, 1), "AFG", ("GOV",), None),
        ("RSF", date(2020, 1, 1), "SDN", ("PRM",), None),
        ("RSF", date(2024, 1, 1), "SDN", ("REB", "PRM"), None),
        ("al - Shabaab", None, "SOM", ("REB",), None),
        ("People 's Liberation Army", None, "CHN", ("MIL",), None),
        ("Kurdistan Workers ' Party", None, "TUR", ("REB",), None),
        ("MSF", None, "NGO", ("MED",), None),
        ("Reuters", None, "GBR", ("JRN",), None),
        ("Shin Bet", None, "ISR", ("SPY",), None),
        ("OPEC +", date(2024, 1, 1), "IGO", ("GOV", "BUS"), None),
    ],
)
def test_find_gives_who_one_was_on_the_day(alias, on, country, sectors, office) -> None:
    found = load_actors().find(alias, on)
    assert (country, sectors, office) in [(e.country, e.sectors, e.office) for e in found]


def test_former_holder_is_elite_and_later_holder_nothing_yet() -> None:
    actors = load_actors()
    assert [(e.office, e.sectors) for e in actors.find("Obama", date(2020, 1, 1))] == [(None, ("ELI",))]
    assert [(e.office, e.sectors) for e in actors.find("Giorgia Meloni", date(2010, 1, 1))] == [(None, ())]


@pytest.mark.parametrize("alias", ["who", "is", "trump", "wagner", "Isis"])
def test_find_minds_capitals(alias: str) -> None:
    assert load_actors().find(alias) == ()


@pytest.mark.parametrize(
    ("office", "country", "on", "name"),
    [
        ("president", "FRA", date(2023, 5, 31), "Emmanuel Macron"),
        ("secretary of state", "USA", date(2023, 6, 1), "Antony Blinken"),
        ("foreign secretary", "GBR", date(2010, 6, 1), "William Hague"),
        ("defense minister", "UKR", date(2022, 6, 1), "Oleksii Reznikov"),
        ("chancellor", "DEU", date(2015, 1, 1), "Angela Merkel"),
        ("chancellor", "GBR", date(2015, 1, 1), None),
        ("UN chief", "IGO", date(2005, 1, 1), "Kofi Annan"),
        ("pope", "VAT", date(2025, 4, 30), None),
        ("Kremlin spokesman", "RUS", date(2023, 1, 1), "Dmitry Peskov"),
        ("prime minister", "RUS", None, None),
    ],
)
def test_offices_names_the_holder(office, country, on, name) -> None:
    entry = load_actors().offices(office, country, on)
    assert (entry.name if entry else None) == name


@pytest.mark.parametrize(
    ("phrase", "sectors", "office"),
    [
        ("soldiers", ("MIL",), None),
        ("security forces", ("MIL", "COP"), None),
        ("gunmen", ("UAF",), None),
        ("Protesters", ("OPP",), None),
        ("secretaries of state", ("GOV",), "foreign minister"),
        ("defense minister", ("GOV",), "defence minister"),
        ("lawmakers", ("LEG",), None),
        ("aid workers", ("SOC",), None),
        ("doctors", ("MED",), None),
        ("journalists", ("JRN",), None),
        ("anti-government protesters", ("OPP",), None),
    ],
)
def test_agent_knows_singular_and_plural(phrase, sectors, office) -> None:
    agent = load_actors().agent(phrase)
    assert agent is not None
    assert (agent.sectors, agent.office) == (sectors, office)


def test_tables_are_as_large_as_promised() -> None:
    actors = load_actors()
    assert len({a.phrase for a in actors.agents.values()}) > 400
    assert actors.longest >= 9


@pytest.mark.parametrize("path", sorted(FOLDER.rglob("*.csv")), ids=lambda p: str(p.relative_to(FOLDER)))
def test_tables_are_sorted_nfc_and_sourced(path) -> None:
    keys = {s["key"] for s in tomllib.loads((DATA / "SOURCES.toml").read_text(encoding="utf-8"))["source"]}
    text = path.read_text(encoding="utf-8")
    header, *rows = csv.reader(text.splitlines())
    assert rows == sorted(rows)
    assert text == unicodedata.normalize("NFC", text)
    assert {row[header.index("source")] for row in rows} <= keys
    assert len(rows) == len({tuple(row) for row in rows})


def every_entry() -> list[ActorEntry]:
    return [entry for path in entry_files() for entry in read_entries(path)]


def test_entries_have_known_codes_and_dates_in_order() -> None:
    codes = set(load_countries().names) | SUPRANATIONAL
    entries = every_entry()
    assert {e.country for e in entries} - codes == set()
    assert [e.id for e in entries if e.start and e.end and e.start > e.end] == []
    assert [e.id for e in entries if e.wikidata and not re.fullmatch(r"Q[1-9]\d*", e.wikidata)] == []
    assert len({e.wikidata for e in entries if e.wikidata}) == len({e.id for e in entries if e.wikidata})


def test_an_alias_means_one_actor_at_a_time() -> None:
    by_alias: dict[str, list[ActorEntry]] = defaultdict(list)
    for entry in every_entry():
        for alias in {entry.name, *entry.aliases}:
            by_alias[alias if is_abbreviation(alias) else fold(alias)].append(entry)
    clashes = {
        alias
        for alias, entries in by_alias.items()
        for a, b in combinations(entries, 2)
        if a.id != b.id and _overlap(a, b)
    }
    assert clashes == SHARED


def test_alias_is_no_country() -> None:
    countries = load_countries()
    clashes = {
        form
        for forms in load_actors().aliases.values()
        for form, _ in forms
        if any(f.kind != "capital" for f in countries.find(form))
    }
    assert clashes == set()


def _overlap(a: ActorEntry, b: ActorEntry) -> bool:
    return (a.start or date.min) <= (b.end or date.max) and (b.start or date.min) <= (a.end or date.max)


def test_unknown_sector_is_refused_with_its_place(tmp_path) -> None:
    path = tmp_path / "groups.csv"
    row = "group/x,X,armed-group,FRA,XYZ,,,,,,hand,"
    path.write_text(",".join(ENTRY_COLUMNS) + "\n" + row + "\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"group/x.*XYZ"):
        read_entries(path)


def test_an_id_is_one_actor() -> None:
    names: dict[str, set[tuple[str, str | None]]] = defaultdict(set)
    for entry in every_entry():
        names[entry.id].add((entry.name, entry.wikidata))
    assert {key: found for key, found in names.items() if len(found) > 1} == {}


def _write(folder, name, columns, *rows) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join((",".join(columns), *rows)) + "\n", encoding="utf-8")


def test_user_folder_adds_and_overrules(tmp_path) -> None:
    _write(
        tmp_path, "actors/mine.csv", ENTRY_COLUMNS,
        "group/udava-tigers,Udava Tigers,armed-group,MLI,REB,,,,,Tigers of Udava,hand,",
        "group/hamas,Hamas,organisation,PSE,GOV,,,,,,hand,",
    )  # fmt: skip
    _write(tmp_path, "actors/agents.csv", AGENT_COLUMNS, "soldier,soldiers,count,armed-group,REB,,,hand,")
    _write(tmp_path, "actors/offices.csv", OFFICE_COLUMNS, "grand steward,MLI,prime minister,GOV,hand")
    actors = load_actors(extra=tmp_path)
    assert [e.country for e in actors.find("Tigers of Udava")] == ["MLI"]
    assert [e.sectors for e in actors.find("Hamas")] == [("GOV",)]
    assert actors.find("Hamas militants") == ()
    assert actors.agent("soldiers").sectors == ("REB",)
    assert actors.title("grand steward", "MLI").office == "prime minister"
    assert actors.find("Macron") == load_actors().find("Macron")


def test_user_folder_without_files_changes_nothing(tmp_path) -> None:
    assert load_actors(extra=tmp_path).agents == load_actors().agents


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("group/x,X,armed-group,FRA,XYZ,,,,,,hand,", "XYZ"),
        ("group/x,X,gang,FRA,REB,,,,,,hand,", "gang"),
        ("group/x,X,armed-group,France,REB,,,,,,hand,", "'France' is no country code"),
        ("group/x,X,armed-group,FRA,REB,,,May 2020,,,hand,", "May 2020"),
        ("group/x,,armed-group,FRA,REB,,,,,,hand,", "name must not be empty"),
        ("group/x,X,armed-group", "row 3 has 3 cells"),
    ],
    ids=["sector", "kind", "country", "date", "no-name", "cells"],
)
def test_wrong_row_of_a_user_is_refused_with_file_and_row(tmp_path, row, fault) -> None:
    _write(tmp_path, "actors/mine.csv", ENTRY_COLUMNS, "group/y,Y,armed-group,FRA,REB,,,,,,hand,", row)
    with pytest.raises(LexiconError, match=f"mine.csv: row 3.*{fault}|mine.csv: {fault}"):
        load_actors(extra=tmp_path)
