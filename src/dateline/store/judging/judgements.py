"""Judgements: what a person said of a record, found again by the report's text and the words that it stands on."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal

from dateline.errors import UsageError
from dateline.incidents.choosing import Chosen
from dateline.model.base import Span, overlap
from dateline.store.asking.layers import LAYERS, Layer
from dateline.store.batch import Batch
from dateline.store.judging.additions import with_added
from dateline.store.rows import LayerRow, Party, dumps

JudgementKind = Literal["same", "distinct", "linked", "correct", "wrong", "value"]
_DEPENDENT = {"place": ("admin1", "lat", "lon", "radius_km", "precision")}
"""What was read from a value that a person replaced, and does not hold of the new one."""
WHERE = ("admin1", "country", "lat", "lon", "radius_km", "precision")
"""What is kept of a place that was chosen from the gazetteer, beside its name."""
_MOST_DEGREES = {"lat": 90.0, "lon": 180.0}
_COUNTS = frozenset({"killed_low", "killed_high", "injured_low", "injured_high"})
INCIDENTS = "incidents"
"""In place of a layer: the judgement is on the incident to which the event on these words belongs."""
_PARTIES = {"actors": "actor", "recipients": "recipient"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """What a judgement is tied to: a layer, a text and a span of it."""

    layer: str
    digest: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One judgement on a record or on a field of it, as it is applied."""

    number: int
    kind: JudgementKind
    layer: str
    span: Span
    field: str | None
    value: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class NewJudgement:
    """What a person says: of a record or field (correct, wrong, value), or of two records (same, distinct, linked)."""

    kind: JudgementKind
    anchor: Anchor
    why: str
    by: str | None = None
    field: str | None = None
    value: object = None
    was: object = None
    other: Anchor | None = None
    relation: str | None = None


def read_value(layer: Layer, name: str, value: str) -> object:
    """Return what a person gave for a field, in the type of its column.

    Raises:
        UsageError: The layer has no such field that may be corrected, or the field cannot have this value.
    """
    if name not in layer.judgeable:
        raise UsageError(f"{layer.name} have no field {name!r} to correct; there are {', '.join(layer.judgeable)}")
    if name in layer.closed and value not in layer.closed[name]:
        raise UsageError(f"{name} cannot be {value!r}; it is one of {', '.join(layer.closed[name])}")
    try:
        if name in layer.days:
            return date.fromisoformat(value).isoformat()
        if name in layer.numbers:
            return float(value)
    except ValueError as error:
        wanted = "a day as YYYY-MM-DD" if name in layer.days else "a number"
        raise UsageError(f"{name} cannot be {value!r}; give {wanted}") from error
    return value


def read_where(layer: Layer, where: Mapping[str, str]) -> dict[str, object]:
    """Return where a chosen place lies, in the types of a layer's columns; what the layer does not tell is left out.

    Raises:
        UsageError: A part cannot have its value.
    """
    found = {name: read_value(layer, name, where[name]) for name in WHERE if name in where and name in layer.judgeable}
    for name, most in _MOST_DEGREES.items():
        if name in found and not abs(float(where[name])) <= most:
            raise UsageError(f"{name} cannot be {where[name]!r}; give degrees from -{most:.0f} to {most:.0f}")
    return found


def judged_rows(batch: Batch, digest: str, rows: Iterable[LayerRow]) -> list[LayerRow]:
    """Return a coding's rows with what people said of the same words, and with events that they added.

    Records called wrong are left out.
    """
    said = live_judgements(batch, digest)
    if not said:
        return list(rows)
    out = []
    found = with_added(batch, digest, rows)
    for row in found:
        own = [j for j in said if best_match(found, j.layer, j.span) is row]
        if not any(j.kind == "wrong" and j.field is None for j in own):
            out.append(_apply(row, own))
    return out


