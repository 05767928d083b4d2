"""What a page was asked for: the parameters of its address, read strictly."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from dateline.desk.desk import Desk
from dateline.errors import UsageError
from dateline.store.asking.filters import APPLICABLE, Filters
from dateline.store.asking.summaries import Dimension, Period, facets, series
from dateline.store.asking.view import View

FILTERS = {
    "type": "type", "mode": "mode", "actor": "actor", "country": "country", "place": "place", "near": "near",
    "from": "since", "to": "until", "source": "source", "status": "status", "min_confidence": "min_confidence",
    "min_roots": "min_roots", "text": "text", "report": "report", "as_of": "as_of",
}  # fmt: skip
"""The parameters that are filters, and what each is called in Python."""
_SEVERAL = frozenset({"type", "mode", "country", "source", "status"})
_DAYS = frozenset({"from", "to", "as_of"})
T = TypeVar("T")
DEFAULT_LIMIT = 50
MOST = 500


@dataclass(frozen=True, slots=True)
class Asked:
    """One question: the desk, its ledger opened for reading, and the parameters, each with its values."""

    desk: Desk
    view: View
    given: Mapping[str, Sequence[str]]
    past: int | None = None
    """The earlier version that is asked for, None for the ledger as it is."""

    def one(self, name: str) -> str | None:
        """Return the value of a parameter, None where it is not given or empty."""
        values = self.given.get(name, ())
        return (values[-1].strip() or None) if values else None

    def text(self, name: str) -> str | None:
        """Return the value of a parameter as it was given, blanks and all."""
        values = self.given.get(name, ())
        return values[-1] if values else None

    def needed(self, name: str) -> str:
        """Return the value of a parameter that must be there.

        Raises:
            UsageError: It is not.
        """
        value = self.one(name)
        if value is None:
            raise UsageError(f"the page needs the parameter {name}")
        return value

    def number(self, name: str, *, default: int, most: int) -> int:
        """Return a whole number from 1 to ``most``.

        Raises:
            UsageError: It is none.
        """
        value = self.one(name)
        if value is None:
            return default
        if not value.isascii() or not value.isdigit() or not 1 <= int(value[:9]) <= most:
            raise UsageError(f"{name} {value[:40]!r} is no whole number from 1 to {most}")
        return int(value)

    @property
    def version(self) -> int:
        """Return the ledger's last batch."""
        found = self.view.one("SELECT ifnull(max(batch), 0) AS n FROM batch")
        return int(found["n"]) if found else 0

    @property
    def limit(self) -> int:
        """Return how many rows are wanted."""
        return self.number("limit", default=DEFAULT_LIMIT, most=MOST)

    def filters(self, layer: str) -> Filters:
        """Return the filters that are given; those that the layer does not know are passed over.

        Raises:
            UsageError: One cannot be read.
        """
        known = APPLICABLE[layer]
        found = {python: self._filter(name) for name, python in FILTERS.items() if python in known}
        if self.past is not None and found.get("as_of") is None:
            found["as_of"] = self.past
        return Filters(**{name: value for name, value in found.items() if value not in (None, ())})

    @property
    def everything(self) -> Filters:
        """Return no filters, but for the version that is asked for."""
        return Filters(as_of=self.past)

    def total(self, layer: str, filters: Filters, matching: int) -> int:
        """Return how many records of a layer there are, of which those that pass filters were counted already."""
        return matching if filters == self.everything else self.count(layer, self.everything)

    def count(self, layer: str, filters: Filters) -> int:
        """Return how many records of a layer pass filters."""
        return self.kept((layer, filters), lambda: self.view.count(layer, filters))

    def facets(self, filters: Filters, by: Dimension) -> list[tuple[str, int]]:
        """Return the values of one dimension of the events with their numbers, the most frequent first."""
        return self.kept((by, filters), lambda: facets(self.view.connection, filters, by))

    def series(self, filters: Filters, by: Period) -> list[tuple[str, int]]:
        """Return the periods that have events with their numbers, the earliest first."""
        return self.kept((by, filters), lambda: [(p, n) for p, n in series(self.view.connection, filters, by) if p])

    def kept(self, question: Hashable, count: Callable[[], T]) -> T:
        """Return what was counted before of this version of the ledger, else count it."""
        return self.desk.counts.get(self.version, question, count)

    def shown(self) -> dict[str, Any]:
        """Return the filters as they were given, for the page to show and to link."""
        return {name: list(self.given[name]) if name in _SEVERAL else self.one(name)
                for name in FILTERS if self.one(name) is not None}  # fmt: skip

    def _filter(self, name: str) -> Any:
        if name in _SEVERAL:
            return tuple(v for v in self.given.get(name, ()) if v)
        value = self.one(name)
        if value is None:
            return None
        if name in _DAYS:
            return _day(name, value)
        if name == "near":
            return _near(value)
        if name in ("min_confidence", "min_roots"):
            return _number(name, value)
        return value


def _day(name: str, value: str) -> date:
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise UsageError(f"{name} {value[:40]!r} is no date; write it as YYYY-MM-DD") from error


def _number(name: str, value: str) -> float | int:
    try:
        return int(value) if name == "min_roots" else float(value)
    except ValueError as error:
        raise UsageError(f"{name} {value[:40]!r} is no number") from error


def _near(value: str) -> tuple[float, float, float]:
    try:
        lat, lon, km = (float(part) for part in value.split(","))
    except ValueError as error:
        raise UsageError(f"near {value[:60]!r} is no LAT,LON,KM such as 46.48,30.73,25") from error
    return lat, lon, km
