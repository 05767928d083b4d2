"""The audit trail: who did what with which record, when, and what was taken back."""

from dateline.desk.asked import Asked
from dateline.desk.page import Data, Page
from dateline.errors import UsageError
from dateline.ledger.judging.judgements import state_of
from dateline.store.judging.reviews import KINDS, details_of


def judgements(asked: Asked) -> Data:
    """Return acts and judgements, the newest first."""
    view, by, kind = asked.view, asked.one("by"), asked.one("kind")
    if kind is not None and kind not in KINDS:
        raise UsageError(f"kind is one of {', '.join(KINDS)}")
    chosen = "WHERE (?1 IS NULL OR by = ?1)"
    acts = view.rows(f"SELECT * FROM v_acts {chosen} AND (?2 IS NULL OR kind = ?2) ORDER BY act DESC LIMIT ?3",
                     (by, kind, asked.limit))  # fmt: skip
    rows = view.rows(f"SELECT * FROM v_judgements {chosen} ORDER BY number DESC LIMIT ?2", (by, asked.limit))
    judged = [state_of(view, row) for row in rows]
    people = view.rows("SELECT by, count(*) AS n FROM act WHERE live GROUP BY 1 ORDER BY 2 DESC, 1")
    count = view.one(f"SELECT count(*) AS n FROM judgement {chosen}", (by,))
    return {
        "rows": judged, "acts": [{**row, "details": details_of(row["details"])} for row in acts], "shown": len(judged),
        "matching": count["n"] if count else 0, "by": [(row["by"], row["n"]) for row in people],
    }  # fmt: skip


PAGE = Page(
    name="judgements", path="/judgements", told="Who said what of which record, and what was taken back.",
    data=judgements,
    parameters={
        "by": "only of this person", "kind": "only acts of this kind", "limit": "how many of each, at most 500; 50 by "
        "default",
    },
    keys={
        "rows": "judgements, as `dateline judgements` lists them, the newest first", "shown": "how many rows are here",
        "matching": "how many judgements there are",
        "acts": "what was done at the desk, the newest first: rows of `v_acts`, one for each record of an act",
        "by": "`[name, acts]`",
    },
)  # fmt: skip
