"""A gazetteer of a user's own, from GeoNames' file of a country or a table of names and coordinates."""

import csv
import hashlib
import re
import sqlite3
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import get_args

from dateline.datasets.facts.countries import country_of_code
from dateline.errors import GazetteerError
from dateline.gazetteer.keys import words
from dateline.gazetteer.layout import CLASS_WORDS, FORMAT, SCHEMA
from dateline.gazetteer.measures import readable, town_radius
from dateline.gazetteer.placed import Placed
from dateline.geo import great_circle_km
from dateline.ingest.articles.columns import guess
from dateline.lexicon.reading.sources import load_place_columns
from dateline.lexicon.world.countries import load_countries
from dateline.model.closed import Precision
from dateline.reading.decode import decode

USUAL, OTHER = 0, 1
_GEONAMES_WIDTH = 19
_UNITS: Mapping[str, Precision] = {"ADM1": "province", "ADM2": "district", "ADM3": "district", "ADM4": "district"}
_GONE = frozenset({"PPLH", "PPLQ", "PPLW", "PPLX"})  # towns that are no more, and parts of others
_SITES = frozenset({"AIRB", "AIRF", "AIRP", "DAM", "INSM", "OILF", "PRT"})
_RADIUS: Mapping[str, float] = {"site": 2.0, "district": 25.0, "province": 100.0, "region": 100.0, "water": 50.0}
_CLASSED = re.compile(rf" (?:{CLASS_WORDS})$", re.IGNORECASE)
_PARTED = re.compile(r"[|;,]")
_WITHIN = 0.9  # part of a unit's towns that lie in its radius


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPlace(Placed):
    """A place on its way into the file; ``code`` is its code in the user's file, such as a P-code."""

    names: tuple[str, ...]
    code: str | None = None


@dataclass(frozen=True, slots=True)
class ReadPlaces:
    """The places of a file, and why rows of it were left out: each reason with how many."""

    places: tuple[OwnPlace, ...]
    left_out: Mapping[str, int]


def read_places(path: Path, *, country: str | None = None, kind: Precision = "town") -> ReadPlaces:
    """Read GeoNames' file of a country, plain or zipped, or a table with names of columns.

    Args:
        path: The file.
        country: Alpha-3 code of the country of places that do not say theirs.
        kind: What places of a table are that do not say it.

    Raises:
        GazetteerError: The file is neither, or no row of it is a place.
    """
    try:
        text = _text(path)
    except (OSError, zipfile.BadZipFile) as error:
        raise GazetteerError(f"{path}: cannot be read ({error}); check the path") from error
    first = text.partition("\n")[0].split("\t")
    if len(first) == _GEONAMES_WIDTH and first[0].strip("\ufeff").isdigit():
        found = _geonames(text)
    else:
        found = _table(text, path, country=country, kind=kind)
    if not found.places:
        raise GazetteerError(f"{path}: no row is a place ({_why(found)}); see docs/lexicons.md for what is read")
    return found


def _why(found: ReadPlaces) -> str:
    return ", ".join(f"{n} {reason}" for reason, n in found.left_out.items()) or "it has no rows"


def _text(path: Path) -> str:
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            inner = [
                n for n in archive.namelist() if n.endswith((".txt", ".csv", ".tsv")) and "readme" not in n.lower()
            ]
            return decode(archive.read(inner[0])).text if inner else ""
    return decode(path.read_bytes()).text


def _geonames(text: str) -> ReadPlaces:
    """Read the nineteen columns that GeoNames' files have, which come without a head."""
    rows = [r for r in (line.split("\t") for line in text.splitlines()) if len(r) == _GEONAMES_WIDTH]
    units = {(r[8], r[10]): r[1] for r in rows if r[7] == "ADM1"}
    towns: dict[tuple[str, ...], list[tuple[float, float]]] = defaultdict(list)
    for r in rows:
        if r[6] == "P":
            for held in ((r[8], r[10]), (r[8], r[10], r[11]), (r[8], r[10], r[11], r[12])):
                towns[held].append((float(r[4]), float(r[5])))
    places, left_out = [], dict[str, int]()
    for r in rows:
        kind = _kind(r[6], r[7])
        if kind is None:
            left_out["of a kind that reports seldom name"] = left_out.get("of a kind that reports seldom name", 0) + 1
            continue
        place = _geonames_place(r, kind, units.get((r[8], r[10])))
        depth = {"ADM1": 2, "ADM2": 3}.get(r[7], 4)
        inner = towns.get((r[8], r[10], r[11], r[12])[:depth], []) if r[7] in _UNITS else []
        places.append(replace(place, radius_km=_reach(place, inner)) if inner else place)
    return ReadPlaces(tuple(places), left_out)


def _kind(feature_class: str, feature: str) -> Precision | None:
    if feature_class == "P":
        return None if feature in _GONE else "town"
    return _UNITS.get(feature) or ("site" if feature in _SITES else None)


def _geonames_place(r: Sequence[str], kind: Precision, admin1: str | None) -> OwnPlace:
    people = int(r[14] or 0)
    others = [r[2], *(n for n in r[3].split(",") if readable(n))]
    return OwnPlace(
        name=r[1], names=tuple(dict.fromkeys(n for n in others if n and n != r[1])), kind=kind, feature=r[7],
        country=country_of_code("iso2", r[8]), admin1=admin1, lat=float(r[4]), lon=float(r[5]), population=people,
        radius_km=town_radius(people) if kind == "town" else _RADIUS[kind], geonames=int(r[0].strip("\ufeff")),
    )  # fmt: skip


