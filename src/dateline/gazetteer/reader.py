"""Read the embedded gazetteer: one SQLite file, opened read-only, shared by threads and processes."""

import json
import os
import sqlite3
import threading
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from dateline.errors import GazetteerError
from dateline.gazetteer.keys import key
from dateline.gazetteer.layout import FORMAT
from dateline.gazetteer.placed import Placed
from dateline.geo import Point

DEFAULT_FILE = Path(__file__).with_name("places.sqlite")
REBUILD = "run `python scripts/build_gazetteer.py` in the repository, or reinstall dateline"
CACHED_NAMES = 4096
CACHED_WORDS = 16384
_OWN_IDS = 1 << 40
_OWN_FAME, _OWN_PEOPLE = 4.0, 50_000
"""What it counts, as a log weight and as people, that a place is in the user's own gazetteer."""
_SAME_DEGREES = 0.15

_BY_KEY = """
SELECT place.name, kind, feature, country, admin.name, lat, lon, population, radius_km, geonames, place.id, form, fame
FROM name JOIN place ON place.id = name.place LEFT JOIN admin ON admin.id = place.admin1
WHERE name.key = ? ORDER BY form > 1, population DESC, place.id LIMIT 60
"""
_BY_START = """
SELECT place.name, kind, feature, country, admin.name, lat, lon, population, radius_km, geonames, place.id, form, fame
FROM name JOIN place ON place.id = name.place LEFT JOIN admin ON admin.id = place.admin1
WHERE name.key >= ? AND name.key < ? AND form = 0 ORDER BY population DESC, place.id LIMIT ?
"""
_FILED = "SELECT DISTINCT key FROM name WHERE key IN (SELECT value FROM json_each(?))"
_AFTER_LETTERS = "{"  # keys are of a to z and digits


@dataclass(frozen=True, slots=True)
class Entry(Placed):
    """One place that a name can mean.

    ``form`` tells how the name stands to the place: 0 its usual name, 1 an alternate name, 2 a name only with a class
    word ("X county"). ``fame`` is a log weight for places that reports name more often than their population tells.
    """

    id: int
    form: int
    fame: float = 0.0

    @property
    def point(self) -> Point:
        """Return where it lies."""
        return self.lat, self.lon


class Gazetteer:
    """Look-ups in one gazetteer file. Safe to share: each thread of each process has its own connection."""

    def __init__(self, path: Path | None = None) -> None:
        """Open the file and check its format.

        Raises:
            GazetteerError: The file is missing, is no gazetteer, or is of another format than this code reads.
        """
        self.path = path or DEFAULT_FILE
        self._local = threading.local()
        self._check()
        self._cached_key = lru_cache(maxsize=CACHED_NAMES)(self._read_key)
        self._cached_start = lru_cache(maxsize=CACHED_NAMES)(self._read_start)
        self._cached_word = lru_cache(maxsize=CACHED_WORDS)(self._read_word)

    def __reduce__(self) -> tuple[type["Gazetteer"], tuple[Path]]:
        """Travel to another process as a path."""
        return (Gazetteer, (self.path,))

    def look_up(self, name: str) -> tuple[Entry, ...]:
        """Return the places that a name can mean, the most populous first; empty if it is unknown.

        Case, accents, hyphens and spaces do not matter: "al bab", "Al-Bab" and "Al Bab" are one name.
        """
        return self.look_up_key(key(name))

    def look_up_key(self, name_key: str) -> tuple[Entry, ...]:
        """Return the places filed under a key made by ``keys.key``."""
        return self._cached_key(name_key)

    def filed(self, name_keys: Sequence[str]) -> frozenset[str]:
        """Return those keys under which a place is filed; asked at once, since most of many spellings are nobody's."""
        return frozenset(key for (key,) in self._connection().execute(_FILED, (json.dumps(name_keys),)))

    def starting(self, letters: str, *, limit: int) -> tuple[Entry, ...]:
        """Return the places whose usual name begins so, the most populous first; for one who types."""
        begin = key(letters)
        return self._cached_start(begin, limit) if begin else ()

    def longest(self, word: str) -> int:
        """Return how many words the longest name has that begins with this folded word, 0 if none begins so."""
        return self._cached_word(word)

    @property
    def meta(self) -> dict[str, str]:
        """Return what the file says of itself: format, digest of its inputs, versions of its sources."""
        return dict(self._connection().execute("SELECT name, value FROM meta"))

    def _check(self) -> None:
        if not self.path.exists():
            raise GazetteerError(f"{self.path}: the gazetteer is missing; {REBUILD}")
        try:
            found = self.meta.get("format")
        except sqlite3.DatabaseError as error:
            raise GazetteerError(f"{self.path}: not a gazetteer ({error}); {REBUILD}") from error
        if found != str(FORMAT):
            raise GazetteerError(f"{self.path}: format {found}, but this version reads format {FORMAT}; {REBUILD}")

    def _connection(self) -> sqlite3.Connection:
        held: tuple[int, sqlite3.Connection] | None = getattr(self._local, "held", None)
        if held is not None and held[0] == os.getpid():
            return held[1]
        connection = sqlite3.connect(f"{self.path.resolve().as_uri()}?immutable=1", uri=True, check_same_thread=False)
        self._local.held = (os.getpid(), connection)
        return connection

    def _read_key(self, name_key: str) -> tuple[Entry, ...]:
        return tuple(Entry(*row) for row in self._connection().execute(_BY_KEY, (name_key,)))

    def _read_start(self, begin: str, limit: int) -> tuple[Entry, ...]:
        found = self._connection().execute(_BY_START, (begin, begin + _AFTER_LETTERS, limit))
        return tuple(Entry(*row) for row in found)

    def _read_word(self, word: str) -> int:
        row = self._connection().execute("SELECT longest FROM first WHERE word = ?", (word,)).fetchone()
        return int(row[0]) if row else 0


