"""The file of feeds is read strictly, and feeds are due by a clock that only runs."""

from pathlib import Path

import pytest

from dateline.errors import UsageError
from dateline.watching.plan import load_plan
from dateline.watching.schedule import Schedule

GOOD = """
[watch]
minutes = 30

[[feed]]
url = "https://a.test/rss"
source = "A"

[[feed]]
url = "https://b.test/"
minutes = 5
"""


def test_a_plan_says_how_often_each_feed_is_looked_at(tmp_path: Path) -> None:
    file = tmp_path / "feeds.toml"
    file.write_text(GOOD)
    plan = load_plan(file)
    assert [plan.seconds_of(feed) for feed in plan.feed] == [1800, 300]
    assert plan.feed[0].source == "A"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "feed"),
        ("feed = []", r"names no feed; add \[\[feed\]\]"),
        ('[[feed]]\nurl = "a.test"', "'a.test' is no address"),
        ('[[feed]]\nurl = "https://a.test"\n' * 2, "https://a.test comes twice"),
        ('[[feed]]\nurl = "https://a.test"\nminute = 5', "unknown field `minute`.*docs/watching.md"),
        ('[[feed]]\nurl = "https://a.test"\nminutes = 0', "must be above 0"),
        ('[watch]\nthreads = 0\n[[feed]]\nurl = "https://a.test"', "must be at least 1"),
        ("[[feed", "docs/watching.md"),
    ],
)
def test_a_file_that_breaks_the_format_is_told(text: str, told: str, tmp_path: Path) -> None:
    file = tmp_path / "feeds.toml"
    file.write_text(text)
    with pytest.raises(UsageError, match=told):
        load_plan(file)


def test_a_file_that_is_missing_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such file"):
        load_plan(tmp_path / "none.toml")


def test_the_feed_that_is_due_first_comes_first() -> None:
    schedule = Schedule([("a", 60), ("b", 10)], now=100, most=3600)
    first = schedule.next()
    assert (first.url, first.at) == ("a", 100)
    schedule.looked(first, now=103, failed=False)
    assert (schedule.next().url, schedule.next().at) == ("b", 101)
    assert first.at == 163


def test_a_feed_that_fails_waits_twice_as_long_each_time_up_to_a_bound() -> None:
    schedule = Schedule([("a", 60)], now=0, most=400)
    waits = []
    for _ in range(5):
        due = schedule.next()
        schedule.looked(due, now=0, failed=True)
        waits.append(due.at)
    assert waits == [120, 240, 400, 400, 400]
    schedule.looked(schedule.next(), now=0, failed=False)
    assert schedule.next().at == 60
