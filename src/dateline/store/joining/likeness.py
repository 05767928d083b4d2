"""Keep under which keys reports are filed, how alike those are that meet there, and how alike their events."""

import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from itertools import combinations
from typing import Any

from dateline.incidents.alike.keys import UNDATED, Key
from dateline.incidents.grouping import Pair
from dateline.store.batch import Batch

# One look, for a second one over the same table makes SQLite read all of it for a filter.
_FILED = """
SELECT report_key FROM (SELECT json_extract(value, '$[0]') AS hash, json_extract(value, '$[1]') AS first,
  json_extract(value, '$[2]') AS last FROM json_each(?)) wanted CROSS JOIN filed USING (hash)
WHERE day BETWEEN first AND last
"""
_BETWEEN = """
SELECT a, b, score, apart FROM (SELECT json_extract(value, '$[0]') AS a, json_extract(value, '$[1]') AS b
  FROM json_each(?)) wanted CROSS JOIN likeness USING (a, b)
"""
_MANY = 100
_ALWAYS = (-(10**9), 10**9)
_STATE = (
    "SELECT ifnull(r.published, '') || ':' || ifnull((SELECT group_concat(event_key) FROM "
    "(SELECT event_key FROM event e WHERE e.report_key = r.report_key AND e.until IS NULL ORDER BY event_key)), '') "
    "FROM report r WHERE r.report_key = ? AND r.until IS NULL"
)


def joined(batch: Batch, name: str) -> tuple[str, int] | None:
    """Return with what a step was last made, and up to which serial of what is stale; None where it never was."""
    found = batch.one("SELECT digest, serial FROM joined WHERE name = ?", name)
    return None if found is None else (str(found[0]), int(found[1]))


def write_joined(batch: Batch, name: str, digest: str, serial: int) -> None:
    """Keep with what a step was made, and up to which serial."""
    batch.connection.execute("INSERT OR REPLACE INTO joined VALUES (?, ?, ?)", (name, digest, serial))


def last_serial(batch: Batch) -> int:
    """Return the serial of what became stale last."""
    found = batch.one("SELECT ifnull(max(serial), 0) FROM stale")
    return int(found[0]) if found else 0


def stale_reports(batch: Batch, after: int) -> list[int]:
    """Return the reports that became stale after a serial, the earliest published first."""
    sql = "SELECT s.report_key FROM stale s JOIN report r USING (report_key) WHERE s.serial > ? ORDER BY r.published, 1"
    return [row[0] for row in batch.all(sql, after)]


def state_of(batch: Batch, report: int) -> str | None:
    """Return what of a report is compared: its day and its events; None where it was withdrawn or revised."""
    found = batch.one(_STATE, report)
    return None if found is None else str(found[0])


def compared_state(batch: Batch, report: int) -> str | None:
    """Return what of a report was compared last, None where nothing was."""
    found = batch.one("SELECT state FROM compared WHERE report_key = ?", report)
    return None if found is None else str(found[0])


def forget_report(batch: Batch, report: int) -> None:
    """Take a report out of the files."""
    run = batch.connection.execute
    own = "(SELECT event_key FROM event WHERE report_key = ?1)"
    run(f"DELETE FROM likeness WHERE a IN {own} OR b IN {own}", (report,))
    run("DELETE FROM about WHERE a = ?1 OR b = ?1", (report,))
    run("DELETE FROM filed WHERE report_key = ?", (report,))
    run("DELETE FROM compared WHERE report_key = ?", (report,))


def forget_all(batch: Batch) -> None:
    """Empty the files: they were made with other weights."""
    for table in ("filed", "likeness", "about", "compared", "story", "joined", "reading"):
        batch.connection.execute(f"DELETE FROM {table}")


def file_report(batch: Batch, report: int, keys: Iterable[Key], state: str) -> None:
    """File a report under its keys, and keep what of it was compared."""
    rows = ((key.hash, key.first, report) for key in keys)
    batch.connection.executemany("INSERT OR IGNORE INTO filed VALUES (?, ?, ?)", rows)
    batch.connection.execute("INSERT OR REPLACE INTO compared VALUES (?, ?)", (report, state))


