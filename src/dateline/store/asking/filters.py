"""What lists are filtered by, and the conditions that follow for each layer."""

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date

from dateline.errors import UsageError
from dateline.geo import KM_PER_DEGREE
from dateline.lexicon.tables import fold
from dateline.store.rows import LAYER_TABLES

Condition = tuple[str, tuple[object, ...]]
"""SQL about a row called ``e``, and the values of its marks."""
_CODE_LETTERS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What a list is limited to; all that is given must hold.

    Args:
        type: Types, one of which a record has: of events PLOVER's, of statements the act, of positions the stance, of
            commitments and what is scheduled the kind.
        mode: Modes of events.
        actor: Part of the name of somebody who takes part, or the code of their country ("MLI").
        country: Codes of the country where it took place; of statements, positions and commitments that of who speaks,
            stands there or gives.
        place: The name of the place or of its first-level unit.
        near: Latitude, longitude and kilometres.
        since: First day: of events on which they begin, of others on which they were published.
        until: Last day.
        source: Publishers of the reports.
        status: Statuses of events and of what is scheduled, stages of commitments.
        min_confidence: The least confidence.
        min_roots: The fewest independent sources of the report's family.
        text: Words that stand in the report, in the language of FTS5.
        report: The id of the report.
        as_of: The day at whose end the ledger held it, or the number of the batch after which it did.
    """

    type: tuple[str, ...] = ()
    mode: tuple[str, ...] = ()
    actor: str | None = None
    country: tuple[str, ...] = ()
    place: str | None = None
    near: tuple[float, float, float] | None = None
    since: date | None = None
    until: date | None = None
    source: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    min_confidence: float = 0.0
    min_roots: int = 0
    text: str | None = None
    report: str | None = None
    as_of: date | int | None = None

    @property
    def given(self) -> frozenset[str]:
        """Return the names of the filters that are used."""
        return frozenset(f.name for f in fields(self) if getattr(self, f.name) not in (None, (), 0))


_ALL = frozenset(f.name for f in fields(Filters))
_NO_PLACE = frozenset({"place", "near", "mode"})
APPLICABLE: Mapping[str, frozenset[str]] = {
    "reports": _ALL,
    "actors": _ALL - _NO_PLACE - {"type", "actor", "status"},
    "places": _ALL - {"type", "mode", "actor", "status"},
    "events": _ALL,
    "statements": _ALL - _NO_PLACE - {"status"},
    "positions": _ALL - _NO_PLACE - {"status"},
    "commitments": _ALL - _NO_PLACE,
    "scheduled": _ALL - {"near", "mode"},
    "incidents": _ALL,
}
"""The filters that each layer knows."""
COLUMNS = frozenset({"columns"})
"""Among what is to be walked: no index of a column is used, since others find the rows."""
GATHERED = frozenset({"gathered"})
"""Among what is to be walked: very many reports have the roots; they are gathered, and others find the rows."""
_OF_EVENTS = frozenset({"type", "mode", "actor", "country", "place", "near", "status", "min_confidence"})
OF_MEMBERS = frozenset({"actor", "place", "source", "text", "report"})
"""The filters that incidents have by their events."""
_PLACE_NAMES = {"scheduled": ("place",), "places": ("name", "admin1")}
LOCATED = frozenset({"place", "near"})
"""The filters that events are asked by their sites."""


def conditions(layer: str, filters: Filters, walk: frozenset[str] = frozenset()) -> Iterator[Condition]:
    """Yield the conditions for a layer's table.

    Args:
        layer: The layer, or "reports".
        filters: What is wanted.
        walk: Filters that many rows pass: they are looked up row by row, as a list is walked by its day, rather than
            gathered first.

    Raises:
        UsageError: The layer does not know a filter, or FTS5 does not know the query.
    """
    unknown = sorted(filters.given - APPLICABLE[layer])
    if unknown:
        known = ", ".join(sorted(APPLICABLE[layer]))
        raise UsageError(f"{layer} cannot be filtered by {', '.join(unknown)}; they can by {known}")
    if layer in _SPECIAL:
        yield from _SPECIAL[layer](filters, walk)
        return
    free = "+" if walk >= COLUMNS else ""  # SQLite uses no index for what has a sign
    for name in ("type", "mode", "country", "source", "status"):
        yield from _one_of(name, getattr(filters, name), free)
    yield from _days("day", filters, free)
    yield from _who(layer, filters.actor, walk="actor" in walk)
    yield from _sited(filters, walk) if layer == "events" else _where(layer, filters)
    yield from _reports(filters, walk)
    if filters.min_confidence:
        yield f"{free}e.confidence >= ?", (filters.min_confidence,)


def _of_reports(filters: Filters, walk: frozenset[str]) -> Iterator[Condition]:
    """Yield the conditions for reports: what is said of events must hold of one event that the report tells."""
    yield from _one_of("source", filters.source)
    yield from _days("published", filters)
    yield from _reports(filters, walk)
    if of_events(filters):
        sql, values = told_events(filters, walk=EVENTS in walk)
        if EVENTS in walk:
            yield f"EXISTS (SELECT 1 FROM (SELECT e.report_key AS told FROM {sql}) WHERE told = e.report_key)", values
        else:
            yield f"e.report_key IN (SELECT e.report_key FROM {sql})", values


EVENTS = "events"
"""Among what is to be walked: reports are looked up by their events one by one, since very many have such events."""


def of_events(filters: Filters) -> frozenset[str]:
    """Return the filters that reports have by their events."""
    return filters.given & _OF_EVENTS


def told_events(filters: Filters, *, walk: bool = False) -> Condition:
    """Return SQL for the events of which one must be told by a report."""
    own = Filters(**{name: getattr(filters, name) for name in of_events(filters)})
    inner = list(conditions("events", own, COLUMNS | {"actor"} if walk else frozenset()))
    sql = " AND ".join(condition for condition, _ in inner)
    return f"event e WHERE e.until IS NULL AND {sql}", tuple(value for _, given in inner for value in given)


MEMBERS = "members"
"""Among what is to be walked: incidents are looked up by their events one by one, as a list is walked by its day."""


def _of_incidents(filters: Filters, walk: frozenset[str]) -> Iterator[Condition]:
    """Yield the conditions for incidents; who takes part, place, source and words are those of one of its events."""
    for name in ("type", "mode", "country", "status"):
        yield from _one_of(name, getattr(filters, name))
    yield from _days("day", filters)
    yield from _near(filters)
    if filters.min_confidence:
        yield "e.confidence >= ?", (filters.min_confidence,)
    if filters.min_roots > 1:
        yield "e.roots >= ?", (filters.min_roots,)
    told = filters.given & OF_MEMBERS
    words = words_of(filters)
    if words and MEMBERS not in walk:
        table, (sql, values) = words
        yield f"e.incident_key IN (SELECT e.incident_key FROM {table} e WHERE {sql})", values
    elif told:
        own = Filters(**{name: getattr(filters, name) for name in told})
        inner = list(conditions("events", own, _ONE_BY_ONE if MEMBERS in walk else frozenset()))
        now = [] if filters.as_of else ["e.until IS NULL"]  # without it no index of the events is used
        sql = " AND ".join([*now, *(condition for condition, _ in inner)])
        values = tuple(value for _, given in inner for value in given)
        if MEMBERS in walk:
            members = "SELECT m.incident_key AS told FROM incident_event m JOIN event e ON e.event_key = m.event_key"
            yield f"EXISTS (SELECT 1 FROM ({members} WHERE {sql}) WHERE told = e.incident_key)", values
        else:
            members = "SELECT m.incident_key FROM event e CROSS JOIN incident_event m ON m.event_key = e.event_key"
            yield f"e.incident_key IN ({members} WHERE {sql})", values


_ONE_BY_ONE = COLUMNS | {"actor", "text"}


def words_of(filters: Filters) -> tuple[str, Condition] | None:
    """Return the table that tells which incidents now have a source, or somebody taking part, and the condition there.

    None: neither is asked for, or more that one and the same event must say, or an earlier batch.
    """
    if filters.as_of is not None or len(filters.given & OF_MEMBERS) != 1:
        return None
    if filters.actor is not None:
        return "incident_party", _named(filters.actor)
    return ("incident_source", next(_one_of("source", filters.source))) if filters.source else None


_SPECIAL: Mapping[str, Callable[[Filters, frozenset[str]], Iterator[Condition]]] = {
    "reports": _of_reports, "incidents": _of_incidents,
}  # fmt: skip
"""What is no layer of records, and has conditions of its own."""


def _one_of(name: str, values: tuple[str, ...], free: str = "") -> Iterator[Condition]:
    if len(values) == 1:
        yield f"{free}e.{name} = ?", values
    elif values:
        yield f"{free}e.{name} IN ({', '.join('?' * len(values))})", values


def _days(column: str, filters: Filters, free: str = "") -> Iterator[Condition]:
    if filters.since:
        yield f"{free}e.{column} >= ?", (filters.since.isoformat(),)
    if filters.until:
        yield f"{free}e.{column} <= ?", (filters.until.isoformat(),)


def parties(layer: str, actor: str) -> Condition:
    """Return what makes somebody's part in a layer."""
    who, values = _named(actor)
    return f"layer = ? AND {who}", (layer, *values)


