"""Coders for tests of what the stages make of a sentence."""

from collections.abc import Callable

import pytest
from shorthand import DAY

from dateline.coder import Coder
from dateline.draft import Draft
from dateline.model.coding import Coding
from dateline.parse.parser import Parser

Code = Callable[..., Coding]
DraftOf = Callable[[str], Draft]


@pytest.fixture(scope="session")
def coder(parser: Parser) -> Coder:
    """Return a coder with all stages."""
    return Coder(parser=parser, layers="all")


@pytest.fixture(scope="session")
def code(coder: Coder) -> Code:
    """Return a function that codes a text with all stages."""
    return coder.code


@pytest.fixture(scope="session")
def draft_of(coder: Coder) -> DraftOf:
    """Return a function that gives the draft of a text once all stages have read it."""
    return lambda text: coder.draft(text, published=DAY)
