"""From text to a Document."""

import pytest

from dateline.errors import ModelError
from dateline.parse.casing import lower_headline
from dateline.parse.parser import BATCH, Parser, grouped, join_roots
from dateline.parse.tree import Token


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The convoy carried approx. 40 soldiers to the front.", id="approx"),
        pytest.param("Troops held the town for 3 hrs. with few losses.", id="unit"),
        pytest.param("Lt. Col. Adan Noor met Sen. Joan Mills in Accra.", id="titles"),
        pytest.param('"We will not leave!" shouted the crowd outside the ministry.', id="quotation-first"),
        pytest.param("“Will they ever stop?” asked the minister.", id="typographic-quotation"),
        pytest.param("‘Stop the war!’ they chanted as police moved in.", id="single-quotation-marks"),
    ],
)
def test_sentence_stays_whole(parser: Parser, text: str) -> None:
    doc = parser.parse(text)
    assert len(doc.sentences) == 1
    assert sum(t.head == t.i for t in doc.tokens) == 1


def test_quotation_first_hangs_on_its_verb(parser: Parser) -> None:
    doc = parser.parse('"We will not leave!" shouted the crowd outside the ministry.')
    quoted = next(t for t in doc.tokens if t.text == "leave")
    assert (quoted.dep, doc.head(quoted).text) == ("ccomp", "shouted")


def test_roots_of_a_joined_sentence_hang_on_the_verb() -> None:
    rows = [("Lt.", "PROPN"), ("Noor", "PROPN"), ("left", "VERB"), ("Accra", "PROPN")]
    heads = [1, 1, 2, 3]
    tokens = [
        Token(i, text, text, pos, "", "ROOT", heads[i], 10 * i, 10 * i + len(text))
        for i, (text, pos) in enumerate(rows)
    ]
    join_roots(tokens)
    assert [t.head for t in tokens] == [1, 2, 2, 2]


def test_sentences_are_parted(parser: Parser) -> None:
    doc = parser.parse("“It is over,” she said. “They left at 5 p.m. Nobody was hurt.”")
    assert len(doc.sentences) >= 2


def test_tokens_are_those_of_the_text(parser: Parser) -> None:
    text = "MOSCOW, May 31 (Agency) — Kyivâ€™s  army\nsaid: “We  left.”\n\nMore followed\u200b."
    doc = parser.parse(text)
    assert [s.part for s in doc.sentences][:2] == ["dateline", "lead"]
    for before, after in zip(doc.tokens, doc.tokens[1:], strict=False):
        assert before.start < before.end <= after.start
    assert text[doc.tokens[-1].start : doc.tokens[-1].end].endswith(".")


@pytest.mark.parametrize(
    ("form", "lemma"),
    [("hoped", "hope"), ("staged", "stage"), ("waged", "wage"), ("fined", "fine"), ("planned", "plan")],
)
def test_lemmas_of_verbs_are_mended(parser: Parser, form: str, lemma: str) -> None:
    doc = parser.parse(f"They had {form} it.")
    assert doc.tokens[2].lemma == lemma


def test_verb_of_a_title_case_headline_is_found(parser: Parser) -> None:
    doc = parser.parse("Rebels Attack Army Base in Northern Mali\n\nRebels attacked a base in Mali on Friday.")
    verb = doc.tokens[1]
    assert (verb.text, verb.pos, verb.lemma) == ("Attack", "VERB", "attack")
    assert doc.tokens[6].text == "Mali"


def test_headline_keeps_names_and_length() -> None:
    line = "Mark Osei Warns Rebels in Kivu"
    lowered = lower_headline(
        line, "In Accra, Mark Osei said he warns rebels.", lambda w: w in {"mark", "rebels", "warns"}
    )
    assert lowered == "Mark Osei warns rebels in Kivu"


@pytest.mark.parametrize("text", ["", " \n\n ", "\u200b", "?!", "\ufffd" * 5])
def test_odd_texts_parse(parser: Parser, text: str) -> None:
    assert parser.parse(text).text == text


def test_reports_come_out_in_order(parser: Parser) -> None:
    texts = [f"Report {n} ended." if n % 3 else "" for n in range(70)]
    assert [d.text for d in parser.parse_many(texts)] == texts


def test_reports_are_streamed(parser: Parser) -> None:
    def endless():
        while True:
            yield "Talks ended."

    assert next(parser.parse_many(endless())).tokens


def test_parser_is_given_little_at_once() -> None:
    blocks = ["a" * n for n in (900, 300, 300, 300, 5_000, 10, *[1] * 70)]
    groups = list(grouped(blocks, size=len, limit=1_000))
    assert [b for group in groups for b in group] == blocks
    assert all(len(group) == 1 or sum(map(len, group)) <= 1_000 for group in groups)
    assert max(map(len, groups)) == BATCH


def test_unknown_model_says_what_to_do() -> None:
    with pytest.raises(ModelError, match="install it with pip"):
        Parser("no_such_model")
