"""What the desk counts once of a version of the ledger."""

from pathlib import Path

import pytest
from made_people import AMBUSH, Person

from dateline.desk.held.counts import Counts
from dateline.store.asking.filters import Filters
from dateline.store.asking.view import View


class Asking:
    """Counts how often it is asked."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> int:
        self.times += 1
        return self.times


def test_a_question_is_counted_once_of_a_version() -> None:
    counts, asking = Counts(), Asking()
    assert [counts.get(7, "events", asking), counts.get(7, "events", asking)] == [1, 1]
    assert [counts.get(7, "reports", asking), counts.get(8, "events", asking)] == [2, 3]


def test_what_was_asked_for_longest_ago_is_forgotten_first() -> None:
    counts, asking = Counts(most=2), Asking()
    for question in ("events", "reports", "events", "statements"):
        counts.get(7, question, asking)
    assert counts.get(7, "events", asking) == 1
    assert counts.get(7, "reports", asking) == 4


def test_a_page_asked_twice_counts_once_and_again_after_a_judgement(
    ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ada, count = Person(ledger, "Ada"), View.count
    asked: list[str] = []

    def counted(view: View, layer: str, filters: Filters) -> int:
        asked.append(layer)
        return count(view, layer, filters)

    monkeypatch.setattr(View, "count", counted)
    before = ada.client.get("/home.json").json()["counts"]
    first = len(asked)
    assert ada.client.get("/").status_code == 200
    assert len(asked) == first > 0
    ada.act("reject", AMBUSH, reason="not-news")
    assert ada.client.get("/home.json").json()["counts"]["events"] == before["events"] - 1
    assert len(asked) > first
