"""Incidents of a made ledger in bulk: events of one type, place and day are one, as if they had been compared.

A comparison of all events with those near them takes hours for a million; what the pages read afterwards is the same:
incidents with their claims, contradictions and ties, written by the ledger's own code.
"""

from collections.abc import Iterator
from itertools import groupby, islice
from typing import Any

from dateline.incidents.rules import load_rule
from dateline.ledger.joining.settling import Settling, settle
from dateline.store.batch import Batch, Writer

_AT_ONCE = 20_000
_MOST_TOGETHER = 4
_EVENTS = """
SELECT type, place, day, report_key, event_key FROM event WHERE until IS NULL
ORDER BY place IS NULL, type, place, day, report_key, event_key
"""


def join_made(writer: Writer) -> None:
    """Write the incidents of all events that hold."""
    rule = load_rule("standard")
    groups = _groups(writer)
    while some := list(islice(groups, _AT_ONCE)):
        with writer.batch() as batch:
            settle(batch, rule, Settling(groups=some, stories=_stories(batch, some), old=(), whole=True))


def _groups(writer: Writer) -> Iterator[list[int]]:
    """Yield the keys of events that are one: of at most four reports, one event of each."""
    rows = writer.connection.execute(_EVENTS).fetchall()
    for (_, place, day), own in groupby(rows, key=lambda row: row[:3]):
        alike = list(own)
        if place is None or day is None:
            yield from ([row[-1]] for row in alike)
        else:
            yield from _apart(alike)


def _apart(alike: list[tuple[Any, ...]]) -> Iterator[list[int]]:
    group: dict[int, int] = {}
    for *_, report, event in alike:
        if report in group or len(group) == _MOST_TOGETHER:
            yield list(group.values())
            group = {}
        group[report] = event
    yield list(group.values())


def _stories(batch: Batch, groups: list[list[int]]) -> list[list[int]]:
    """Return each report of which a main event is here as a story of its own."""
    marks = ", ".join(str(key) for own in groups for key in own)
    sql = f"SELECT DISTINCT report_key FROM event WHERE main AND event_key IN ({marks})"
    return [[report] for (report,) in batch.connection.execute(sql)]