def live_judgements(batch: Batch, digest: str) -> list[Judged]:
    """Return the judgements on one text that were not undone, the oldest first: of two on one field the last holds."""
    sql = (
        "SELECT number, kind, layer, start, stop, field, value FROM judgement "
        "WHERE digest = ? AND until IS NULL AND kind IN ('correct', 'wrong', 'value') ORDER BY number"
    )
    return [
        Judged(number=n, kind=kind, layer=layer, span=(start, stop), field=name, value=json.loads(value or "null"))
        for n, kind, layer, start, stop, name, value in batch.all(sql, digest)
    ]


def best_match(rows: Sequence[LayerRow], layer: str, span: Span) -> LayerRow | None:
    """Return the row of a layer that stands on these words: on just these, else on most of them."""
    scored = [(shared(row, span), row) for row in rows if row.layer == layer]
    score, row = max(scored, key=lambda pair: pair[0], default=(0.0, None))
    return row if score > 0 else None


def shared(row: LayerRow, span: Span) -> float:
    """Return how well a row's first words agree with a span, from 0 to 1; other mentions count a little less."""
    return agreement([(start, end) for start, end in json.loads(row.row["spans"])], span)


def agreement(spans: Sequence[Span], span: Span) -> float:
    """Return how well the first of some spans agrees with one, from 0 to 1; the others count a little less."""
    found = [_agreement(s, span) * (1.0 if n == 0 else 0.9) for n, s in enumerate(spans)]
    return max(found, default=0.0)


def _agreement(a: Span, b: Span) -> float:
    if not overlap(a, b):
        return 1.0 if a == b else 0.0
    return (min(a[1], b[1]) - max(a[0], b[0])) / (max(a[1], b[1]) - min(a[0], b[0]))


def _apply(row: LayerRow, said: Sequence[Judged]) -> LayerRow:
    """Return a row with the values that people gave."""
    layer = LAYERS[row.layer]
    values, parties = dict(row.row), row.parties
    marks: list[dict[str, object]] = json.loads(row.row["judged"] or "[]")
    for judgement in said:
        if judgement.field is not None:
            marks.append({"field": judgement.field, "kind": judgement.kind, "judgement": judgement.number})
        if judgement.field is None or judgement.kind == "correct":
            continue
        if judgement.field == "spans":
            values |= judgement.value
            continue
        column = layer.column(judgement.field)
        given = judgement.value if judgement.kind == "value" else _nothing(column)
        values |= {column: given, **{name: None for name in _DEPENDENT.get(column, ()) if name in values}}
        if column in _COUNTS:
            values["quantities"] = _recounted(values, column)
        if column in _PARTIES:
            parties = _renamed(parties, _PARTIES[column], str(given or ""))
    return replace(row, row={**values, "judged": dumps(marks) if marks else None}, parties=parties)


def _recounted(values: Mapping[str, Any], column: str) -> str:
    """Return an event's counts with the bound that a person gave; what has neither bound is no count."""
    kind, _, bound = column.rpartition("_")
    found = json.loads(values["quantities"])
    own = next((q for q in found if q["kind"] == kind), None)
    if own is None:
        spans = json.loads(values["spans"])
        own = {"kind": kind, "low": None, "high": None, "qualifier": "exact", "span": spans[0]}
        found.append(own)
    own[bound] = values[column]
    return dumps([q for q in found if q.get("low") is not None or q.get("high") is not None])


def _nothing(column: str) -> object:
    return "" if column in ("actors", "recipients", "said_by") else None


def _renamed(parties: Sequence[Party], role: str, names: str) -> tuple[Party, ...]:
    """Return the parties with those of one role replaced."""
    countries = {p.name: p.country for p in parties}
    given = [name.strip() for name in names.split(";") if name.strip()]
    return (*(p for p in parties if p.role != role), *(Party(role, n, countries.get(n)) for n in given))


