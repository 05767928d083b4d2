"""Review a ledger's records: decide, correct, flag, code blind, settle, take back and do again."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dateline.errors import ConflictError, UsageError
from dateline.ledger.judging.judgements import LAYER_OF, coded_report
from dateline.model.base import Span
from dateline.store.address import Address
from dateline.store.asking.layers import LAYERS
from dateline.store.batch import Batch, Writer
from dateline.store.judging.judgements import (
    INCIDENTS,
    Anchor,
    JudgementKind,
    NewJudgement,
    add_judgement,
    judged_rows,
    let_join,
    read_value,
    read_where,
)
from dateline.store.judging.reviews import (
    ActKind,
    NewAct,
    add_act,
    kind_of,
    next_redo,
    next_undo,
    records_of,
    redo_act,
    undo_act,
)
from dateline.store.keeping.rejudging import rejudge
from dateline.store.rows import LayerRow, shortened

REASONS = {
    "type": "wrong type", "actor": "wrong actor", "place": "wrong place", "not-news": "not news",
    "known": "already have it", "not-asserted": "not asserted", "other": "another reason",
}  # fmt: skip
"""Why a record can be rejected."""
CODED = ("type", "mode", "status", "actors", "recipients", "place", "start", "killed_low", "killed_high")
"""The fields of an event that a person who accepts it stands for, and that a second one codes."""
LEAST_WAIT = 15.0
"""So many seconds a person's act waits for another process to end its transaction."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a person says of records.

    Args:
        kind: accept, reject, edit, skip, flag, dispute, note, code or settle.
        records: Their ids ("REPORT/e3").
        reason: Of a rejection: one of REASONS.
        note: In the person's own words.
        field: Of an edit or a settlement: a column of the layer's view, or "spans".
        value: The right value; None: the coder's is wrong and none takes its place.
        seen: The value that the person saw, if it must not have changed meanwhile.
        where: Of an edit of a place that was chosen from the gazetteer: where it lies.
        codes: Of a second coder: a value for each field.
    """

    kind: ActKind
    records: Sequence[str]
    reason: str | None = None
    note: str | None = None
    field: str | None = None
    value: str | None = None
    seen: str | None = None
    where: Mapping[str, str] | None = None
    codes: Mapping[str, str | None] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What came of it: the act's number and kind, the judgements, and the texts that it touched."""

    act: int | None
    kind: ActKind | None = None
    judgements: tuple[int, ...] = ()
    records: tuple[Anchor, ...] = ()


@dataclass(frozen=True, slots=True)
class _Record:
    anchor: Anchor
    coded: LayerRow
    judged: LayerRow
    text: str


def review(path: Address, by: str, said: Said) -> Done:
    """Keep what a person did; all of it or nothing.

    Raises:
        UsageError: There is no such record, field or reason, or the field cannot have the value.
        ConflictError: The value is no longer the one that the person saw.
    """
    _check(said)
    with Writer(path, wait=LEAST_WAIT) as writer, writer.batch() as batch:
        found = _records(batch, said.records)
        made = [j for record in found for j in _judgements(record, said, by)]
        numbers = [add_judgement(batch, judgement) for judgement in made]
        anchors = tuple(record.anchor for record in found)
        act = NewAct(
            kind=said.kind, by=by, anchors=anchors, reason=said.reason, note=said.note, details=_details(found, said)
        )
        number = add_act(batch, act, numbers)
        for digest in dict.fromkeys(judgement.anchor.digest for judgement in made):
            rejudge(batch, digest)
        return Done(act=number, kind=said.kind, judgements=tuple(numbers), records=anchors)


def tie(path: Address, by: str, kind: JudgementKind, pairs: Sequence[tuple[str, str]], *, why: str) -> Done:
    """Keep that each of two records are the same happening, are distinct, or are linked: all pairs are one act.

    Raises:
        UsageError: There is no such record, or a pair is one record.
    """
    with Writer(path, wait=LEAST_WAIT) as writer, writer.batch() as batch:
        found = {name: record.anchor for name, record in _by_name(batch, pairs).items()}
        if any(found[one] == found[other] for one, other in pairs):
            raise UsageError("a record cannot be judged against itself; name two")
        said = [NewJudgement(kind=kind, anchor=found[a], other=found[b], why=why, by=by) for a, b in pairs]
        numbers = [add_judgement(batch, judgement) for judgement in said]
        anchors = tuple(found.values())
        act = NewAct(kind=kind, by=by, anchors=anchors, note=why, details={"pairs": list(pairs)})  # type: ignore[arg-type]
        return Done(act=add_act(batch, act, numbers), kind=kind, judgements=tuple(numbers), records=anchors)  # type: ignore[arg-type]


def _by_name(batch: Batch, pairs: Sequence[tuple[str, str]]) -> dict[str, _Record]:
    names = list(dict.fromkeys(name for pair in pairs for name in pair))
    return {name: record for name in names for record in _records(batch, [name])}


def undo_last(path: Address, by: str) -> Done:
    """Take back the last act of a person that holds; Done.act is None where there is none."""
    return _step(path, by, again=False)


def redo_next(path: Address, by: str) -> Done:
    """Do again what a person took back last; Done.act is None where there is nothing."""
    return _step(path, by, again=True)


def _step(path: Address, by: str, *, again: bool) -> Done:
    with Writer(path, wait=LEAST_WAIT) as writer, writer.batch() as batch:
        act = next_redo(batch, by) if again else next_undo(batch, by)
        if act is None:
            return Done(act=None)
        for digest in redo_act(batch, act) if again else undo_act(batch, act):
            rejudge(batch, digest)
        anchors = tuple(records_of(batch, act))
        for anchor in anchors:
            if anchor.layer == INCIDENTS:
                let_join(batch, anchor.digest)
        return Done(act=act, kind=kind_of(batch, act), records=anchors)


