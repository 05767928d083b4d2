"""Slips of the parser that cost an act its subject, its agent or its object."""

import pytest

from dateline.parse.mends.slips import SLIPS
from dateline.parse.parser import Parser
from dateline.parse.tree import Document, Token


def token(doc: Document, word: str) -> Token:
    return next(t for t in doc.tokens if t.text == word)


@pytest.mark.parametrize(
    ("text", "word", "dep", "head"),
    [
        pytest.param("On Thursday rebels shelled Goma.", "rebels", "nsubj", "shelled", id="day of the week"),
        pytest.param("On 9 May rebels shelled Goma.", "rebels", "nsubj", "shelled", id="day of the month"),
        pytest.param("On 9 May rebels shelled Goma.", "May", "pobj", "On", id="the day itself"),
        pytest.param(
            "Osei, who was captured at the start of this year by the army, is free.", "by", "agent", "captured", id="by"
        ),
        pytest.param("Marat met President of Kenya Amadou Keita.", "Keita", "appos", "President", id="holder"),
        pytest.param("Marat met President of Kenya Amadou Keita.", "Kenya", "pobj", "of", id="holder's country"),
        pytest.param(
            "Marat called President of the Republic of Kenya Amadou Keita.",
            "Keita",
            "appos",
            "President",
            id="republic",
        ),
        pytest.param(
            "Marat spoke by telephone with President of the Islamic Republic of Iran Reza Karimi.",
            "Karimi",
            "appos",
            "President",
            id="holder beside the country",
        ),
        pytest.param("The president of Chad left.", "Chad", "pobj", "of", id="no holder"),
        pytest.param("Clinics in Taiz have been hit by shelling.", "shelling", "pobj", "by", id="blow"),
        pytest.param("Malaysia will give Sudan RM10 million.", "Sudan", "dative", "give", id="sum"),
        pytest.param(
            "Chad thanked Togo for a court ruling to free three sailors.", "free", "acl", "ruling", id="decision"
        ),
        pytest.param(
            "Tribes are fighting to clear al-Shabaab from villages near Kismayo.",
            "Shabaab",
            "dobj",
            "clear",
            id="clear",
        ),
        pytest.param(
            "Negotiations to end the Libyan conflict opened in Tunis on Monday.",
            "Negotiations",
            "nsubj",
            "opened",
            id="root",
        ),
        pytest.param(
            "On 28 March, in Soyapango municipality, San Salvador, police arrested at least 66 members of a gang.",
            "police",
            "nsubj",
            "arrested",
            id="subject",
        ),
        pytest.param(
            "Chad confirmed the death of two officers in an attack on Sunday in Abeche by Sudanese militiamen.",
            "by",
            "prep",
            "attack",
            id="by from afar",
        ),
        pytest.param(
            "Two civilians killed and three wounded in a raid on a bar in Gao.",
            "civilians",
            "nsubjpass",
            "killed",
            id="killed without were",
        ),
        pytest.param("Rebels killed and wounded five guards.", "Rebels", "nsubj", "killed", id="killed with an object"),
        pytest.param(
            "Captain Keita was killed and four others injured by gunmen in Gao.",
            "others",
            "nsubjpass",
            "injured",
            id="others injured",
        ),
        pytest.param(
            "Soldiers fired, killing five people and wounding 39 more.", "more", "dobj", "wounding", id="39 more"
        ),
        pytest.param(
            "Four people are hurt in a Chadian missile and drone attack on Bor.",
            "missile",
            "nmod",
            "attack",
            id="means",
        ),
        pytest.param(
            "Four people are hurt in a Chadian missile and drone attack on Bor.",
            "attack",
            "pobj",
            "in",
            id="one attack",
        ),
        pytest.param(
            "Seven people are killed and nine are injured in shelling by the Udava Front in Bor.",
            "shelling",
            "pobj",
            "in",
            id="shelling by",
        ),
        pytest.param("The Chadian military shoots down an alleged drone.", "drone", "dobj", "shoots", id="shoots down"),
        pytest.param(
            "Eight people are injured after Cambodia shells Bor Ratcha province, Thailand.",
            "Cambodia",
            "nsubj",
            "shells",
            id="verb in a name",
        ),
        pytest.param(
            "The Myanmar Air Force airstrikes on suspected rebel targets kill at least 17 in the Rakhine state.",
            "airstrikes",
            "nsubj",
            "kill",
            id="airstrikes",
        ),
        pytest.param("Eleven people are killed in a clash.", "Eleven", "nummod", "people", id="eleven"),
        pytest.param("Chad-Mali talks began on Monday in Gao.", "Mali", "conj", "Chad", id="pair of states"),
        pytest.param(
            "With its backing, gunmen kidnapped, tortured and shot the teacher and filmed it.",
            "gunmen",
            "nsubj",
            "kidnapped",
            id="object of the last verb",
        ),
    ],
)
def test_a_slip_is_mended(parser: Parser, text: str, word: str, dep: str, head: str) -> None:
    doc = parser.parse(text)
    found = token(doc, word)
    assert (found.dep, doc.head(found).text) == (dep, head)


def test_every_slip_has_an_example() -> None:
    assert all(slip.example for slip in SLIPS)


@pytest.mark.parametrize(
    ("text", "word", "dep"),
    [
        pytest.param("In May elections the rebels won two seats.", "elections", "pobj", id="May elections"),
        pytest.param("Aid went to free schools in Mali.", "free", "amod", id="no name follows"),
    ],
)
def test_what_is_no_slip_stands(parser: Parser, text: str, word: str, dep: str) -> None:
    assert token(parser.parse(text), word).dep == dep