def _named(actor: str) -> Condition:
    """Return what somebody is known by: three capitals are a country, all else is part of a name."""
    if len(actor) == _CODE_LETTERS and actor.isalpha() and actor.isupper():
        return "country = ?", (actor,)
    like = fold(actor).replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return "name_key IN (SELECT name_key FROM name WHERE folded LIKE ? ESCAPE '\\')", (f"%{like}%",)


def _who(layer: str, actor: str | None, *, walk: bool) -> Iterator[Condition]:
    if actor is None:
        return
    key = f"e.{LAYER_TABLES[layer]}_key"
    chosen, values = parties(layer, actor)
    if walk:
        yield f"EXISTS (SELECT 1 FROM party WHERE record_key = {key} AND {chosen})", values
    else:
        yield f"{key} IN (SELECT record_key FROM party WHERE {chosen})", values


def _sited(filters: Filters, walk: frozenset[str]) -> Iterator[Condition]:
    """Yield the condition for where events take place."""
    if filters.given & LOCATED:
        sql, values = sites(filters)
        yield f"{'+' if 'site' in walk else ''}e.site IN (SELECT e.site_key FROM {sql})", values


def sites(filters: Filters) -> Condition:
    """Return SQL for the sites that are meant by the name of a place and by a distance."""
    wanted = list(_near(filters))
    if filters.place is not None:
        wanted.append(("(e.place = ? COLLATE NOCASE OR e.admin1 = ? COLLATE NOCASE)", (filters.place, filters.place)))
    where = " AND ".join(condition for condition, _ in wanted)
    return f"site e WHERE {where}", tuple(value for _, own in wanted for value in own)


