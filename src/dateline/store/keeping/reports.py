"""Write reports: each text once, its origins beside it, revisions and withdrawals as rows that end."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Literal

from dateline.errors import UsageError
from dateline.model.item import Item
from dateline.model.report import Report
from dateline.store.batch import Batch
from dateline.store.packing import digest_of, digest_of_bytes, pack
from dateline.store.rows import LAYER_TABLES, dumps

Outcome = Literal["new", "known", "revised"]
Alike = Callable[[str, str], bool]
_ID_DIGITS, _CLASH_DIGITS = 16, 8


@dataclass(frozen=True, slots=True)
class Kept:
    """A report's key in the ledger, and whether it was new."""

    report_key: int
    id: str
    outcome: Outcome


def report_id(item: Item) -> str:
    """Return an item's id: the given one, else one made of its text."""
    given = (item.id or "").strip()
    return given or f"r-{digest_of(item.text)[:_ID_DIGITS]}"


def add_report(batch: Batch, item: Item, *, published: str | None, language: str | None, alike: Alike) -> Kept:
    """Keep an item as a report, unless its text is known under its id.

    Another text under a known id is a revision where the two are ``alike``; else two reports have one id by mishap,
    and the second gets its digest's first digits after it.
    """
    digest, name = digest_of(item.text), report_id(item)
    clash = f"{name}~{digest[:_CLASH_DIGITS]}"
    known = batch.one("SELECT report_key, id FROM report WHERE digest = ? AND id IN (?, ?)", digest, name, clash)
    if known:
        _see(batch, known[0], item)
        return Kept(known[0], known[1], "known")
    before = batch.one(
        "SELECT report_key, version, text, until FROM report WHERE id = ? ORDER BY version DESC LIMIT 1", name
    )
    revised = before is not None and before[3] is None and alike(before[2], item.text)
    if before is not None and not revised:
        name, before = clash, None
    if before is not None:
        end_report(batch, before[0], ended="revised", why="another text came under its id")
    key = batch.insert("report", {
        "id": name, "version": before[1] + 1 if before else 1, "digest": digest, "text": item.text,
        "title": item.title, "author": item.author, "source": item.source, "url": item.url, "language": language,
        "published": published, **_date_columns(item), "origins": dumps(dict(item.origins)),
        "notes": dumps(item.notes), "original": _keep_original(batch, item),
    })  # fmt: skip
    _see(batch, key, item)
    return Kept(key, name, "revised" if before else "new")


def _date_columns(item: Item) -> dict[str, str | None]:
    said = item.published
    if said is None:
        return {}
    return {
        "published_at": said.moment, "published_raw": said.raw, "published_zone": said.zone,
        "published_trust": said.trust, "published_origin": said.origin,
    }  # fmt: skip


def _keep_original(batch: Batch, item: Item) -> str | None:
    """Keep the bytes of an item once, however many reports were read from them."""
    if not item.original:
        return None
    digest = digest_of_bytes(item.original)
    if batch.one("SELECT 1 FROM original WHERE digest = ?", digest) is None:
        row = (digest, item.media_type, len(item.original), pack(item.original))
        batch.connection.execute("INSERT INTO original VALUES (?, ?, ?, ?)", row)
    return digest


def _see(batch: Batch, report_key: int, item: Item) -> None:
    """Note where a report was found, if it was not found there before."""
    place = (report_key, item.found.path, item.found.member or "", item.found.number or 0)
    where = "report_key = ? AND path = ? AND member = ? AND number = ?"
    if batch.one(f"SELECT 1 FROM sighting WHERE {where}", *place) is None:
        names = ("report_key", "path", "member", "number")
        row = dict(zip(names, place, strict=True))
        batch.insert("sighting", {**row, "start": item.found.offset, "source": item.source, "url": item.url})


def end_report(batch: Batch, report_key: int, *, ended: Literal["revised", "withdrawn"], why: str) -> None:
    """Let a report, and all that was read in it, hold no longer; its row stays."""
    batch.connection.execute(
        "UPDATE report SET until = ?, ended = ?, why = ? WHERE report_key = ?", (batch.number, ended, why, report_key)
    )
    for table in LAYER_TABLES.values():
        batch.end(table, "report_key = ?", report_key)
    batch.connection.execute(
        "UPDATE coding SET current = 0, until = ? WHERE report_key = ? AND current", (batch.number, report_key)
    )


def withdraw(batch: Batch, name: str, *, why: str, erase: bool) -> int:
    """Withdraw a report; a tombstone stays. With ``erase`` its words and bytes go too. Return its key.

    Raises:
        UsageError: There is no such report, or it was withdrawn before.
    """
    found = batch.one("SELECT report_key, original FROM report WHERE id = ? AND until IS NULL", name)
    if found is None:
        raise UsageError(f"{name!r} is no report of this ledger; `dateline reports` lists them")
    end_report(batch, found[0], ended="withdrawn", why=why)
    if erase:
        _erase(batch, found[0], found[1])
    return int(found[0])


def _erase(batch: Batch, report_key: int, original: str | None) -> None:
    """Take a report's words out of the ledger: text, records, codings, and its bytes where they are its own."""
    run = batch.connection.execute
    run("UPDATE report SET text = '', title = NULL, original = NULL WHERE report_key = ?", (report_key,))
    for table in LAYER_TABLES.values():
        run(f"UPDATE {table} SET words = '' WHERE report_key = ?", (report_key,))
    run("UPDATE coding SET packed = NULL WHERE report_key = ?", (report_key,))
    others = "SELECT original FROM report WHERE original IS NOT NULL"
    run(f"DELETE FROM original WHERE digest = ? AND digest NOT IN ({others})", (original,))


def add_quarantine(batch: Batch, item: Item) -> bool:
    """Keep what cannot be a report, with the reason; tell whether it is new."""
    if item.refused is None:
        raise ValueError(f"{item.found}: was not refused")
    raw = item.original or item.text.encode("utf-8", "surrogatepass")
    digest = digest_of_bytes(raw) if raw else digest_of(item.refused.told)
    place = (item.found.path, item.found.member or "", item.found.number or 0, digest)
    where = "path = ? AND member = ? AND number = ? AND digest = ?"
    if batch.one(f"SELECT 1 FROM quarantine WHERE {where}", *place):
        return False
    known = {k: v for k, v in asdict(item).items() if v and k not in ("original", "text", "refused", "found")}
    batch.insert("quarantine", {
        **dict(zip(("path", "member", "number", "digest"), place, strict=True)), "reason": item.refused.reason,
        "told": item.refused.told, "item": dumps(known), "media_type": item.media_type, "packed": pack(raw),
    })  # fmt: skip
    return True


def note_published(batch: Batch, report_key: int, coded: Report) -> bool:
    """Keep the day that the coder read in a report which came without one; tell whether there was one to keep."""
    if coded.published is None:
        return False
    sql = "UPDATE report SET published = ?, published_origin = ? WHERE report_key = ? AND published IS NULL"
    return batch.connection.execute(sql, (coded.published, coded.published_origin, report_key)).rowcount > 0
