"""Write and read incidents: their rows, events, claims, ties, and where ids went that are there no longer."""

import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any, Literal

import msgspec

from dateline.errors import UsageError
from dateline.incidents.model import Claim, Incident, Related, Relation
from dateline.store.asking.filters import Filters, conditions
from dateline.store.asking.view import Record, View
from dateline.store.batch import Batch
from dateline.store.joining.words import add_words, drop_words
from dateline.store.rows import dumps


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """A tie to another incident, by one of its events."""

    event_key: int
    relation: Relation
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """An incident to be written: the keys of its events, each with that of its report, and of the reports about it.

    ``held`` are events of others, each with the mean probability that it belongs here.
    """

    incident: Incident
    members: tuple[tuple[int, int], ...]
    about: tuple[int, ...] = ()
    claims: tuple[Claim, ...] = ()
    ties: tuple[Tie, ...] = ()
    held: tuple[tuple[int, float], ...] = ()


def write_incident(batch: Batch, made: Made) -> int:
    """Keep an incident, and return its key."""
    one = made.incident
    key = batch.insert("incident", _row(one))
    run = batch.connection.executemany
    run("INSERT INTO incident_event VALUES (?, ?, ?)", ((key, *member) for member in made.members))
    add_ties(batch, key, made.ties, made.held)
    run("INSERT INTO incident_report VALUES (?, ?)", ((key, report) for report in made.about))
    run(f"INSERT INTO claim ({', '.join(_CLAIM)}) VALUES ({', '.join('?' * len(_CLAIM))})",
        (_claim_row(key, c) for c in made.claims))  # fmt: skip
    add_words(batch, key)
    return key


def _row(one: Incident) -> dict[str, Any]:
    place = one.place
    return {
        "rule": one.rule, "id": one.id, "type": one.type, "mode": one.mode, "title": one.title, "status": one.status,
        "day": one.start, "end": one.end, "place": place and place.name, "country": place and place.country,
        "lat": place and place.lat, "lon": place and place.lon, "radius_km": place and place.radius_km,
        "precision": place and place.precision, "actors": "; ".join(a.name for a in one.actors),
        "recipients": "; ".join(a.name for a in one.recipients), "reports": one.reports, "roots": one.roots,
        "voices": one.voices, "events": len(one.events), "confidence": one.confidence,
        "conflicts": sum(f.state == "conflict" for f in one.fields.values()), "record": dumps(one),
    }  # fmt: skip


_CLAIM = (
    "incident_key", "field", "value", "low", "high", "unit", "state", "chosen", "by", "roots", "reports", "said_by",
    "told", "spans",
)  # fmt: skip


def _claim_row(key: int, c: Claim) -> tuple[object, ...]:
    value = None if c.value is None else dumps(c.value)
    return (key, c.field, value, c.low, c.high, c.unit, c.state, int(c.chosen), c.by, c.roots, dumps(c.reports),
            c.said_by, c.told, dumps(c.spans))  # fmt: skip


def add_ties(batch: Batch, incident: int, ties: Iterable[Tie], held: Iterable[tuple[int, float]]) -> None:
    """Tie an incident that stays to events of others."""
    run = batch.connection.executemany
    run("INSERT OR IGNORE INTO incident_related VALUES (?, ?, ?, ?)",
        ((incident, t.event_key, t.relation, t.why) for t in ties))  # fmt: skip
    run("INSERT OR IGNORE INTO held VALUES (?, ?, ?)", ((incident, event, score) for event, score in held))


def end_incident(batch: Batch, key: int) -> None:
    """Let an incident hold no longer: its row stays, its claims and ties go."""
    drop_words(batch, key)
    batch.end("incident", "incident_key = ?", key)
    for table in ("claim", "incident_related", "held"):
        batch.connection.execute(f"DELETE FROM {table} WHERE incident_key = ?", (key,))


def move_incident(batch: Batch, rule: str, old: str, new: str) -> None:
    """Let an id lead to another incident for ever."""
    sql = "INSERT OR REPLACE INTO incident_moved VALUES (?, ?, ?, ?)"
    batch.connection.execute(sql, (rule, old, new, batch.number))


