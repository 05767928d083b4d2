"""Decide a whole filtered list at once: looked at first, counted, and taken back as one."""

import hashlib
from urllib.parse import parse_qs

from starlette.exceptions import HTTPException

from dateline.desk.asked import FILTERS, Asked
from dateline.desk.desk import Desk
from dateline.desk.page import Act, Data, Page
from dateline.desk.posting import Given
from dateline.desk.review.acts import ANSWER, editor, one, told, value_of
from dateline.errors import UsageError
from dateline.ledger.asking.showing import plain
from dateline.ledger.judging.reviewing import Said, review
from dateline.store.asking.queueing import undecided
from dateline.store.asking.view import View
from dateline.store.judging.reviews import ActKind

MOST = 1_000
_SAMPLE = 10
_KINDS: frozenset[ActKind] = frozenset({"accept", "reject", "edit", "skip", "flag"})


def preview(asked: Asked) -> Data:
    """Return what a decision on a filtered list would touch: how many, and ten of them to look at."""
    ids = undecided(asked.view, asked.filters("events"), most=MOST + 1) if asked.shown() else []
    sample = sorted(ids, key=_shuffled)[:_SAMPLE]
    marks = ", ".join("?" * len({name.rpartition("/")[0] for name in sample}))
    reports = sorted({name.rpartition("/")[0] for name in sample})
    rows = asked.view.rows(
        f"SELECT * FROM v_events WHERE report_key IN (SELECT report_key FROM report WHERE until IS NULL AND id "
        f"IN ({marks}))",
        reports,
    )  # fmt: skip
    return {
        "count": min(len(ids), MOST), "too_many": len(ids) > MOST, "most": MOST,
        "sample": [plain(row) for row in rows if row["id"] in sample],
    }  # fmt: skip


def _shuffled(name: str) -> str:
    """Return a key by which a sample is drawn: the same of the same list, and no stretch of it."""
    return hashlib.sha256(name.encode()).hexdigest()


def bulk(desk: Desk, given: Given) -> Data:
    """Keep one decision on all events that pass filters and are not decided."""
    kind = one(given, "kind")
    if kind not in _KINDS:
        raise UsageError(f"kind is one of {', '.join(sorted(_KINDS))}")
    query = {name: values for name, values in parse_qs(one(given, "query") or "").items() if name in FILTERS}
    if not query:
        raise UsageError("give the filters of the list as `query`: all there is cannot be decided at once")
    with View(desk.ledger) as view:
        ids = undecided(view, Asked(desk, view, query).filters("events"), most=MOST + 1)
    expected = one(given, "expected")
    if expected != str(len(ids)):
        raise HTTPException(409, f"the list has {len(ids):,} events by now, not {expected}; look at it again")
    if not ids or len(ids) > MOST:
        raise UsageError(f"a list of 1 to {MOST:,} can be decided at once")
    said = Said(
        kind=kind, records=ids, reason=one(given, "reason"), note=one(given, "note"), field=one(given, "field"),
        value=value_of(given),
    )  # fmt: skip
    return {**told(desk, review(desk.ledger, editor(desk), said)), "count": len(ids)}


PAGE = Page(
    name="bulk", path="/bulk", told="What a decision on a filtered list would touch.", data=preview, filters="events",
    twin_only=True,
    keys={
        "count": "how many events pass the filters and are not decided", "too_many": "whether there are more "
        "than may be "
        "decided at once", "most": "how many may be", "sample": "ten of them to look at first: rows of `v_events`",
    },
)  # fmt: skip
ACT = Act(
    path="/review/bulk", told="Decide all events of a filtered list; one undo takes it back.", made=bulk,
    keys={**ANSWER, "count": "how many events were decided"},
    parameters={
        "query": "the filters, as in the address of the list", "expected": "the `count` of `/bulk.json`: where "
        "the list "
        "has changed the answer is 409, and nothing is kept",
        "kind": "accept, reject, edit, skip or flag", "reason": "as of one record", "field": "as of one record",
        "value": "as of one record", "wrong": "as of one record", "note": "why",
    },
)  # fmt: skip
