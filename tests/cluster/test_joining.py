"""A real cluster makes the groups of events that one process makes."""

from pathlib import Path

import pytest
from made_stories import ALL, make

from dateline.engine.joining import join_on
from dateline.incidents.rules import load_rule

pytestmark = pytest.mark.cluster


def test_groups_are_those_of_one_machine(tmp_path: Path) -> None:
    days = [
        {**report, "id": f"{report['id']}-{n}", "published": f"2024-05-{3 + 2 * n:02}"}
        for n in range(8) for report in ALL
    ]  # fmt: skip
    path, rule = make(tmp_path / "a.db", days), load_rule("standard")
    groups = join_on("ray", path, rule, jobs=2, size=3)
    assert groups == join_on("processes", path, rule, jobs=1, size=100)
    assert any(len(group) > 1 for group in groups)
