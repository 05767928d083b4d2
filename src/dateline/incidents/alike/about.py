"""How likely two reports are about one happening: by words, days, places, numbers, and by what was coded of both.

Coders miss events, and two reports of one happening may have different main events; their words tell.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dateline.incidents.alike.likeness import Weights
from dateline.incidents.alike.parts import Answer, between, neighbours
from dateline.incidents.alike.telling import Source

_MANY = 3  # more common numbers, or days between, say no more
_WEEK = 7
_UNKNOWN = "unknown"


def of_days(a: Source, b: Source) -> str:
    """Compare the days of publication."""
    if a.day is None or b.day is None:
        return _UNKNOWN
    gap = abs(a.day - b.day)
    return str(gap) if gap <= _MANY else "week" if gap <= _WEEK else "more"


def of_text(a: Source, b: Source) -> str:
    """Tell whether both are one text."""
    return "one" if a.family is not None and a.family == b.family else "two"


def of_places(a: Source, b: Source) -> str:
    """Compare the places that both name at first."""
    if not a.places or not b.places:
        return _UNKNOWN
    # News names first where it happened.
    if a.places[0] == b.places[0]:
        return "same first"
    return "none" if set(a.places).isdisjoint(b.places) else "some"


def of_names(a: Source, b: Source) -> float | None:
    """Return how many of the rare words of the one that has fewer are the other's too, None where it has none."""
    # By the fewer: a short report has few rare words, and they may all be the other's.
    fewer = min(len(a.names), len(b.names))
    return len(a.names & b.names) / fewer if fewer else None


def of_figures(a: Source, b: Source) -> str:
    """Compare the numbers that both give."""
    if not a.numbers or not b.numbers:
        return _UNKNOWN
    return str(min(_MANY, len(a.numbers & b.numbers)))


def of_kind(a: Source, b: Source) -> str:
    """Compare the types of the main events."""
    if a.kind is None or b.kind is None:
        return _UNKNOWN
    return "same" if a.kind == b.kind else "neighbour" if (a.kind, b.kind) in neighbours() else "other"


PARTS: Mapping[str, Callable[[Source, Source], str]] = {
    "published": of_days, "text": of_text, "places": of_places, "figures": of_figures, "main type": of_kind,
}  # fmt: skip
"""The questions that are asked of each pair of reports, beside how alike words, names and likest events are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What the comparison of two reports' words and events found.

    Args:
        words: How alike the words of both are.
        opening: How alike those of title and first sentences are.
        events: The highest probability that an event of one is one of the other.
        mains: The probability that their main events are one; None where a report has none, or they were not compared.
    """

    words: float
    opening: float
    events: float = 0.0
    mains: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AllFound:
    """What was found of a report and each of others, as columns of ``Found``; an unknown is no number."""

    words: NDArray[np.float64]
    opening: NDArray[np.float64]
    events: NDArray[np.float64]
    mains: NDArray[np.float64]

    def only(self, wanted: NDArray[np.int64]) -> "AllFound":
        """Return what was found of some of the others."""
        return AllFound(
            words=self.words[wanted], opening=self.opening[wanted], events=self.events[wanted], mains=self.mains[wanted]
        )


def answers(a: Source, b: Source, found: Found) -> Iterator[tuple[str, Answer]]:
    """Yield the answers to all questions."""
    likenesses = {
        "words": found.words, "opening": found.opening, "events": found.events, "mains": found.mains,
        "names": of_names(a, b),
    }  # fmt: skip
    for part, likeness in likenesses.items():
        yield part, ((_UNKNOWN, 1.0),) if likeness is None else between(likeness)
    for part, ask in PARTS.items():
        yield part, ((ask(a, b), 1.0),)


def about_one(own: Source, others: Sequence[Source], found: AllFound, weights: Weights) -> NDArray[np.float64]:
    """Return the sums for a report and each of others being about one happening: those of ``answers``."""
    names = np.array([of_names(own, other) for other in others], np.float64)  # an unknown comes out as no number
    likenesses = {
        "words": found.words, "opening": found.opening, "events": found.events, "mains": found.mains, "names": names,
    }  # fmt: skip
    total = np.full(len(others), weights.bias)
    for part, likeness in likenesses.items():
        unknown = weights.parts[part].get(_UNKNOWN, 0.0)
        total += np.where(np.isnan(likeness), unknown, weights.between(part, np.nan_to_num(likeness)))
    for part, ask in PARTS.items():
        known = weights.parts[part]
        total += [known.get(ask(own, other), 0.0) for other in others]
    return total
