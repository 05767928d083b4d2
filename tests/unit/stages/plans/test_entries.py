"""Which places of a text tell of one thing to come."""

from dataclasses import replace

import pytest

from dateline.parse.parser import Parser
from dateline.stages.plans.coming.entry import Entry, is_same
from dateline.stages.plans.windows import Window

TEXT = "The talks will open. The meeting will be held."
MARCH = Window("2024-03-01", "2024-03-31", "month", ((0, 1),))
FOURTH = Window("2024-03-04", "2024-03-04", "day", ((0, 1),))
MAY = Window("2024-05-01", "2024-05-31", "month", ((0, 1),))
OPEN = Window("2024-03-20", None, None, ((0, 1),))


@pytest.fixture
def talks(parser: Parser) -> Entry:
    """Return talks in March of which nothing else is said."""
    tokens = parser.parse(TEXT).tokens
    return Entry("meeting", "talks", tokens[1], None, MARCH, "set", None, (), (4, 9), "r")


@pytest.fixture
def meeting(parser: Parser, talks: Entry) -> Entry:
    """Return the same under another noun."""
    return replace(talks, token=parser.parse(TEXT).tokens[6], name="meeting")


@pytest.mark.parametrize(
    ("changed", "same"),
    [
        pytest.param({}, True, id="all-alike"),
        pytest.param({"kind": "vote"}, False, id="another-kind"),
        pytest.param({"window": FOURTH}, True, id="a-day-of-the-month"),
        pytest.param({"window": MAY}, False, id="another-month"),
        pytest.param({"window": None}, True, id="one-without-a-day"),
        pytest.param({"window": OPEN}, True, id="one-without-an-end"),
        pytest.param({"participants": ("a1",)}, True, id="one-names-who"),
        pytest.param({"place": "p1"}, True, id="one-names-where"),
    ],
)
def test_the_same_noun_is_one_thing_where_nothing_differs(
    talks: Entry, changed: dict[str, object], *, same: bool
) -> None:
    other = replace(talks, **changed)  # type: ignore[arg-type]
    assert is_same(talks, other) is same
    assert is_same(other, talks) is same


def test_others_who_meet_elsewhere_meet_apart(talks: Entry) -> None:
    here = replace(talks, participants=("a1", "a2"), place="p1")
    assert is_same(here, replace(here, participants=("a2",)))
    assert not is_same(here, replace(here, participants=("a3",)))
    assert not is_same(here, replace(here, place="p2"))


def test_without_any_day_the_names_must_be_alike(talks: Entry) -> None:
    undated = replace(talks, window=None)
    assert is_same(undated, replace(undated, name="Talks"))
    assert not is_same(undated, replace(undated, name="peace talks"))


def test_another_noun_is_the_same_thing_only_on_the_same_days_with_the_same_people(
    talks: Entry, meeting: Entry
) -> None:
    who = ("a1",)
    assert not is_same(talks, meeting)
    assert is_same(replace(talks, participants=who), replace(meeting, participants=who))
    assert not is_same(replace(talks, participants=who), replace(meeting, participants=("a2",)))
    assert not is_same(replace(talks, participants=who), replace(meeting, participants=who, window=FOURTH))
    assert not is_same(replace(talks, participants=who, window=None), replace(meeting, participants=who, window=None))
