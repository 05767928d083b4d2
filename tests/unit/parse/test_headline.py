"""The verb of a headline that the parser took for a noun."""

import pytest

from dateline.parse.mends.headline import lemma_of
from dateline.parse.parser import Parser


@pytest.mark.parametrize(
    ("text", "verb", "subject", "theme"),
    [
        pytest.param("Taliban overrun Ghazni", "overrun", "Taliban", "Ghazni", id="plural"),
        pytest.param("Reagan hosts Gorbachev", "hosts", "Reagan", "Gorbachev", id="third person"),
        pytest.param("IRA bombs Tory conference hotel", "bombs", "IRA", "hotel", id="long object"),
    ],
)
def test_headline_has_a_verb(parser: Parser, text: str, verb: str, subject: str, theme: str) -> None:
    doc = parser.parse(text)
    root = doc.root(doc.sentences[0])
    assert (root.text, root.pos) == (verb, "VERB")
    assert [t.text for t in doc.children(root) if t.dep in ("nsubj", "dobj")] == [subject, theme]
    assert sum(t.head == t.i for t in doc.tokens) == 1


@pytest.mark.parametrize(
    ("text", "verbs"), [("EU sanctions list", []), ("Geneva arms talks", []), ("The mayor has left.", ["left"])]
)
def test_other_lines_keep_their_reading(parser: Parser, text: str, verbs: list[str]) -> None:
    assert [t.text for t in parser.parse(text).tokens if t.pos == "VERB"] == verbs


def test_lemma_of_forms() -> None:
    assert [lemma_of(w) for w in ("passes", "denies", "bombs", "press", "vetoes")] == [
        "pass", "deny", "bomb", "press", "veto",
    ]  # fmt: skip
