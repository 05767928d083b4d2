"""Who acts on whom: actors as nodes, events as links."""

from collections import Counter

from dateline.desk.asked import Asked
from dateline.desk.page import Data, Page
from dateline.lexicon.tables import fold

_COUNTED = 2_000
_LINKS = 50


def network(asked: Asked) -> Data:
    """Return the most frequent pairs of the newest events, and who is in them."""
    view, filters = asked.view, asked.filters("events")
    rows = view.tuples("events", filters, ("type", "actors", "recipients"), limit=_COUNTED)
    pairs: Counter[tuple[str, str]] = Counter()
    types: dict[tuple[str, str], Counter[str]] = {}
    for kind, actors, recipients in rows:
        for pair in ((a, r) for a in actors.split("; ") if a for r in recipients.split("; ") if r):
            pairs[pair] += 1
            types.setdefault(pair, Counter())[kind or ""] += 1
    chosen = pairs.most_common(asked.number("limit", default=_LINKS, most=500))
    matching = asked.count("events", filters)
    return {
        "nodes": _nodes(asked, chosen),
        "links": [
            {"source": a, "target": r, "events": n, "types": types[a, r].most_common()} for (a, r), n in chosen
        ],
        "shown": len(chosen), "counted": len(rows), "matching": matching,
        "total": asked.total("events", filters, matching),
    }  # fmt: skip


def _nodes(asked: Asked, chosen: list[tuple[tuple[str, str], int]]) -> list[Data]:
    counts: Counter[str] = Counter()
    for pair, n in chosen:
        counts.update(dict.fromkeys(pair, n))
    return [{"id": name, "name": name, "country": _country(asked, name), "events": n}
            for name, n in counts.most_common()]  # fmt: skip


def _country(asked: Asked, name: str) -> str | None:
    sql = (
        "SELECT country FROM party WHERE name_key = (SELECT name_key FROM name WHERE folded = ?) "
        "AND layer = 'events' AND live LIMIT 1"
    )
    found = asked.view.one(sql, (fold(name),))
    return (found["country"] or None) if found else None


PAGE = Page(
    name="network", path="/network", told="Who acts on whom.", data=network,
    parameters={"limit": "how many links, at most 500; 50 by default"}, filters="events", keeps=True,
    keys={
        "nodes": "`id`, `name`, `country`, `events`, the most active first",
        "links": "`source`, `target` (ids of nodes), `events`, `types` (`[type, n]`), the most frequent first",
        "shown": "how many links are here", "matching": "how many events pass the filters",
        "total": "how many events there are",
        "counted": f"how many events the links were counted from: the newest, at most {_COUNTED:,}",
    },
)  # fmt: skip