def _where(layer: str, filters: Filters) -> Iterator[Condition]:
    if filters.place is not None:
        table, key = LAYER_TABLES[layer], f"{LAYER_TABLES[layer]}_key"
        named = " UNION ".join(
            f"SELECT {key} FROM {table} WHERE {name} = ? COLLATE NOCASE"
            + ("" if filters.as_of else " AND until IS NULL")
            for name in _PLACE_NAMES[layer]
        )
        yield f"e.{key} IN ({named})", (filters.place,) * len(_PLACE_NAMES[layer])
    yield from _near(filters)


def _near(filters: Filters) -> Iterator[Condition]:
    if filters.near is not None:
        lat, lon, km = filters.near
        north = km / KM_PER_DEGREE
        east = min(180.0, north / max(0.01, math.cos(math.radians(min(89.0, abs(lat) + north)))))
        yield "e.lat BETWEEN ? AND ?", (lat - north, lat + north)
        if abs(lon) + east <= 180.0:  # no box across the date line: the distance alone decides there
            yield "e.lon BETWEEN ? AND ?", (lon - east, lon + east)
        yield "distance_km(e.lat, e.lon, ?, ?) <= ?", (lat, lon, km)


def _reports(filters: Filters, walk: frozenset[str]) -> Iterator[Condition]:
    """Yield what the report must be like."""
    if filters.report is not None:
        yield "e.report_key IN (SELECT report_key FROM report WHERE id = ?)", (filters.report,)
    if filters.text is not None:
        key = "+e.report_key" if "text" in walk else "e.report_key"
        yield f"{key} IN (SELECT rowid FROM reports_fts WHERE reports_fts MATCH ?)", (filters.text,)
    if filters.min_roots > 1:
        many = "SELECT m.report_key FROM family f JOIN member m USING (family_key) WHERE f.roots >= ?"
        if "min_roots" in walk:
            yield f"EXISTS ({many} AND m.report_key = e.report_key)", (filters.min_roots,)
        else:
            yield f"{'+' if walk >= GATHERED else ''}e.report_key IN ({many})", (filters.min_roots,)
