"""Bring the rows of a text in line with what people said of it: rows that change end, and others begin."""

from dateline.store.batch import Batch
from dateline.store.judging.judgements import judged_rows
from dateline.store.keeping.codings import add_row
from dateline.store.packing import unpack_coding
from dateline.store.rows import LAYER_TABLES, LayerRow, layer_rows


def rejudge(batch: Batch, digest: str) -> int:
    """Apply the judgements on a text to the current codings of its reports; return how many rows changed."""
    sql = (
        "SELECT c.coding_key, c.report_key, c.packed, r.text FROM coding c JOIN report r USING (report_key) "
        "WHERE r.digest = ? AND r.until IS NULL AND c.current"
    )
    changed = 0
    for coding_key, report_key, packed, text in batch.all(sql, digest):
        wanted = judged_rows(batch, digest, layer_rows(unpack_coding(packed, text=text)))
        changed += _replace(batch, wanted, coding_key=coding_key, report_key=report_key)
    return changed


def _replace(batch: Batch, wanted: list[LayerRow], *, coding_key: int, report_key: int) -> int:
    changed = 0
    for layer, table in LAYER_TABLES.items():
        own = {row.row["id"]: row for row in wanted if row.layer == layer}
        for key, record in _live(batch, table, coding_key).items():
            row = own.pop(record["id"], None)
            if row is None or any(record[name] != value for name, value in row.row.items()):
                batch.end(table, f"{table}_key = ?", key)
                changed += 1
                if row is not None:
                    add_row(batch, row, coding_key=coding_key, report_key=report_key)
        for row in own.values():
            add_row(batch, row, coding_key=coding_key, report_key=report_key)
            changed += 1
    return changed


def _live(batch: Batch, table: str, coding_key: int) -> dict[int, dict[str, object]]:
    found = batch.connection.execute(f"SELECT * FROM {table} WHERE coding_key = ? AND until IS NULL", (coding_key,))
    names = [c[0] for c in found.description]
    rows = [dict(zip(names, row, strict=True)) for row in found]
    return {int(str(row[f"{table}_key"])): row for row in rows}
