"""Keep what people say of records, undo it, and tell where the newest coding says something else."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from dateline.errors import UsageError
from dateline.store.address import Address
from dateline.store.asking.layers import LAYERS
from dateline.store.asking.view import Record, View
from dateline.store.batch import Batch, Writer
from dateline.store.joining.incidents import event_of
from dateline.store.judging.additions import added_id, with_added
from dateline.store.judging.judgements import (
    INCIDENTS,
    Anchor,
    JudgementKind,
    NewJudgement,
    add_judgement,
    best_match,
    read_value,
    undo,
)
from dateline.store.keeping.rejudging import rejudge
from dateline.store.packing import unpack_coding
from dateline.store.rows import LayerRow, layer_rows

LAYER_OF = {
    "a": "actors", "p": "places", "e": "events", "s": "statements", "n": "positions", "c": "commitments",
    "h": "scheduled",
}  # fmt: skip
"""The layer that the first letter of a record's id names."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A record as it stands in the newest coding: where, and what the coder says."""

    anchor: Anchor
    row: LayerRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """What a person says, and why.

    Args:
        kind: Of one record: "value" gives the right value, "wrong" says that the coder's is not, "correct" that it is;
            of two: "same", "distinct", "linked".
        why: The reason.
        by: Who says so.
        field: A column of the record's view; None for the record as a whole.
        value: The right value.
        relation: How two are linked.
    """

    kind: JudgementKind
    why: str
    by: str | None = None
    field: str | None = None
    value: str | None = None
    relation: str | None = None


@dataclass(frozen=True, slots=True)
class Coded:
    """A report that stands, with its current coding."""

    digest: str
    text: str
    packed: bytes

    def rows(self, batch: Batch) -> list[LayerRow]:
        """Return its records, those that people added among them."""
        return with_added(batch, self.digest, layer_rows(unpack_coding(self.packed, text=self.text)))


def read_coded(batch: Batch, report: str) -> Coded | None:
    """Return the report with this id and its current coding; None where there is none."""
    sql = (
        "SELECT r.digest, r.text, c.packed FROM report r JOIN coding c USING (report_key) "
        "WHERE r.id = ? AND r.until IS NULL AND c.current"
    )
    row = batch.one(sql, report)
    return None if row is None else Coded(*row)


def coded_report(batch: Batch, report: str) -> Coded:
    """Return the report with this id and its current coding.

    Raises:
        UsageError: There is no such coded report.
    """
    found = read_coded(batch, report)
    if found is None:
        raise UsageError(f"there is no coded report {report!r}")
    return found


def find_record(batch: Batch, name: str) -> Judged:
    """Return the record with an id such as "REPORT/e3".

    Raises:
        UsageError: There is no such report or record, or it has no words to know it by.
    """
    report, _, record = name.rpartition("/")
    layer = LAYER_OF.get(record[:1])
    found = read_coded(batch, report)
    if found is None or layer is None:
        raise UsageError(f"{name!r} is no record; give one by its id in the lists, as REPORT/e3")
    rows = found.rows(batch)
    row = next((r for r in rows if r.layer == layer and r.row["id"] == record), None)
    spans = json.loads(row.row["spans"]) if row else []
    if row is None or not spans:
        raise UsageError(
            f"{name!r}: report {report!r} has no such record with words; `dateline show {report}` lists them"
        )
    return Judged(Anchor(layer=layer, digest=found.digest, span=(spans[0][0], spans[0][1])), row)


def correct(path: Address, name: str, opinion: Opinion) -> int:
    """Keep what a person says of a record or of one of its fields, and return the judgement's number.

    Raises:
        UsageError: There is no such record or field, or the field cannot have the value.
    """
    field, value = opinion.field, opinion.value
    with Writer(path) as writer, writer.batch() as batch:
        found = find_record(batch, name)
        layer = LAYERS[found.anchor.layer]
        if field and field not in layer.judgeable:
            raise UsageError(f"{layer.name} have no field {field!r} to judge; there are {', '.join(layer.judgeable)}")
        said = NewJudgement(
            kind=opinion.kind, anchor=found.anchor, why=opinion.why, by=opinion.by, field=field,
            value=read_value(layer, field, value) if field and value is not None else None,
            was=found.row.row[layer.column(field)] if field else None,
        )  # fmt: skip
        number = add_judgement(batch, said)
        rejudge(batch, found.anchor.digest)
        return number


