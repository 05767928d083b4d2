"""Phrases that the parser hangs on the wrong word."""

import pytest

from dateline.parse.mends.mending import is_tree
from dateline.parse.parser import Parser
from dateline.parse.tree import Document, Token


def token(doc: Document, word: str) -> Token:
    return next(t for t in doc.tokens if t.text == word)


@pytest.mark.parametrize(
    ("text", "participle", "head"),
    [
        pytest.param("Shells hit a school in Aden, nurses said, killing six.", "killing", "hit", id="said below"),
        pytest.param("Bandits stormed a farm, police said, burning huts.", "burning", "stormed", id="said above"),
        pytest.param("The talks failed, the envoy said, blaming both sides.", "blaming", "said", id="of the speaker"),
    ],
)
def test_what_an_act_brought_about_hangs_on_the_act(parser: Parser, text: str, participle: str, head: str) -> None:
    doc = parser.parse(text)
    assert doc.head(token(doc, participle)).text == head


def test_second_owner_hangs_on_the_first(parser: Parser) -> None:
    doc = parser.parse("Ministers of Japan and India are scheduled to meet in Delhi on Friday.")
    assert doc.head(token(doc, "India")).text == "Japan"


def test_nations_in_a_row_share_their_noun(parser: Parser) -> None:
    doc = parser.parse("U.S., Australian and Philippine navies held drills in the South China Sea.")
    assert [t.text for t in doc.conjuncts(token(doc, "U.S."))] == ["U.S.", "Australian", "Philippine"]
    assert doc.head(token(doc, "U.S.")).text == "navies"


def test_no_mend_closes_a_circle(parser: Parser) -> None:
    text = "MUNICH, Germany — Czech, Hungarian and Polish ministers deposited their countries' papers here on Friday."
    assert is_tree(parser.parse(text).tokens)


def test_a_circle_is_no_tree() -> None:
    a, b = (Token(i, "x", "x", "NOUN", "NN", "dep", 1 - i, 2 * i, 2 * i + 1) for i in (0, 1))
    assert not is_tree([a, b])
    a.head = 0
    assert is_tree([a, b])
