"""Which column holds the text, and what is said where nobody knows."""

import pytest

from dateline.errors import UsageError
from dateline.ingest.articles.columns import map_columns
from dateline.ingest.known import named
from dateline.ingest.source import Refused
from dateline.model.item import Found


@pytest.mark.parametrize(
    ("words", "told"),
    [
        pytest.param(20, "--columns tale=text", id="long enough"),
        pytest.param(19, "--columns COLUMN=text,COLUMN=title,COLUMN=published", id="too short"),
    ],
)
def test_a_long_column_is_offered_as_the_text(words: int, told: str) -> None:
    rows = [["2024-05-02", "word " * words]] * 2
    with pytest.raises(Refused, match=told):
        map_columns(["when", "tale"], given={}, rows=rows, found=Found(path="a.csv"))


def test_formats_that_only_wrap_others_are_no_choice() -> None:
    with pytest.raises(UsageError) as told:
        named("spreadsheet")
    offered = str(told.value).partition("takes ")[2].split(", ")
    assert "csv" in offered
    assert not {"packed", "zip", "tar"}.intersection(offered)