def find_incidents(view: View, rule: str, filters: Filters, *, limit: int | None = None) -> tuple[list[Incident], int]:
    """Return the incidents of a rule that pass filters, the newest first, and how many there are without the limit."""
    where, values = _where(view, rule, filters)
    order = "ORDER BY e.day DESC, e.incident_key DESC LIMIT ?"
    rows = view.rows(f"SELECT * FROM incident e WHERE {where} {order}", (*values, -1 if limit is None else limit))
    found = [_incident(view, row) for row in rows]
    if limit is None or len(found) < limit:
        return found, len(found)
    return found, int(view.connection.execute(f"SELECT count(*) FROM incident e WHERE {where}", values).fetchone()[0])


def _where(view: View, rule: str, filters: Filters) -> tuple[str, tuple[object, ...]]:
    held: tuple[str, tuple[object, ...]] = ("e.until IS NULL", ())
    if filters.as_of is not None:
        batch = view.batch_of(filters.as_of)
        held = ("e.since <= ? AND (e.until IS NULL OR e.until > ?)", (batch, batch))
    wanted = [("e.rule = ?", (rule,)), held, *conditions("incidents", filters)]
    return " AND ".join(sql for sql, _ in wanted), tuple(v for _, values in wanted for v in values)


def read_incident(view: View, rule: str, name: str) -> Incident:
    """Return the incident of a rule that has an id, or that an id of former days leads to.

    Raises:
        UsageError: There never was one.
    """
    row = view.one(
        "SELECT * FROM incident WHERE rule = ? AND id = ? AND until IS NULL", (rule, where_now(view, rule, name))
    )
    if row is None:
        raise UsageError(f"{name!r} is no incident by {rule}; `dateline incidents` lists them")
    return _incident(view, row)


def where_now(view: View, rule: str, name: str) -> str:
    """Return the id of the incident that an id leads to: its own, where it is still there."""
    seen = {name}
    while view.one("SELECT 1 FROM incident WHERE rule = ? AND id = ? AND until IS NULL", (rule, name)) is None:
        moved = view.one("SELECT target FROM incident_moved WHERE rule = ? AND id = ?", (rule, name))
        if moved is None or moved["target"] in seen:
            break
        name = moved["target"]
        seen.add(name)
    return name


def _incident(view: View, row: Record) -> Incident:
    one = msgspec.json.decode(row["record"], type=Incident)
    return replace(one, related=tuple(_related(view, row)), merged_from=tuple(_merged(view, row["rule"], one.id)))


def _related(view: View, row: Record) -> Iterator[Related]:
    sql = (
        "SELECT DISTINCT i.id, t.relation, t.why FROM incident_related t JOIN incident_event m USING (event_key) "
        "JOIN incident i ON i.incident_key = m.incident_key AND i.until IS NULL AND i.rule = ? "
        "WHERE t.incident_key = ? AND i.incident_key <> t.incident_key ORDER BY 2, 1"
    )
    for found in view.rows(sql, (row["rule"], row["incident_key"])):
        yield Related(incident=found["id"], relation=found["relation"], why=found["why"])


def _merged(view: View, rule: str, name: str) -> list[str]:
    """Return the ids that lead to one, over any number of moves."""
    seen: list[str] = []
    todo = [name]
    while todo:
        target = todo.pop()
        for row in view.rows("SELECT id FROM incident_moved WHERE rule = ? AND target = ?", (rule, target)):
            if row["id"] not in seen and row["id"] != name:
                seen.append(row["id"])
                todo.append(row["id"])
    return sorted(seen)


def read_claims(view: View, rule: str, name: str) -> list[Claim]:
    """Return the claims of an incident, field by field, the earliest first.

    Raises:
        UsageError: There is no such incident.
    """
    one = read_incident(view, rule, name)
    live = "i.rule = ? AND i.id = ? AND i.until IS NULL"
    sql = f"SELECT c.* FROM claim c JOIN incident i USING (incident_key) WHERE {live} ORDER BY c.claim_key"
    return [_claim(one.id, row) for row in view.rows(sql, (rule, one.id))]


