"""A coder for tests of what the last stages make of a sentence."""

from collections.abc import Callable

import pytest

from dateline.coder import Coder
from dateline.model.coding import Coding
from dateline.parse.parser import Parser

Code = Callable[..., Coding]


@pytest.fixture(scope="session")
def code(parser: Parser) -> Code:
    """Return a function that codes a text with all stages."""
    return Coder(parser=parser, layers="all").code
