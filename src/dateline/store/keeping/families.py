"""Read and write families: keys, pairs, what is known of each report, and the families that follow."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dateline.families.tree import Family, Kin, Member
from dateline.store.batch import Batch
from dateline.store.packing import digest_of
from dateline.store.rows import dumps

_ID_DIGITS = 16
_LIVE = "EXISTS (SELECT 1 FROM report r WHERE r.report_key = {} AND r.until IS NULL)"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A report that shares a key with another, its text, and the family that it is in so far."""

    key: int
    text: str
    family: int | None
    size: int
    is_original: bool


def setting(batch: Batch, name: str) -> str | None:
    """Return a setting of the ledger, None where it has none."""
    found = batch.one("SELECT value FROM setting WHERE name = ?", name)
    return None if found is None else str(found[0])


def write_setting(batch: Batch, name: str, value: str) -> None:
    """Keep a setting of the ledger."""
    batch.connection.execute(
        "INSERT INTO setting VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value", (name, value)
    )


def write_keys(batch: Batch, report_key: int, keys: Iterable[int]) -> None:
    """Keep the keys under which a report's text is found."""
    rows = ((key, report_key) for key in keys)
    batch.connection.executemany("INSERT OR IGNORE INTO band VALUES (?, ?)", rows)


def candidates(batch: Batch, report_key: int, keys: Sequence[int]) -> Iterator[Candidate]:
    """Yield the reports that share a key with a new one, those that share most first."""
    marks = ", ".join("?" * len(keys))
    sql = (
        f"SELECT report_key FROM band JOIN report USING (report_key) WHERE hash IN ({marks}) AND report_key <> ? "
        "AND until IS NULL GROUP BY 1, digest ORDER BY count(*) DESC, digest"
    )
    one = (
        "SELECT r.report_key, r.text, m.family_key, ifnull(f.size, 1), ifnull(f.original = r.report_key, 1) "
        "FROM report r LEFT JOIN member m USING (report_key) LEFT JOIN family f USING (family_key) WHERE report_key = ?"
    )
    for (key,) in batch.all(sql, *keys, report_key):
        found = batch.one(one, key)
        if found:
            _, text, family, size, is_original = found
            yield Candidate(key, text, family, size, bool(is_original))


def write_pair(batch: Batch, one: int, other: int, share: float) -> None:
    """Keep that two reports share their words."""
    pair = (min(one, other), max(one, other), round(share, 4))
    batch.connection.execute("INSERT OR REPLACE INTO pair VALUES (?, ?, ?)", pair)


def write_kin(batch: Batch, kin: Kin) -> None:
    """Keep what families need to know of a report."""
    row = (kin.key, kin.told, kin.words, kin.publisher, dumps(kin.whole), dumps(kin.part), dumps(kin.cites))
    batch.connection.execute("INSERT OR REPLACE INTO kin VALUES (?, ?, ?, ?, ?, ?, ?)", row)


def read_kin(batch: Batch, keys: Iterable[int]) -> list[Kin]:
    """Return what is known of reports."""
    sql = (
        "SELECT k.report_key, r.digest, k.told, k.words, k.publisher, k.whole, k.part, k.cites "
        "FROM kin k JOIN report r USING (report_key) WHERE k.report_key = ?"
    )
    found = [batch.one(sql, key) for key in sorted(keys)]
    return [
        Kin(key=r[0], digest=r[1], told=r[2], words=r[3], publisher=r[4],
            whole=tuple(json.loads(r[5])), part=tuple(json.loads(r[6])), cites=tuple(json.loads(r[7])))
        for r in found if r
    ]  # fmt: skip


def connected(batch: Batch, start: int) -> tuple[set[int], dict[tuple[int, int], float]]:
    """Return the live reports that hang together with one, over any number of pairs, and the shares of the pairs."""
    seen, todo, shares = {start}, [start], {}
    live = _LIVE.format("b") + " AND " + _LIVE.format("a")
    sql = f"SELECT a, b, share FROM pair WHERE (a = ? OR b = ?) AND {live}"
    while todo:
        key = todo.pop()
        for a, b, share in batch.all(sql, key, key):
            shares[a, b] = share
            more = {a, b} - seen
            seen |= more
            todo += sorted(more)
    return seen, shares


