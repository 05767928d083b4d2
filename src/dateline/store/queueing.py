"""Which records a person should look at: those that are not decided, with what makes them matter."""

from collections.abc import Sequence

from dateline.store.filters import Condition, Filters
from dateline.store.view import Record, View

POOL = 1_000
"""So many candidates are weighed: the least sure ones, or of a filtered list the newest."""
_NEWEST = 300
_HELD = 300
_FIRST = "json_extract(e.spans, '$[0][0]')"
_ACTS = (
    "FROM act_record n JOIN act a USING (act) WHERE a.live AND n.layer = 'events' AND n.start = " + _FIRST + " "
    "AND n.digest = (SELECT digest FROM report r WHERE r.report_key = e.report_key)"
)
_OPEN: Condition = (f"NOT EXISTS (SELECT 1 {_ACTS} AND a.kind IN ('accept', 'reject'))", ())
COLUMNS = (
    "event_key", "id", "report", "digest", "type", "main", "confidence", "killed_high", "roots", "copies", "told_by",
    "conflicts", "held", "acts", "day",
)  # fmt: skip
_WEIGHED = f"""
SELECT e.event_key, r.id || '/' || e.id, r.id, r.digest, e.type, e.main, e.confidence, e.killed_high,
  ifnull(f.roots, 1), ifnull(f.size, 1), ifnull(i.reports, 1), ifnull(i.conflicts, 0),
  EXISTS (SELECT 1 FROM held h WHERE h.event_key = e.event_key),
  (SELECT group_concat(a.kind || char(31) || a.by, char(30)) {_ACTS}), e.day
FROM ({{pool}}) p JOIN event e ON e.event_key = p.event_key JOIN report r ON r.report_key = e.report_key
LEFT JOIN member m ON m.report_key = e.report_key LEFT JOIN family f ON f.family_key = m.family_key
LEFT JOIN incident_event ie ON ie.event_key = e.event_key AND ie.incident_key IN (
  SELECT incident_key FROM incident WHERE until IS NULL AND rule LIKE 'standard@%')
LEFT JOIN incident i ON i.incident_key = ie.incident_key
"""


def candidates(view: View, filters: Filters) -> list[Record]:
    """Return events that nobody has decided, with what makes them matter, in no order."""
    if filters.given:
        pool, values = _ordered(view, filters, [_OPEN], "e.day DESC", POOL)
    else:
        parts = [
            _ordered(view, filters, [_OPEN], "e.confidence", POOL),
            _ordered(view, filters, [_OPEN], "e.day DESC", _NEWEST),
            _ordered(view, filters, [_OPEN, ("e.event_key IN (SELECT event_key FROM held)", ())], "e.day DESC", _HELD),
        ]
        pool, values = _united(parts)
    return _weighed(view, pool, values)


def marked(view: View, filters: Filters, kind: str, *, most: int = POOL) -> list[Record]:
    """Return the events with an act of a kind, the newest act's first."""
    chosen = (
        "e.event_key IN (SELECT x.event_key FROM act a JOIN act_record n USING (act) JOIN report r "
        "ON r.digest = n.digest JOIN event x ON x.report_key = r.report_key "
        "WHERE a.live AND a.kind = ? AND x.until IS NULL AND n.layer = 'events' "
        "AND n.start = json_extract(x.spans, '$[0][0]'))"
    )
    pool, values = _ordered(view, filters, [(chosen, (kind,))], "e.event_key DESC", most)
    return _weighed(view, pool, values)


def progress(view: View, filters: Filters) -> tuple[int, int]:
    """Return how many events that pass filters are open, and how many records were decided in all."""
    sql = (
        "SELECT count(*) AS done, ifnull(sum(accepted), 0) AS accepted FROM (SELECT max(a.kind = 'accept') AS accepted "
        "FROM act a JOIN act_record n USING (act) WHERE a.live AND a.kind IN ('accept', 'reject') "
        "AND n.layer = 'events' "
        "GROUP BY n.digest, n.start, n.stop)"
    )
    found = view.one(sql) or {"done": 0, "accepted": 0}
    matching = view.count("events", filters)
    return max(0, matching - (0 if filters.given else found["accepted"])), found["done"]


Part = tuple[str, tuple[object, ...]]


def _ordered(view: View, filters: Filters, also: Sequence[Condition], order: str, most: int) -> Part:
    source, values = view.chosen("events", filters, also=also)
    return f"SELECT event_key FROM (SELECT e.event_key FROM {source} ORDER BY {order} LIMIT {most})", values


def _united(parts: Sequence[Part]) -> Part:
    return " UNION ".join(sql for sql, _ in parts), tuple(value for _, values in parts for value in values)


def _weighed(view: View, pool: str, values: Sequence[object]) -> list[Record]:
    rows = view.connection.execute(_WEIGHED.format(pool=pool), tuple(values))
    return [dict(zip(COLUMNS, row, strict=True)) for row in rows]


def undecided(view: View, filters: Filters, *, most: int) -> list[str]:
    """Return the ids of the events that pass filters and that nobody has decided, the newest first."""
    return [name for (name,) in view.tuples("events", filters, ("id",), limit=most, also=[_OPEN])]
