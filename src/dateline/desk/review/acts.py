"""What is posted at the desk: acts, undo and redo."""

from collections.abc import Mapping
from typing import Any

import msgspec
from starlette.exceptions import HTTPException

from dateline.desk.desk import Desk
from dateline.desk.page import Act, Data
from dateline.desk.posting import Given
from dateline.errors import UsageError
from dateline.incidents.rules import DEFAULT_RULE, load_rule
from dateline.ledger.asking.showing import plain
from dateline.ledger.joining.grouping import bring_up
from dateline.ledger.judging.reviewing import CODED, Done, Said, redo_next, review, undo_last
from dateline.store.asking.layers import LAYERS
from dateline.store.asking.view import View
from dateline.store.judging.judgements import INCIDENTS
from dateline.store.judging.reviews import ActKind

_KINDS: frozenset[ActKind] = frozenset({"accept", "reject", "edit", "skip", "flag", "dispute", "note"})


def act(desk: Desk, given: Given) -> Data:
    """Keep what a person did with one record."""
    kind = one(given, "kind")
    if kind not in _KINDS:
        raise UsageError(f"kind is one of {', '.join(sorted(_KINDS))}")
    said = Said(
        kind=kind, records=given.get("record", []), reason=one(given, "reason"), note=one(given, "note"),
        field=one(given, "field"), value=value_of(given), seen=_text(given, "seen"), where=where_of(given),
    )  # fmt: skip
    return told(desk, _joined(desk, review(desk.ledger, editor(desk), said)))


def code(desk: Desk, given: Given) -> Data:
    """Keep what a second coder says of a record, without showing what others said."""
    codes = {name: one(given, name) for name in CODED}
    if one(given, "none") is None and not any(codes.values()):
        raise UsageError("give the fields, or none=1 where there is no event")
    said = Said(kind="code", records=given.get("record", []), note=one(given, "note"),
                codes=None if one(given, "none") else codes)  # fmt: skip
    return told(desk, review(desk.ledger, editor(desk), said))


def settle(desk: Desk, given: Given) -> Data:
    """Keep which of two coders' values holds."""
    said = Said(kind="settle", records=given.get("record", []), note=one(given, "note"),
                field=one(given, "field"), value=value_of(given))  # fmt: skip
    return told(desk, _joined(desk, review(desk.ledger, editor(desk), said)))


def undo(desk: Desk, given: Given) -> Data:  # noqa: ARG001  the shape of every act
    """Take back the person's last act."""
    return told(desk, _joined(desk, undo_last(desk.ledger, editor(desk))))


def redo(desk: Desk, given: Given) -> Data:  # noqa: ARG001
    """Do again what the person took back last."""
    return told(desk, _joined(desk, redo_next(desk.ledger, editor(desk))))


def _joined(desk: Desk, done: Done) -> Done:
    """Join again what an act changed, where that is soon done: incidents show what people said at once."""
    with View(desk.ledger) as view:
        sql = "SELECT count(*) AS n FROM (SELECT 1 FROM stale WHERE serial > ? LIMIT ?)"
        state = view.one("SELECT serial FROM joined WHERE name = ?", (load_rule(DEFAULT_RULE).name,))
        waiting = (view.one(sql, (state["serial"], _MOST_JOINED + 1)) or {"n": 0})["n"] if state else _MOST_JOINED + 1
    if waiting <= _MOST_JOINED:
        bring_up(desk.ledger, load_rule(DEFAULT_RULE))
    return done


_MOST_JOINED = 50
"""Reports that may wait to be joined; where there are more, `dateline incidents` joins them."""


def editor(desk: Desk) -> str:
    """Return who judges.

    Raises:
        HTTPException: Nobody may.
    """
    if desk.editor is None:
        raise HTTPException(403, "the desk was started without --edit NAME: nothing can be changed")
    return desk.editor


def told(desk: Desk, done: Done) -> Data:
    """Return what came of an act, with the records as they are now."""
    with View(desk.ledger) as view:
        own = [a for a in done.records[:_MOST_TOLD] if a.layer != INCIDENTS]
        rows = [_now(view, a.layer, a.digest, a.span) for a in own]
        version = view.one("SELECT max(batch) AS n FROM batch")
        return {
            "ok": True, "act": done.act, "kind": done.kind, "judgements": list(done.judgements),
            "records": [row for row in rows if row], "version": version["n"] if version else 0,
            **_can(view, editor(desk)),
        }  # fmt: skip


