"""Heads: yes-or-no questions whose answers were learned, each a logistic regression over hashed words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from math import exp
from pathlib import Path
from typing import Literal, get_args
from zlib import crc32

import numpy as np
import numpy.typing as npt

from dateline.errors import LexiconError
from dateline.learned.weights import Arrays, read_weights

HeadName = Literal["held", "told", "same", "actor", "recipient", "place", "day", "main", "right"]
BUCKETS = 2**17
LENGTH = 5.0
"""Length of a description, whatever the number of its words: many words weigh no more than few."""
SCRIPT = "scripts/train_reader.py"
WEIGHTS = Path(__file__).parent / "data" / "reader.npz"

Floats = npt.NDArray[np.float32]
Rows = npt.NDArray[np.int64]
Buckets = frozenset[int]
"""What a case is described by, hashed: several questions may be asked of one description."""


@dataclass(frozen=True, slots=True, eq=False)
class Head:
    """One question: a weight for each bucket, and a bias."""

    weights: Floats
    bias: float

    def answer(self, described: Buckets) -> float:
        """Return the probability of yes, given the buckets of the words that describe the case."""
        return self._share(self._sum(described), len(described))

    def weigh(self, described: Buckets) -> "Weighed":
        """Return a description that many cases share, weighed once for all of them."""
        return Weighed(described, self._sum(described))

    def answer_more(self, weighed: "Weighed", *words: str) -> float:
        """Return the probability of yes for a case of which these words are told besides."""
        # A bucket that both share is summed once.
        more = buckets_of(words) - weighed.described
        total = weighed.total + sum(float(self.weights[row]) for row in sorted(more))
        return self._share(total, len(weighed.described) + len(more))

    def _sum(self, described: Buckets) -> float:
        return float(np.add.reduce(self.weights.take(rows_of(described))))

    def _share(self, total: float, words: int) -> float:
        scaled = self.bias + total * LENGTH / max(words, 1) ** 0.5
        return 1.0 / (1.0 + exp(-max(-30.0, min(30.0, scaled))))


@dataclass(frozen=True, slots=True)
class Weighed:
    """Part of a description, with the sum of its weights."""

    described: Buckets
    total: float


@dataclass(frozen=True, slots=True, eq=False)
class Heads:
    """What was learned of real reports: a head for each question."""

    held: Head
    told: Head
    same: Head
    actor: Head
    recipient: Head
    place: Head
    day: Head
    main: Head
    right: Head


def buckets_of(words: Iterable[str]) -> Buckets:
    """Return the buckets of these words; the hash is the same in every process."""
    return frozenset(map(_bucket, words))


@lru_cache(maxsize=8)  # "Is he the actor, is he the recipient": several heads are asked of one description
def rows_of(described: Buckets) -> Rows:
    """Return buckets in order: sums over them are the same in every process."""
    return np.array(sorted(described), dtype=np.int64)


def crossed(hashes: Iterable[int], word: str) -> Iterator[int]:
    """Yield the buckets of words that end in another one after a bar, given the hashes of their beginnings."""
    end = f"|{word}".encode()
    return (crc32(end, begun) % BUCKETS for begun in hashes)


def hash_of(word: str) -> int:
    """Return the hash of a word, which that of a longer one goes on from."""
    return crc32(word.encode())


@lru_cache(maxsize=1 << 17)
def _bucket(word: str) -> int:
    return hash_of(word) % BUCKETS


@cache
def load_heads(path: Path = WEIGHTS) -> Heads:
    """Read the weights; the file is read once a process.

    Raises:
        LexiconError: The file is missing or is not what ``scripts/train_reader.py`` writes.
    """
    held = read_weights(path, script=SCRIPT)
    try:
        return Heads(**{name: _head(held, name) for name in get_args(HeadName)})
    except KeyError as error:
        raise LexiconError(f"{path.name}: cannot be read ({error}); make it with {SCRIPT}") from error


def _head(held: Arrays, name: str) -> Head:
    weights = np.zeros(BUCKETS, dtype=np.float32)
    weights[held[f"{name}.rows"]] = held[f"{name}.weights"]
    return Head(weights, float(held[f"{name}.bias"]))
