"""Write codings: the run that made them, their rows, and which of them is current."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from dateline.lexicon.tables import fold
from dateline.model.coding import Coding
from dateline.store.batch import Batch
from dateline.store.judging.judgements import judged_rows
from dateline.store.packing import digest_of, pack_coding
from dateline.store.rows import LAYER_TABLES, LayerRow, dumps, layer_rows


@dataclass(frozen=True, slots=True, kw_only=True)
class RunInfo:
    """What codes reports, and how: two codings with equal infos belong to one run."""

    version: str
    model: str
    model_digest: str
    lexicon_digest: str
    gazetteer_digest: str
    options: Mapping[str, str] = field(default_factory=dict)

    @property
    def digest(self) -> str:
        """Return the digest of all of it."""
        options = sorted(self.options.items())
        parts = (self.version, self.model, self.model_digest, self.lexicon_digest, self.gazetteer_digest, options)
        return digest_of(dumps(parts))


def find_run(batch: Batch, info: RunInfo) -> int:
    """Return the number of a run, a new one where nothing was coded like this before."""
    found = batch.one("SELECT run FROM run WHERE digest = ?", info.digest)
    if found:
        return int(found[0])
    row = {name: getattr(info, name) for name in (*_RUN_COLUMNS, "digest")}
    return batch.insert("run", {**row, "options": dumps(dict(sorted(info.options.items())))})


_RUN_COLUMNS = ("version", "model", "model_digest", "lexicon_digest", "gazetteer_digest")


def add_coding(batch: Batch, report_key: int, run: int, coding: Coding) -> bool:
    """Keep a coding of a report; tell whether it is new.

    It becomes the current one where it did not fail and no later run has one. A failed coding gives way to a new try.
    """
    report = batch.one("SELECT digest, until FROM report WHERE report_key = ?", report_key)
    before = batch.one("SELECT coding_key, error FROM coding WHERE report_key = ? AND run = ?", report_key, run)
    if report is None or report[1] is not None or (before and before[1] is None):
        return False
    if before:
        batch.connection.execute("DELETE FROM coding WHERE coding_key = ?", (before[0],))
    later = batch.one("SELECT 1 FROM coding WHERE report_key = ? AND current AND run > ?", report_key, run)
    current = coding.report.coded and later is None
    rows = list(layer_rows(coding)) if coding.report.coded else []
    if current:
        _supersede(batch, report_key)
    key = batch.insert("coding", {
        "report_key": report_key, "run": run, "error": coding.report.error, "records": len(rows),
        "packed": pack_coding(coding) if coding.report.coded else None, "current": int(current),
    })  # fmt: skip
    if current:
        for row in judged_rows(batch, report[0], rows):
            add_row(batch, row, coding_key=key, report_key=report_key)
    return True


def _supersede(batch: Batch, report_key: int) -> None:
    """Let the rows of the coding that was current so far hold no longer."""
    before = batch.one("SELECT coding_key FROM coding WHERE report_key = ? AND current", report_key)
    if before:
        sql = "UPDATE coding SET current = 0, until = ? WHERE coding_key = ?"
        batch.connection.execute(sql, (batch.number, before[0]))
        for table in LAYER_TABLES.values():
            batch.end(table, "coding_key = ?", before[0])


def add_row(batch: Batch, row: LayerRow, *, coding_key: int, report_key: int) -> int:
    """Keep a row of a layer, and who takes part in it."""
    whole = {**row.row, "coding_key": coding_key, "report_key": report_key}
    if row.layer == "events":
        whole["site"] = _site_key(batch, row.row)
    key = batch.insert(LAYER_TABLES[row.layer], whole)
    asked = [whole.get(name) for name in _ASKED] if row.layer == "events" else [None] * len(_ASKED)
    for party in row.parties:
        values = (row.layer, key, party.role, _name_key(batch, party.name), party.country or "")
        batch.connection.execute(f"INSERT OR IGNORE INTO party VALUES ({_MARKS})", (*values, 1, *asked))
    return key


_ASKED = ("day", "type", "country", "status", "source", "mode", "confidence", "report_key", "site")
"""What an event is filtered by: its parties say it too, so that those of an actor are counted without the events."""
_MARKS = ", ".join("?" * (len(_ASKED) + 6))
_SITE = ("place", "admin1", "country", "lat", "lon")
_SAME_SITE = " AND ".join(f"{name} IS ?" for name in _SITE)


def _site_key(batch: Batch, event: Mapping[str, object]) -> int | None:
    """Return the key of the place of an event, None where it has none."""
    if event.get("place") is None and event.get("admin1") is None and event.get("lat") is None:
        return None
    values = tuple(event.get(name) for name in _SITE)
    named = "place = ? COLLATE NOCASE" if event.get("place") is not None else "place IS ?"
    found = batch.one(f"SELECT site_key FROM site WHERE {named} AND {_SAME_SITE}", values[0], *values)
    if found:
        return int(found[0])
    marks = ", ".join("?" * len(_SITE))
    return batch.connection.execute(f"INSERT INTO site ({', '.join(_SITE)}) VALUES ({marks})", values).lastrowid


def _name_key(batch: Batch, name: str) -> int:
    folded = fold(name)
    found = batch.one("SELECT name_key FROM name WHERE folded = ?", folded)
    if found:
        return int(found[0])
    return batch.connection.execute("INSERT INTO name (folded) VALUES (?)", (folded,)).lastrowid or 0
