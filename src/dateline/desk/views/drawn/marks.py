"""Map and timeline: events as marks, few columns and many rows."""

from datetime import date
from typing import Any

from dateline.desk.asked import Asked
from dateline.desk.page import Data, Page
from dateline.desk.views.drawn.binned import COLUMNS as BIN_COLUMNS
from dateline.desk.views.drawn.binned import MOST as MOST_BINS
from dateline.desk.views.drawn.binned import binned
from dateline.ledger.asking.showing import plain
from dateline.store.asking.filters import Condition, Filters
from dateline.store.asking.summaries import Period

COLUMNS = (
    "id", "report", "type", "mode", "status", "background", "start", "end", "place", "country", "lat", "lon",
    "radius_km", "precision", "actors", "recipients", "roots", "confidence", "words",
)  # fmt: skip
DEFAULT, MOST = 2_000, 5_000
_BESIDE = 1_500  # the newest, for the list and the timeline beside a map that counts all
_TRAY = 200
_SCHEDULED = 200
_QUICK = frozenset({"type", "country", "source", "status", "since", "until"})
_DAYS, _SLOW_BY_DAY = frozenset({"since", "until"}), frozenset({"source", "status"})
_PLANNED = frozenset({"since", "until", "country", "actor", "as_of"})
_UNDATED: Condition = ("e.day IS NULL", ())
_DATED: Condition = ("e.day IS NOT NULL", ())
_DAYS_BY: tuple[tuple[int, Period], ...] = ((120, "day"), (900, "week"), (7_500, "month"))
_PARAMETERS = {"limit": f"how many marks, at most {MOST:,}; {DEFAULT:,} by default"}
_KEYS = {
    "columns": "the columns of a mark: " + ", ".join(f"`{name}`" for name in COLUMNS),
    "marks": "the newest events that can be drawn, the newest first, each a list of values in the order of `columns`",
    "shown": "how many events are here, in the trays too", "matching": "how many events pass the filters",
    "total": "how many there are", "undated": f"marks without a day, at most {_TRAY}",
}  # fmt: skip


def placed(asked: Asked) -> Data:
    """Return the marks of the map, and what cannot be drawn."""
    filters, limit = asked.filters("events"), asked.number("limit", default=DEFAULT, most=MOST)
    matching = asked.count("events", filters)
    spots = binned(asked, filters, drawn=limit, matching=matching)
    rows, told = _marks(asked, (), limit=limit if spots["bins"] is None else min(limit, _BESIDE), matching=matching)
    at = COLUMNS.index("lat")
    quick = not filters.given - _QUICK and not (filters.given & _DAYS and filters.given & _SLOW_BY_DAY)
    return {
        **told, **spots, "bin_columns": BIN_COLUMNS,
        "marks": [m for m in rows if m[at] is not None], "unplaced": [m for m in rows if m[at] is None],
        "undated": [m for m in rows if m[COLUMNS.index("start")] is None][:_TRAY],
        "countries": asked.facets(filters, "country") if quick else None,
    }  # fmt: skip


def dated(asked: Asked) -> Data:
    """Return the marks of the timeline, and what cannot be drawn."""
    filters, limit = asked.filters("events"), asked.number("limit", default=DEFAULT, most=MOST)
    rows, told = _marks(asked, (_DATED,), limit=limit, matching=asked.count("events", filters))
    undated = asked.view.tuples("events", filters, COLUMNS, limit=_TRAY, also=[_UNDATED])
    by, counts = _series(asked, filters)
    return {
        **told, "shown": told["shown"] + len(undated), "marks": rows, "undated": undated, "by": by, "series": counts,
        "scheduled": _scheduled(asked),
    }  # fmt: skip


def _marks(
    asked: Asked, also: tuple[Condition, ...], *, limit: int, matching: int
) -> tuple[list[tuple[Any, ...]], Data]:
    filters = asked.filters("events")
    rows = asked.view.tuples("events", filters, COLUMNS, limit=limit, also=also)
    total = asked.total("events", filters, matching)
    return rows, {"columns": COLUMNS, "shown": len(rows), "matching": matching, "total": total}


def _series(asked: Asked, filters: Filters) -> tuple[Period, list[tuple[str, int]] | None]:
    """Return counts by a period that fits the days, None where the summaries do not know the filters."""
    if filters.given - _QUICK:
        return "month", None
    months = [m for m, _ in asked.series(filters, "month")]
    by = _period(months)
    return by, asked.series(filters, by)


def _period(months: list[str]) -> Period:
    if not months:
        return "month"
    try:
        days = (date.fromisoformat(f"{months[-1]}-01") - date.fromisoformat(f"{months[0]}-01")).days
    except ValueError:
        return "year"  # a year beyond what the calendar holds
    return next((by for most, by in _DAYS_BY if days <= most), "year")


def _scheduled(asked: Asked) -> list[Data]:
    filters = asked.filters("scheduled")
    kept = Filters(**{name: getattr(filters, name) for name in filters.given & _PLANNED})
    return [plain(row) for row in asked.view.stream("scheduled", kept, limit=_SCHEDULED, also=[_DATED])]


PAGES = (
    Page(
        name="map", path="/map", told="Events where they happened.", data=placed,
        parameters={**_PARAMETERS, "box": "count only spots within WEST,SOUTH,EAST,NORTH"},
        filters="events", keeps=True,
        keys={
            **_KEYS, "unplaced": "marks without a place, of those that are shown",
            "bins": "where more match than `limit`: all of them by spot (and fewer in `marks`), each a list of values "
            f"in the order of `bin_columns`, at most {MOST_BINS:,}, else squares of a grid; null where all are in "
            "`marks`, and where the filters are others than type, country, source, status and days",
            "bin_columns": "`lat`, `lon`, `radius_km`, `precision`, `place`, `country`, `n`, `types` (`[type, n]`)",
            "binned": "how many events are in `bins`: all that match and have a spot",
            "grid": "the squares' side in degrees, null for spots",
            "counting": "whether the events are still being read for `bins`: ask again soon",
            "countries": "`[country, events]` of all that match; null where the summaries do not know the filters",
        },
    ),
    Page(
        name="timeline", path="/timeline", told="Events when they happened.", data=dated, parameters=_PARAMETERS,
        filters="events", keeps=True,
        keys={
            **_KEYS, "scheduled": "what is to come: rows of `v_scheduled`, by the filters of days, country and actor",
            "series": "`[period, events]` of all that match, the earliest first; null where the summaries do not know "
            "the filters",
            "by": "the period: day, week, month or year",
        },
    ),
)  # fmt: skip