def write_families(batch: Batch, families: Sequence[Family]) -> None:
    """Put families in the place of those that their members belonged to."""
    for family in families:
        for m in family.members:
            forget(batch, m.key)
    for family in families:
        _write_family(batch, family)


def _write_family(batch: Batch, family: Family) -> None:
    digest = batch.one("SELECT digest, id FROM report WHERE report_key = ?", family.original)
    name = f"f-{digest_of(str(digest))[:_ID_DIGITS]}"
    row = (name, family.original, len(family.members), family.roots)
    done = batch.connection.execute("INSERT INTO family (id, original, size, roots) VALUES (?, ?, ?, ?)", row)
    rows = ((m.key, done.lastrowid, m.role, m.share, m.credit, m.root) for m in family.members)
    batch.connection.executemany("INSERT INTO member VALUES (?, ?, ?, ?, ?, ?)", rows)


@dataclass(frozen=True, slots=True)
class LargeFamily:
    """A family of many: its original with its text, and whom its members credit."""

    key: int
    original: int
    text: str
    credited: frozenset[str]


def large_family(batch: Batch, report_key: int, most: int) -> LargeFamily | None:
    """Return the one family of all reports that share words with one, if it has more members than these."""
    near = neighbours(batch, report_key)
    found = {batch.one("SELECT family_key FROM member WHERE report_key = ?", key) for key in near}
    if len(found) != 1:
        return None
    (key,) = found.pop() or (None,)
    original = "family f JOIN report r ON r.report_key = f.original"
    sql = f"SELECT f.original, r.text FROM {original} WHERE family_key = ? AND size > ?"
    row = batch.one(sql, key, most)
    if row is None:
        return None
    whole = batch.all("SELECT DISTINCT whole FROM kin JOIN member USING (report_key) WHERE family_key = ?", key)
    return LargeFamily(key, row[0], row[1], frozenset(o for (cell,) in whole for o in json.loads(cell)))


def write_member(batch: Batch, family_key: int, m: Member) -> None:
    """Add a report to a family."""
    row = (m.key, family_key, m.role, m.share, m.credit, m.root)
    batch.connection.execute("INSERT INTO member VALUES (?, ?, ?, ?, ?, ?)", row)
    batch.connection.execute("UPDATE family SET size = size + 1 WHERE family_key = ?", (family_key,))


def texts(batch: Batch, keys: Iterable[int]) -> Iterator[tuple[int, str]]:
    """Yield reports with their texts."""
    for key in keys:
        found = batch.one("SELECT text FROM report WHERE report_key = ?", key)
        if found:
            yield key, found[0]


def family_of(batch: Batch, report_key: int) -> list[int]:
    """Return the members of a report's family."""
    sql = "SELECT report_key FROM member WHERE family_key = (SELECT family_key FROM member WHERE report_key = ?)"
    return [row[0] for row in batch.all(sql, report_key)]


def forget(batch: Batch, report_key: int) -> None:
    """Take a report out of its family, and the family away with its last member."""
    found = batch.one("SELECT family_key FROM member WHERE report_key = ?", report_key)
    if found:
        batch.connection.execute("DELETE FROM member WHERE report_key = ?", (report_key,))
        alone = "DELETE FROM family WHERE family_key = ? AND family_key NOT IN (SELECT family_key FROM member)"
        batch.connection.execute(alone, found)


def forget_words(batch: Batch, report_key: int, keys: Iterable[int]) -> None:
    """Take away the keys and the pairs of a report."""
    batch.connection.executemany("DELETE FROM band WHERE hash = ? AND report_key = ?", ((k, report_key) for k in keys))
    batch.connection.execute("DELETE FROM pair WHERE a = ?1 OR b = ?1", (report_key,))


def neighbours(batch: Batch, report_key: int) -> list[int]:
    """Return the live reports that share words with one."""
    others = "SELECT CASE a WHEN ?1 THEN b ELSE a END AS o FROM pair WHERE a = ?1 OR b = ?1"
    sql = f"SELECT o FROM ({others}) WHERE {_LIVE.format('o')}"
    return [row[0] for row in batch.all(sql, report_key)]
