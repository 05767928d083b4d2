"""What two runs say differently of the same reports, field by field, with the words."""

import json
from collections.abc import Iterator, Sequence

from dateline.errors import UsageError
from dateline.store.asking.layers import LAYERS
from dateline.store.asking.view import Record, View
from dateline.store.judging.judgements import shared
from dateline.store.packing import unpack_coding
from dateline.store.rows import LayerRow, layer_rows

_PASSED_OVER = frozenset({"id", "confidence", "rule", "words", "spans", "judged"})
_BOTH = """
SELECT r.id, r.text, a.packed AS before, b.packed AS after FROM coding a JOIN coding b USING (report_key)
JOIN report r USING (report_key) WHERE a.run = ?1 AND b.run = ?2 AND a.packed IS NOT NULL AND b.packed IS NOT NULL
AND (?3 IS NULL OR a.report_key = ?3) ORDER BY r.report_key
"""
COLUMNS = ("report", "layer", "record", "field", "before", "after", "words")


def find_run(view: View, name: str) -> int:
    """Return a run's number from what a user wrote: the number, or the first digits of its digest.

    Raises:
        UsageError: There is no such run, or the digits fit several.
    """
    rows = list(view.rows("SELECT run, digest FROM run"))
    fits = [r["run"] for r in rows if str(r["run"]) == name] or [r["run"] for r in rows if r["digest"].startswith(name)]
    if len(fits) != 1:
        raise UsageError(f"{name!r} is {'several runs' if fits else 'no run'}; `dateline runs` lists them")
    return int(fits[0])


def differences(view: View, one: int, other: int, *, report_key: int | None = None) -> Iterator[Record]:
    """Yield what changed between two runs in the reports that both have coded, or in one of these."""
    for row in view.rows(_BOTH, (one, other, report_key)):
        before = list(layer_rows(unpack_coding(row["before"], text=row["text"])))
        after = list(layer_rows(unpack_coding(row["after"], text=row["text"])))
        for layer in LAYERS:
            yield from _layer(row["id"], layer, _of(before, layer), _of(after, layer))


def _of(rows: Sequence[LayerRow], layer: str) -> list[LayerRow]:
    return [r for r in rows if r.layer == layer]


def _layer(report: str, layer: str, before: list[LayerRow], after: list[LayerRow]) -> Iterator[Record]:
    """Match the records of a layer by the words that they stand on, the best matches first."""
    pairs = sorted(
        ((shared(b, (start, end)), n, m) for n, a in enumerate(before) for m, b in enumerate(after)
         for start, end in json.loads(a.row["spans"])[:1]),
        reverse=True,
    )  # fmt: skip
    matched: dict[int, int] = {}
    for score, n, m in pairs:
        if score > 0 and n not in matched and m not in matched.values():
            matched[n] = m
    for n, row in enumerate(before):
        if n in matched:
            yield from _fields(report, layer, row, after[matched[n]])
        else:
            yield _line(report, layer, row, "record", "found", None)
    for m, row in enumerate(after):
        if m not in matched.values():
            yield _line(report, layer, row, "record", None, "found")


def _fields(report: str, layer: str, before: LayerRow, after: LayerRow) -> Iterator[Record]:
    names = {column: name for name, column in LAYERS[layer].renamed.items()}
    for column, value in before.row.items():
        if column not in _PASSED_OVER and after.row[column] != value:
            yield _line(report, layer, after, names.get(column, column), value, after.row[column])


def _line(report: str, layer: str, row: LayerRow, field: str, before: object, after: object) -> Record:
    values = (report, layer, row.row["id"], field, before, after, row.row["words"])
    return dict(zip(COLUMNS, values, strict=True))
