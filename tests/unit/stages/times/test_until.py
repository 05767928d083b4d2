"""What a weekday after "until" means where no verb says so."""

from datetime import date

import pytest

from dateline.parse.parser import Parser
from dateline.stages.times import find_times

WEDNESDAY = date(2024, 2, 21)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        pytest.param("A truce until Friday in the delta.", "2024-02-23", id="until-looks-ahead"),
        pytest.param("A truce on Friday in the delta.", "2024-02-16", id="on-looks-back"),
    ],
)
def test_a_weekday_without_a_verb_looks_back_but_after_until(parser: Parser, text: str, day: str) -> None:
    [found] = find_times(text, parser.parse(text), WEDNESDAY)
    assert found.start == day
