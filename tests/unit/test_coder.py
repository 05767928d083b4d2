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