def _claim(incident: str, row: Record) -> Claim:
    value = row["value"]
    return Claim(
        incident=incident, field=row["field"], value=None if value is None else json.loads(value), low=row["low"],
        high=row["high"], unit=row["unit"], state=row["state"], chosen=bool(row["chosen"]), by=row["by"],
        roots=row["roots"], reports=tuple(json.loads(row["reports"])), said_by=row["said_by"], told=row["told"],
        spans=tuple((report, tuple(map(tuple, spans))) for report, spans in json.loads(row["spans"])),
    )  # fmt: skip


_HELD = """
SELECT i.id AS one, j.id AS other, max(h.score) AS score FROM held h
JOIN incident i ON i.incident_key = h.incident_key AND i.until IS NULL AND i.rule = ?1
JOIN incident_event m ON m.event_key = h.event_key
JOIN incident j ON j.incident_key = m.incident_key AND j.until IS NULL AND j.rule = i.rule AND j.id <> i.id
{} GROUP BY 1, 2
"""


def held_pairs(view: View, rule: str) -> list[tuple[str, str, float]]:
    """Return the pairs of incidents that a person should look at, with the mean probability, the likeliest first."""
    return _likeliest(view.rows(_HELD.format(""), (rule,)))


def held_with(view: View, rule: str, name: str) -> list[Record]:
    """Return the incidents that may be one with another: `incident` and `score`, the likeliest first."""
    either = (view.rows(_HELD.format(f"WHERE {side}.id = ?2 AND {side}.rule = ?1"), (rule, name)) for side in "ij")
    pairs = _likeliest(chain.from_iterable(either))  # one condition for both sides would walk all incidents
    return [{"incident": b if a == name else a, "score": score} for a, b, score in pairs]


def _likeliest(rows: Iterable[Record]) -> list[tuple[str, str, float]]:
    best: dict[tuple[str, str], float] = {}
    for row in rows:
        pair = (min(row["one"], row["other"]), max(row["one"], row["other"]))
        best[pair] = max(row["score"], best.get(pair, 0.0))
    return [(*pair, score) for pair, score in sorted(best.items(), key=lambda p: (-p[1], p[0]))]


_LIVE = "FROM incident_event m JOIN incident i ON i.incident_key = m.incident_key WHERE i.rule = ? AND i.until IS NULL"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """An incident as it lies in the ledger."""

    key: int
    id: str
    events: frozenset[int]
    about: frozenset[int]
    record: str


def kept_incidents(batch: Batch, keys: Iterable[int]) -> list[Kept]:
    """Return live incidents by their keys."""
    return [_kept(batch, key) for key in sorted(keys)]


def _kept(batch: Batch, key: int) -> Kept:
    name, record = batch.one("SELECT id, record FROM incident WHERE incident_key = ?", key) or ("", "")
    events = batch.all("SELECT event_key FROM incident_event WHERE incident_key = ?", key)
    about = batch.all("SELECT report_key FROM incident_report WHERE incident_key = ?", key)
    return Kept(
        key=key, id=name, events=frozenset(r[0] for r in events), about=frozenset(r[0] for r in about), record=record
    )


def incidents_of(batch: Batch, rule: str, events: Collection[int]) -> dict[int, int]:
    """Return by event the live incident of a rule in which it is."""
    sql = f"SELECT m.event_key, i.incident_key {_LIVE} AND m.event_key IN ({{}})"
    return dict(batch.of_keys(sql, events, rule))


