"""All that a ledger knows of one report, event, family or actor."""

from typing import Any

import msgspec

from dateline.errors import UsageError
from dateline.lexicon.tables import fold
from dateline.model.base import Record as ModelRecord
from dateline.store.asking.layers import LAYERS
from dateline.store.asking.view import HIDDEN, Record, View
from dateline.store.joining.incidents import read_claims, read_incident, where_now

_LISTED = ("events", "statements", "positions", "commitments", "scheduled")
_MOST = 20


def show(view: View, name: str) -> dict[str, Any]:
    """Return what is known of the report, record, family, incident or actor with an id or a name.

    Raises:
        UsageError: The ledger knows nothing of that name.
    """
    for look in (_report, _record, _family, _incident, _actor):
        found = look(view, name)
        if found is not None:
            return found
    raise UsageError(
        f"{name!r} is no report, record, family, incident or actor of this ledger; `dateline search` finds words"
    )


def _report(view: View, name: str) -> dict[str, Any] | None:
    row = view.report(name)
    if row is None:
        gone = view.one("SELECT * FROM v_withdrawn WHERE id = ? ORDER BY version DESC", (name,))
        return {"withdrawn": gone} if gone else None
    found_at = view.rows("SELECT path, member, number FROM sighting WHERE report_key = ?", (row["report_key"],))
    told: dict[str, Any] = {"report": plain(row), "found": list(found_at)}
    for layer in _LISTED:
        rows = view.rows(f"SELECT * FROM {LAYERS[layer].view} WHERE report = ?", (name,))
        told[layer] = [plain(r) for r in rows]
    told["family"] = list(view.rows("SELECT * FROM v_families WHERE id = ? AND size > 1", (row["family"],)))
    return told


def _record(view: View, name: str) -> dict[str, Any] | None:
    report, _, record = name.rpartition("/")
    coding = view.coding(report) if report else None
    found = coding.find(record) if coding else None
    if coding is None or found is None:
        return None
    row = next(
        (r for layer in LAYERS.values() for r in view.rows(f"SELECT * FROM {layer.view} WHERE id = ?", (name,))), None
    )
    return {"record": plain(row) if row else None, "evidence": _evidence(found), "coded": msgspec.to_builtins(found)}


def _evidence(record: ModelRecord) -> dict[str, Any]:
    """Return for each field its words, rule and note."""
    return {name: {"words": record.quote(name), "rule": e.rule, "note": e.note} for name, e in record.evidence.items()}


def _family(view: View, name: str) -> dict[str, Any] | None:
    rows = list(view.rows("SELECT * FROM v_families WHERE id = ? ORDER BY role <> 'original', published", (name,)))
    return {"family": rows} if rows else None


def _incident(view: View, name: str) -> dict[str, Any] | None:
    """Return an incident by each rule that has one of this id, or that the id leads to, with what is claimed of it."""
    if not name.startswith("i-"):
        return None
    rules = [row["name"] for row in view.rows("SELECT name FROM joined WHERE name <> 'likeness' ORDER BY 1")]
    known = {rule: where_now(view, rule, name) for rule in rules}
    sql = "SELECT 1 FROM incident WHERE rule = ? AND id = ? AND until IS NULL"
    found = {rule: now for rule, now in known.items() if view.one(sql, (rule, now))}
    told = [
        {
            "incident": msgspec.to_builtins(read_incident(view, rule, now)),
            "claims": [msgspec.to_builtins(c) for c in read_claims(view, rule, now)],
        }
        for rule, now in found.items()
    ]
    return {"incidents": told} if told else None


def _actor(view: View, name: str) -> dict[str, Any] | None:
    """Return what is known of everybody whose name holds these words."""
    like = f"%{fold(name)}%"
    sql = (
        "SELECT name, kind, country, sector, office, count(*) AS reports FROM v_actors WHERE actor_key IN "
        "(SELECT record_key FROM party WHERE layer = 'actors' AND name_key IN "
        "(SELECT name_key FROM name WHERE folded LIKE ?)) GROUP BY 1, 2, 3, 4, 5 ORDER BY reports DESC LIMIT 50"
    )
    known = list(view.rows(sql, (like,)))
    if not known:
        return None
    told: dict[str, Any] = {"actor": known}
    for layer in _LISTED:
        table = LAYERS[layer].table
        chosen = (
            f"SELECT record_key FROM party WHERE layer = '{layer}' AND name_key IN "
            "(SELECT name_key FROM name WHERE folded LIKE ?)"
        )
        day = "start" if layer in ("events", "scheduled") else "published"
        rows = view.rows(
            f"SELECT * FROM {LAYERS[layer].view} WHERE {table}_key IN ({chosen}) ORDER BY {day} DESC LIMIT {_MOST}",
            (like,),
        )
        told[layer] = [plain(r) for r in rows]
    return told


def plain(row: Record) -> Record:
    """Return a row without the columns that only join tables, and without the text of the report."""
    return {name: value for name, value in row.items() if name not in HIDDEN and name != "text"}
