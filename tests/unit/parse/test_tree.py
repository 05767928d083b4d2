"""Questions asked of a parse, on a tree built by hand."""

import pytest

from dateline.parse.tree import Document, Sentence, Token

TEXT = "Rebels and militias attacked Goma in a cease-fire."
ROWS = [  # text, lemma, pos, dep, head
    ("Rebels", "NOUN", "nsubj", 3), ("and", "CCONJ", "cc", 0), ("militias", "NOUN", "conj", 0),
    ("attacked", "VERB", "ROOT", 3), ("Goma", "PROPN", "dobj", 3), ("in", "ADP", "prep", 3), ("a", "DET", "det", 9),
    ("cease", "NOUN", "compound", 9), ("-", "PUNCT", "punct", 9), ("fire", "NOUN", "pobj", 5),
    (".", "PUNCT", "punct", 3),
]  # fmt: skip


@pytest.fixture(scope="module")
def doc() -> Document:
    tokens, at = [], 0
    for i, (text, pos, dep, head) in enumerate(ROWS):
        start = TEXT.index(text, at)
        at = start + len(text)
        tokens.append(Token(i, text, text.lower(), pos, pos, dep, head, start, at))
    return Document(TEXT, tuple(tokens), (Sentence(0, 0, len(tokens), (0, len(TEXT)), "lead", 0),))


def words(tokens) -> list[str]:
    return [t.text for t in tokens]


def test_children_and_heads(doc: Document) -> None:
    verb = doc.tokens[3]
    assert words(doc.children(verb)) == ["Rebels", "Goma", "in", "."]
    assert doc.child(verb, "dobj", "nsubj") is doc.tokens[0]
    assert doc.child(verb, "iobj") is None
    assert words(doc.ancestors(doc.tokens[9])) == ["in", "attacked"]


def test_a_word_with_very_many_dependents() -> None:
    tokens = [Token(0, "fled", "flee", "VERB", "VBD", "ROOT", 0, 0, 4)]
    tokens += [Token(i, "x", "x", "X", "X", ("dep", "nsubj")[i % 2], 0, 5 * i, 5 * i + 1) for i in range(1, 40)]
    doc = Document("", tuple(tokens), ())
    assert doc.labelled(tokens[0], ("nsubj", "dobj")) == tuple(tokens[1::2])
    assert doc.child(tokens[0], "dobj", "dep") is tokens[2]
    assert doc.child(tokens[0], "dobj") is None


def test_subtree_and_conjuncts(doc: Document) -> None:
    assert words(doc.subtree(doc.tokens[0])) == ["Rebels", "and", "militias"]
    assert words(doc.conjuncts(doc.tokens[0])) == ["Rebels", "militias"]
    assert words(doc.conjuncts(doc.tokens[2])) == ["militias"]
    assert words(doc.coordination(doc.tokens[2])) == ["Rebels", "militias"]


def test_spans(doc: Document) -> None:
    assert words(doc.tokens_in((8, 21))) == ["and", "militias", "attacked"]
    assert doc.head_of((0, 19)) is doc.tokens[0]
    assert doc.head_of((100, 110)) is None
    assert doc.quote(doc.span_of(doc.tokens[4:6])) == "Goma in"


def test_hyphened_word(doc: Document) -> None:
    assert doc.hyphened(doc.tokens[9]) == "cease"
    assert doc.hyphened(doc.tokens[4]) is None


def test_sentence_and_root(doc: Document) -> None:
    assert doc.sentence_of(doc.tokens[9]) is doc.sentences[0]
    assert doc.root(doc.sentences[0]) is doc.tokens[3]
