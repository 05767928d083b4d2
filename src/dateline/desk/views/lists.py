"""The lists: reports and the records of each layer, with how many of how many, and facets."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from dateline.desk.asked import Asked
from dateline.desk.page import Data, Page
from dateline.errors import UsageError
from dateline.ledger.asking.showing import plain
from dateline.lexicon.world.countries import load_countries
from dateline.store.asking.filters import Condition, Filters
from dateline.store.asking.layers import LAYERS
from dateline.store.asking.summaries import Dimension
from dateline.store.asking.view import Record

KEYS = {
    "layer": "what is listed",
    "columns": "the columns, those of the ledger's view",
    "rows": "the rows, the newest first, each with all columns",
    "shown": "how many rows are here",
    "matching": "how many pass the filters",
    "total": "how many there are",
    "facets": "of events alone: `type`, `country`, `source`, `status`, each a list of `[value, n]`, the most frequent "
    'first; "" is none; null for other layers',
    "counted": "how many of the matching events the facets were counted from: all, or of very many some thousands",
    "names": "what the countries of the facets are called; null without facets",
    "next": "give it as `after` for the rows that follow; null at the end",
}
PARAMETERS = {"limit": "how many rows, at most 500; 50 by default", "after": "the `next` of the answer before"}
_FACETS: tuple[Dimension, ...] = ("type", "country", "source", "status")
_QUICK = frozenset({"type", "country", "source", "status", "since", "until"})
_DAYS = frozenset({"since", "until"})
_FACET_FILTERS = frozenset({"type", "country", "source", "status"})
_MOST_VALUES = 40
_MOST_GROUPED = 50_000
_SAMPLED = 2_000
_MOST_DIGITS = 18
_TOLD = (
    ("reports", "Reports, the newest first."), ("events", "Events, the newest first, with facets."),
    ("statements", "Who said what."), ("positions", "Where actors stand on issues."),
    ("commitments", "What is pledged to whom."), ("scheduled", "What is to come, the latest first."),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cursor:
    """The last row of a page: its day ("" for none) and its key."""

    day: str
    key: int

    @classmethod
    def read(cls, after: str) -> "Cursor":
        """Return the row that `next` named.

        Raises:
            UsageError: It names none.
        """
        day, _, key = after.rpartition("~")
        if not key.isascii() or not key.isdigit() or len(key) > _MOST_DIGITS:
            raise UsageError(f"after {after[:40]!r} is no `next` of an answer")
        return cls(day, int(key))


def listed(layer: str) -> Callable[[Asked], Data]:
    """Return what makes the list of a layer."""

    def data(asked: Asked) -> Data:
        filters = asked.filters(layer)
        counted, facets_of = _facets(asked, filters) if layer == "events" else (None, None)
        names = country_names(facets_of["country"]) if facets_of else None
        return {**page_of(asked, layer, filters), "facets": facets_of, "counted": counted, "names": names}

    return data


def country_names(counted: Sequence[tuple[str, int]]) -> dict[str, str]:
    """Return what the countries that were counted are called."""
    names = load_countries().names
    return {code: names[code] for code, _ in counted if code in names}


def page_of(asked: Asked, layer: str, filters: Filters) -> Data:
    """Return one page of a layer's list."""
    view, limit = asked.view, asked.limit
    rows = _rows(asked, layer, filters)
    matching = asked.count(layer, filters)
    return {
        "layer": layer, "columns": [c for c in view.columns(layer) if c != "text"], "rows": [plain(r) for r in rows],
        "shown": len(rows), "matching": matching,
        "total": asked.total(layer, filters, matching),
        "next": _next(layer, rows[-1]) if len(rows) == limit else None,
    }  # fmt: skip


def _rows(asked: Asked, layer: str, filters: Filters) -> list[Record]:
    """Return the rows of a page; after the last dated one come those without a day."""
    after, limit = asked.one("after"), asked.limit
    day, key = _columns(layer)
    if after is None:
        return list(asked.view.stream(layer, filters, limit=limit))
    last = Cursor.read(after)
    rows: list[Record] = []
    if last.day:
        held: Condition = (f"(e.{day}, e.{key}) < (?, ?)", (last.day, last.key))
        rows = list(asked.view.stream(layer, filters, limit=limit, also=[held]))
    if len(rows) < limit:
        undated: Condition = (f"e.{day} IS NULL AND (? OR e.{key} < ?)", (bool(last.day), last.key))
        rows += asked.view.stream(layer, filters, limit=limit - len(rows), also=[undated])
    return rows


def _next(layer: str, row: Record) -> str:
    _, key = _columns(layer)
    shown = {"reports": "published", "events": "start", "scheduled": "start"}.get(layer, "published")
    return f"{row[shown] or ''}~{row[key]}"


def _columns(layer: str) -> tuple[str, str]:
    """Return the table's columns that lists are ordered by."""
    return ("published", "report_key") if layer == "reports" else ("day", f"{LAYERS[layer].table}_key")


def _facets(asked: Asked, filters: Filters) -> tuple[int, dict[str, Any]]:
    """Return counts by a few columns, and of how many events: of all where the summaries know, else of the newest."""
    return asked.kept(("facets", filters), lambda: _counted(asked, filters))


def _counted(asked: Asked, filters: Filters) -> tuple[int, dict[str, Any]]:
    if filters.given - _QUICK:
        rows = [(*row, 1) for row in asked.view.tuples("events", filters, _FACETS, limit=_SAMPLED)]
        found = {by: _summed(rows, n) for n, by in enumerate(_FACETS)}
    elif filters.given & _DAYS and filters.given & _FACET_FILTERS:
        source, values = asked.view.chosen("events", filters)
        several = ", ".join(_FACETS)
        inner = f"SELECT {several} FROM {source} LIMIT {_MOST_GROUPED}"
        rows = asked.view.connection.execute(
            f"SELECT {several}, count(*) FROM ({inner}) GROUP BY {several}", values
        ).fetchall()
        found = {by: _summed(rows, n) for n, by in enumerate(_FACETS)}
    else:
        found = {by: asked.facets(filters, by) for by in _FACETS}
    counted = sum(n for _, n in found["status"])
    return counted, {by: values[:_MOST_VALUES] for by, values in found.items()}


def _summed(rows: Sequence[tuple[Any, ...]], at: int) -> list[tuple[str, int]]:
    """Return the values of a column with their numbers, the last of each row, the most frequent first."""
    counts: dict[str, int] = {}
    for row in rows:
        counts[row[at] or ""] = counts.get(row[at] or "", 0) + row[-1]
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))


PAGES: Sequence[Page] = tuple(
    Page(
        name=layer,
        path=f"/{layer}",
        told=told,
        data=listed(layer),
        keys=KEYS,
        parameters=PARAMETERS,
        filters=layer,
        keeps=True,
    )
    for layer, told in _TOLD
)
