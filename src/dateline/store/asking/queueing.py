"""Which records a person should look at: those that are not decided, with what makes them matter."""

from collections.abc import Sequence

from dateline.store.asking.filters import Condition, Filters
from dateline.store.asking.view import Record, View

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
_LEAST_SURE = 0.7
_UNSURE: Condition = (f"e.confidence < {_LEAST_SURE}", ())  # has an index of its own
_AMONG_HELD: Condition = ("e.event_key IN (SELECT event_key FROM held)", ())
COLUMNS = (
    "event_key", "id", "report", "digest", "type", "main", "confidence", "killed_high", "roots", "copies", "told_by",
    "conflicts", "held", "acts", "day", "incident", "start",
)  # fmt: skip
_WEIGHED = f"""
SELECT e.event_key, r.id || '/' || e.id, r.id, r.digest, e.type, e.main, e.confidence, e.killed_high,
  ifnull(f.roots, 1), ifnull(f.size, 1), ifnull(i.reports, 1), ifnull(i.conflicts, 0),
  (SELECT ifnull(max(h.score), 0) FROM held h JOIN incident o ON o.incident_key = h.incident_key
    WHERE h.event_key = e.event_key AND o.until IS NULL AND o.rule LIKE 'standard@%'),
  (SELECT group_concat(a.kind || char(31) || a.by, char(30)) {_ACTS}), e.day, i.id, {_FIRST}
FROM event e JOIN report r ON r.report_key = e.report_key
LEFT JOIN member m ON m.report_key = e.report_key LEFT JOIN family f ON f.family_key = m.family_key
LEFT JOIN incident i ON i.incident_key = (
  SELECT ie.incident_key FROM incident_event ie CROSS JOIN incident o ON o.incident_key = ie.incident_key
  WHERE ie.event_key = e.event_key AND o.until IS NULL AND o.rule LIKE 'standard@%' LIMIT 1)
WHERE e.event_key IN ({{marks}})
"""


def candidates(view: View, filters: Filters) -> list[Record]:
    """Return events that nobody has decided, with what makes them matter, in no order."""
    if filters.given:
        return _weighed(view, _newest(view, filters, POOL))
    unsure = _keys(view, [_OPEN, _UNSURE], "e.confidence", POOL)
    held = _keys(view, [_OPEN, _AMONG_HELD], "e.event_key DESC", _HELD)
    return _weighed(view, {*unsure, *held, *_newest(view, filters, _NEWEST)})


def marked(view: View, filters: Filters, kind: str, *, most: int = POOL) -> list[Record]:
    """Return the events with an act of a kind, the newest act's first."""
    chosen = (
        "e.event_key IN (SELECT x.event_key FROM act a JOIN act_record n USING (act) JOIN report r "
        "ON r.digest = n.digest JOIN event x ON x.report_key = r.report_key "
        "WHERE a.live AND a.kind = ? AND x.until IS NULL AND n.layer = 'events' "
        "AND n.start = json_extract(x.spans, '$[0][0]'))"
    )
    return _weighed(view, _newest(view, filters, most, (chosen, (kind,))))


def progress(view: View, filters: Filters) -> tuple[int, int]:
    """Return how many events that pass filters are open, and how many records were decided in all."""
    found = view.one(_PROGRESS) or {"done": 0, "accepted": 0}
    matching = view.count("events", filters)
    return max(0, matching - (0 if filters.given else found["accepted"])), found["done"]


_DECIDED = (
    "SELECT n.digest, n.start, max(a.kind = 'accept') AS accepted FROM act a JOIN act_record n USING (act) "
    "WHERE a.live AND a.kind IN ('accept', 'reject') AND n.layer = 'events' GROUP BY n.digest, n.start, n.stop"
)
_PROGRESS = (
    f"WITH decided AS ({_DECIDED}) SELECT (SELECT count(*) FROM decided) AS done, (SELECT count(DISTINCT e.event_key) "
    f"FROM decided d JOIN report r ON r.digest = d.digest JOIN event e ON e.report_key = r.report_key "
    f"WHERE d.accepted AND r.until IS NULL AND e.until IS NULL AND {_FIRST} = d.start) AS accepted"
)
"""A decision on a text holds for the events of all its copies."""


def _newest(view: View, filters: Filters, most: int, also: Condition = _OPEN) -> set[int]:
    return {key for (key,) in view.tuples("events", filters, ("event_key",), limit=most, also=[also])}


def _keys(view: View, wanted: Sequence[Condition], order: str, most: int) -> set[int]:
    source, values = view.chosen("events", Filters(), also=wanted)
    return {
        key
        for (key,) in view.connection.execute(f"SELECT e.event_key FROM {source} ORDER BY {order} LIMIT {most}", values)
    }


def _weighed(view: View, keys: set[int]) -> list[Record]:
    rows = view.connection.execute(_WEIGHED.format(marks=", ".join("?" * len(keys))), tuple(keys))
    return [dict(zip(COLUMNS, row, strict=True)) for row in rows]


def undecided(view: View, filters: Filters, *, most: int) -> list[str]:
    """Return the ids of the events that pass filters and that nobody has decided, the newest first."""
    return [name for (name,) in view.tuples("events", filters, ("id",), limit=most, also=[_OPEN])]
