"""Batches: what is there, in order, never more than can be held."""

import threading
from collections.abc import Iterator

from dateline.reading.feed import MOST_CHARACTERS, Live, Steady
from dateline.reading.given import GivenReport
from dateline.reading.ids import Numbered


def test_live_does_not_wait_for_a_full_batch() -> None:
    more = threading.Event()

    def slow() -> Iterator[GivenReport]:
        yield GivenReport(text="one")
        more.wait(10)
        yield GivenReport(text="two")

    feed = Live(slow())
    assert [g.text for g in feed.take()] == ["one"]
    assert feed.take(wait=False) == []
    more.set()
    assert [g.text for g in feed.take()] == ["two"]
    assert feed.take() == []
    assert feed.ended


def test_steady_cuts_batches_by_size() -> None:
    feed = Steady(GivenReport(text="x" * MOST_CHARACTERS) for _ in range(3))
    assert [len(feed.take()) for _ in range(3)] == [1, 1, 1]


def test_numbered_gives_ids_and_notes_one_that_comes_twice() -> None:
    given = [GivenReport(id="a"), GivenReport(), GivenReport(id="a")]
    found = Numbered(Steady(given)).take()
    assert [g.id for g in found] == ["a", "2", "a"]
    assert [len(g.notes) for g in found] == [0, 0, 1]
