"""Incidents, and one of them: what each source claims, and which value was chosen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
from starlette.exceptions import HTTPException

from dateline.desk.asked import Asked
from dateline.desk.page import Data, Page
from dateline.desk.views.choices import choices_of, formats_of
from dateline.desk.views.lists import Cursor
from dateline.errors import UsageError
from dateline.incidents.model import Claim, Incident
from dateline.incidents.rules import DEFAULT_RULE, NAMES, load_rule
from dateline.ledger.asking.incidents import claims_of
from dateline.ledger.asking.showing import plain
from dateline.ledger.judging.choosing import CHOOSABLE
from dateline.store.asking.counting import counted_incidents
from dateline.store.asking.filters import MEMBERS, OF_MEMBERS, Condition, Filters, conditions, words_of
from dateline.store.asking.past import Part, held_at
from dateline.store.asking.view import Record, View
from dateline.store.joining.incidents import held_with, read_incident

_MOST_WORDS = 240


def incidents(asked: Asked) -> Data:
    """Return a page of incidents."""
    rule, view, filters = rule_of(asked), asked.view, asked.filters("incidents")
    parts = _parts(rule, filters, view)
    after, more = _after(asked)
    keys = " UNION ALL ".join(f"SELECT e.incident_key AS key, e.day AS day FROM {sql} AND {after}" for sql, _ in parts)
    sql = (
        f"SELECT v.* FROM (SELECT key AS chosen, row_number() OVER () AS turn FROM ({keys} ORDER BY day DESC, key DESC "
        "LIMIT ?)) JOIN v_incidents_history v ON v.incident_key = chosen ORDER BY turn"
    )
    rows = list(view.rows(sql, (*(v for _, own in parts for v in (*own, *more)), asked.limit)))
    matching = _count(asked, rule, filters)
    everything = asked.everything
    total = matching if filters == everything else _count(asked, rule, everything)
    return {
        "rule": rule, "columns": [c for c in (rows[0] if rows else ()) if c not in ("incident_key", "since", "until")],
        "rows": [plain(row) for row in rows], "shown": len(rows), "matching": matching,
        "total": total,
        "next": f"{rows[-1]['start'] or ''}~{rows[-1]['incident_key']}" if len(rows) == asked.limit else None,
    }  # fmt: skip


def rule_of(asked: Asked) -> str:
    """Return the name of the rule that is asked for, with its version; no file is read that an address names.

    Raises:
        UsageError: There is no such rule.
    """
    name = (asked.one("rule") or DEFAULT_RULE).partition("@")[0]
    if name not in NAMES:
        raise UsageError(f"rule is one of {', '.join(NAMES)}")
    return load_rule(name).name


def _parts(rule: str, filters: Filters, view: View, *, counted: bool = False) -> list[tuple[str, tuple[object, ...]]]:
    """Return SQL for the incidents that pass filters, with its values: of an earlier batch in two parts."""
    held: Sequence[Part] = (("incident e", ("e.until IS NULL", ())),)
    if filters.as_of is not None:
        held = held_at(view.connection, "incident", view.batch_of(filters.as_of))
    walk = frozenset({MEMBERS}) if not counted and _many(filters, view) else frozenset()
    wanted = [("e.rule = ?", (rule,)), *conditions("incidents", filters, walk)]
    index = _index(filters.given, counted=counted and bool(filters.given & OF_MEMBERS))
    return [_joined(source if "INDEXED" in source else source + index, [part, *wanted]) for source, part in held]


def _index(given: frozenset[str], *, counted: bool) -> str:
    """Return the index to use: SQLite would rather read each incident, since nearly all are of one rule.

    Args:
        given: The filters that are used.
        counted: Whether incidents are counted that are found by their events.
    """
    if given & _INDEXED:
        return " INDEXED BY incident_what" if counted and "country" in given else ""
    return " INDEXED BY incident_held" if counted and not given & {"since", "until"} else " INDEXED BY incident_day"


_INDEXED = frozenset({"type", "country", "status"})
_MANY = 2_000


def _many(filters: Filters, view: View) -> bool:
    """Tell whether very many events are such as an incident must have: then incidents are walked by their day."""
    own = Filters(**{name: getattr(filters, name) for name in filters.given & OF_MEMBERS})
    if not own.given:
        return False
    table, (sql, values) = words_of(own) or ("", view.chosen("events", own))
    source = f"{table} e WHERE {sql}" if table else sql
    found = view.one(f"SELECT count(*) AS n FROM (SELECT 1 FROM {source} LIMIT {_MANY + 1})", values)
    return bool(found and found["n"] > _MANY)


def _joined(source: str, wanted: Sequence[Condition]) -> tuple[str, tuple[object, ...]]:
    sql = " AND ".join(condition for condition, _ in wanted)
    return f"{source} WHERE {sql}", tuple(v for _, own in wanted for v in own)


def _after(asked: Asked) -> tuple[str, tuple[object, ...]]:
    given = asked.one("after")
    if given is None:
        return "1", ()
    cursor = Cursor.read(given)
    if cursor.day:
        return "((e.day, e.incident_key) < (?, ?) OR e.day IS NULL)", (cursor.day, cursor.key)
    return "e.day IS NULL AND e.incident_key < ?", (cursor.key,)


def _count(asked: Asked, rule: str, filters: Filters) -> int:
    return asked.kept(("incidents", rule, filters), lambda: _counted(asked.view, rule, filters))


def _counted(view: View, rule: str, filters: Filters) -> int:
    words = counted_incidents(rule, filters)
    parts = [] if words else _parts(rule, filters, view, counted=True)
    counts = [words] if words else [(f"SELECT count(*) FROM {sql}", values) for sql, values in parts]
    return sum(int(view.connection.execute(sql, values).fetchone()[0]) for sql, values in counts)


@dataclass(frozen=True, slots=True)
class _Source:
    """A column of the table of claims: reports that are one text."""

    root: str
    name: str
    reports: tuple[str, ...]
    told: str | None


def incident(asked: Asked) -> Data:
    """Return an incident with its claims."""
    rule, view = rule_of(asked), asked.view
    found = incident_of(asked, rule)
    claims = claims_of(view, load_rule(rule.partition("@")[0]), found.id)
    names = list(dict.fromkeys(report for report, _, _ in found.events))
    columns = _columns(view, names)
    texts = _texts(view, names)
    return {
        "incident": msgspec.to_builtins(found), "claims": [msgspec.to_builtins(c) for c in claims],
        "columns": [{**msgspec.to_builtins(c), "copies": len(c.reports) - 1} for c in columns],
        "table": _table(found, claims, columns, texts), "events": _events(view, found),
        "chosen": choices_of(view, found, asked.desk.editor),
        "exports": _by_rule(view, found), "held": held_with(view, rule, found.id), "history": _history(view, found),
        "choosable": list(CHOOSABLE),
    }  # fmt: skip


def incident_of(asked: Asked, rule: str) -> Incident:
    """Return the incident that is asked for, by its own id or by one of its events'.

    Raises:
        HTTPException: There is none.
    """
    try:
        name = asked.one("id")
        return read_incident(asked.view, rule, name or _of_event(asked.view, rule, asked.needed("event")))
    except UsageError as error:
        raise HTTPException(404, str(error)) from error


def _of_event(view: View, rule: str, event: str) -> str:
    report, _, own = event.rpartition("/")
    sql = (
        "SELECT i.id FROM report r JOIN event e USING (report_key) JOIN incident_event m USING (event_key) "
        "JOIN incident i ON i.incident_key = m.incident_key "
        "WHERE r.id = ? AND r.until IS NULL AND e.id = ? AND e.until IS NULL AND i.rule = ? AND i.until IS NULL"
    )
    found = view.one(sql, (report, own, rule))
    if found is None:
        raise HTTPException(404, f"event {event[:200]!r} belongs to no incident by {rule}")
    return str(found["id"])


def _columns(view: View, names: Sequence[str]) -> list[_Source]:
    """Return the sources in order of time, the reports of one text folded into one."""
    marks = ", ".join("?" * len(names))
    rows = view.rows(
        "SELECT id, source, title, substr(ltrim(text), 1, 80) AS opening, family, role, root, "
        f"ifnull(published_at, published) AS told FROM v_reports WHERE id IN ({marks}) "
        "ORDER BY told IS NULL, told, role <> 'original', id", names,
    )  # fmt: skip
    families: dict[str, list[Record]] = {}
    for row in rows:
        families.setdefault(row["family"] or row["id"], []).append(row)
    return [_folded(own) for own in families.values()]


def _folded(own: Sequence[Record]) -> _Source:
    first = own[0]
    reports = tuple(row["id"] for row in own)
    line, *_ = first["opening"].splitlines() or [""]
    name = first["source"] or first["title"] or line or first["id"]
    return _Source(first["root"] or first["id"], name, reports, first["told"])


def _texts(view: View, names: Sequence[str]) -> Mapping[str, str]:
    marks = ", ".join("?" * len(names))
    rows = view.rows(f"SELECT id, text FROM report WHERE until IS NULL AND id IN ({marks})", names)
    return {row["id"]: row["text"] for row in rows}


def _table(
    found: Incident, claims: Sequence[Claim], columns: Sequence[_Source], texts: Mapping[str, str]
) -> list[Data]:
    """Return a row for each field that sources speak of or a person gave: a list of claims for each column."""
    by_hand = (name for name, value in found.fields.items() if value.judged)
    fields = list(dict.fromkeys([*(c.field for c in claims), *by_hand]))
    return [
        {
            "field": name, "chosen": msgspec.to_builtins(found.fields[name]) if name in found.fields else None,
            "cells": [
                [_cell(c, column, texts) for c in claims if c.field == name and _gives(column, c)] for column in columns
            ],
        }
        for name in fields
    ]  # fmt: skip


def _gives(column: _Source, claim: Claim) -> bool:
    return not set(column.reports).isdisjoint(claim.reports)


def _cell(claim: Claim, column: _Source, texts: Mapping[str, str]) -> Data:
    own = next(((report, spans) for report, spans in claim.spans if report in column.reports), (column.reports[0], ()))
    words = " … ".join(texts.get(own[0], "")[start:stop] for start, stop in own[1])
    return {
        "value": claim.value, "low": claim.low, "high": claim.high, "state": claim.state, "chosen": claim.chosen,
        "report": own[0], "spans": [list(s) for s in own[1]], "words": words[:_MOST_WORDS], "said_by": claim.said_by,
        "told": claim.told,
    }  # fmt: skip


def _events(view: View, found: Incident) -> list[Data]:
    names = [f"{report}/{event}" for report, event, _ in found.events]
    reports = list(dict.fromkeys(report for report, _, _ in found.events))
    marks = ", ".join("?" * len(reports))
    rows = view.rows(
        f"SELECT v.* FROM v_events v WHERE v.report_key IN (SELECT report_key FROM report WHERE until IS NULL "
        f"AND id IN ({marks}))",
        reports,
    )  # fmt: skip
    by_id = {row["id"]: plain(row) for row in rows}
    return [by_id[name] for name in names if name in by_id]


def _by_rule(view: View, found: Incident) -> Mapping[str, Any]:
    """Return what each rule chooses, for the incident of that rule which has the same first event."""
    report, event, _ = found.events[0]
    sql = (
        "SELECT i.rule, i.id FROM incident_event ie JOIN incident i ON i.incident_key = ie.incident_key "
        "AND i.until IS NULL WHERE ie.event_key IN (SELECT e.event_key FROM event e JOIN report r USING (report_key) "
        "WHERE r.id = ? AND r.until IS NULL AND e.id = ? AND e.until IS NULL)"
    )
    told: dict[str, Any] = {}
    for row in view.rows(sql, (report, event)):
        other = read_incident(view, row["rule"], row["id"])
        told[row["rule"]] = {
            "incident": other.id, "events": len(other.events),
            "fields": {name: msgspec.to_builtins(value) for name, value in other.fields.items()},
        }  # fmt: skip
    return told


def _history(view: View, found: Incident) -> list[Data]:
    """Return what people said of it: of its events and others, and of its fields."""
    reports = list(dict.fromkeys(report for report, _, _ in found.events))
    marks = ", ".join("?" * len(reports))
    sql = (
        "SELECT * FROM v_judgements WHERE (other_digest IS NOT NULL OR layer = 'incidents') "
        f"AND (report IN ({marks}) OR other_report IN ({marks})) ORDER BY number DESC LIMIT 100"
    )
    return list(view.rows(sql, (*reports, *reports)))


def formats(asked: Asked) -> Data:
    """Return what each format of export takes of an incident."""
    rule = rule_of(asked)
    found = incident_of(asked, rule)
    return {"incident": found.id, "formats": formats_of(asked, found, rule.partition("@")[0])}


_RULE = {"rule": "the rule by which events are one: strict, standard (default) or loose"}
_NAMED = {"id": "the incident's id", "event": "in its place the id of one of its events", **_RULE}
PAGES = (
    Page(
        name="incidents", path="/incidents", told="Incidents, the newest first.", data=incidents, filters="incidents",
        keeps=True,
        parameters={"limit": "how many rows, at most 500; 50 by default", "after": "the `next` of the answer "
        "before", **_RULE},
        keys={
            "rule": "the rule with its version, as `standard@2`", "columns": "the columns, those of `v_incidents`",
            "rows": "rows of `v_incidents`, the newest first", "shown": "how many rows are here",
            "matching": "how many pass the filters", "total": "how many there are",
            "next": "give it as `after` for the rows that follow; null at the end",
        },
    ),
    Page(
        name="incident", path="/incident", told="One incident: what each source claims, and what was chosen.",
        data=incident, parameters=_NAMED,
        keys={
            "incident": "the incident, as `dateline incidents` prints it", "claims": "its claims, as `dateline "
            "claims` does",
            "columns": "the sources in order of time, reports of one text folded: `root`, `name`, `reports` "
            "(ids), `copies`, "
            "`told`",
            "table": "a row for each field that sources speak of or a person gave: `field`, `chosen` (the "
            "incident's field, with `state` and "
            "`by`), `cells` (a list of claims for each column: `value`, `low`, `high`, `state`, `chosen`, "
            "`report`, `spans`, "
            "`words`, `said_by`, `told`)",
            "events": "its events: rows of `v_events`",
            "exports": "by rule: `incident`, `events`, `fields` (what an export by that rule takes)",
            "held": "incidents that may be one with it: `incident`, `score`",
            "chosen": "by field, what a person chose: `value`, `by`, `at`, `why`, `mine`",
            "choosable": "the fields for which a person can choose a value",
            "history": "rows of `v_judgements`: what people said of its events and others, and of its fields",
        },
    ),
    Page(
        name="formats", path="/formats", told="What each format of export takes of one incident.", data=formats,
        twin_only=True, parameters=_NAMED,
        keys={
            "incident": "the incident's id",
            "formats": "`name`, `about`, `rows` (each a list of the columns that are filled: `column`, `value`, "
            "`fields`), `left_out` (`rule`, `reason`: why there is no row)",
        },
    ),
)  # fmt: skip
