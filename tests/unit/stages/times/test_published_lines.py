"""The day of a report by its own words: only where they leave no doubt."""

import pytest

from dateline.stages.times.published import deduce_published

BODY = "Chad expelled an envoy of Norway. Norway recalled its staff."
CERTAIN = [
    pytest.param(f"Published: 2 May 2024\n\n{BODY}", "2024-05-02", id="published"),
    pytest.param(f"Posted on May 2, 2024\n\n{BODY}", "2024-05-02", id="posted-on"),
    pytest.param(f"Updated 2 May 2024\n\n{BODY}", "2024-05-02", id="updated"),
    pytest.param(f"Chad expels envoy\n\nIssued: 2 May 2024\n\n{BODY}", "2024-05-02", id="issued-below-the-headline"),
    pytest.param(f"2 May 2024\n\n{BODY}", "2024-05-02", id="alone-on-a-line"),
    pytest.param(f"Chad expels envoy\n\n2 May 2024\n\n{BODY}", "2024-05-02", id="alone-below-the-headline"),
    pytest.param(f"Chad expels envoy\n2 May 2024 |\n\n{BODY}", "2024-05-02", id="a-bar-after-it"),
    pytest.param(f"2024-05-02\n\n{BODY}", "2024-05-02", id="iso"),
    pytest.param("Today, 2 May 2024, Chad expelled an envoy.", "2024-05-02", id="today"),
    pytest.param("On this Thursday, 2 May 2024, Chad expelled an envoy.", "2024-05-02", id="this-thursday"),
    pytest.param("Chad expelled an envoy on 2 May 2024, today.", "2024-05-02", id="today-after-it"),
]


@pytest.mark.parametrize(("text", "expected"), CERTAIN)
def test_a_day_that_is_certain_is_the_reports(parser, text: str, expected: str) -> None:
    found = deduce_published(parser.parse(text))
    assert found is not None
    day, (start, end) = found
    assert day.isoformat() == expected
    assert "2024" in text[start:end]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"{BODY}", id="none"),
        pytest.param("Chad expelled an envoy on 2 May 2024.", id="in-the-news"),
        pytest.param(f"May 2024\n\n{BODY}", id="a-month"),
        pytest.param(f"2 May\n\n{BODY}", id="no-year"),
        pytest.param("2 May 2024", id="nothing-else"),
        pytest.param(f"{BODY}\n\n{BODY}\n\n2 May 2024\n\n{BODY}", id="far-down"),
        pytest.param("Chad expelled an envoy today. It had met him on 2 May 2024.", id="today-elsewhere"),
        pytest.param(f"Signed on 2 May 2024 in Oslo\n\n{BODY}", id="another-word-before-it"),
    ],
)
def test_a_day_that_is_not_certain_is_none(parser, text: str) -> None:
    assert deduce_published(parser.parse(text)) is None
