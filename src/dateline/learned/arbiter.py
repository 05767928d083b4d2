"""The arbiter: probabilities of the event types, and of none, for a described clause."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import get_args
from zlib import crc32

import numpy as np
import numpy.typing as npt

from dateline.errors import LexiconError
from dateline.learned.weights import Arrays, read_weights
from dateline.model.closed import EventType

LOUD = ("frame|", "rival|", "rivals|", "held by|")
SOFT = 3.0
"""Length of the words other than the frames' say, set on unseen folds of the training set."""
WEIGHTS = Path(__file__).parent / "data" / "arbiter.npz"
TYPES: tuple[EventType | None, ...] = (*get_args(EventType), None)
_FIELDS = {"buckets", "rows", "weights", "bias", "temperature"}

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Arbiter:
    """A multinomial logistic regression over hashed words.

    ``weights`` has a row for each bucket and a column for each of ``TYPES``; ``temperature`` divides the sums, so that
    the probabilities are right as often as they say.
    """

    weights: Floats
    bias: Floats
    temperature: float

    def propose(self, words: Collection[str]) -> dict[EventType | None, float]:
        """Return a probability for each type and for none; they add up to 1.

        Args:
            words: ``Describer.words`` of the clause and ``frame_words`` of what the frames made of it.
        """
        rows, values = buckets_of(words, len(self.weights))
        sums = (self.bias + values @ self.weights.take(rows, axis=0)) / self.temperature
        return dict(zip(TYPES, _shares(np.asarray(sums, dtype=np.float32)), strict=True))


def buckets_of(words: Collection[str], size: int) -> tuple[npt.NDArray[np.int64], Floats]:
    """Return the rows of these words, each once, and their values: 1 for the frames' say, else a share of ``SOFT``.

    The others' values are as long together as ``SOFT``, so that many words weigh no more than few. The hash is the same
    in every process.
    """
    said = list(map(_hash, words))
    loud = {~hashed % size for hashed in said if hashed < 0}
    # What a frame says too is heard in full.
    soft = sorted({hashed % size for hashed in said if hashed >= 0} - loud)
    # In order: then the sums are the same in every process.
    rows = np.array([*sorted(loud), *soft], dtype=np.int64)
    values = np.full(len(rows), SOFT * max(len(soft), 1) ** -0.5, dtype=np.float32)
    values[: len(loud)] = 1.0
    return rows, values


@lru_cache(maxsize=1 << 16)
def _hash(word: str) -> int:
    """Return the hash of a word, its bits turned so that it is below zero where it is of the frames' say."""
    hashed = crc32(word.encode())
    return ~hashed if word.startswith(LOUD) else hashed


def _shares(sums: Floats) -> list[float]:
    raised = np.exp(sums - sums.max())
    shares: list[float] = (raised / raised.sum()).tolist()
    return shares


@cache
def load_arbiter(path: Path = WEIGHTS) -> Arbiter:
    """Read the weights; the file is read once a process.

    Raises:
        LexiconError: The file is missing or is not what ``scripts/train_arbiter.py`` writes.
    """
    return _arbiter(read_weights(path, script="scripts/train_arbiter.py"), path.name)


def _arbiter(held: Arrays, name: str) -> Arbiter:
    missing = _FIELDS - held.keys()
    if missing or held["weights"].shape[1:] != (len(TYPES),) or held["bias"].shape != (len(TYPES),):
        raise LexiconError(
            f"{name}: lacks {sorted(missing) or 'a column for each type'}; make it anew with scripts/train_arbiter.py"
        )
    dense = np.zeros((int(held["buckets"]), len(TYPES)), dtype=np.float32)
    dense[held["rows"]] = held["weights"]
    return Arbiter(dense, held["bias"].astype(np.float32), float(held["temperature"]))
