"""How likely two tellings are one happening: a sum of weights, one for each answer; and what forbids it."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import msgspec

from dateline.incidents.alike.parts import PARTS, Answer, between, gap_days, kilometres, named
from dateline.incidents.alike.telling import Telling
from dateline.incidents.alike.words import alike, words_of
from dateline.lexicon.files import read_toml

WEIGHTS = Path(__file__).parent / "data" / "weights.toml"
_APART_KM = 5.0
LEAST = 0.05
"""Pairs of less probability are not kept: they count as unlike."""
_LAST = [*PARTS][-1]
_HOPELESS = math.log(LEAST / (1 - LEAST))


class Weights(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """Where a sum begins, and the weight of each level of each part."""

    bias: float
    parts: dict[str, dict[str, float]]

    def of(self, part: str, answer: Answer) -> float:
        """Return the weight of an answer."""
        known = self.parts.get(part, {})
        return sum(known.get(level, 0.0) * share for level, share in answer)


class AllWeights(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """weights.toml: of two reports' events, of two events within one report, and of two reports.

    Within a report nearly all that is told has its day and place; across reports a day and a place say much.
    """

    events: Weights
    within: Weights
    reports: Weights

    def of(self, a: Telling, b: Telling) -> Weights:
        """Return the weights by which two tellings are compared."""
        return self.within if a.source.key == b.source.key else self.events


@dataclass(frozen=True, slots=True)
class Term:
    """One summand: the question, the answer in words, its weight."""

    part: str
    level: str
    weight: float


@cache
def load_weights(path: Path = WEIGHTS) -> AllWeights:
    """Read the weights of likeness.

    Raises:
        LexiconError: The file breaks its format.
    """
    return read_toml(path, AllWeights)


def answers(a: Telling, b: Telling, reports: float) -> Iterator[tuple[str, Answer]]:
    """Yield the answers to all questions; ``reports`` is how alike the words of the two reports are."""
    yield "report", between(reports)
    for part, ask in PARTS.items():
        yield part, ask(a, b)


def begun(reports: float, weights: Weights) -> float:
    """Return the sum as far as it is the same for all events of two reports."""
    return weights.bias + weights.of("report", between(reports))


def score(a: Telling, b: Telling, total: float, weights: Weights) -> float:
    """Return the probability that two tellings are one happening; ``total`` is what ``begun`` gives.

    Where no answer to the last question can make it ``LEAST``, that question is not asked.
    """
    for part, ask in PARTS.items():  # spelt out: this is asked of every pair
        own = weights.parts[part]
        if part == _LAST and total + max(own.values()) < _HOPELESS:
            return 0.0
        for level, share in ask(a, b):
            total += own.get(level, 0.0) * share
    return probability(total)


def probability(total: float) -> float:
    """Return the probability that a sum of weights stands for."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def explain(a: Telling, b: Telling, weights: Weights) -> tuple[Term, ...]:
    """Return the sum, its largest summands first."""
    reports = alike(a.source.words, b.source.words)
    found = [
        Term(part, _told(part, answer, a, b), round(weights.of(part, answer), 2))
        for part, answer in answers(a, b, reports)
    ]
    return (Term("start", "", weights.bias), *sorted(found, key=lambda t: -abs(t.weight)))


def _told(part: str, answer: Answer, a: Telling, b: Telling) -> str:
    """Return an answer in words, with what was compared."""
    if part == "report":
        return f"words {alike(a.source.words, b.source.words):.2f} alike"
    if part == "sentence":
        return f"words {alike(words_of(a.told), words_of(b.told)):.2f} alike"
    return answer[0][0]


def apart(a: Telling, b: Telling) -> str | None:
    """Return why two tellings cannot be one, None where nothing forbids it.

    Two places that were hit, each known to the town and neither named in the other's report, are two happenings.
    """
    if a.where is None or b.where is None or not a.where.exact or not b.where.exact or a.where.name == b.where.name:
        return None
    if a.days and b.days and gap_days(a.days, b.days) > 1:
        return None
    between_km = kilometres(a.where, b.where)
    if between_km is None or between_km <= a.where.radius_km + b.where.radius_km + _APART_KM:
        return None
    if a.source.key != b.source.key and (named(a.where, b.source) or named(b.where, a.source)):
        return None
    return f"{a.where.name} and {b.where.name} lie {between_km:.0f} km apart"
