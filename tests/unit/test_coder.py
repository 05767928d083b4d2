"""What a coder makes of what is handed to it."""

import pytest

from dateline.coder import Coder
from dateline.errors import UsageError
from dateline.parse.parser import Parser


@pytest.mark.parametrize("report", [None, 5, b"War.", {}, {"text": None}], ids=repr)
def test_code_many_raises_nothing_for_what_is_no_report(parser: Parser, report: object) -> None:
    first, last = Coder(parser=parser).code_many([report, "War."])  # type: ignore[list-item]
    assert not first.report.coded
    assert "text" in (first.report.error or "")
    assert last.report.coded


def test_code_names_a_key_that_a_report_does_not_have(parser: Parser) -> None:
    with pytest.raises(UsageError, match="a report has no publisher; it has id, title"):
        Coder(parser=parser).code("War.", publisher="Wire")


@pytest.mark.parametrize(
    "text",
    [
        "The party delegation will visit January, the officials announced.",  # a day where an object should be
        "Ministers to begin talks in Lima.",  # an infinitive that hangs on nothing
        "Police said 5 of AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA 20 men were killed in Kyiv on Monday.",
    ],
    ids=["object-of-time", "bare-infinitive", "long-name"],
)
def test_no_sentence_makes_the_coder_fail(parser: Parser, text: str) -> None:
    (coding,) = Coder(parser=parser).code_many([{"text": text, "published": "2024-02-20"}])
    assert coding.report.error is None
