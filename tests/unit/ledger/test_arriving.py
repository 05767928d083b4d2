"""What a ledger keeps after each report came by itself, and some went, is what one join of all of them keeps."""

import random
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from made_stories import ALL, keep, make

from dateline.incidents.rules import load_rule
from dateline.ledger.joining.grouping import bring_up
from dateline.ledger.keeping.withdrawing import withdraw
from dateline.store.batch import Writer

DAYS = [
    {**report, "id": f"{report['id']}-{n}", "text": f"{report['text']} {n} more.", "published": f"2024-05-{3 + n:02}"}
    for n in range(4)
    for report in ALL
]
WIDE = replace(load_rule("standard"), name="wide@1", same=0.6, held=0.06)
"""A rule by which much may belong together."""
_TOLD = "JOIN event e USING (event_key) JOIN report r ON r.report_key = e.report_key"
_LIVE = "JOIN incident i USING (incident_key)"
_KEPT = {
    "incidents": "SELECT record FROM incident WHERE until IS NULL",
    "reports": f"SELECT record, a.id FROM incident_report {_LIVE} JOIN report a USING (report_key) "
    "WHERE i.until IS NULL",
    "held": f"SELECT record, r.id || '/' || e.id, score FROM held {_LIVE} {_TOLD} "
    "WHERE i.until IS NULL AND e.until IS NULL",
    "related": f"SELECT record, r.id || '/' || e.id, relation FROM incident_related {_LIVE} {_TOLD} "
    "WHERE i.until IS NULL AND e.until IS NULL",
    "stories": "SELECT a.id, b.id FROM story s JOIN story t ON t.story = s.story "
    "JOIN report a ON a.report_key = s.report_key JOIN report b ON b.report_key = t.report_key",
}


def kept(path: Path) -> dict[str, list[Any]]:
    """Return all that a join writes, by the names of events and reports."""
    bring_up(path, WIDE)
    with Writer(path) as writer:
        return {name: sorted(map(tuple, writer.connection.execute(sql))) for name, sql in _KEPT.items()}


def add(path: Path, report: dict[str, Any]) -> None:
    with Writer(path) as writer, writer.batch() as batch:
        keep(batch, report)


@pytest.mark.parametrize("seed", range(3))
def test_reports_that_come_one_by_one_are_joined_as_if_at_once(tmp_path: Path, seed: int) -> None:
    order = random.Random(seed).sample(DAYS, len(DAYS))
    path = make(tmp_path / "a.db", order[:3])
    for report in order[3:]:
        kept(path)
        add(path, report)
    whole = kept(make(tmp_path / "whole.db", DAYS))
    assert all(whole.values())
    assert kept(path) == whole


@pytest.mark.parametrize("seed", range(3))
def test_what_went_leaves_what_would_be_there_without_it(tmp_path: Path, seed: int) -> None:
    order = random.Random(seed).sample(DAYS, len(DAYS))
    path = make(tmp_path / "a.db", order)
    for report in order[:4]:
        kept(path)
        withdraw(path, report["id"], why="made up", erase=False)
    assert kept(path) == kept(make(tmp_path / "whole.db", order[4:]))


def test_incidents_that_a_new_report_does_not_reach_are_not_written_again(tmp_path: Path) -> None:
    path = make(tmp_path / "a.db", DAYS[:-1])
    kept(path)
    sql = "SELECT count(*), max(incident_key) FROM incident"
    with Writer(path) as writer:
        before = writer.connection.execute(sql).fetchone()
    add(path, {**ALL[-1], "id": "far", "published": "2025-09-01", "events": []})
    kept(path)
    with Writer(path) as writer:
        assert tuple(writer.connection.execute(sql).fetchone()) == tuple(before)