def _check(said: Said) -> None:
    if not said.records:
        raise UsageError("name a record")
    if said.kind == "reject" and said.reason not in REASONS:
        raise UsageError(f"a rejection needs a reason: {', '.join(REASONS)}")
    if said.kind in ("edit", "settle") and not said.field:
        raise UsageError("name the field")
    if said.kind == "note" and not (said.note or "").strip():
        raise UsageError("write a note")
    unknown = sorted(set(said.codes or ()) - set(CODED))
    if unknown:
        raise UsageError(f"there is no field {', '.join(unknown)} to code; there are {', '.join(CODED)}")


def _records(batch: Batch, names: Sequence[str]) -> list[_Record]:
    """Return the records with these ids, in the newest coding of their reports."""
    by_report: dict[str, list[str]] = {}
    for name in names:
        report, _, record = name.rpartition("/")
        by_report.setdefault(report, []).append(record)
    return [found for report, own in by_report.items() for found in _of_report(batch, report, own)]


def _of_report(batch: Batch, report: str, own: Sequence[str]) -> list[_Record]:
    found = coded_report(batch, report)
    coded = found.rows(batch)
    judged = {(r.layer, r.row["id"]): r for r in judged_rows(batch, found.digest, coded)}
    return [_record(report, name, coded, judged, digest=found.digest, text=found.text) for name in own]


def _record(
    report: str, name: str, coded: Sequence[LayerRow], judged: Mapping[tuple[str, str], LayerRow], *, digest: str,
    text: str,
) -> _Record:  # fmt: skip
    layer = LAYER_OF.get(name[:1], "")
    row = next((r for r in coded if (r.layer, r.row["id"]) == (layer, name)), None)
    spans = json.loads(row.row["spans"]) if row else []
    if row is None or not spans:
        raise UsageError(f"report {report!r} has no record {name!r} with words")
    anchor = Anchor(layer=layer, digest=digest, span=(spans[0][0], spans[0][1]))
    return _Record(anchor, row, judged.get((layer, name), row), text)


def _judgements(record: _Record, said: Said, by: str) -> list[NewJudgement]:
    """Return the judgements that follow from what was said of a record."""
    why = said.note or (REASONS[said.reason] if said.reason else said.kind)
    if said.kind in ("accept", "reject"):
        kind = "correct" if said.kind == "accept" else "wrong"
        return [NewJudgement(kind=kind, anchor=record.anchor, why=why, by=by)]  # type: ignore[arg-type]  # one of two
    if said.kind not in ("edit", "settle") or said.field is None:
        return []
    if said.field == "spans":
        return [_moved(record, said, why, by)]
    layer = LAYERS[record.anchor.layer]
    value = read_value(layer, said.field, said.value) if said.value is not None else None
    column = layer.column(said.field)
    _check_seen(said, record.judged.row[column])
    given = {said.field: value}
    if column == "place" and value is not None and said.where:
        given |= read_where(layer, said.where)
    return [
        NewJudgement(
            kind="wrong" if found is None else "value", anchor=record.anchor, why=why, by=by, field=name, value=found,
            was=record.coded.row[layer.column(name)],
        )
        for name, found in given.items()
    ]  # fmt: skip


def _check_seen(said: Said, now: object) -> None:
    check_seen(said.field or "", now, said.seen)


def check_seen(field: str, now: object, seen: str | None) -> None:
    """Refuse to change a value that is no longer the one that a person saw.

    Raises:
        ConflictError: It is another.
    """
    shown = "" if now is None else str(now)
    if seen is not None and seen != shown and _number(seen) != _number(shown):
        raise ConflictError(
            f"{field} is {shown or 'empty'!r} by now, not {seen!r}: somebody changed it meanwhile; look again"
        )


def _number(text: str) -> float | str:
    try:
        return float(text)
    except ValueError:
        return text


def _moved(record: _Record, said: Said, why: str, by: str) -> NewJudgement:
    """Return the judgement that a record stands on other words."""
    spans = _read_spans(said.value or "", len(record.text))
    words = shortened(" … ".join(record.text[start:stop] for start, stop in spans))
    return NewJudgement(
        kind="value", anchor=record.anchor, why=why, by=by, field="spans",
        value={"spans": json.dumps(spans, separators=(",", ":")), "words": words}, was=record.coded.row["spans"],
    )  # fmt: skip


def _read_spans(value: str, length: int) -> list[Span]:
    try:
        spans = [(int(start), int(stop)) for start, stop in json.loads(value)]
    except (TypeError, ValueError) as error:
        raise UsageError(f"spans {value[:60]!r} are none; give [[start, stop], …] in code points") from error
    if not spans or not all(0 <= start < stop <= length for start, stop in spans):
        raise UsageError(f"spans {value[:60]!r} do not lie within the text of {length:,} characters")
    return spans


def _details(found: Sequence[_Record], said: Said) -> dict[str, Any]:
    """Return what an act says of the fields: those that are accepted or coded, or the one that is given."""
    if said.kind == "code":
        return {"fields": dict(said.codes or {})}
    if said.kind == "accept" and len(found) == 1:
        return {"fields": snapshot(found[0].judged)}
    if said.kind in ("edit", "settle"):
        return {"field": said.field, "value": said.value}
    return {}


def snapshot(row: LayerRow) -> dict[str, Any]:
    """Return the fields of an event that its reviewer stands for; of other records none."""
    if row.layer != "events":
        return {}
    columns = LAYERS["events"]
    return {name: row.row[columns.column(name)] for name in CODED}
