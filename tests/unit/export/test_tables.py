"""Codings as tables."""

import pytest

from dateline.errors import UsageError
from dateline.export.rows.analysis import tables


def test_a_library_that_is_neither_is_wrong_usage() -> None:
    with pytest.raises(UsageError, match="no library 'foo'; it is one of pandas, arrow"):
        tables([], library="foo")  # type: ignore[arg-type]
