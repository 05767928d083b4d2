"""A report: its words, underlined, and beside them its records."""

import json
from collections.abc import Iterator, Mapping, Sequence

from starlette.exceptions import HTTPException

from dateline.desk.asked import Asked
from dateline.desk.page import Data, Page
from dateline.desk.views.texts.coded import marks, records
from dateline.ledger.asking.showing import plain
from dateline.store.asking.layers import LAYERS
from dateline.store.judging.additions import BY_HAND, read_coding

_ROWS = ("events", "statements", "positions", "commitments", "scheduled", "actors", "places")


def report(asked: Asked) -> Data:
    """Return a report with its coding."""
    view, name = asked.view, asked.needed("id")
    row = view.report(name)
    if row is None:
        gone = view.one("SELECT * FROM v_withdrawn WHERE id = ? ORDER BY version DESC", (name,))
        if gone is None:
            raise HTTPException(404, f"there is no report {name[:200]!r} in this ledger")
        return {**_nothing(name), "withdrawn": gone}
    coding = read_coding(view, name)
    key = row["report_key"]
    rows = {layer: _rows(asked, layer, key) for layer in _ROWS}
    return {
        **_nothing(name), "report": plain(row), "text": row["text"],
        "marks": marks(coding) if coding else [], "records": list(_judged(records(coding), rows)) if coding else [],
        "rows": rows,
        "family": list(view.rows("SELECT * FROM v_families WHERE id = ? AND size > 1", (row["family"],))),
        "found": list(view.rows("SELECT path, member, number FROM sighting WHERE report_key = ?", (key,))),
        "focus": asked.one("record"),
    }  # fmt: skip


def _nothing(name: str) -> Data:
    return {
        "id": name, "report": None, "withdrawn": None, "text": "", "marks": [], "records": [], "rows": {}, "family": [],
        "found": [], "focus": None,
    }  # fmt: skip


def _judged(found: Iterator[Data], rows: Mapping[str, Sequence[Data]]) -> Iterator[Data]:
    """Yield records with what people said of them: whether they hold still, and the values that they gave."""
    for record in found:
        now = {row["id"].rpartition("/")[2]: row for row in rows.get(record["layer"], ())}
        row = now.get(record["id"])
        marks = json.loads(row["judged"] or "[]") if row else []
        changed = {m["field"]: row[m["field"]] for m in marks if row and m["kind"] != "correct" and m["field"] in row}
        added = row is not None and row["rule"].startswith(BY_HAND)
        gone = row is None and record["layer"] in rows
        yield {**record, "gone": gone, "changed": {} if added else changed}


def _rows(asked: Asked, layer: str, report_key: int) -> list[Data]:
    table, key = LAYERS[layer], f"{LAYERS[layer].table}_key"
    coding = "SELECT coding_key FROM coding WHERE report_key = ? AND current"
    own = f"SELECT {key} FROM {table.table} WHERE coding_key IN ({coding})"
    sql = f"SELECT * FROM {table.view} WHERE {key} IN ({own}) ORDER BY {key}"
    return [plain(row) for row in asked.view.rows(sql, (report_key,))]


PAGE = Page(
    name="report", path="/report", told="A report with its evidence lit.", data=report,
    parameters={"id": "the report's id", "record": "the record to focus, as e3"},
    keys={
    "id": "the report's id",
    "report": "its row of `v_reports`, null where it was withdrawn",
    "withdrawn": "its tombstone of `v_withdrawn`, else null",
    "text": "its text",
    "marks": "the underlines: `record`, `kind`, `dashed`, `lead`, `lane`, `span` (code points), `js` (UTF-16 units)",
    "records": "what was coded: `id`, `layer`, `kind`, `title`, `confidence`, `dashed`, `quote`, `cause`, `example`, "
    "`reasons`, `rivals`, `lit`, `coded`, `gone` (a person rejected it), `changed` (by field, what a person gave)",
    "rows": "by layer, the rows of the ledger's view: what holds now, judgements included",
    "family": "rows of `v_families` where it is one of several",
    "found": "where it was found: `path`, `member`, `number`",
    "focus": "the record that the address names, else null",
    },
)  # fmt: skip
