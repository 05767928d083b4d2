"""The parser's products of matrices, by numpy's BLAS, so that each row comes out the same whatever stands beside it.

Two fifths of a parse are products of a matrix with a row for each token and one of weights. spaCy takes them from BLIS,
which gives a row the same bits in every company but knows few processors; the BLAS that numpy brings is two to three
times as fast, yet takes another way through the sums with other numbers of rows, and then a report's tree could depend
on the reports parsed with it. In tiles of one shape, with the rows as the vector's lanes, it takes one way only.
Whether that holds on this machine is tried for each shape of weights; where it does not, BLIS stays.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from thinc.api import NumpyOps
from threadpoolctl import ThreadpoolController

Matrix = NDArray[np.float32]

TILE = 16  # rows multiplied at once
_SEED = 16


class RowOps(NumpyOps):  # type: ignore[misc]  # thinc's classes are untyped
    """The operations of thinc, with products row for row."""

    name = "dateline-rows"

    def gemm(
        self, x: Matrix, y: Matrix, *, out: Matrix | None = None, trans1: bool = False, trans2: bool = False
    ) -> Matrix:
        """Return ``x @ y.T`` by tiles where rows keep their bits; every other product as thinc does it."""
        single = x.dtype == y.dtype == np.float32
        # Only what the pipeline's layers ask for, and only where the rows keep their bits.
        if not (trans2 and not trans1 and single and keeps_rows(x.shape[1], len(y))):
            other: Matrix = super().gemm(x, y, out=out, trans1=trans1, trans2=trans2)
            return other
        product = multiply_rows(x, y)
        if out is None:
            return product
        out[...] = product
        return out


def multiply_rows(x: Matrix, y: Matrix) -> Matrix:
    """Return ``x @ y.T`` of shape (rows of x, rows of y), each row of it computed in a tile of the same shape."""
    rows, inner = x.shape
    tiles = -(-rows // TILE)
    # The last tile is filled up with nothing: a tile with fewer rows would be summed another way.
    if tiles * TILE != rows:
        x = np.concatenate([x, np.zeros((tiles * TILE - rows, inner), x.dtype)])
    product: Matrix = np.matmul(y, x.reshape(tiles, TILE, inner).transpose(0, 2, 1))
    return np.ascontiguousarray(product.transpose(0, 2, 1)).reshape(tiles * TILE, len(y))[:rows]


@cache
def keeps_rows(inner: int, outer: int) -> bool:
    """Tell whether a row gets the same bits at each place of a tile, for weights of this shape."""
    random = np.random.default_rng(_SEED)
    x = random.standard_normal((TILE, inner)).astype(np.float32)
    y = random.standard_normal((outer, inner)).astype(np.float32)
    first = multiply_rows(x, y)
    return all(
        np.array_equal(np.roll(multiply_rows(np.roll(x, n, axis=0), y), -n, axis=0), first) for n in range(1, TILE)
    )


def quicken(nlp: Language) -> bool:
    """Let a pipeline multiply by tiles if the rows keep their bits on this machine; tell whether it does."""
    models = [getattr(pipe, "model", None) for _, pipe in nlp.pipeline]
    nodes = [node for model in models if model is not None for node in model.walk()]
    # Operations of another kind (a graphics card) are left as they are.
    if not all(type(node.ops) is NumpyOps for node in nodes):
        return False
    shapes = {(node.get_dim("nI"), node.get_dim("nO") * node.get_dim("nP")) for node in nodes if node.name == "maxout"}
    with one_thread():
        if not all(keeps_rows(*shape) for shape in shapes):
            return False
    ops = RowOps()
    for node in nodes:
        node.ops = ops
    return True


_THREADS = ThreadpoolController()


@contextmanager
def one_thread() -> Iterator[None]:
    """Keep BLAS to one thread: the products are too small to share out, and ``--jobs`` uses other cores better."""
    with _THREADS.limit(limits=1, user_api="blas"):
        yield
