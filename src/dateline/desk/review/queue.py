"""The queue: what to look at next, and why."""

from collections.abc import Sequence
from typing import Any

from dateline.desk.asked import Asked
from dateline.desk.page import Data, Page
from dateline.desk.review.weight import weigh, why
from dateline.errors import UsageError
from dateline.ledger.asking.showing import plain
from dateline.ledger.judging.reviewing import REASONS
from dateline.store.asking.queueing import candidates, marked, progress
from dateline.store.asking.view import Record

_STATES = {"open": "", "skipped": "skip", "flagged": "flag", "disputed": "dispute", "noted": "note"}
_ORDERS = ("effect", "newest")


def queue(asked: Asked) -> Data:
    """Return the events to look at next."""
    state, order = asked.one("state") or "open", asked.one("order") or "effect"
    if state not in _STATES or order not in _ORDERS:
        raise UsageError(f"state is one of {', '.join(_STATES)}, order one of {', '.join(_ORDERS)}")
    filters, view = asked.filters("events"), asked.view
    found = candidates(view, filters) if state == "open" else marked(view, filters, _STATES[state])
    if state == "open":
        found = [row for row in found if not _skipped(row, asked.desk.editor)]
    found = _once(found)
    key = weigh if order == "effect" else _newest
    chosen = sorted(found, key=key, reverse=True)[: asked.limit]
    rows = _rows(asked, [row["event_key"] for row in chosen])
    remaining, done = progress(view, filters)
    return {
        "items": [_item(row, rows[row["event_key"]], asked.desk.editor) for row in chosen],
        "shown": len(chosen), "open": remaining, "done": done, "order": order, "state": state,
        "reasons": list(REASONS.items()),
    }  # fmt: skip


def _once(found: Sequence[Record]) -> list[Record]:
    """Return one event for each text and words, that of the report that came first: what is decided holds for all."""
    first: dict[tuple[str, int], Record] = {}
    for row in sorted(found, key=lambda row: row["event_key"]):
        first.setdefault((row["digest"], row["start"]), row)
    return list(first.values())


def _newest(row: Record) -> tuple[str, int]:
    return row["day"] or "", row["event_key"]


def _acts(row: Record) -> list[tuple[str, str]]:
    """Return what was done with an event, and by whom."""
    return [tuple(act.split("\x1f", 1)) for act in (row["acts"] or "").split("\x1e") if act]


def _skipped(row: Record, editor: str | None) -> bool:
    return ("skip", editor or "") in _acts(row)


def _item(row: Record, shown: Record, editor: str | None) -> dict[str, Any]:
    return {
        "id": row["id"], "report": row["report"], "row": plain(shown), "score": weigh(row), "why": list(why(row)),
        "incident": row["incident"],
        "acts": [{"kind": kind, "by": by, "mine": by == editor} for kind, by in _acts(row)],
    }  # fmt: skip


def _rows(asked: Asked, keys: list[int]) -> dict[int, Record]:
    marks = ", ".join("?" * len(keys))
    return {
        row["event_key"]: row for row in asked.view.rows(f"SELECT * FROM v_events WHERE event_key IN ({marks})", keys)
    }


PAGE = Page(
    name="queue", path="/queue", told="What to look at next, and why.", data=queue, filters="events",
    parameters={
        "order": "effect (default: uncertain, influential, disputed first) or newest",
        "state": "open (default), skipped, flagged, disputed or noted", "limit": "how many items, at most 500; 50 by "
        "default",
    },
    keys={
        "items": "`id`, `report`, `row` (of `v_events`), `score`, `why` (in words), `acts` (what was done with it: "
        "`kind`, `by`, `mine`), `incident` (by the standard rule, null where it was not joined)",
        "shown": "how many items are here", "open": "how many events are open", "done": "how many were decided",
        "order": "effect or newest", "state": "which items these are",
        "reasons": "the reasons of a rejection, each `[key, words]`",
    },
)  # fmt: skip
