"""Several coders: the blind second one, agreement, what is to be settled, who was overruled."""

from collections.abc import Iterable
from typing import Any

import msgspec

from dateline.desk.asked import Asked
from dateline.desk.page import Data, Page
from dateline.desk.review.agreeing import Coded, agreement, coded_records, names_of, overruled
from dateline.desk.spans import Units
from dateline.errors import UsageError
from dateline.ledger.judging.reviewing import CODED
from dateline.store.asking.layers import LAYERS
from dateline.store.asking.view import Record

_AROUND = 700
_BY = ("source", "month", "report")
_TO_CODE = """
SELECT * FROM (
  SELECT d.digest, d.start, d.stop, d.flagged, r.id, r.title, r.source, r.published, r.text,
    (SELECT min(e.id) FROM event e WHERE e.report_key = r.report_key AND e.until IS NULL
      AND json_extract(e.spans, '$[0][0]') = d.start) AS record
  FROM (
    SELECT n.digest, n.start, n.stop, max(a.kind = 'flag') AS flagged, min(r.report_key) AS report_key
    FROM act a JOIN act_record n USING (act) JOIN report r ON r.digest = n.digest AND r.until IS NULL
    WHERE a.live AND n.layer = 'events' AND a.kind IN ('accept', 'reject', 'flag') AND NOT EXISTS (
      SELECT 1 FROM act m JOIN act_record o USING (act)
      WHERE m.live AND m.by = ?1 AND m.kind IN ('accept', 'reject', 'code')
        AND o.layer = 'events' AND o.digest = n.digest AND o.start = n.start)
    GROUP BY 1, 2, 3) d
  JOIN report r ON r.report_key = d.report_key)
WHERE record IS NOT NULL ORDER BY flagged DESC, digest, start LIMIT ?2
"""


def second(asked: Asked) -> Data:
    """Return records for a second coder: their words, and nothing of what coder or colleagues say of them."""
    rows = list(asked.view.rows(_TO_CODE, (asked.desk.editor or "", asked.limit)))
    events = LAYERS["events"]
    return {
        "items": [_blind(row) for row in rows], "shown": len(rows),
        "fields": [{"field": name, "values": list(events.closed.get(name, ())) or None} for name in CODED],
    }  # fmt: skip


def _blind(row: Record) -> dict[str, Any]:
    begin, end = max(0, row["start"] - _AROUND), row["stop"] + _AROUND
    text = row["text"][begin:end]
    span = (row["start"] - begin, row["stop"] - begin)
    return {
        "record": f"{row['id']}/{row['record']}", "title": row["title"], "source": row["source"],
        "published": row["published"], "text": text, "span": list(span), "js": Units(text).spans([span])[0],
        "cut": [begin > 0, end < len(row["text"])], "flagged": bool(row["flagged"]),
    }  # fmt: skip


def agreements(asked: Asked) -> Data:
    """Return how far coders agree, field by field, over all and by parts of the reports."""
    by = asked.one("by")
    if by is not None and by not in _BY:
        raise UsageError(f"by is one of {', '.join(_BY)}")
    found = coded_records(asked.view)
    coders = sorted({coder for c in found for coder in c.values})
    return {
        "fields": _rows(found), "coders": coders, "records": len(found), "by": by,
        "parts": [{"part": part, "records": len(own), "fields": _rows(own)} for part, own in _parts(asked, found, by)],
    }  # fmt: skip


def _rows(coded: Iterable[Coded]) -> list[Any]:
    return [msgspec.to_builtins(row) for row in agreement(coded)]


def _parts(asked: Asked, found: list[Coded], by: str | None) -> list[tuple[str, list[Coded]]]:
    if by is None:
        return []
    names = names_of(asked.view, [c.place for c in found])
    parts: dict[str, list[Coded]] = {}
    for c in found:
        row = names[c.place]
        value = (row["published"] or "")[:7] if by == "month" else row[by] or ""
        parts.setdefault(value, []).append(c)
    return sorted(parts.items())


def adjudicate(asked: Asked) -> Data:
    """Return the records on which coders differ and nobody has settled it; where all agree there is nothing to do."""
    found = coded_records(asked.view)
    differing = [(c, fields) for c in found if (fields := [f for f in c.differing() if f not in c.settled])]
    chosen = differing[: asked.limit]
    names = names_of(asked.view, [c.place for c, _ in chosen])
    return {
        "items": [
            {**names[c.place], "fields": [
                {"field": f, "values": [{"by": by, "value": own[f]} for by, own in c.values.items() if f in own]}
                for f in fields
            ]}
            for c, fields in chosen
        ],
        "shown": len(chosen), "open": len(differing), "agreed": sum(not list(c.differing()) for c in found),
        "records": len(found),
    }  # fmt: skip


def overrulings(asked: Asked) -> Data:
    """Return where coders were overruled, so that they can learn from it."""
    found = list(overruled(coded_records(asked.view), asked.one("by")))[::-1]
    chosen = found[: asked.limit]
    names = names_of(asked.view, [row["place"] for row in chosen])
    coders: dict[str, int] = {}
    for row in found:
        coders[row["coder"]] = coders.get(row["coder"], 0) + 1
    return {
        "rows": [{**names[row["place"]], **{n: v for n, v in row.items() if n != "place"}} for row in chosen],
        "shown": len(chosen), "matching": len(found), "coders": sorted(coders.items()),
    }  # fmt: skip


_LIMIT = {"limit": "how many, at most 500; 50 by default"}
_RECORD = "`report`, `record` (its id now, null: none stands there), `source`, `published`, `words`, `span`"
_FIELD = "`field`, `scale` (nominal, interval), `alpha` (null: nobody could disagree), `units`, `agreed`"
PAGES = (
    Page(
        name="second", path="/second", told="Records for a second coder, blind to the first and to the coder.",
        data=second, parameters=_LIMIT,
        keys={
            "items": "records that others decided or flagged and you have not: `record`, `title`, `source`, "
            "`published`, `text` (round the words), `span` and `js` (within it), `cut` (whether the text goes on "
            "before, behind), `flagged`",
            "shown": "how many items are here", "fields": "what to code: `field`, `values` (null: any)",
        },
    ),
    Page(
        name="agreement", path="/agreement", told="How far coders agree, field by field.", data=agreements,
        parameters={"by": "source, month or report: the figures of each beside those of all"},
        keys={
            "fields": _FIELD, "coders": "who coded", "records": "how many records several people coded",
            "by": "what the parts are by", "parts": "`part`, `records`, `fields` as above",
        },
    ),
    Page(
        name="adjudicate", path="/adjudicate", told="Where coders differ and nobody has settled it.", data=adjudicate,
        parameters=_LIMIT,
        keys={
            "items": f"{_RECORD}, `fields` (`field`, `values`: `by`, `value`)", "shown": "how many items are here",
            "open": "how many records are to be settled", "agreed": "how many all agree on",
            "records": "how many records several people coded",
        },
    ),
    Page(
        name="overruled", path="/overruled", told="Where coders were overruled, and why.", data=overrulings,
        parameters={"by": "only of this coder", **_LIMIT},
        keys={
            "rows": f"{_RECORD}, `field`, `coder`, `said`, `value` (that was settled), `by`, `at`, `note`, the newest "
            "first",
            "shown": "how many rows are here", "matching": "how many there are", "coders": "`[name, rows]`",
        },
    ),
)  # fmt: skip
