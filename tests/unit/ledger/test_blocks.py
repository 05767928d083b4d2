"""The join in blocks makes the groups that a ledger makes, however blocks are cut and in whatever order they come."""

import random
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import pytest
from made_stories import ALL, make

from dateline.engine.joining import join_on
from dateline.incidents import blocks
from dateline.incidents.alike.telling import Read
from dateline.incidents.blocks import Card, join_blocks, meet, met
from dateline.incidents.rules import load_rule
from dateline.ledger.joining.grouping import bring_up
from dateline.store.batch import Writer
from dateline.store.joining.ranks import coded_reports
from dateline.store.joining.tellings import read_tellings

WEEKLY = [
    {**report, "id": f"{report['id']}-{n}", "published": f"2024-05-{3 + 7 * n:02}"} for n in range(3) for report in ALL
]


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = make(tmp_path_factory.mktemp("blocks") / "a.db", WEEKLY)
    bring_up(path, load_rule("standard"))
    return path


def reads(path: Path) -> list[Read]:
    with Writer(path) as writer, writer.batch() as batch:
        return [*read_tellings(batch, coded_reports(batch)).values()]


def of_ledger(path: Path) -> list[list[int]]:
    sql = (
        "SELECT incident_key, event_key FROM incident_event JOIN incident USING (incident_key) WHERE until IS NULL "
        "ORDER BY 1, 2"
    )
    found: dict[int, list[int]] = {}
    with Writer(path) as writer:
        for incident, event in writer.connection.execute(sql):
            found.setdefault(incident, []).append(event)
    return sorted(found.values())


def backwards(do: Callable[[Any], Any], items: Iterable[Any]) -> list[Any]:
    return [do(item) for item in reversed([*items])]


def joined(found: Sequence[Read], size: int, map_blocks: Any) -> list[list[int]]:
    groups = join_blocks(found, load_rule("standard"), size=size, map_blocks=map_blocks)
    return sorted(sorted(group) for group in groups)


@pytest.mark.parametrize("size", [1, 2, 5, 1000])
@pytest.mark.parametrize("map_blocks", [map, backwards], ids=["in order", "backwards"])
def test_blocks_make_the_groups_of_the_ledger(ledger: Path, size: int, map_blocks: Any) -> None:
    shuffled = reads(ledger)
    random.Random(size).shuffle(shuffled)
    groups = joined(shuffled, size, map_blocks)
    assert groups == of_ledger(ledger)
    assert any(len(group) > 1 for group in groups)


def test_processes_map_the_blocks(ledger: Path) -> None:
    groups = join_on("processes", ledger, load_rule("standard"), jobs=2, size=2)
    assert sorted(map(sorted, groups)) == of_ledger(ledger)


def test_an_engine_leaves_the_ledger_to_others_and_changes_nothing(ledger: Path) -> None:
    with Writer(ledger) as writer, writer.batch() as batch:
        batch.connection.execute("UPDATE setting SET value = value")
        groups = join_on("processes", ledger, load_rule("standard"), jobs=1)
    assert sorted(map(sorted, groups)) == of_ledger(ledger)


def test_reports_meet_by_one_event_or_by_two_words() -> None:
    one, other = Card(1, 7, 7, looks=False), Card(2, 4, 10, looks=True, by_word=True)
    by_word = meet([one, other])
    assert met(by_word) == {}
    assert met([*by_word, *by_word]) == {2: [1]}
    assert met(meet([one, Card(2, 4, 10, looks=True)])) == {2: [1]}


def test_who_lies_outside_the_days_is_not_met() -> None:
    lying = [Card(1, 11, 11, looks=False), Card(3, blocks.UNDATED, blocks.UNDATED, looks=False)]
    assert met(meet([*lying, Card(2, 4, 10, looks=True)])) == {3: [2]}
