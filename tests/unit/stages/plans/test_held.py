"""What is set for a thing to come, and what only concerns it."""

import pytest
from plans_draft import When, plan

from dateline.parse.parser import Parser

APRIL: When = ("April", "2024-04-01", "2024-04-30", "month")


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        pytest.param("April is set for the vote.", "scheduled/verb/vote", id="set-for"),
        pytest.param("Ministers prepared for the vote in April.", "scheduled/time/vote", id="prepared-for"),
    ],
)
def test_a_day_may_be_set_for_a_thing(parser: Parser, text: str, rule: str) -> None:
    [found] = plan(parser, text, {}, [APRIL]).scheduled
    assert (found.kind, found.start, found.rule) == ("vote", "2024-04-01", rule)
