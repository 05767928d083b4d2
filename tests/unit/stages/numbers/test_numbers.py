"""Numbers: what is read as one, its range, and what it counts."""

import pytest

from dateline.draft import Number
from dateline.lexicon.words.money import load_money
from dateline.parse.parser import Parser
from dateline.parse.tree import Document
from dateline.stages.numbers.stage import find_numbers


def numbers_in(parser: Parser, text: str) -> tuple[Document, tuple[Number, ...]]:
    doc = parser.parse(text)
    return doc, find_numbers(doc, [], load_money())


@pytest.mark.parametrize(
    ("text", "low", "high", "qualifier", "noun"),
    [
        pytest.param("Seven armed boats crossed the strait.", 7, 7, "exact", "boats", id="words"),
        pytest.param("The blast killed one and wounded a guard.", 1, 1, "exact", None, id="stands-alone"),
        pytest.param("At least 41 miners were trapped.", 41, None, "at-least", "miners", id="at-least"),
        pytest.param("Up to 60 trucks waited at the border.", None, 60, "at-most", "trucks", id="at-most"),
        pytest.param("He came under a 60 minute barrage.", 60, 60, "exact", "minute", id="under-bounds-nothing"),
        pytest.param("Nearly 2,300 families left the valley.", 2300, 2300, "about", "families", id="about"),
        pytest.param("Between 15 and 25 rebels surrendered.", 15, 25, "about", "rebels", id="between"),
        pytest.param("They lost 15-25 boats.", 15, 25, "about", "boats", id="dash"),
        pytest.param("Dozens of monks marched.", 12, 99, "vague", "monks", id="dozens"),
        pytest.param(
            "Tens of thousands of workers struck.", 10_000, 99_999, "vague", "workers", id="tens-of-thousands"
        ),
        pytest.param("Half a dozen kiosks burned.", 6, 6, "exact", "kiosks", id="half-dozen"),
        pytest.param("There were no casualties at the depot.", 0, 0, "exact", "casualties", id="none"),
        pytest.param("Two 500-pound bombs fell on the depot.", 2, 2, "exact", "bombs", id="weight-is-no-count"),
        pytest.param("Two of the mayor's old cars burned.", 2, 2, "exact", "cars", id="owner-is-not-counted"),
        pytest.param("Two of the army's trucks burned.", 2, 2, "exact", "trucks", id="owner-next-to-it"),
        pytest.param("The army received 4,000 155 mm shells.", 4000, 4000, "exact", "shells", id="calibre"),
    ],
)
def test_number_has_range_and_noun(
    parser: Parser, text: str, low: float | None, high: float | None, qualifier: str, noun: str | None
) -> None:
    doc, found = numbers_in(parser, text)
    assert len(found) == 1
    (n,) = found
    assert (n.low, n.high, n.qualifier) == (low, high, qualifier)
    assert (None if n.noun is None else doc.tokens[n.noun].text) == noun


@pytest.mark.parametrize(
    ("text", "value", "currency"),
    [
        pytest.param("It cost $250m to build.", 250e6, "USD", id="sign-short-scale"),
        pytest.param("A loan of 1.4 billion yen was signed.", 1.4e9, "JPY", id="name-after"),
        pytest.param("Stockholm gave SEK 2.5 billion.", 2.5e9, "SEK", id="code-before"),
        pytest.param("Stockholm gave 2.5 billion SEK.", 2.5e9, "SEK", id="code-after"),
        pytest.param("It spent 3.2 SEK billion.", 3.2e9, "SEK", id="code-inside"),
        pytest.param("Half a billion dollars was lost.", 5e8, "USD", id="half-a-billion"),
        pytest.param("Norway set aside 300 million kroner.", 3e8, "NOK", id="shared-default"),
        pytest.param("Britain gave Sudan 113 million pounds.", 1.13e8, "GBP", id="best-known-of-two-named"),
        pytest.param("Egypt set aside 3 million pounds.", 3e6, "EGP", id="shared-elsewhere"),
        pytest.param(
            "Denmark set aside 300 million kroner, the Danish ministry said.", 3e8, "DKK", id="shared-by-country"
        ),
        pytest.param("It gave 12 million Swiss francs.", 12e6, "CHF", id="adjective"),
        pytest.param("A 2.5-billion-euro loan was agreed.", 2.5e9, "EUR", id="hyphens"),
        pytest.param("The island pledged A$40 million.", 4e7, "AUD", id="prefixed-dollar"),
        pytest.param(
            "Canada will give $8 million (US$6 million).", 8e6, "CAD", id="bare-dollar-beside-american-is-the-country's"
        ),
        pytest.param(
            "It paid $6 million (C$8 million) to Canada.", 6e6, "USD", id="bare-dollar-beside-canadian-is-american"
        ),
        pytest.param("Chad received $6 million.", 6e6, "USD", id="bare-dollar-is-american"),
    ],
)
def test_money_has_value_and_currency(parser: Parser, text: str, value: float, currency: str) -> None:
    _, found = numbers_in(parser, text)
    assert (found[0].low, found[0].currency, found[0].noun) == (value, currency, None)


@pytest.mark.parametrize(
    "text",
    [
        "F-16 jets and Leopard 2 tanks",
        "the 2nd brigade",
        "the G7",
        "Article 5",
        "in 2022",
        "Ana Ruiz, 45, said",
        "no one",
    ],
)
def test_names_years_and_ages_are_no_numbers(parser: Parser, text: str) -> None:
    _, found = numbers_in(parser, f"They spoke of {text}.")
    assert found == ()


def test_share_joins_part_and_whole(parser: Parser) -> None:
    doc, found = numbers_in(parser, "Poland closed four of Russia's five trade offices.")
    assert [(n.low, n.of, n.noun and doc.tokens[n.noun].text) for n in found] == [(4, 5, "offices")]


def test_time_expressions_give_no_numbers(parser: Parser) -> None:
    doc = parser.parse("Three days later 12 ships left.")
    found = find_numbers(doc, [(0, 16)], load_money())
    assert [doc.quote(n.span) for n in found] == ["12"]
