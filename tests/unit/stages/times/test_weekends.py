"""Which weekend is meant, by the day of the report and the tense."""

from datetime import date

import pytest

from dateline.stages.times.find import find_times

BEGAN, BEGINS = "The raid began at the weekend.", "The raid will begin at the weekend."


@pytest.mark.parametrize(
    ("text", "day", "weekend"),
    [
        pytest.param(BEGAN, 2, "2024-W17-WE", id="thursday-behind"),
        pytest.param(BEGAN, 3, "2024-W17-WE", id="friday-behind"),
        pytest.param(BEGAN, 4, "2024-W18-WE", id="saturday-the-one-that-runs"),
        pytest.param(BEGAN, 5, "2024-W18-WE", id="sunday-the-one-that-runs"),
        pytest.param(BEGAN, 6, "2024-W18-WE", id="monday-behind"),
        pytest.param(BEGINS, 2, "2024-W18-WE", id="thursday-ahead"),
        pytest.param(BEGINS, 4, "2024-W18-WE", id="saturday-still"),
        pytest.param(BEGINS, 6, "2024-W19-WE", id="monday-ahead"),
    ],
)
def test_the_weekend_is_the_nearest_that_the_tense_allows(parser, text: str, day: int, weekend: str) -> None:
    (time,) = find_times(text, parser.parse(text), date(2024, 5, day))
    assert time.value == weekend
