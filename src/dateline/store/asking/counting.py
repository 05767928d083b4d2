"""How many events pass filters, where no summary table can tell: by indexes that hold all that is asked for."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from dateline.store.asking.filters import COLUMNS, LOCATED, Condition, Filters, conditions, parties, words_of

_OF_REPORTS = frozenset({"text", "min_roots"})
_FEW_THERE = 5_000
"""So many events are asked sooner who takes part in each than those of an actor where they took place."""
_FEW = 100_000
"""So many events are looked at sooner one by one than those of many reports."""


def counted(
    filters: Filters, *, summed: Callable[[Filters], int | None], located: Callable[[Filters], int]
) -> Condition:
    """Return SQL that counts the events that pass filters now, and its values.

    Args:
        filters: What is wanted, without ``as_of``.
        summed: Returns how many events pass filters where the summary tables can tell.
        located: Returns how many events took place where filters say.
    """
    given = filters.given
    if given & LOCATED and (filters.actor is None or located(filters) < _FEW_THERE):
        return _rows("event e", filters, COLUMNS | _OF_REPORTS - {"min_roots"} | {"actor"})
    if filters.actor is not None:
        return _parts(filters)
    if not given & _OF_REPORTS:
        return _rows("event e", filters, frozenset())
    others = summed(replace(filters, text=None, min_roots=0, min_confidence=0.0, mode=()))
    if others is not None and others < _FEW:
        return _rows("event e", filters, _OF_REPORTS - {"min_roots"})
    return _of_reports(filters)


def counted_reports(filters: Filters) -> Condition | None:
    """Return SQL that counts the reports that pass filters now, None where the reports themselves must be looked at."""
    if filters.given <= {"source", "since", "until"}:
        wanted = [("1", ()), *conditions("reports", filters), *([_DATED] if filters.given & {"since", "until"} else [])]
        days = "(SELECT day AS published, source, n FROM report_count) e"
        return f"SELECT ifnull(sum(n), 0) FROM {days} WHERE {_joined(wanted)}", _values(wanted)
    if filters.given & {"since", "until", "place", "near", "report", *_OF_REPORTS}:
        return None
    if filters.actor is not None:
        return _parts(filters, "e.report_key")
    return _rows("event e", filters, frozenset(), "DISTINCT e.report_key")


_DATED: Condition = ("e.published <> ''", ())


def counted_incidents(rule: str, filters: Filters) -> Condition | None:
    """Return SQL that counts the incidents of a rule that pass filters now, None where each must be looked at."""
    if not filters.given:
        return "SELECT ifnull(sum(n), 0) FROM incident_count WHERE rule = ?", (rule,)
    words = words_of(filters)
    if words is None or len(filters.given - {"since", "until"}) > 1:
        return None
    table, told = words
    days = Filters(since=filters.since, until=filters.until)
    dated: list[Condition] = [("e.day <> ''", ())] if days.given else []
    wanted = [told, ("e.rule = ?", (rule,)), *dated, *conditions("incidents", days)]
    return f"SELECT count(DISTINCT e.incident_key) FROM {table} e WHERE {_joined(wanted)}", _values(wanted)


def _rows(source: str, filters: Filters, walk: frozenset[str], what: str = "*") -> Condition:
    wanted: list[Condition] = [("e.until IS NULL", ()), *conditions("events", filters, walk)]
    return f"SELECT count({what}) FROM {source} WHERE {_joined(wanted)}", _values(wanted)


def _of_reports(filters: Filters) -> Condition:
    """Count by the reports that have words or roots, in their order, which is that of the index."""
    asked = filters.given - _OF_REPORTS
    index = next((name for name, columns in _TOLD.items() if asked <= columns), "event_told")
    source = f"event e INDEXED BY {index}"
    if filters.text is None:
        return _rows(source, filters, COLUMNS)
    found = "(SELECT rowid AS told FROM reports_fts WHERE reports_fts MATCH ?) r"
    sql, values = _rows(f"{found} CROSS JOIN {source} ON e.report_key = r.told", replace(filters, text=None), COLUMNS)
    return sql, (filters.text, *values)


_TOLD: Mapping[str, frozenset[str]] = {
    "event_told_when": frozenset({"since", "until"}), "event_told_what": frozenset({"type", "status", "country"}),
    "event_told_how": frozenset({"mode", "source", "min_confidence"}),
}  # fmt: skip
"""The narrow indexes of the events of each report, with the filters that they can tell."""


def counted_parts(layer: str, actor: str) -> Condition:
    """Return SQL that counts the records of a layer in which somebody takes part, and its values."""
    sql, values = _parts_of(layer, actor)
    return f"SELECT count(*) FROM (SELECT DISTINCT record_key FROM {sql})", values


def _parts(filters: Filters, what: str = "record_key") -> Condition:
    """Count by who takes part: each part of an event says of it what it can be filtered by."""
    sql, values = _parts_of("events", filters.actor or "")
    wanted = [("1", ()), *conditions("events", replace(filters, actor=None), COLUMNS | {"text"})]
    return f"SELECT count(*) FROM (SELECT DISTINCT {what} FROM {sql} WHERE {_joined(wanted)})", (
        *values, *_values(wanted),
    )  # fmt: skip


def _parts_of(layer: str, actor: str) -> Condition:
    """Return SQL for somebody's parts, by the index that has them: SQLite would rather walk all by their records."""
    who, values = parties(layer, actor)
    index = "party_country" if "country = ?" in who else "party_name"
    columns = "record_key, day, type, at AS country, status, source, mode, confidence, report_key, site"
    return f"(SELECT {columns} FROM party INDEXED BY {index} WHERE live = 1 AND {who}) e", values


def _joined(wanted: Sequence[Condition]) -> str:
    return " AND ".join(condition for condition, _ in wanted)


def _values(wanted: Sequence[Condition]) -> tuple[object, ...]:
    return tuple(value for _, own in wanted for value in own)
