"""Map and timeline: events as marks, few columns and many rows."""

from typing import Any

from dateline.desk.asked import Asked
from dateline.desk.page import Data
from dateline.store.filters import Filters

COLUMNS = (
    "id", "report", "type", "mode", "status", "background", "start", "end", "place", "country", "lat", "lon",
    "radius_km", "precision", "actors", "recipients", "roots", "confidence", "words",
)  # fmt: skip
DEFAULT, MOST = 2_000, 5_000
PARAMETERS = {"limit": f"how many marks, at most {MOST:,}; {DEFAULT:,} by default"}
KEYS = {
    "columns": "the columns of a mark: " + ", ".join(COLUMNS),
    "marks": "the marks, the newest first, each a list of values in the order of `columns`",
    "shown": "how many marks are here", "matching": "how many events pass the filters", "total": "how many there are",
}  # fmt: skip


def marks(asked: Asked) -> Data:
    """Return events as marks."""
    filters = asked.filters("events")
    limit = asked.number("limit", default=DEFAULT, most=MOST)
    found = asked.view.find("events", filters, limit=limit)
    total = asked.view.count("events", Filters()) if filters.given else found.matching
    rows: list[list[Any]] = [[row[name] for name in COLUMNS] for row in found.rows]
    return {"columns": list(COLUMNS), "marks": rows, "shown": len(rows), "matching": found.matching, "total": total}


def placed(asked: Asked) -> Data:
    """Return the marks of the map, and what cannot be drawn."""
    found = marks(asked)
    at = COLUMNS.index("lat")
    return {
        **found,
        "marks": [m for m in found["marks"] if m[at] is not None],
        "unplaced": [m for m in found["marks"] if m[at] is None],
        "undated": [],
    }


def dated(asked: Asked) -> Data:
    """Return the marks of the timeline, and what cannot be drawn."""
    found = marks(asked)
    at = COLUMNS.index("start")
    return {
        **found,
        "marks": [m for m in found["marks"] if m[at] is not None],
        "undated": [m for m in found["marks"] if m[at] is None],
        "scheduled": [],
        "series": [],
        "by": "month",
    }
