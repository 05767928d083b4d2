"""A report beside those that may tell the same: how likely each two of their events are one, and they themselves."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from dateline.incidents.alike.about import AllFound, Found, about_one
from dateline.incidents.alike.likeness import HOPELESS, LEAST, AllWeights, Weights, apart, load_weights, probability
from dateline.incidents.alike.numbered import KEY, Numbered, Reading, Weighed, cosines, joined, number
from dateline.incidents.alike.parts import LEVELS, gap_days
from dateline.incidents.alike.questions import (
    Asked,
    Common,
    Pairs,
    answers,
    common,
    may_be_apart,
    side,
    worth_comparing,
)  # fmt: skip
from dateline.incidents.alike.telling import Read, Telling
from dateline.incidents.alike.words import alike, words_of
from dateline.incidents.grouping import Pair

ALIKE = 0.06
"""Of two reports' words: from here on they may be about one thing, and all that they tell is compared."""
Compared = tuple[int, int, Pair]
About = tuple[int, int, float]
Days = tuple[int, int]
"""The first and the last of a stretch of days."""
_Cosines = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Scored:
    """Pairs that are likely enough to be kept, each with its probability and what was answered of the places."""

    pairs: Pairs
    scores: NDArray[np.float64]
    place: NDArray[np.float64]

    def of_reports(self, words: _Cosines, opening: _Cosines) -> AllFound:
        """Return what was found of the other reports."""
        of = self.pairs.b.source[self.pairs.j]
        events, mains = np.zeros(len(words)), np.full(len(words), np.nan)
        np.maximum.at(events, of, self.scores)
        # A report has one main event.
        both = self.pairs.both_main
        mains[of[both]] = self.scores[both]
        return AllFound(words=words, opening=opening, events=events, mains=mains)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Compares reports; what was answered is remembered for as long as it lives."""

    weights: AllWeights = field(default_factory=load_weights)
    asked: Asked = field(default_factory=Asked)

    def within(self, own: Numbered) -> list[Compared]:
        """Return how likely the events of one report are one."""
        one = side([own])
        pairs = Pairs(one, one, *np.tril_indices(len(one.values), -1))
        shared = common(one, one)
        # A report is as like itself as can be.
        return _kept(self._score(pairs, shared, np.ones(1), self.weights.within, within=True), within=True)

    def across(self, own: Numbered, others: Sequence[Numbered]) -> tuple[list[Compared], list[About]]:
        """Return how likely events of a report are those of others, and how likely it is about what they are about."""
        if not others:
            return [], []
        scored, words = self._across(own, others)
        return _kept(scored), self._about(own, scored, words)

    def found(self, own: Numbered, other: Numbered) -> Found:
        """Return what the comparison of two reports found."""
        scored, words = self._across(own, [other])
        found = scored.of_reports(words, _alike(own.opening, [other.opening]))
        mains = float(found.mains[0])
        return Found(
            words=float(words[0]), opening=float(found.opening[0]), events=float(found.events[0]),
            mains=None if np.isnan(mains) else mains,
        )  # fmt: skip

    def _across(self, own: Numbered, others: Sequence[Numbered]) -> tuple[Scored, _Cosines]:
        one, other = side([own]), side(others)
        words = _alike(own.words, [o.words for o in others])
        shared = common(one, other)
        pairs = worth_comparing(one, other, shared, self.asked, words >= ALIKE)
        return self._score(pairs, shared, words, self.weights.events), words

    def _score(
        self, pairs: Pairs, shared: Common, words: _Cosines, weights: Weights, *, within: bool = False
    ) -> Scored:
        """Return the pairs of at least ``LEAST``; sentences are compared where they can make them so."""
        found = answers(pairs, shared, self.asked, within=within)
        total = weights.bias + weights.between("report", words)[pairs.b.source[pairs.j]]
        for part, places in found.items():
            total = total + weights.at(part, places)
        # The words of two sentences are costly to compare: only where even the likest could make a pair of it.
        hopeful = np.flatnonzero(total + weights.most("sentence") >= HOPELESS)
        left = pairs.only(hopeful)
        scores = probability(total[hopeful] + weights.between("sentence", _sentences(left)))
        likely = np.flatnonzero(scores >= LEAST)
        return Scored(left.only(likely), scores[likely], found["place"][hopeful][likely])

    def _about(self, own: Numbered, found: Scored, words: _Cosines) -> list[About]:
        """Return how likely a report is about what others of like words are about."""
        reports = found.pairs.b.reports
        like = [at for at in np.flatnonzero(words >= ALIKE).tolist() if not _mains_apart(own.read, reports[at].read)]
        if not like:
            return []
        opening = np.zeros(len(reports))
        opening[like] = _alike(own.opening, [reports[at].opening for at in like])
        others = [reports[at].read.source for at in like]
        told = found.of_reports(words, opening).only(np.array(like))
        scores = probability(about_one(own.read.source, others, told, self.weights.reports)).tolist()
        return [(own.read.source.key, o.key, s) for o, s in zip(others, scores, strict=True) if s >= LEAST]


def _alike(own: Weighed, others: Sequence[Weighed]) -> _Cosines:
    sizes = np.array([len(other.words) for other in others], np.int64)
    return cosines([own], np.zeros(len(others), np.int64), joined(others), sizes)


def _sentences(pairs: Pairs) -> _Cosines:
    """Return how alike the words of the sentences are."""
    own = [pairs.a.sentence(n) for n in range(len(pairs.a.values))]
    told, sizes = pairs.b.sentences(pairs.j)
    return cosines(own, pairs.i, told, sizes)


@dataclass(frozen=True, slots=True)
class Term:
    """One summand: the question, the answer in words, its weight."""

    part: str
    level: str
    weight: float


def explain(a: Telling, b: Telling) -> tuple[Term, ...]:
    """Return the sum of two tellings, its largest summands first."""
    within = a.source.key == b.source.key
    weights = load_weights().within if within else load_weights().events
    one = Comparison()
    own, other = (number(Read(t.source, (t,))) for t in (a, b))
    pairs = Pairs(side([own]), side([other]), *np.zeros((2, 1), np.int64))
    found = answers(pairs, common(pairs.a, pairs.b), one.asked, within=within)
    asked = [(part, LEVELS[part][round(float(at[0]))], weights.at(part, at)) for part, at in found.items()]
    words = {"report": alike(a.source.words, b.source.words), "sentence": alike(words_of(a.told), words_of(b.told))}
    asked += [(p, f"words {x:.2f} alike", weights.between(p, np.array([x]))) for p, x in words.items()]
    terms = [Term(part, level, round(float(weight[0]), 2)) for part, level, weight in asked]
    return (Term("start", "", weights.bias), *sorted(terms, key=lambda t: -abs(t.weight)))


def by_days(pair: Pair, one: Days | None, other: Days | None, *, most: int) -> Pair:
    """Return a pair as a rule sees it: what lies more days apart than that cannot be one, where both days are known."""
    gap = 0 if one is None or other is None else gap_days(one, other)
    return pair if gap <= most else pair._replace(apart=f"{gap} days apart")


def _kept(found: Scored, *, within: bool = False) -> list[Compared]:
    """Return pairs by the keys of the events, with what keeps them apart: only unlike places do."""
    pairs = found.pairs
    why: dict[int, str | None] = {
        k: apart(*pairs.tellings(k)) for k in np.flatnonzero(may_be_apart(found.place, within=within)).tolist()
    }
    keys = zip(pairs.one[:, KEY].tolist(), pairs.other[:, KEY].tolist(), found.scores.tolist(), strict=True)
    return [(a, b, Pair(score, why.get(k))) for k, (a, b, score) in enumerate(keys)]


def _mains_apart(own: Reading, other: Reading) -> bool:
    """Tell whether the main events of two reports cannot be one: then the reports are about two."""
    return any(apart(a, b) for a in own.tellings if a.main for b in other.tellings if b.main)
