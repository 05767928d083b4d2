"""The parser's products: as fast as the machine has them, and the same for a row in every company."""

import numpy as np
import pytest
import spacy

from dateline.parse import multiplying
from dateline.parse.multiplying import RowOps, keeps_rows, multiply_rows, quicken
from dateline.parse.parser import Parser, default_model

RANDOM = np.random.default_rng(7)
X = RANDOM.standard_normal((45, 96)).astype(np.float32)
Y = RANDOM.standard_normal((30, 96)).astype(np.float32)


@pytest.mark.parametrize("rows", [0, 1, 15, 16, 17, 45])
def test_a_product_is_the_product(rows: int) -> None:
    assert multiply_rows(X[:rows], Y).shape == (rows, len(Y))
    np.testing.assert_allclose(multiply_rows(X[:rows], Y), X[:rows] @ Y.T, rtol=1e-4, atol=1e-4)


@pytest.mark.skipif(not keeps_rows(96, 30), reason="this machine's BLAS takes two ways; dateline leaves it alone")
def test_a_row_is_the_same_in_every_company() -> None:
    whole = multiply_rows(X, Y)
    for i in range(len(X)):
        assert np.array_equal(multiply_rows(X[i : i + 1], Y)[0], whole[i])


def test_other_products_are_those_of_thinc() -> None:
    ops = RowOps()
    np.testing.assert_allclose(ops.gemm(X, np.ascontiguousarray(Y.T)), X @ Y.T, rtol=1e-4, atol=1e-4)
    np.testing.assert_allclose(ops.gemm(X, Y, trans2=True), X @ Y.T, rtol=1e-4, atol=1e-4)


def test_a_shape_whose_rows_do_not_keep_their_bits_is_multiplied_as_thinc_does(monkeypatch: pytest.MonkeyPatch) -> None:
    tiled = []
    monkeypatch.setattr(multiplying, "multiply_rows", lambda x, y: tiled.append(y.shape) or x @ y.T)
    monkeypatch.setattr(multiplying, "keeps_rows", lambda _, outer: outer != len(Y))
    np.testing.assert_allclose(RowOps().gemm(X, Y, trans2=True), X @ Y.T, rtol=1e-4, atol=1e-4)
    RowOps().gemm(X, Y[:-1], trans2=True)
    assert tiled == [(len(Y) - 1, X.shape[1])]


def test_blis_stays_where_rows_do_not_keep_their_bits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(multiplying, "keeps_rows", lambda *_: False)
    nlp = spacy.load(default_model())
    assert not quicken(nlp)
    assert not any(isinstance(node.ops, RowOps) for node in nlp.get_pipe("parser").model.walk())


def test_a_report_is_parsed_the_same_alone_and_among_others(parser: Parser) -> None:
    texts = [
        "Two drones struck a depot near Odesa on Tuesday, and four people were hurt.",
        "The ministers met in Accra. They signed a pact on border trade.\n\nNo date for a second round was given.",
        "Gunmen killed a mayor. " * 9,
    ]
    together = list(parser.parse_many(texts))
    for text, doc in zip(texts, together, strict=True):
        alone = parser.parse(text)
        assert [(t.text, t.tag, t.dep, t.head, t.ent) for t in alone.tokens] == [
            (t.text, t.tag, t.dep, t.head, t.ent) for t in doc.tokens
        ]
