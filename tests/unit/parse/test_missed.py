"""The verb of a sentence that the parser took for a noun."""

import pytest

from dateline.parse.parser import Parser
from dateline.parse.tree import Document, Token


def token(doc: Document, word: str) -> Token:
    return next(t for t in doc.tokens if t.text == word)


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("The Malian military reports it has captured two rebels in Gao.", "reports", "military"),
        ("The Malian military states that a rebel was killed in Gao on Monday.", "states", "military"),
        ("A Malian cluster bomb wounds nine people, including six children, in Gao.", "wounds", "bomb"),
        ("Hezbollah fires at least thirty rockets at Metula, saying that it was a response.", "fires", "Hezbollah"),
        (
            "The Saudi Armed Forces and United States Central Command launch strikes against militias in Iraq.",
            "launch",
            "Forces",
        ),
        (
            "Some 90 Chadian mercenaries fighting alongside the military in North Kivu surrender to the M23.",
            "surrender",
            "mercenaries",
        ),
        (
            "A naval drone operated by Ukrainian military intelligence explodes in Odesa after being seized.",
            "explodes",
            "drone",
        ),
    ],
)
def test_a_noun_that_is_the_verb_has_its_subject(parser: Parser, text: str, verb: str, subject: str) -> None:
    doc = parser.parse(text)
    found = token(doc, subject)
    assert (found.dep, doc.head(found).text) == ("nsubj", verb)
    assert token(doc, verb).dep == "ROOT"


@pytest.mark.parametrize(
    ("text", "verb", "thing"),
    [
        ("A Malian cluster bomb wounds nine people, including six children, in Gao.", "wounds", "people"),
        ("The SAF and Darfur Joint Protection Force recapture Jebrat Bor alongside Bara.", "recapture", "Bor"),
        (
            "The Saudi Armed Forces and United States Central Command launch strikes against militias in Iraq.",
            "launch",
            "strikes",
        ),
    ],
)
def test_it_has_its_object(parser: Parser, text: str, verb: str, thing: str) -> None:
    doc = parser.parse(text)
    found = token(doc, thing)
    assert (found.dep, doc.head(found).text) == ("dobj", verb)


@pytest.mark.parametrize(
    "text",
    [
        "Israeli incursions in the West Bank during the Gaza war:",
        "Reports of rebel attacks near the town of Gao on Monday.",
        "Police officers in the north of the country.",
    ],
)
def test_a_topic_and_a_phrase_have_no_verb(parser: Parser, text: str) -> None:
    assert not any(t.pos == "VERB" for t in parser.parse(text).tokens)