def find_filed(batch: Batch, keys: Iterable[Key], least: int = 1) -> set[int]:
    """Return the reports that are filed under at least so many of these keys, each of them of one day."""
    wanted: list[tuple[int, int, int]] = []
    for key in keys:
        # What has no day is found by any look.
        days = [_ALWAYS] if key.first == UNDATED else [(key.first, key.last), (UNDATED, UNDATED)]
        wanted += [(key.hash, *some) for some in days]
    # An object, which both databases take apart alike.
    found = Counter(report for (report,) in batch.all(_FILED, json.dumps(dict(enumerate(wanted)))))
    return {report for report, times in found.items() if times >= least}


def write_pairs(batch: Batch, pairs: Iterable[tuple[int, int, Pair]]) -> None:
    """Keep how alike events are."""
    rows = ((min(a, b), max(a, b), round(pair.score, 4), pair.apart) for a, b, pair in pairs)
    batch.connection.executemany("INSERT OR REPLACE INTO likeness VALUES (?, ?, ?, ?)", rows)


def write_about(batch: Batch, pairs: Iterable[tuple[int, int, float]]) -> None:
    """Keep how likely reports are about one happening."""
    rows = ((min(a, b), max(a, b), round(score, 4)) for a, b, score in pairs)
    batch.connection.executemany("INSERT OR REPLACE INTO about VALUES (?, ?, ?)", rows)


def read_pairs(batch: Batch, events: Collection[int] | None = None) -> dict[tuple[int, int], Pair]:
    """Return how alike events are to any others; of all events where none are named."""
    rows = _either(batch, "SELECT a, b, score, apart FROM likeness", events)
    return {(a, b): Pair(score, apart) for a, b, score, apart in rows}


def read_pairs_among(batch: Batch, events: Collection[int]) -> dict[tuple[int, int], Pair]:
    """Return how alike events are to each other."""
    sql, within = "SELECT a, b, score, apart FROM likeness WHERE a IN ({})", frozenset(events)
    return {(a, b): Pair(score, apart) for a, b, score, apart in batch.of_keys(sql, within) if b in within}


def read_pairs_within(batch: Batch, groups: Iterable[Collection[int]]) -> dict[tuple[int, int], Pair]:
    """Return how alike the events of each group are to each other."""
    small: list[tuple[int, int]] = []
    large: set[int] = set()
    for one in groups:
        # Events have many pairs with others: of few each two are looked up, of many all pairs are read.
        if len(one) > _MANY:
            large.update(one)
        else:
            small += combinations(sorted(one), 2)
    rows = batch.all(_BETWEEN, json.dumps(dict(enumerate(small)))) if small else []
    return {(a, b): Pair(score, apart) for a, b, score, apart in rows} | read_pairs_among(batch, large)


def read_about(batch: Batch, reports: Collection[int] | None = None) -> dict[tuple[int, int], Pair]:
    """Return how likely reports and any others are about one happening; of all reports where none are named."""
    return {(a, b): Pair(score) for a, b, score in _either(batch, "SELECT a, b, score FROM about", reports)}


def _either(batch: Batch, sql: str, keys: Collection[int] | None) -> Iterator[tuple[Any, ...]]:
    """Yield the rows whose one or other key is among some, all rows where none are named."""
    if keys is None:
        yield from batch.all(sql)
        return
    for column in ("a", "b"):
        yield from batch.of_keys(f"{sql} WHERE {column} IN ({{}})", keys)


def read_about_among(batch: Batch, reports: Collection[int]) -> dict[tuple[int, int], Pair]:
    """Return how likely reports are about one happening."""
    sql, within = "SELECT a, b, score FROM about WHERE a IN ({})", frozenset(reports)
    return {(a, b): Pair(score) for a, b, score in batch.of_keys(sql, within) if b in within}


def strong_pairs(batch: Batch, least: float) -> list[tuple[int, int]]:
    """Return the pairs of events of at least this probability."""
    return [(a, b) for a, b in batch.all("SELECT a, b FROM likeness WHERE score >= ?", least)]


def strong_about(batch: Batch, least: float) -> list[tuple[int, int]]:
    """Return the pairs of reports of at least this probability."""
    return [(a, b) for a, b in batch.all("SELECT a, b FROM about WHERE score >= ?", least)]
