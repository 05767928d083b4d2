"""How likely two reports are about one happening: by words, days, places, numbers, and by what was coded of both.

Coders miss events, and two reports of one happening may have different main events; their words tell.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from dateline.incidents.alike.likeness import Weights
from dateline.incidents.alike.parts import Answer, between, neighbours
from dateline.incidents.alike.telling import Source

_MANY = 3  # more common numbers, or days between, say no more
_WEEK = 7


def of_days(a: Source, b: Source) -> Answer:
    """Compare the days of publication."""
    if a.day is None or b.day is None:
        return (("unknown", 1.0),)
    gap = abs(a.day - b.day)
    return ((str(gap) if gap <= _MANY else "week" if gap <= _WEEK else "more", 1.0),)


def of_text(a: Source, b: Source) -> Answer:
    """Tell whether both are one text."""
    return (("one" if a.family is not None and a.family == b.family else "two", 1.0),)


def of_places(a: Source, b: Source) -> Answer:
    """Compare the places that both name at first."""
    if not a.places or not b.places:
        return (("unknown", 1.0),)
    # News names first where it happened.
    shared = set(a.places) & set(b.places)
    return (("same first" if a.places[0] == b.places[0] else "some" if shared else "none", 1.0),)


def of_names(a: Source, b: Source) -> Answer:
    """Compare the rare words of both."""
    # By the fewer: a short report has few rare words, and they may all be the other's.
    fewer = min(len(a.names), len(b.names))
    return between(len(a.names & b.names) / fewer) if fewer else (("unknown", 1.0),)


def of_figures(a: Source, b: Source) -> Answer:
    """Compare the numbers that both give."""
    if not a.numbers or not b.numbers:
        return (("unknown", 1.0),)
    return ((str(min(_MANY, len(a.numbers & b.numbers))), 1.0),)


def of_kind(a: Source, b: Source) -> Answer:
    """Compare the types of the main events."""
    if a.kind is None or b.kind is None:
        return (("unknown", 1.0),)
    return (("same" if a.kind == b.kind else "neighbour" if (a.kind, b.kind) in neighbours() else "other", 1.0),)


PARTS: Mapping[str, Callable[[Source, Source], Answer]] = {
    "published": of_days, "text": of_text, "places": of_places, "names": of_names,
    "figures": of_figures, "main type": of_kind,
}  # fmt: skip
"""The questions that are asked of each pair of reports, beside how alike their words and their likest events are."""


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


def answers(a: Source, b: Source, found: Found) -> Iterator[tuple[str, Answer]]:
    """Yield the answers to all questions."""
    yield "words", between(found.words)
    yield "opening", between(found.opening)
    yield "events", between(found.events)
    yield "mains", (("unknown", 1.0),) if found.mains is None else between(found.mains)
    for part, ask in PARTS.items():
        yield part, ask(a, b)


def about_one(a: Source, b: Source, found: Found, weights: Weights) -> float:
    """Return the sum for two reports being about one happening."""
    return weights.bias + sum(weights.of(part, answer) for part, answer in answers(a, b, found))
