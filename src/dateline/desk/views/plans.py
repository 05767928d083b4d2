"""Pledges and the calendar."""

import msgspec

from dateline.desk.asked import Asked
from dateline.desk.page import Data, Page
from dateline.desk.views import lists
from dateline.incidents.rules import DEFAULT_RULE, load_rule
from dateline.ledger.asking.showing import plain
from dateline.ledger.asking.timelines import calendar as draw_calendar
from dateline.ledger.asking.timelines import pledges as follow_pledges
from dateline.store.asking.filters import Condition, Filters
from dateline.store.joining.incidents import find_incidents
from dateline.timelines.totals import add_up

_SUMMED = ("currency", "status", "amount", "actors", "recipients")
_MOST_PAIRS = 50
_MOST_UNDATED = 200
_MOST_FOLLOWED = 150
_MOST_TIED = 3_000
_DATED: Condition = ("e.day IS NOT NULL", ())
_UNDATED: Condition = ("e.day IS NULL", ())


def pledges(asked: Asked) -> Data:
    """Return what is pledged, with sums."""
    filters = asked.filters("commitments")
    source, values = asked.view.chosen("commitments", filters, columns=_SUMMED)
    sums = (
        f"SELECT e.currency, e.status AS stage, sum(e.amount) AS amount, count(*) AS commitments FROM {source} "
        "GROUP BY 1, 2 ORDER BY 1 IS NULL, 3 DESC"
    )
    pairs = (
        "SELECT e.actors AS donor, e.recipients AS recipient, e.currency, sum(e.amount) AS amount, "
        f"count(*) AS commitments FROM {source} GROUP BY 1, 2, 3 ORDER BY 4 DESC, 5 DESC LIMIT {_MOST_PAIRS}"
    )
    return {
        **lists.page_of(asked, "commitments", filters), "facets": None, "counted": None,
        "sums": list(asked.view.rows(sums, values)), "pairs": list(asked.view.rows(pairs, values)),
        **_followed(asked, filters),
    }  # fmt: skip


def _followed(asked: Asked, filters: Filters) -> Data:
    """Return each pledge once, from announced to delivered, and sums; None where there are too many for a page."""
    if asked.count("commitments", filters) > _MOST_FOLLOWED:
        return {"followed": None, "totals": None}
    found = follow_pledges(asked.view, filters)
    return {
        "followed": [msgspec.to_builtins(pledge) for pledge in found],
        "totals": [msgspec.to_builtins(total) for total in add_up(found)],
    }


def calendar(asked: Asked) -> Data:
    """Return what is to come, the earliest first: from the day of the newest report, if no other day is asked for."""
    view, filters = asked.view, asked.filters("scheduled")
    begin = asked.one("from") or _today(asked)
    ahead: Condition = ("e.day >= ?", (begin,))
    source, values = view.chosen("scheduled", filters, also=[_DATED, ahead] if begin else [_DATED])
    sql = (
        f"SELECT v.* FROM (SELECT e.scheduled_key AS chosen FROM {source} ORDER BY e.day, e.scheduled_key LIMIT ?) "
        f"JOIN v_scheduled{'_history' if filters.as_of else ''} v ON v.scheduled_key = chosen ORDER BY v.start, chosen"
    )
    rows = [plain(row) for row in view.rows(sql, (*values, asked.limit))]
    matching = view.one(f"SELECT count(*) AS n FROM {source}", values)
    undated = view.stream("scheduled", filters, limit=_MOST_UNDATED, also=[_UNDATED])
    return {
        "rows": rows, "undated": [plain(row) for row in undated], "first": begin,
        "last": rows[-1]["start"] if rows else None, "shown": len(rows), "matching": matching["n"] if matching else 0,
        "total": asked.count("scheduled", asked.everything), "entries": _entries(asked, filters),
    }  # fmt: skip


def _entries(asked: Asked, filters: Filters) -> list[Data] | None:
    """Return what was set, moved, called off or took place, each once; None where there is too much for a page."""
    if asked.count("scheduled", filters) > _MOST_FOLLOWED:
        return None
    few = asked.count("events", Filters()) <= _MOST_TIED
    rule = load_rule(DEFAULT_RULE).name
    incidents = find_incidents(asked.view, rule, Filters())[0] if few else []  # in a large ledger that takes seconds
    return [msgspec.to_builtins(entry) for entry in draw_calendar(asked.view, filters, incidents)]


def _today(asked: Asked) -> str | None:
    """Return the day of the ledger: that of its newest report."""
    found = asked.view.one("SELECT max(published) AS day FROM report WHERE until IS NULL")
    return found["day"] if found else None


PAGES = (
    Page(
        name="pledges", path="/pledges", told="What is pledged, by whom, to whom.", data=pledges,
        parameters=lists.PARAMETERS, filters="commitments", keeps=True,
        keys={
            **{name: told for name, told in lists.KEYS.items() if name not in ("facets", "counted", "names")},
            "facets": "null", "counted": "null",
            "sums": "of all that match: `currency`, `stage`, `amount`, `commitments`; sums of reports, not of pledges: "
            "one that is told twice counts twice",
            "followed": "each pledge once, from announced to delivered, as `dateline timeline pledges` prints it; null "
            f"where more than {_MOST_FOLLOWED} records pass the filters",
            "totals": "sums of these, each pledge counted once, as `dateline timeline pledges --totals` prints them; "
            "null as `followed` is",
            "pairs": "`donor`, `recipient`, `currency`, `amount`, `commitments`, the largest first",
        },
    ),
    Page(
        name="calendar", path="/calendar", told="What is to come, by day.", data=calendar,
        parameters={"limit": "how many rows, at most 500; 50 by default"}, filters="scheduled", keeps=True,
        keys={
            "rows": "rows of `v_scheduled`, the earliest first", "undated": "those without a day, the newest 200",
            "first": "the first day that was asked for: `from`, else that of the newest report",
            "entries": "what was set, moved, called off or took place, each once, as `dateline timeline "
            "calendar` prints "
            f"it; null where more than {_MOST_FOLLOWED} records pass the filters",
            "last": "the day of the last row", "shown": "how many rows are here",
            "matching": "how many there are from that day on", "total": "how many there are",
        },
    ),
)  # fmt: skip
