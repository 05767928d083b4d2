"""Names of actors and places as one types: those of the ledger first, then those of the tables."""

import math
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from itertools import islice

from dateline.desk.asked import Asked
from dateline.desk.page import Data, Page
from dateline.errors import UsageError
from dateline.gazetteer.reader import open_default
from dateline.lexicon.tables import fold
from dateline.lexicon.world.actors import ActorTables, load_actors
from dateline.store.asking.view import View

_MOST = 12
_LEAST_LETTERS = 2
_LAST = "\uffff"
_LOOKED_AT = 60


def complete(asked: Asked) -> Data:
    """Return names that begin with some letters."""
    of, query = asked.one("of") or "actor", asked.one("q") or ""
    if of not in _SOURCES:
        raise UsageError(f"of is one of {', '.join(_SOURCES)}")
    found = _SOURCES[of](asked.view, fold(query)) if len(query) >= _LEAST_LETTERS else iter(())
    return {"of": of, "q": query, "names": list(islice(_distinct(found), _MOST))}


def _distinct(found: Iterator[Data]) -> Iterator[Data]:
    seen: set[tuple[str, ...]] = set()
    for name in found:
        where = name.get("where") or {}
        own = (
            fold(name["name"]),
            *(str(part) for part in (name["country"], where.get("admin1"), where.get("precision"))),
        )
        if own not in seen:
            seen.add(own)
            yield name


def _actors(view: View, letters: str) -> Iterator[Data]:
    """Yield the ledger's actors that begin so, those with a word that does, then those of the tables."""
    begins = "folded >= ?1 AND folded < ?2"
    for where, values in ((begins, (letters, letters + _LAST)), ("folded LIKE ?1", (f"% {_plain(letters)}%",))):
        sql = (
            "SELECT a.name, a.country, a.kind AS told FROM (SELECT name_key, (SELECT max(record_key) FROM party p "
            f"WHERE p.name_key = n.name_key AND p.layer = 'actors' AND p.live) AS key FROM name n WHERE {where} "
            f"LIMIT {_LOOKED_AT}) JOIN actor a ON a.actor_key = key"
        )
        yield from ({**row, "from": "ledger"} for row in view.rows(sql, values))
    yield from _known(letters)


def _plain(letters: str) -> str:
    return letters.replace("%", "").replace("_", "")


def _known(letters: str) -> Iterator[Data]:
    """Yield the named actors of the tables that begin so."""
    tables, keys = _tables()
    for key in islice(keys, bisect_left(keys, letters), bisect_left(keys, letters + _LAST)):
        for _, rows in tables.aliases[key]:
            entry = tables.entries[rows[0]]
            yield {"name": entry.name, "country": entry.country, "told": entry.office or entry.kind, "from": "tables"}


@cache
def _tables() -> tuple[ActorTables, list[str]]:
    tables = load_actors()
    return tables, sorted(tables.aliases)


def _places(view: View, letters: str) -> Iterator[Data]:
    """Yield the ledger's places that begin so, the most frequent first, then those of the gazetteer."""
    sql = (
        "SELECT s.place AS name, s.admin1, s.country, s.lat, s.lon, e.radius_km, e.precision FROM (SELECT * FROM site "
        "WHERE place >= ? COLLATE NOCASE AND place < ? COLLATE NOCASE AND n > 0 ORDER BY n DESC LIMIT ?) s "
        "JOIN event e ON e.event_key = (SELECT event_key FROM event WHERE site = s.site_key AND until IS NULL LIMIT 1) "
        "ORDER BY s.n DESC"
    )
    for row in view.rows(sql, (letters, letters + _LAST, _MOST)):
        yield _place(row.pop("name"), row, "ledger")
    for entry in open_default().starting(letters, limit=_MOST):
        unknown = math.isnan(entry.lat)
        where = {
            "admin1": entry.admin1 if entry.kind != "country" else None, "country": entry.country,
            "lat": None if unknown else round(entry.lat, 5), "lon": None if unknown else round(entry.lon, 5),
            "radius_km": None if math.isnan(entry.radius_km) else entry.radius_km, "precision": entry.kind,
        }  # fmt: skip
        yield _place(entry.name, where, "tables")


def _place(name: str, where: Data, source: str) -> Data:
    told = where["precision"] if where["precision"] == "province" else where["admin1"] or where["precision"]
    return {"name": name, "country": where["country"], "told": told, "from": source,
            "where": where if where["lat"] is not None else None}  # fmt: skip


_SOURCES = {"actor": _actors, "place": _places}
PAGE = Page(
    name="complete", path="/complete", told="Names as one types.", data=complete, twin_only=True,
    parameters={"of": "actor (default) or place", "q": "the letters typed so far, two at least"},
    keys={
        "of": "actor or place", "q": "the letters",
        "names": f"at most {_MOST}: `name`, `country`, `told` (office or kind; of a place its first-level unit, or how "
        "exact it is), `from` (ledger, tables); of places `where`: what a correction keeps of one that is chosen "
        "(`admin1`, `country`, `lat`, `lon`, `radius_km`, `precision`), null for a place that is only a name",
    },
)  # fmt: skip
