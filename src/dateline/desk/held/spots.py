"""All events by the spot where they happened, held in memory: a map of a large ledger counts them in milliseconds.

A million events take some seconds to read, once, beside the answers; what is written later is added.
"""

import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dateline.store.address import Address
from dateline.store.asking.filters import Filters
from dateline.store.asking.view import View

KNOWN = frozenset({"type", "country", "source", "status", "since", "until"})
"""The filters that spots can be counted by."""
COLUMNS = ("lat", "lon", "radius_km", "precision", "place", "country")
_CODED = ("type", "country", "source", "status")
_NO_DAY = -1
_READ = """
SELECT event_key, until, lat, lon, radius_km, precision, place, country, type, source, status, day FROM event
WHERE lat IS NOT NULL AND event_key > ? ORDER BY event_key LIMIT 50000
"""
_ENDED = "SELECT event_key FROM event WHERE lat IS NOT NULL AND until > ? AND event_key <= ?"
Numbers = NDArray[Any]
Box = tuple[float, float, float, float]
"""West, south, east, north, in degrees."""


@dataclass(slots=True)
class _Codes:
    """Words as numbers."""

    of: dict[Any, int] = field(default_factory=dict)

    def code(self, word: Any) -> int:
        return self.of.setdefault(word, len(self.of))

    def chosen(self, words: Sequence[Any]) -> Numbers:
        """Return for each number whether it stands for one of some words."""
        known = np.zeros(len(self.of), dtype=bool)
        known[[self.of[w] for w in words if w in self.of]] = True
        return known


class Spots:
    """The placed events of one ledger, as columns of numbers."""

    def __init__(self, path: Address) -> None:
        """Hold nothing yet."""
        self._path = path
        self._lock = threading.Lock()
        self._spots = _Codes()
        self._codes = {name: _Codes() for name in _CODED}
        self._rows: dict[str, Numbers] = {}
        self._batch = -1
        self._reading: threading.Thread | None = None

    def ready(self, batch: int) -> bool:
        """Tell whether what was written up to a batch is here; where it is not, begin to read it."""
        if self._batch == batch:
            return True
        self.begin()
        return False

    def begin(self) -> None:
        """Begin to read what is new, beside all else."""
        if self._reading is None or not self._reading.is_alive():
            self._reading = threading.Thread(target=self.read, daemon=True)
            self._reading.start()

    def read(self) -> None:
        """Read what is new."""
        with self._lock, View(self._path) as view:
            view.connection.execute("BEGIN")
            batch = int((view.one("SELECT ifnull(max(batch), 0) AS n FROM batch") or {"n": 0})["n"])
            last = int(self._rows["key"][-1]) if self._rows else 0
            self._end(view, last)
            while rows := view.connection.execute(_READ, (last,)).fetchall():
                last = rows[-1][0]
                self._add(rows)
            self._batch = batch

    def _end(self, view: View, last: int) -> None:
        if self._rows and self._batch >= 0:
            ended = [key for (key,) in view.connection.execute(_ENDED, (self._batch, last))]
            self._rows["live"][np.isin(self._rows["key"], ended)] = False

    def _add(self, rows: Sequence[tuple[Any, ...]]) -> None:
        spot = [self._spots.code(row[2:8]) for row in rows]
        named = {"country": 7, "type": 8, "source": 9, "status": 10}
        new = {
            "key": np.array([row[0] for row in rows], dtype=np.int64),
            "live": np.array([row[1] is None for row in rows], dtype=bool),
            "spot": np.array(spot, dtype=np.int32),
            "day": np.array([_ordinal(row[11]) for row in rows], dtype=np.int32),
            **{
                name: np.array([self._codes[name].code(row[at]) for row in rows], dtype=np.int32)
                for name, at in named.items()
            },
        }
        self._rows = {name: np.concatenate([self._rows[name], new[name]]) if self._rows else new[name] for name in new}

    def counted(self, filters: Filters, box: Box | None = None) -> list[tuple[Any, ...]]:
        """Return the spots of the events that pass filters: their columns, and how many events of each type."""
        rows = self._rows
        if not rows:
            return []
        chosen = rows["live"] & self._passing(filters)
        kinds = len(self._codes["type"].of)
        if box is not None:
            chosen &= self._within(box)[rows["spot"]]
        mixed = rows["spot"][chosen].astype(np.int64) * kinds + rows["type"][chosen]
        counts = np.bincount(mixed, minlength=len(self._spots.of) * kinds).reshape(-1, kinds)
        names, spots = list(self._codes["type"].of), list(self._spots.of)
        at, kind = np.nonzero(counts)
        found: dict[int, list[tuple[str | None, int]]] = {}
        for spot, k, n in zip(at.tolist(), kind.tolist(), counts[at, kind].tolist(), strict=True):
            found.setdefault(spot, []).append((names[k], n))
        return [(*spots[spot], types) for spot, types in found.items()]

    def _passing(self, filters: Filters) -> Numbers:
        rows = self._rows
        chosen = np.ones(len(rows["key"]), dtype=bool)
        for name in _CODED:
            wanted = getattr(filters, name)
            if wanted:
                chosen &= self._codes[name].chosen(wanted)[rows[name]]
        if filters.since is not None:
            chosen &= rows["day"] >= filters.since.toordinal()
        if filters.until is not None:
            chosen &= (rows["day"] <= filters.until.toordinal()) & (rows["day"] != _NO_DAY)
        return chosen

    def _within(self, box: Box) -> Numbers:
        """Return for each spot whether it lies in a box; one whose west lies east of its east spans the date line."""
        west, south, east, north = box
        at = np.array([(lat, lon) for lat, lon, *_ in self._spots.of], dtype=float)
        lat, lon = at[:, 0], at[:, 1]
        across = (lon >= west) & (lon <= east) if west <= east else (lon >= west) | (lon <= east)
        found: Numbers = (lat >= south) & (lat <= north) & across
        return found


def _ordinal(day: str | None) -> int:
    try:
        return date.fromisoformat(day).toordinal() if day else _NO_DAY
    except ValueError:
        return _NO_DAY  # a year beyond what the calendar holds
