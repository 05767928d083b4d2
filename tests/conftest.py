"""What all tests share."""

import pytest

from dateline.parse.parser import Parser


@pytest.fixture(scope="session")
def parser() -> Parser:
    """Load the default parser once."""
    return Parser()