def add_judgement(batch: Batch, said: NewJudgement) -> int:
    """Keep a judgement and return its number."""
    anchor, other = said.anchor, said.other
    row = {
        "kind": said.kind, "layer": anchor.layer, "digest": anchor.digest, "start": anchor.span[0],
        "stop": anchor.span[1], "field": said.field, "value": dumps(said.value), "was": dumps(said.was),
        "relation": said.relation, "why": said.why, "by": said.by,
    }  # fmt: skip
    if other is not None:
        row |= {"other_layer": other.layer, "other_digest": other.digest, "other_start": other.span[0],
                "other_stop": other.span[1]}  # fmt: skip
    return batch.insert("judgement", row)


def undo(batch: Batch, number: int) -> str:
    """Undo a judgement; it stays in the ledger as undone. Return the digest of the text that it is about.

    Raises:
        UsageError: There is no such judgement, or it was undone before.
    """
    found = batch.one("SELECT digest, layer FROM judgement WHERE number = ? AND until IS NULL", number)
    if found is None:
        raise UsageError(f"there is no judgement {number} to undo; `dateline judgements` lists them")
    batch.end("judgement", "number = ?", number)
    if found[1] == INCIDENTS:
        let_join(batch, found[0])
    return str(found[0])


def judged_pairs(batch: Batch) -> dict[tuple[int, int], str]:
    """Return what people said of two events that hold, by their keys, the lower first; of several the last holds."""
    return {(min(a, b), max(a, b)): kind for a, b, kind, _ in _on_two(batch)}


def judged_values(batch: Batch) -> dict[int, list[Chosen]]:
    """Return by event what people chose for the fields of its incident, the oldest first."""
    sql = (
        "SELECT digest, start, stop, number, field, value, by FROM judgement "
        "WHERE until IS NULL AND layer = ? AND kind = 'value' ORDER BY number"
    )
    found: dict[int, list[Chosen]] = {}
    for digest, start, stop, number, name, value, by in batch.all(sql, INCIDENTS):
        said = Chosen(number=number, field=name, value=json.loads(value), by=by)
        for key in _events_at(batch, digest, (start, stop)):
            found.setdefault(key, []).append(said)
    return found


def let_join(batch: Batch, digest: str) -> None:
    """Let the incidents of a text's reports be made anew at the next join."""
    batch.connection.execute(
        "INSERT OR REPLACE INTO stale (report_key) SELECT report_key FROM report WHERE digest = ? AND until IS NULL",
        (digest,),
    )


def judged_links(batch: Batch) -> list[tuple[int, int, str | None, str]]:
    """Return the pairs of events, by their keys, that a person called linked, with the relation and why."""
    pairs = judged_pairs(batch)
    return [
        (a, b, relation, why)
        for a, b, kind, (relation, why) in _on_two(batch)
        if kind == pairs[min(a, b), max(a, b)] == "linked"
    ]


def _on_two(batch: Batch) -> Iterator[tuple[int, int, str, tuple[str | None, str]]]:
    """Yield what people said of two events that hold, the oldest first."""
    sql = (
        "SELECT digest, start, stop, other_digest, other_start, other_stop, kind, relation, why FROM judgement "
        "WHERE until IS NULL AND layer = 'events' AND other_layer = 'events' ORDER BY number"
    )
    for digest, start, stop, other_digest, other_start, other_stop, kind, *told in batch.all(sql):
        for a in _events_at(batch, digest, (start, stop)):
            for b in _events_at(batch, other_digest, (other_start, other_stop)):
                if a != b:
                    yield a, b, kind, (told[0], told[1])


def _events_at(batch: Batch, digest: str, span: Span) -> list[int]:
    """Return the event of each report of a text that stands best on these words."""
    sql = (
        "SELECT r.report_key, e.event_key, e.spans FROM report r JOIN event e USING (report_key) "
        "WHERE r.digest = ? AND r.until IS NULL AND e.until IS NULL ORDER BY e.event_key"
    )
    best: dict[int, tuple[float, int]] = {}
    for report, key, spans in batch.all(sql, digest):
        score = agreement([(start, end) for start, end in json.loads(spans)], span)
        if score > best.get(report, (0.0, 0))[0]:
            best[report] = (score, key)
    return [key for _, key in best.values()]