_MOST_TOLD = 20


def _now(view: View, layer: str, digest: str, span: tuple[int, int]) -> Data | None:
    """Return a record as it stands now: its id, and its row unless it was rejected."""
    table = LAYERS[layer]
    sql = (
        f"SELECT v.* FROM {table.view} v JOIN report r ON r.report_key = v.report_key WHERE r.digest = ? "
        "AND json_extract(v.spans, '$[0][0]') = ? AND json_extract(v.spans, '$[0][1]') = ?"
    )
    row = view.one(sql, (digest, *span))
    return row and plain(row)


def _can(view: View, by: str) -> dict[str, Any]:
    """Return whether there is something to take back, and to do again."""
    sql = (
        "SELECT max(CASE WHEN live THEN act END) AS last, max(CASE WHEN NOT live THEN act END) AS undone FROM act "
        "WHERE by = ?"
    )
    found = view.one(sql, (by,)) or {"last": None, "undone": None}
    last, undone = found["last"], found["undone"]
    return {"can_undo": last is not None, "can_redo": undone is not None and undone > (last or 0)}


def one(given: Given, name: str) -> str | None:
    """Return a field that was posted, None where it is not there or empty."""
    return (_text(given, name) or "").strip() or None


def _text(given: Given, name: str) -> str | None:
    values = given.get(name, [])
    return values[-1] if values else None


def value_of(given: Given) -> str | None:
    """Return the value, None where "wrong" says that the field has none."""
    value = one(given, "value")
    if value is None and one(given, "kind") == "edit" and one(given, "wrong") is None:
        raise UsageError("give a value, or wrong=1 where the field has none")
    return value


def where_of(given: Given) -> Mapping[str, str] | None:
    """Return where a place lies that was chosen from its completion, None where its name was typed.

    Raises:
        UsageError: It cannot be read.
    """
    text = one(given, "where")
    if text is None:
        return None
    try:
        found = msgspec.json.decode(text, type=dict[str, str | float | None])
    except msgspec.DecodeError as error:
        raise UsageError(f"where {text[:60]!r} is none that /complete.json gives: {error}") from error
    return {name: str(value) for name, value in found.items() if value is not None}


ANSWER = {
    "ok": "true", "act": "the act's number, null where there was nothing to undo or redo", "kind": "what it was",
    "judgements": "the numbers of the judgements that it made",
    "records": "the records as they are now: rows of their views; a rejected one is not there any more",
    "version": "the ledger's last batch", "can_undo": "whether there is something to take back",
    "can_redo": "whether there is something to do again",
}  # fmt: skip
_RECORD = {"record": "the record's id (REPORT/e3)"}
ACTS = (
    Act(
        path="/review/act", told="Decide, correct or mark a record.", made=act, keys=ANSWER,
        parameters={
            **_RECORD, "kind": "accept, reject, edit, skip, flag, dispute or note",
            "reason": "of a rejection: type, actor, place, not-news, known, not-asserted or other",
            "field": 'of an edit: a column of the layer\'s view that may be judged, or "spans"',
            "value": "the right value; spans as `[[start, stop], …]` in code points",
            "wrong": "1: the field has no value",
            "where": "of a place that was chosen: its `where` as /complete.json gives it, kept with the name",
            "seen": "the value that the person saw: where it changed meanwhile the answer is 409, and nothing is kept",
            "note": "in the person's own words",
        },
    ),
    Act(path="/review/undo", told="Take back your last act; again and again to the first.", made=undo, keys=ANSWER),
    Act(path="/review/redo", told="Do again what you took back last.", made=redo, keys=ANSWER),
    Act(
        path="/review/code", told="Code a record blind, as a second coder.", made=code, keys=ANSWER,
        parameters={
            **_RECORD, **dict.fromkeys(CODED, "its value"), "none": "1: there is no event",
            "note": "in your own words",
        },
    ),
    Act(
        path="/review/settle", told="Say which value holds where coders differ.", made=settle, keys=ANSWER,
        parameters={**_RECORD, "field": "the field", "value": "the value that holds; none: it has none", "note": "why"},
    ),
)  # fmt: skip
