"""The lists: reports and the records of each layer, with how many of how many, and facets."""

from collections.abc import Callable

from dateline.desk.asked import Asked
from dateline.desk.page import Data
from dateline.ledger.showing import plain
from dateline.store.filters import Filters
from dateline.store.summaries import Dimension, facets

KEYS = {
    "layer": "what is listed",
    "columns": "the columns, those of the ledger's view",
    "rows": "the rows, the newest first, each with all columns",
    "shown": "how many rows are here",
    "matching": "how many pass the filters",
    "total": "how many there are",
    "facets": "events alone: `type`, `country`, `source`, `status`, each a list of `[value, n]`, the most "
    "frequent first; "
    "null where the filters are more than the summaries hold",
    "next": "give it as `after` for the rows that follow; null at the end",
}
PARAMETERS = {"limit": "how many rows, at most 500; 50 by default", "after": "the `next` of the answer before"}
_FACETS: tuple[Dimension, ...] = ("type", "country", "source", "status")
_QUICK = frozenset({"type", "country", "source", "status", "since", "until"})
_MOST_VALUES = 40


def listed(layer: str) -> Callable[[Asked], Data]:
    """Return what makes the list of a layer."""

    def data(asked: Asked) -> Data:
        filters = asked.filters(layer)
        found = asked.view.find(layer, filters, limit=asked.limit)
        total = asked.view.count(layer, Filters()) if filters.given else found.matching
        return {
            "layer": layer, "columns": [c for c in found.columns if c != "text"],
            "rows": [plain(row) for row in found.rows], "shown": len(found.rows), "matching": found.matching,
            "total": total, "facets": _facets(asked, filters) if layer == "events" else None, "next": None,
        }  # fmt: skip

    return data


def _facets(asked: Asked, filters: Filters) -> Data | None:
    if filters.given - _QUICK:
        return None
    return {by: facets(asked.view.connection, filters, by)[:_MOST_VALUES] for by in _FACETS}
