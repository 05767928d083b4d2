"""What keeps a ledger honest: quarantine, runs, and what two runs say differently."""

from collections import Counter
from collections.abc import Iterator

from dateline.desk.asked import Asked
from dateline.desk.page import Data, Page
from dateline.errors import UsageError
from dateline.ledger.asking.differing import differences, find_run
from dateline.store.asking.view import View

_LOOKED_AT = 5_000
_LIMIT = {"limit": "about how many rows, at most 500; 50 by default"}


def quarantine(asked: Asked) -> Data:
    """Return what could not be taken."""
    view, reason = asked.view, asked.one("reason")
    reasons = [(r["reason"], r["n"]) for r in view.rows(
        "SELECT reason, count(*) AS n FROM quarantine WHERE until IS NULL GROUP BY 1 ORDER BY 2 DESC, 1"
    )]  # fmt: skip
    rows = list(view.rows(
        "SELECT * FROM v_quarantine WHERE ?1 IS NULL OR reason = ?1 ORDER BY number DESC LIMIT ?2",
        (reason, asked.limit),
    ))  # fmt: skip
    total = sum(n for _, n in reasons)
    return {
        "rows": rows, "shown": len(rows), "matching": dict(reasons).get(reason, 0) if reason else total,
        "total": total, "reasons": reasons,
    }  # fmt: skip


def runs(asked: Asked) -> Data:
    """Return the runs."""
    return {"rows": list(asked.view.rows("SELECT * FROM v_runs ORDER BY run DESC"))}


def diff(asked: Asked) -> Data:
    """Return what two runs say differently, of a stretch of the reports."""
    view = asked.view
    one, other = find_run(view, asked.needed("one")), find_run(view, asked.needed("other"))
    rows: list[Data] = []
    after = int(_after(asked))
    last = after
    for last in _differing(view, one, other, after):
        rows += differences(view, one, other, report_key=last)
        if len(rows) >= asked.limit:
            break
    else:
        last = _window(view, one, after) or 0
    fields = Counter((row["layer"], row["field"]) for row in rows)
    return {
        "one": _run(asked, one), "other": _run(asked, other), "rows": rows, "shown": len(rows),
        "next": str(last) if last else None,
        "fields": [(layer, name, n) for (layer, name), n in fields.most_common()],
    }  # fmt: skip


def _after(asked: Asked) -> str:
    after = asked.one("after") or "0"
    if not after.isascii() or not after.isdigit():
        raise UsageError(f"after {after[:40]!r} is no `next` of an answer")
    return after[:18]


def _window(view: View, run: int, after: int) -> int | None:
    """Return the last of the reports that are looked at for one answer, None where they are the last of all."""
    sql = "SELECT report_key AS key FROM coding WHERE +run = ? AND report_key > ? ORDER BY report_key LIMIT 1 OFFSET ?"
    found = view.one(sql, (run, after, _LOOKED_AT - 1))
    return found["key"] if found else None


def _differing(view: View, one: int, other: int, after: int) -> Iterator[int]:
    """Yield those of the next reports whose codings are not the same."""
    last = _window(view, one, after)
    sql = (
        "SELECT a.report_key AS key FROM coding a JOIN coding b USING (report_key) WHERE +a.run = ?1 AND +b.run = ?2 "
        "AND a.report_key > ?3 AND (?4 IS NULL OR a.report_key <= ?4) AND a.packed <> b.packed ORDER BY a.report_key"
    )
    yield from (row["key"] for row in view.rows(sql, (one, other, after, last)))


def _run(asked: Asked, number: int) -> Data | None:
    return asked.view.one("SELECT * FROM v_runs WHERE run = ?", (number,))


PAGES = (
    Page(
        name="quarantine", path="/quarantine", told="What could not be taken as a report, and why.", data=quarantine,
        parameters={"reason": "only what was refused for this reason", **_LIMIT},
        keys={
            "rows": "rows of `v_quarantine`, the newest first", "shown": "how many rows are here",
            "matching": "how many have the reason", "total": "how many there are", "reasons": "`[reason, n]`",
        },
    ),
    Page(
        name="runs", path="/runs", told="What coded the reports.", data=runs,
        keys={"rows": "rows of `v_runs`, the newest first"},
    ),
    Page(
        name="diff", path="/diff", told="What two runs say differently.", data=diff,
        parameters={"one": "a run's number", "other": "another's", "after": "the `next` of the answer before",
                    **_LIMIT},
        keys={
            "one": "the row of the first run", "other": "that of the second",
            "rows": "`report`, `layer`, `record`, `field`, `before`, `after`, `words`",
            "shown": "how many rows are here: those of the first reports that differ, whole reports",
            "fields": "`[layer, field, n]` of the rows that are here",
            "next": f"give it as `after` for the reports that follow; null where there are none. One answer looks at "
            f"{_LOOKED_AT:,} reports at most",
        },
    ),
)  # fmt: skip
