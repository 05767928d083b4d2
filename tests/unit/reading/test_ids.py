"""Ids: the given one, else the number in the run; a note where one comes twice."""

import pytest

from dateline.reading.feed import Steady
from dateline.reading.given import GivenReport
from dateline.reading.ids import Numbered


@pytest.mark.parametrize(
    ("given", "noted"),
    [
        (["a", "b", "a"], [2]),
        ([None, "1"], [1]),  # the first is "1" for want of an id
        (["2", None], [1]),
        (["1", "2"], []),
        (["1", "1"], [1]),
        ([None, None, "x"], []),
        ([None, "01", "0", "-1", "9" * 50], []),
    ],
    ids=str,
)
def test_notes_an_id_that_came_before(given: list[str | None], noted: list[int]) -> None:
    found = Numbered(Steady(GivenReport(text="War.", id=i) for i in given)).take()
    assert [n for n, report in enumerate(found) if report.notes] == noted
