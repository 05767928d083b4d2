"""What people did at the desk: acts, each taken back and done again as a whole."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, get_args

from dateline.store.batch import Batch
from dateline.store.judging.judgements import Anchor
from dateline.store.rows import dumps

ActKind = Literal[
    "accept", "reject", "edit", "skip", "flag", "dispute", "note", "code", "settle", "same", "distinct", "linked"
]
KINDS: tuple[ActKind, ...] = get_args(ActKind)
DECIDING: frozenset[ActKind] = frozenset({"accept", "reject"})
"""Acts after which a record is no longer open."""
_COPIED = (
    "kind, layer, digest, start, stop, field, value, was, other_layer, other_digest, other_start, other_stop, "
    "relation, why, by"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAct:
    """One thing that a person did.

    Args:
        kind: What it was.
        by: Who did it.
        anchors: The records that it is about.
        reason: Of a rejection: a word of a short list.
        note: In the person's own words.
        details: The fields as the person saw, gave or settled them.
    """

    kind: ActKind
    by: str
    anchors: Sequence[Anchor]
    reason: str | None = None
    note: str | None = None
    details: Mapping[str, Any] = field(default_factory=dict)


def add_act(batch: Batch, act: NewAct, judgements: Iterable[int]) -> int:
    """Keep an act with the judgements that it made, and return its number."""
    row = {"kind": act.kind, "by": act.by, "reason": act.reason, "note": act.note, "details": dumps(act.details)}
    number = batch.insert("act", row)
    batch.connection.executemany(
        "INSERT OR IGNORE INTO act_record VALUES (?, ?, ?, ?, ?)",
        [(number, a.layer, a.digest, *a.span) for a in act.anchors],
    )
    _link(batch, number, judgements)
    return number


def next_undo(batch: Batch, by: str) -> int | None:
    """Return the last act of a person that holds."""
    found = batch.one("SELECT max(act) FROM act WHERE by = ? AND live", by)
    return found[0] if found else None


def next_redo(batch: Batch, by: str) -> int | None:
    """Return the first act that a person took back after the last that holds: a new act ends what can be done again."""
    last = "SELECT max(act) FROM act WHERE by = ?1 AND live"
    sql = f"SELECT min(act) FROM act WHERE by = ?1 AND NOT live AND act > ifnull(({last}), 0)"
    found = batch.one(sql, by)
    return found[0] if found else None


def undo_act(batch: Batch, act: int) -> list[str]:
    """Take an act back with its judgements; return the digests of the texts that it is about."""
    mine = "number IN (SELECT number FROM act_judgement WHERE act = ?)"
    batch.end("judgement", mine, act)
    batch.connection.execute("UPDATE act SET live = 0 WHERE act = ?", (act,))
    batch.insert("act_undone", {"act": act})
    return _digests(batch, act)


def redo_act(batch: Batch, act: int) -> list[str]:
    """Do an act again that was taken back: its judgements are made anew; return the digests of the texts."""
    undone = batch.one("SELECT since FROM act_undone WHERE act = ? AND until IS NULL", act)
    ended = batch.all(
        "SELECT number FROM judgement JOIN act_judgement USING (number) WHERE act = ? AND until = ? ORDER BY number",
        act, undone[0] if undone else None,
    )  # fmt: skip
    batch.end("act_undone", "act = ?", act)
    batch.connection.execute("UPDATE act SET live = 1 WHERE act = ?", (act,))
    _link(batch, act, [_again(batch, number) for (number,) in ended])
    return _digests(batch, act)


def records_of(batch: Batch, act: int) -> list[Anchor]:
    """Return the records that an act is about."""
    found = batch.all("SELECT layer, digest, start, stop FROM act_record WHERE act = ?", act)
    return [Anchor(layer=layer, digest=digest, span=(start, stop)) for layer, digest, start, stop in found]


def kind_of(batch: Batch, act: int) -> ActKind:
    """Return what an act was."""
    found = batch.one("SELECT kind FROM act WHERE act = ?", act)
    kind: ActKind = found[0] if found else "note"
    return kind


def details_of(text: str) -> dict[str, Any]:
    """Return the details of an act from its column."""
    found: dict[str, Any] = json.loads(text)
    return found


def _again(batch: Batch, number: int) -> int:
    sql = f"INSERT INTO judgement ({_COPIED}, since) SELECT {_COPIED}, ? FROM judgement WHERE number = ?"
    return batch.connection.execute(sql, (batch.number, number)).lastrowid or 0


def _link(batch: Batch, act: int, judgements: Iterable[int]) -> None:
    batch.connection.executemany("INSERT INTO act_judgement VALUES (?, ?)", [(act, n) for n in judgements])


def _digests(batch: Batch, act: int) -> list[str]:
    found = batch.all(
        "SELECT digest FROM act_record WHERE act = ?1 UNION SELECT j.digest FROM judgement j "
        "JOIN act_judgement USING (number) WHERE act = ?1", act,
    )  # fmt: skip
    return [digest for (digest,) in found]