def incidents_that_had(batch: Batch, rule: str, reports: Collection[int]) -> set[int]:
    """Return the live incidents of a rule that have events of reports, those too that hold no longer."""
    sql = f"SELECT DISTINCT i.incident_key {_LIVE} AND m.report_key IN ({{}})"
    return {row[0] for row in batch.of_keys(sql, reports, rule)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An event of a report, whether it is the main one, the incident in which it is, and the report's family."""

    incident: int
    report: int
    event: int
    main: bool
    family: int | None


def told_by(batch: Batch, rule: str, reports: Collection[int]) -> list[Told]:
    """Return the events of reports by their live incidents of a rule."""
    sql = (
        "SELECT i.incident_key, m.report_key, m.event_key, e.main, f.family_key FROM incident_event m "
        "JOIN incident i ON i.incident_key = m.incident_key JOIN event e ON e.event_key = m.event_key "
        "LEFT JOIN member f ON f.report_key = m.report_key "
        "WHERE i.rule = ? AND i.until IS NULL AND e.until IS NULL AND m.report_key IN ({})"
    )
    return [
        Told(incident=incident, report=report, event=event, main=bool(main), family=family)
        for incident, report, event, main, family in batch.of_keys(sql, reports, rule)
    ]


def abouts(
    batch: Batch, rule: str, column: Literal["incident_key", "report_key"], keys: Collection[int]
) -> dict[int, set[int]]:
    """Return by live incident the reports about it: of these incidents, or of those that these reports are about."""
    sql = (
        "SELECT a.incident_key, a.report_key FROM incident_report a JOIN incident i USING (incident_key) "
        f"WHERE i.rule = ? AND i.until IS NULL AND a.{column} IN ({{}})"
    )
    found: dict[int, set[int]] = {}
    for incident, report in batch.of_keys(sql, keys, rule):
        found.setdefault(incident, set()).add(report)
    return found


def live_incidents(batch: Batch, rule: str) -> list[int]:
    """Return the keys of all live incidents of a rule."""
    return [row[0] for row in batch.all("SELECT incident_key FROM incident WHERE rule = ? AND until IS NULL", rule)]


def members_of(batch: Batch, incidents: Collection[int]) -> dict[int, set[int]]:
    """Return by incident its events that still hold."""
    sql = (
        "SELECT m.incident_key, m.event_key FROM incident_event m JOIN event e USING (event_key) "
        "WHERE e.until IS NULL AND m.incident_key IN ({})"
    )
    found: dict[int, set[int]] = {}
    for incident, event in batch.of_keys(sql, incidents):
        found.setdefault(incident, set()).add(event)
    return found


def event_of(batch: Batch, name: str) -> str | None:
    """Return the earliest event of the newest incident that has an id, as REPORT/e1; None where there is none."""
    sql = "SELECT record FROM incident WHERE id = ? AND until IS NULL ORDER BY rule NOT LIKE 'standard@%', rule"
    found = batch.one(sql, name)
    if found is None:
        return None
    report, event, _ = msgspec.json.decode(found[0], type=Incident).events[0]
    return f"{report}/{event}"


def live_incident(batch: Batch, rule: str, name: str) -> Incident | None:
    """Return the live incident of a rule that has an id, None where there is none."""
    found = batch.one("SELECT record FROM incident WHERE rule = ? AND id = ? AND until IS NULL", rule, name)
    return None if found is None else msgspec.json.decode(found[0], type=Incident)


def is_taken(batch: Batch, rule: str, name: str) -> bool:
    """Tell whether a live incident of a rule has an id."""
    return batch.one("SELECT 1 FROM incident WHERE rule = ? AND id = ? AND until IS NULL", rule, name) is not None


def successors(batch: Batch, rule: str, gone: Kept) -> Iterator[str]:
    """Yield the ids of the live incidents that have events of one that is gone, or others on the same words."""
    same = "SELECT event_key FROM incident_event WHERE incident_key = ?1"
    again = (
        "SELECT n.event_key FROM event o JOIN event n ON n.report_key = o.report_key AND n.until IS NULL AND "
        "json_extract(n.spans, '$[0][0]') < json_extract(o.spans, '$[0][1]') AND "
        f"json_extract(o.spans, '$[0][0]') < json_extract(n.spans, '$[0][1]') WHERE o.event_key IN ({same})"
    )
    sql = (
        "SELECT i.id FROM incident_event m JOIN incident i USING (incident_key) WHERE i.rule = ?2 AND i.until IS NULL "
        f"AND m.event_key IN ({same} UNION {again}) GROUP BY i.id ORDER BY count(*) DESC, i.id"
    )
    yield from (row[0] for row in batch.all(sql, gone.key, rule))
