"""Numbers in words: what a hyphen ties to a noun counts nothing, unless it is money."""

import pytest

from dateline.lexicon.words.money import load_money
from dateline.parse.parser import Parser
from dateline.stages.numbers.stage import find_numbers


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("A three-storey house fell.", [], id="storey"),
        pytest.param("They drove five-ton trucks.", [], id="ton"),
        pytest.param("A two-million-dollar ransom was paid.", [("two-million-dollar", 2e6, "USD")], id="money"),
        pytest.param("Fifty-odd people fled.", [("Fifty", 50, None)], id="odd"),
        pytest.param("He paid three million dollars.", [("three million dollars", 3e6, "USD")], id="plain-money"),
        pytest.param("The two million people fled.", [("two million", 2e6, None)], id="plain"),
    ],
)
def test_number_in_words(parser: Parser, text: str, found: list[tuple[str, float, str | None]]) -> None:
    numbers = find_numbers(parser.parse(text), [], load_money())
    assert [(text[n.span[0] : n.span[1]], n.low, n.currency) for n in numbers] == found