def _reach(place: OwnPlace, towns: Sequence[tuple[float, float]]) -> float:
    """Return the distance from a unit's point that holds nine in ten of its towns."""
    far = sorted(great_circle_km((place.lat, place.lon), town) for town in towns)
    return round(max(5.0, far[min(len(far) - 1, int(_WITHIN * len(far)))]), 1)


def _table(text: str, path: Path, *, country: str | None, kind: Precision) -> ReadPlaces:
    head = text.partition("\n")[0]
    rows = csv.reader(text.splitlines(), delimiter=max(",\t;|", key=head.count))
    names = [name.strip().removeprefix("\ufeff") for name in next(rows, [])]
    columns = guess(names, load_place_columns())
    missing = [field for field in ("name", "lat", "lon") if field not in columns]
    if missing:
        raise GazetteerError(f"{path}: no column is known to hold {', '.join(missing)}; it has {', '.join(names[:30])}")
    places, left_out = [], dict[str, int]()
    for row in rows:
        cells = dict(zip(names, row, strict=False))
        said = {field: cells.get(column, "").strip() for field, column in columns.items()}
        place = _place(said, country=country, kind=kind)
        if isinstance(place, str):
            left_out[place] = left_out.get(place, 0) + 1
        else:
            places.append(place)
    return ReadPlaces(tuple(places), left_out)


def _place(said: Mapping[str, str], *, country: str | None, kind: Precision) -> OwnPlace | str:
    """Return the place of a row, or why it is none."""
    lat, lon = _number(said["lat"]), _number(said["lon"])
    if not said["name"]:
        return "without a name"
    if lat is None or lon is None or not (-90 <= lat <= 90 and -180 <= lon <= 180):
        return "without coordinates"
    told = said.get("kind", "").lower()
    own = next((k for k in get_args(Precision) if k == told), kind)
    people = int(_number(said.get("population", "")) or 0)
    radius = _number(said.get("radius_km", "")) or (town_radius(people) if own == "town" else _RADIUS.get(own, 25.0))
    others = (n.strip() for n in _PARTED.split(said.get("names", "")))
    return OwnPlace(
        name=said["name"], names=tuple(n for n in others if n), kind=own, feature="", admin1=said.get("admin1") or None,
        country=_country(said.get("country", "")) or country, lat=lat, lon=lon, population=people, radius_km=radius,
        geonames=None, code=said.get("code") or None,
    )  # fmt: skip


def _country(said: str) -> str | None:
    """Return the alpha-3 code of a country given by its name or by a code of two or three letters."""
    if len(said) == len("ML"):
        return country_of_code("iso2", said)
    countries = load_countries()
    if said.upper() in countries.names:
        return said.upper()
    return next((form.code for form in countries.find(said)), None)


def _number(cell: str) -> float | None:
    with suppress(ValueError):
        return float(cell)
    return None


def write_places(places: Iterable[OwnPlace], target: Path) -> int:
    """Write a gazetteer that can be asked before dateline's own; return how many places it has.

    The file is put in place only when it is whole.
    """
    rows = sorted(set(places), key=lambda p: (p.country or "", p.name, p.lat, p.lon))
    part = target.with_name(f"{target.name}.part")
    part.unlink(missing_ok=True)
    connection = sqlite3.connect(part)
    connection.executescript(SCHEMA)
    connection.execute("CREATE TABLE code (place INTEGER PRIMARY KEY REFERENCES place (id), code TEXT NOT NULL)")
    admin = {name: n for n, name in enumerate(sorted({p.admin1 for p in rows if p.admin1}), start=1)}
    connection.executemany("INSERT INTO admin VALUES (?, ?)", [(n, name) for name, n in admin.items()])
    cells = (
        (n, p.name, p.kind, p.feature, p.country, admin.get(p.admin1 or ""), p.lat, p.lon, p.population,
         p.radius_km, p.geonames, 0.0)
        for n, p in enumerate(rows, start=1)
    )  # fmt: skip
    connection.executemany(f"INSERT INTO place VALUES ({', '.join('?' * 12)})", cells)
    connection.executemany(
        "INSERT INTO code VALUES (?, ?)", [(n, p.code) for n, p in enumerate(rows, start=1) if p.code]
    )
    _write_names(connection, rows)
    digest = hashlib.sha256(repr(rows).encode()).hexdigest()
    meta = {"format": str(FORMAT), "digest": digest[:16], "places": str(len(rows))}
    connection.executemany("INSERT INTO meta VALUES (?, ?)", sorted(meta.items()))
    connection.commit()
    connection.close()
    part.replace(target)
    return len(rows)


def _write_names(connection: sqlite3.Connection, rows: Sequence[OwnPlace]) -> None:
    forms: dict[tuple[str, int], int] = {}
    longest: dict[str, int] = {}
    for number, place in enumerate(rows, start=1):
        for name, form in _names(place):
            parts = words(name)
            if len("".join(parts)) > 1:
                slot = ("".join(parts), number)
                forms[slot] = min(form, forms.get(slot, form))
                longest[parts[0]] = max(len(parts), longest.get(parts[0], 0))
    connection.executemany(
        "INSERT INTO name VALUES (?, ?, ?)", [(k, n, form) for (k, n), form in sorted(forms.items())]
    )
    connection.executemany("INSERT INTO first VALUES (?, ?)", sorted(longest.items()))


def _names(place: OwnPlace) -> Iterator[tuple[str, int]]:
    yield place.name, USUAL
    bare = _CLASSED.sub("", place.name)
    yield from ((name, OTHER) for name in (*place.names, *([bare] if bare != place.name else [])))
