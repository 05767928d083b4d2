"""Texts as runs of words, and how much of one stands in another."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

RUN = 5
"""Words of a run: so many in a row are seldom the same by chance."""
_WORD = re.compile(r"\w+(?:['’]\w+)?")
_PARAGRAPH = re.compile(r"\n\s*\n|\n(?=\S)")
_HEADING = 10  # words; a heading of stock phrases makes no two reports one
_FACT = re.compile(r"\d[\d.,]*\d|\d|(?<=[a-z,;] )[A-Z][\w'’-]+")
_TOUCHED = 0.12  # of a paragraph's runs: some of it was taken over
_LEAD_PARAGRAPHS = 3
_FEWEST_FACTS = 3


@dataclass(frozen=True, slots=True)
class Runs:
    """The runs of a text by paragraph; headings, bylines and credits are left out where there is more.

    ``facts`` are its numbers and names: copies keep them, reports made by one form do not.
    """

    words: int
    paragraphs: tuple[frozenset[str], ...]
    all: frozenset[str]
    facts: frozenset[str]


@dataclass(frozen=True, slots=True)
class Shared:
    """How much of the shorter of two texts stands in the longer.

    ``share`` is the part of its runs, ``touched`` the number of its paragraphs of which something was taken over and
    ``paragraphs`` their part of all, ``lead`` the most that a lead paragraph of either has in the other, ``ratio`` the
    shorter one's length by the longer one's, ``facts`` the part of its numbers and names that stands in the other.
    """

    share: float
    touched: int
    paragraphs: float
    lead: float
    ratio: float
    facts: float


@lru_cache(maxsize=2_048)
def runs_of(text: str) -> Runs:
    """Return the runs of a text."""
    words = [[w.casefold() for w in _WORD.findall(part)] for part in _PARAGRAPH.split(text)]
    # Headings and credits are short, and the same in many reports; a text of nothing else is taken as it is.
    long = [part for part in words if len(part) > _HEADING] or [part for part in words if part]
    found = tuple(frozenset(_runs(part, RUN)) for part in long)
    return Runs(sum(map(len, words)), found, frozenset().union(*found), frozenset(_FACT.findall(text)))


def shingles(text: str, size: int) -> list[str]:
    """Return the runs of a given size of a whole text, each once."""
    return sorted(set(_runs([w.casefold() for w in _WORD.findall(text)], size)))


def _runs(words: Sequence[str], size: int) -> list[str]:
    if len(words) <= size:
        return [" ".join(words)]
    return [" ".join(words[n : n + size]) for n in range(len(words) - size + 1)]


def compare(one: Runs, other: Runs) -> Shared:
    """Return how much of the shorter of two texts stands in the longer."""
    # The shorter by its runs: a round-up is longer, whatever of it was copied.
    short, long = sorted((one, other), key=lambda r: (len(r.all), r.words))
    if not short.all:
        return Shared(0.0, 0, 0.0, 0.0, 0.0, 0.0)
    shares = [len(p & long.all) / len(p) for p in short.paragraphs]
    leads = [_part(p, long) for p in short.paragraphs[:_LEAD_PARAGRAPHS]]
    leads += [_part(p, short) for p in long.paragraphs[:_LEAD_PARAGRAPHS]]
    touched = sum(s >= _TOUCHED for s in shares)
    share = len(short.all & long.all) / len(short.all)
    ratio = short.words / max(1, long.words)
    # One or two numbers may be the same by chance.
    facts = len(short.facts & long.facts) / len(short.facts) if len(short.facts) >= _FEWEST_FACTS else 1.0
    return Shared(share, touched, touched / len(shares), max(leads, default=0.0), ratio, facts)


def _part(paragraph: frozenset[str], text: Runs) -> float:
    # A paragraph no longer than a run is in the other or not, which says too little.
    return len(paragraph & text.all) / len(paragraph) if len(paragraph) > RUN else 0.0
