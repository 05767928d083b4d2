"""Who held an office on a day, over the decades, and how completely the tables know it."""

import importlib.util
import sys
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest

from dateline.lexicon.world.actors import load_actors

SCRIPT = Path(__file__).parents[3] / "scripts" / "office_coverage.py"
LEAST = 0.9


@pytest.fixture(scope="module")
def coverage() -> ModuleType:
    spec = importlib.util.spec_from_file_location(SCRIPT.stem, SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[SCRIPT.stem] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("office", "country", "on", "name"),
    [
        ("foreign secretary", "GBR", date(2023, 5, 10), "James Cleverly"),
        ("defence minister", "ISR", date(2023, 11, 10), "Yoav Gallant"),
        ("defence minister", "ISR", date(2025, 1, 10), "Israel Katz"),
        ("defense minister", "FRA", date(1990, 8, 10), "Jean-Pierre Chevènement"),
        ("foreign minister", "ITA", date(1991, 5, 10), "Gianni De Michelis"),
        ("foreign minister", "NOR", date(1993, 9, 13), "Johan Jørgen Holst"),
        ("defence minister", "HRV", date(1995, 8, 4), "Gojko Šušak"),
        ("foreign minister", "THA", date(1999, 5, 10), "Surin Pitsuwan"),
        ("foreign minister", "ZWE", date(2000, 5, 10), "Stan Mudenge"),
        ("prime minister", "YEM", date(2008, 5, 10), "Ali Mohammed Mujawar"),
        ("defence minister", "UKR", date(2014, 9, 10), "Valeriy Heletey"),
        ("secretary of defense", "USA", date(2020, 12, 10), "Christopher Miller"),
        ("supreme leader", "IRN", date(2026, 4, 10), "Mojtaba Khamenei"),
        ("pentagon spokesman", "USA", date(1999, 4, 10), "Kenneth Bacon"),
    ],
)
def test_an_office_is_whoever_held_it_on_the_day(office, country, on, name) -> None:
    entry = load_actors().offices(office, country, on)
    assert (entry.name if entry else None) == name


@pytest.mark.parametrize(
    ("group", "on", "country"),
    [
        ("Red Army Faction", date(1991, 4, 1), "DEU"),
        ("Khmer Rouge", date(1993, 5, 1), "KHM"),
        ("Kosovo Liberation Army", date(1998, 6, 1), "XKX"),
        ("West Side Boys", date(2000, 8, 1), "SLE"),
        ("LURD", date(2003, 7, 1), "LBR"),
        ("al-Aqsa Martyrs' Brigades", date(2004, 2, 1), "PSE"),
        ("Army of Islam", date(2007, 6, 1), "PSE"),
        ("anti-balaka", date(2014, 1, 1), "CAF"),
        ("Army of Islam", date(2016, 4, 1), "SYR"),
        ("Ta'ang National Liberation Army", date(2023, 11, 1), "MMR"),
        ("Viv Ansanm", date(2024, 3, 1), "HTI"),
    ],
)
def test_an_armed_group_is_known_by_its_names_in_its_time(group, on, country) -> None:
    assert country in {entry.country for entry in load_actors().find(group, on) if entry.kind == "armed-group"}


def test_coverage_counts_months_with_one_sure_holder(coverage) -> None:
    given = coverage.Settings(
        first=date(1997, 4, 15), last=date(1997, 7, 15), offices={"head": ["chancellor", "prime minister"]},
        groups={}, without={"head": ["FRA"]}, since={"DEU head": date(1997, 6, 15)},
        until={"JPN head": date(1997, 4, 15)},
    )  # fmt: skip
    found = {c.country: c for c in coverage.coverages(load_actors(), given)}
    assert [held for _, held in found["GBR"].months] == [True] * 4
    assert (len(found["DEU"].months), len(found["JPN"].months)) == (2, 1)
    assert "FRA" not in found


def test_gaps_are_stretches_of_months(coverage) -> None:
    months = tuple((date(2000, n, 15), n in {3, 6}) for n in range(1, 8))
    found = list(coverage.gaps(coverage.Coverage("FRA", "president", months)))
    assert found == ["2000-01/2000-02", "2000-04/2000-05", "2000-07"]


def test_the_tables_know_the_states_that_the_news_names_most(coverage) -> None:
    shares = {office: share for office, group, _, share, _ in coverage.summary() if group == "named most"}
    assert {office for office, share in shares.items() if float(share) < LEAST} == set()
    assert len({c.country for c in coverage.measure()}) >= 120