def judge(path: Address, one: str, other: str, opinion: Opinion) -> int:
    """Keep that two records or incidents are the same happening, are distinct, or are linked; return the number.

    What is said of an incident is kept of its earliest event.

    Raises:
        UsageError: There is no such record, or both are one.
    """
    with Writer(path) as writer, writer.batch() as batch:
        a, b = (find_record(batch, event_of(batch, name) or name).anchor for name in (one, other))
        if a == b:
            raise UsageError(f"{one} and {other} are one record; name two")
        said = NewJudgement(
            kind=opinion.kind, anchor=a, other=b, why=opinion.why, by=opinion.by, relation=opinion.relation
        )
        return add_judgement(batch, said)


def take_back(path: Address, number: int) -> None:
    """Undo a judgement: the coder's values are back, and the judgement stays in the ledger as undone.

    Raises:
        UsageError: There is no such judgement, or it was undone before.
    """
    with Writer(path) as writer, writer.batch() as batch:
        rejudge(batch, undo(batch, number))


def judgements(view: View) -> Iterator[Record]:
    """Yield all judgements with their state against the newest coding.

    States: "holds" (the coder still says what it said then), "agrees" (it now says what the person said), "conflict"
    (it says something else), "lost" (no record stands on these words any more), "undone".
    """
    for row in view.rows("SELECT * FROM v_judgements ORDER BY number"):
        yield state_of(view, row)


def state_of(view: View, row: Record) -> Record:
    """Return a judgement, a row of v_judgements, with its state against the newest coding."""
    layer = "events" if row["layer"] == INCIDENTS else row["layer"]
    anchor = Anchor(layer=layer, digest=row["digest"], span=(row["start"], row["stop"]))
    match = _now(view, anchor)
    return {
        "number": row["number"], "state": _state(view, row, match), "kind": row["kind"], "report": row["report"],
        "record": _name(row, match), "field": row["field"], "value": row["value"],
        "was": row["was"], "now": _said(match, row), "other_report": row["other_report"],
        "relation": row["relation"], "why": row["why"], "by": row["by"], "at": row["at"], "undone": row["undone"],
        "words": _words(view, anchor),
    }  # fmt: skip


def _adds(row: Record) -> bool:
    """Tell whether a judgement adds an event that the coder missed."""
    return bool(row["kind"] == "value" and row["field"] is None)


def _name(row: Record, match: LayerRow | None) -> str | None:
    if _adds(row):
        return added_id(row["number"])
    return match.row["id"] if match else None


def _now(view: View, anchor: Anchor) -> LayerRow | None:
    sql = (
        "SELECT c.packed, r.text FROM report r JOIN coding c USING (report_key) "
        "WHERE r.digest = ? AND r.until IS NULL AND c.current LIMIT 1"
    )
    found = view.one(sql, (anchor.digest,))
    if found is None:
        return None
    return best_match(list(layer_rows(unpack_coding(found["packed"], text=found["text"]))), anchor.layer, anchor.span)


def _said(match: LayerRow | None, row: Record) -> Any:
    if match is None or row["field"] is None or row["layer"] == INCIDENTS:
        return None
    return match.row[LAYERS[row["layer"]].column(row["field"])]


def _state(view: View, row: Record, match: LayerRow | None) -> str:
    if row["undone"]:
        return "undone"
    if _adds(row):
        return "agrees" if match is not None and match.row["type"] == json.loads(row["value"])["type"] else "holds"
    if match is None:
        return "lost"
    if row["other_digest"]:
        other = Anchor(
            layer=row["other_layer"], digest=row["other_digest"], span=(row["other_start"], row["other_stop"])
        )
        return "holds" if _now(view, other) else "lost"
    if row["field"] is None or row["layer"] == INCIDENTS:
        return "holds"
    now, was, value = _said(match, row), json.loads(row["was"]), json.loads(row["value"])
    agreed = (row["kind"] == "value" and now == value) or (row["kind"] == "correct" and now == was)
    return "agrees" if agreed else "holds" if now == was else "conflict"


def _words(view: View, anchor: Anchor) -> str | None:
    found = view.one("SELECT text FROM report WHERE digest = ? LIMIT 1", (anchor.digest,))
    return found["text"][anchor.span[0] : anchor.span[1]] if found else None
