"""One actor: who that is, what they did and had done to them, what they said, where they stand."""

from collections import Counter
from typing import Any

import msgspec

from dateline.desk.asked import Asked
from dateline.desk.page import Data, Page
from dateline.ledger.asking.showing import plain
from dateline.ledger.asking.timelines import position_lines
from dateline.store.asking.filters import Filters, parties

_LAYERS = ("events", "statements", "positions", "commitments", "scheduled")
_MOST = 30
_COUNTED = 1_000
_PARTNERS = 20
_KNOWN = 500
_MOST_DRAWN = 150


def actor(asked: Asked) -> Data:
    """Return what is known of an actor."""
    view, name = asked.view, asked.needed("name")
    filters = Filters(actor=name)
    newest = view.tuples("events", filters, ("start", "actors", "recipients"), limit=_COUNTED)
    return {
        "name": name, "who": _who(asked, name), "counts": {layer: asked.count(layer, filters) for layer in _LAYERS},
        **{layer: [plain(row) for row in view.stream(layer, filters, limit=_MOST)] for layer in _LAYERS},
        "issues": _issues(asked, filters), "lines": _lines(asked, filters),
        "months": sorted(Counter(day[:7] for day, _, _ in newest if day).items()), "counted": len(newest),
        "partners": _partners(name, newest),
    }  # fmt: skip


def _who(asked: Asked, name: str) -> list[Data]:
    """Return what reports call everybody of that name: of the newest mentions, the most frequent first."""
    chosen, values = parties("actors", name)
    sql = (
        "SELECT name, kind, country, sector, office, wikidata, count(*) AS reports FROM actor WHERE actor_key IN "
        f"(SELECT record_key FROM party WHERE {chosen} AND live ORDER BY record_key DESC LIMIT {_KNOWN}) "
        "GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY reports DESC, name LIMIT 50"
    )
    return list(asked.view.rows(sql, values))


def _issues(asked: Asked, filters: Filters) -> list[Data]:
    """Return the newest positions by issue, the earliest first, so that one sees them turn."""
    found: dict[str, list[Data]] = {}
    for row in asked.view.stream("positions", filters, limit=_MOST * 4):
        found.setdefault(row["issue_id"], []).append(plain(row))
    return [
        {"issue_id": issue, "issue": rows[0]["issue"], "positions": rows[::-1]} for issue, rows in found.items()
    ]  # fmt: skip


def _lines(asked: Asked, filters: Filters) -> list[Data] | None:
    """Return where they stood on each issue over time; None where there are too many positions for a page."""
    if asked.count("positions", filters) > _MOST_DRAWN:
        return None
    return [msgspec.to_builtins(line) for line in position_lines(asked.view, filters)]


def _partners(name: str, newest: list[tuple[Any, ...]]) -> list[Data]:
    counts: Counter[tuple[str, str]] = Counter()
    for _, actors, recipients in newest:
        for role, names in (("actor", actors), ("recipient", recipients)):
            counts.update((n, role) for n in names.split("; ") if n and name.casefold() not in n.casefold())
    return [{"name": n, "role": role, "events": k} for (n, role), k in counts.most_common(_PARTNERS)]


PAGE = Page(
    name="actor", path="/actor", told="One actor: statements, positions over time, events.", data=actor,
    parameters={"name": "the name, or part of it, or a country's code (MLI)"},
    keys={
        "name": "the name asked for",
        "who": "what reports call everybody of that name: `name`, `kind`, `country`, `sector`, `office`, `wikidata`, "
        "`reports`",
        "counts": "by layer, how many records they take part in",
        **{layer: f"the newest {_MOST} rows of `v_{layer}`" for layer in _LAYERS},
        "issues": "positions over time: `issue_id`, `issue`, `positions` (rows, the earliest first)",
        "lines": "each actor's stands on each issue over time with their changes, as `dateline timeline positions` "
        f"prints them; null where there are more than {_MOST_DRAWN} positions",
        "months": "`[YYYY-MM, events]` of the events that were counted",
        "counted": f"how many events months and partners were counted from: the newest, at most {_COUNTED:,}",
        "partners": "who stands beside them in events: `name`, `role` (actor, recipient), `events`",
    },
)  # fmt: skip
