"""Words of reports and sentences as weighed vectors: what is said in few texts weighs most.

The weight of a word does not depend on the ledger: how alike two reports are is the same whatever others it holds, and
so the order in which they come changes nothing.
"""

import csv
import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from pathlib import Path

from dateline.lexicon.tables import fold

DATA = Path(__file__).parent / "data"
Vector = Mapping[str, float]
LEAD = 1_800
"""Characters of a text whose words are weighed: the news, before the background."""
OPENING = 350
TERMS = 30
"""The heaviest words of a report, under which it meets others."""
_WORD = re.compile(r"[a-z0-9]{2,}")
_ENDING = re.compile(r"(?<=[a-z]{3})(?:ings?|edly|ed|ers?|es|s|d|e|ly)$")
_DOUBLED = re.compile(r"([bdgklmnprt])\1$")
_LEAST = 0.8  # words of less weight stand in nearly every report
_NAME = 5.5  # weight from which most words are names
_NUMBER = re.compile(r"\b\d(?:[\d,.]{0,14}\d)?\b")
# A year stands in many reports of one year, and says nothing of what they tell.
_YEAR = re.compile(r"(?:19|20)\d\d$")


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """Return what "struck", "strikes" and "striking" have in common, as far as it goes without a table."""
    return _DOUBLED.sub(r"\1", _ENDING.sub("", word))


def stems(text: str) -> list[str]:
    """Return the words of a text without case, accents and endings."""
    return [stem(word) for word in _WORD.findall(fold(text))]


@cache
def rarities() -> Mapping[str, float]:
    """Return the weights of words that stand in many texts; "" is that of all others."""
    with (DATA / "words.csv").open(encoding="utf-8", newline="") as file:
        rows = [(row["word"], int(row["texts"])) for row in csv.DictReader(file)]
    # The row without a word counts all texts.
    every = dict(rows)[""]
    weights = {word: math.log((every + 1) / (texts + 1)) for word, texts in rows if word}
    return {**weights, "": math.log(every + 1)}


def rarity(word: str) -> float:
    """Return the weight of one stem."""
    known = rarities()
    return known.get(word, known[""])


def vector(words: Iterable[str]) -> Vector:
    """Return words as a vector of length one."""
    known = rarities()
    rare = known[""]
    # Said twice a word weighs more, but not twice as much.
    weighed = {w: (1 + math.log(n)) * known.get(w, rare) for w, n in Counter(words).items()}
    heavy = {w: x for w, x in weighed.items() if known.get(w, rare) > _LEAST and not _YEAR.match(w)}
    size = math.sqrt(sum(x * x for x in heavy.values())) or 1.0
    return {w: x / size for w, x in heavy.items()}


def names_in(words: Vector) -> frozenset[str]:
    """Return the words that are so rare that most are names."""
    return frozenset(word for word in words if rarity(word) > _NAME)


def numbers_in(text: str) -> frozenset[str]:
    """Return the numbers of a text's lead but the years."""
    return frozenset(n for n in _NUMBER.findall(text[:LEAD]) if not _YEAR.match(n))


def opening_of(title: str | None, text: str) -> str:
    """Return a report's title and first sentences."""
    return f"{title or ''}\n{text[:OPENING]}"[:OPENING]


@lru_cache(maxsize=20_000)
def words_of(text: str) -> Vector:
    """Return the words of a sentence or two; they are weighed when they are first asked for."""
    return vector(stems(text))


def report_vector(title: str | None, text: str) -> Vector:
    """Return the words of a report: those of its title count twice."""
    # Titles are written of what is new.
    own = stems(title or "")
    return vector([*own, *own, *stems(text[:LEAD])])


def alike(one: Vector, other: Vector) -> float:
    """Return the cosine of two vectors."""
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    return sum(x * long[w] for w, x in short.items() if w in long)


def heaviest(words: Vector) -> tuple[str, ...]:
    """Return the heaviest words, the same whatever the order in which they stand."""
    return tuple(sorted(words, key=lambda w: (-words[w], w))[:TERMS])