class Layered(Gazetteer):
    """A gazetteer of a user's own before another: its places come first, and stand for the same ones of the other.

    Args:
        own: The user's file, as `dateline places import` writes it.
        other: What is asked besides; by default the gazetteer that was installed with the package.
    """

    def __init__(self, own: Path, other: Gazetteer | None = None) -> None:
        """Open the files.

        Raises:
            GazetteerError: A file is missing, is no gazetteer, or is of another format than this code reads.
        """
        super().__init__(own)
        self.other = other or open_default()
        self._cached_both = lru_cache(maxsize=CACHED_NAMES)(self._read_both)

    def __reduce__(self) -> tuple[type["Gazetteer"], tuple[Path]]:
        """Travel to another process as a path."""
        return (Layered, (self.path,))

    def look_up_key(self, name_key: str) -> tuple[Entry, ...]:
        """Return the places filed under a key, the user's own first."""
        return self._cached_both(name_key)

    def filed(self, name_keys: Sequence[str]) -> frozenset[str]:
        """Return those keys under which a place of either is filed."""
        return super().filed(name_keys) | self.other.filed(name_keys)

    def longest(self, word: str) -> int:
        """Return how many words the longest name of either has that begins with this folded word."""
        return max(super().longest(word), self.other.longest(word))

    def _read_both(self, name_key: str) -> tuple[Entry, ...]:
        own = tuple(map(_preferred, self._read_key(name_key)))
        return own + tuple(e for e in self.other.look_up_key(name_key) if not any(_same(o, e) for o in own))


def _preferred(entry: Entry) -> Entry:
    """Return an entry of the user's own as one that reports may well name."""
    people = max(entry.population, _OWN_PEOPLE)
    return replace(entry, id=entry.id + _OWN_IDS, fame=entry.fame + _OWN_FAME, population=people)


def _same(one: Entry, other: Entry) -> bool:
    """Tell whether two entries of one name are the same place: of one kind, and no further apart than towns are."""
    near = abs(one.lat - other.lat) < _SAME_DEGREES and abs(one.lon - other.lon) < _SAME_DEGREES
    return one.kind == other.kind and (near or (one.geonames is not None and one.geonames == other.geonames))


@lru_cache(maxsize=1)
def open_default() -> Gazetteer:
    """Open the gazetteer that was installed with the package, once a process."""
    return Gazetteer()


def open_gazetteer(own: str | Path | None = None) -> Gazetteer:
    """Open the gazetteer that was installed, behind a user's own if one is given.

    Raises:
        GazetteerError: The user's file is missing or is no gazetteer.
    """
    if own is None:
        return open_default()
    if not Path(own).exists():
        raise GazetteerError(f"{own}: no such gazetteer; make one with `dateline places import FILE --to {own}`")
    return Layered(Path(own))
