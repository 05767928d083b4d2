"""The questions that are asked of tellings in pairs, of many pairs at once: each answer is a place on a list of levels.

What two tellings share is found by sorting; the other questions are asked once for each two values (`parts`).
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dateline.incidents.alike import numbered as n
from dateline.incidents.alike.numbered import Numbered, Weighed, Whole
from dateline.incidents.alike.parts import LEVELS, NEAR_DAYS, named, neighbours, of_numbers, of_place
from dateline.incidents.alike.telling import Source, Telling

Places = NDArray[np.float64]
Flags = NDArray[np.bool_]
_AT: Mapping[str, Mapping[str, int]] = {part: {v: k for k, v in enumerate(levels)} for part, levels in LEVELS.items()}


def _marks(part: str, *names: str) -> Flags:
    """Return for each level whether it is one of some."""
    return np.array([level in names for level in LEVELS[part]])


_OTHER_TYPE = _AT["type"]["other"]
_ONE_ACT = _marks("type", "same, same mode", "same")
_ONE_DAY = _marks("day", "same", "overlap")
_FAR_DAYS = _AT["day"]["far apart"]
_PLACE = _AT["place"]
_NEAR_PLACE = _marks("place", "same", "near", "one holds the other", "same area")
_UNLIKE_PLACE = _marks("place", "near", "far", "other country")
_APART_WITHIN = _marks("place", "near", "far", "other country", "other, but named", "same area")
_NAMED_PLACE = _PLACE["other, but named"]


class Asked:
    """What was answered of each two values; they are asked of the first two tellings that have them."""

    def __init__(self) -> None:
        """Begin with no answer."""
        self._of: dict[str, dict[int, int]] = {}

    def ask(self, part: str, ask: Callable[[Telling, Telling], str], column: int, pairs: "Pairs") -> Whole:
        """Return the answer to a question for each pair."""
        both = of_two(pairs.one[:, column], pairs.other[:, column])
        keys, first, back = np.unique(both, return_index=True, return_inverse=True)
        known, at = self._of.setdefault(part, {}), _AT[part]
        found = np.empty(len(keys), np.int64)
        for k, key in enumerate(keys.tolist()):
            answer = known.get(key)
            if answer is None:
                answer = known[key] = at[ask(*pairs.tellings(int(first[k])))]
            found[k] = answer
        return found[back]


def of_two(one: Whole, other: Whole) -> Whole:
    """Return one number for each two, so that pairs are sorted as numbers are."""
    return one * _MIXING + other  # what does not fit is cut off, and what is left is as good a hash


_MIXING = np.int64(0x1E3779B97F4A7C15)
"""An odd number without a pattern."""


@dataclass(frozen=True, slots=True)
class Side:
    """Reports whose tellings are compared, one below the other.

    ``source`` is the number of each one's report, ``starts`` where each report's begin.
    """

    reports: Sequence[Numbered]
    values: Whole
    shared: Whole
    source: Whole
    starts: Whole

    def telling(self, n: int) -> Telling:
        """Return a telling."""
        of = int(self.source[n])
        return self.reports[of].read.tellings[n - int(self.starts[of])]

    def sentence(self, n: int) -> Weighed:
        """Return the words of the sentences that tell a telling."""
        of = int(self.source[n])
        return self.reports[of].sentence(n - int(self.starts[of]))

    def sentences(self, wanted: Whole) -> tuple[Weighed, Whole]:
        """Return the words of the sentences that tell some tellings, one telling's after another's, and how many."""
        told = n.joined([report.told for report in self.reports])
        sizes = np.concatenate([report.sizes for report in self.reports])
        places = n.runs((np.cumsum(sizes) - sizes)[wanted], sizes[wanted])
        return Weighed(told.words[places], told.weights[places]), sizes[wanted]


def side(reports: Sequence[Numbered]) -> Side:
    """Return the tellings of reports one below the other."""
    sizes = [len(r.values) for r in reports]
    starts = np.cumsum([0, *sizes])
    shared = np.concatenate([r.shared for r in reports])
    shared[:, 1] += np.repeat(starts[:-1], [len(r.shared) for r in reports])
    source = np.repeat(np.arange(len(reports)), sizes)
    return Side(reports, np.concatenate([r.values for r in reports]), shared, source, starts)


@dataclass(frozen=True, slots=True)
class Common:
    """What tellings of two sides share, by telling of one and of the other: whether any, and how many words."""

    of: dict[tuple[int, int], Flags] = field(default_factory=dict)
    triggers: Whole = field(default_factory=lambda: np.zeros((0, 0), np.int64))


_WANTED = (
    (n.ACTOR, n.ACTOR), (n.RECIPIENT, n.RECIPIENT), (n.ACTOR, n.RECIPIENT), (n.RECIPIENT, n.ACTOR),
    (n.ACTOR_LAND, n.ACTOR_LAND), (n.RECIPIENT_LAND, n.RECIPIENT_LAND),
)  # fmt: skip
_RARE = ((n.RARE, n.RARE), (n.RARE, n.WHO), (n.WHO, n.RARE))


def common(one: Side, other: Side) -> Common:
    """Return what the tellings of two sides share."""
    shape = (len(one.values), len(other.values))
    own = one.shared[np.argsort(one.shared[:, 0], kind="stable")]
    low = np.searchsorted(own[:, 0], other.shared[:, 0], "left")
    times = np.searchsorted(own[:, 0], other.shared[:, 0], "right") - low
    found = np.flatnonzero(times)
    low, times = low[found], times[found]
    at = n.runs(low, times)
    a, b = own[at], np.repeat(other.shared[found], times, axis=0)
    cell = a[:, 1] * shape[1] + b[:, 1]
    where = a[:, 2] * (n.TRIGGER + 1) + b[:, 2]

    def flags(pairs: Sequence[tuple[int, int]]) -> Flags:
        grid = np.zeros(shape[0] * shape[1], np.bool_)
        for i, j in pairs:
            grid[cell[where == i * (n.TRIGGER + 1) + j]] = True
        return grid.reshape(shape)

    words = np.bincount(cell[where == n.TRIGGER * (n.TRIGGER + 2)], minlength=shape[0] * shape[1])
    return Common({**{pair: flags([pair]) for pair in _WANTED}, (n.RARE, n.RARE): flags(_RARE)}, words.reshape(shape))


@dataclass(frozen=True, eq=False)
class Pairs:
    """Pairs of tellings of two sides, by their numbers there; each question looks at the same rows of values."""

    a: Side
    b: Side
    i: Whole
    j: Whole

    @cached_property
    def one(self) -> Whole:
        """Return the values of the first of each pair."""
        return self.a.values[self.i]

    @cached_property
    def other(self) -> Whole:
        """Return the values of the second of each pair."""
        return self.b.values[self.j]

    def tellings(self, k: int) -> tuple[Telling, Telling]:
        """Return the tellings of a pair."""
        return self.a.telling(self.i[k]), self.b.telling(self.j[k])

    @property
    def both_main(self) -> Flags:
        """Tell which pairs are what both reports are about."""
        return (self.one[:, n.MAIN] & self.other[:, n.MAIN]).astype(np.bool_)

    def only(self, wanted: Flags | Whole) -> "Pairs":
        """Return some of the pairs."""
        return Pairs(self.a, self.b, self.i[wanted], self.j[wanted])


def worth_comparing(a: Side, b: Side, shared: Common, asked: Asked, like: Flags) -> Pairs:
    """Return the pairs of two sides that may be one.

    Of reports with like words: those of near types, of one word, or the news of both. Of others: those of one type and
    of near days that share a place, or somebody who is rarely named.
    """
    one_type = a.values[:, n.TYPE][:, None] == b.values[:, n.TYPE][None, :]
    both_main = (a.values[:, n.MAIN][:, None] & b.values[:, n.MAIN][None, :]).astype(np.bool_)
    near = one_type | both_main | (shared.triggers > 0)
    of_like = like[b.source]
    left = Pairs(a, b, *np.nonzero(~near & of_like))
    akin = left.only(_types(left) != _OTHER_TYPE)
    unlike = Pairs(a, b, *np.nonzero(one_type & ~of_like))
    unlike = unlike.only(_days(unlike) != _FAR_DAYS)
    place = _NEAR_PLACE[asked.ask("place", of_place, n.PLACE, unlike)]
    unlike = unlike.only(place | shared.of[n.RARE, n.RARE][unlike.i, unlike.j])
    i, j = np.nonzero(near & of_like)
    return Pairs(a, b, np.concatenate([i, akin.i, unlike.i]), np.concatenate([j, akin.j, unlike.j]))


def answers(pairs: Pairs, shared: Common, asked: Asked, *, within: bool = False) -> dict[str, Places]:
    """Return the answer to each question but how alike words are, for each pair."""
    kind, day = _types(pairs), _days(pairs)
    place = asked.ask("place", of_place, n.PLACE, pairs)
    found = {
        "standing": _standing(pairs, within=within), "type": kind, "day": day, "place": _named(pairs, place),
        "actors": _parties("actors", pairs, shared), "recipients": _parties("recipients", pairs, shared),
        "numbers": _numbers(pairs),
        "status": (pairs.one[:, n.TO_COME_AT] != pairs.other[:, n.TO_COME_AT]).astype(np.int64),
        "trigger": _trigger(pairs, shared),
        "together": 4 * _ONE_ACT[kind] + 2 * _ONE_DAY[day] + (place == _PLACE["same"]),
    }  # fmt: skip
    return {part: np.asarray(places, np.float64) for part, places in found.items()}


def _types(pairs: Pairs) -> Whole:
    """Compare type and mode."""
    at = _AT["type"]
    one, other = pairs.one, pairs.other
    near = np.isin(of_two(one[:, n.TYPE], other[:, n.TYPE]), _neighbours())
    mode, other_mode = one[:, n.MODE], other[:, n.MODE]
    # "Shelled" and "attacked": a mode that one leaves open is not another mode.
    open_mode = (mode == n.NONE) | (other_mode == n.NONE)
    modes = np.where(open_mode, at["same"], np.where(mode == other_mode, at["same, same mode"], at["same, other mode"]))
    return np.where(one[:, n.TYPE] == other[:, n.TYPE], modes, np.where(near, at["neighbour"], at["other"]))


@cache
def _neighbours() -> Whole:
    one, other = zip(*neighbours(), strict=True)
    return of_two(*(np.array([*map(n.of_type, kinds)], np.int64) for kinds in (one, other)))


def _days(pairs: Pairs) -> Whole:
    """Compare the days of the events, or of publication where one is not told."""
    at = _AT["day"]
    one, other = pairs.one, pairs.other
    known, other_known = one[:, n.FIRST] != n.NONE, other[:, n.FIRST] != n.NONE
    told, other_told = one[:, n.TOLD], other[:, n.TOLD]
    fits = np.where(known, _fits(one, other_told), _fits(other, told))
    half = np.where(fits, at["one unknown, fits"], at["one unknown, does not fit"])
    half[np.where(known, other_told, told) == n.NONE] = at["unknown"]
    gap = np.abs(told - other_told)
    neither = _levels(gap, [(1, at["unknown, told together"]), (NEAR_DAYS, at["unknown, told near"])])
    neither[neither < 0] = at["unknown, told apart"]
    neither[(told == n.NONE) | (other_told == n.NONE)] = at["unknown"]
    return np.where(known & other_known, _gaps(one, other), np.where(known | other_known, half, neither))


def _fits(event: Whole, told: Whole) -> Flags:
    # News is told on the day or some days later, seldom before.
    return (event[:, n.FIRST] - 1 <= told) & (told <= event[:, n.LAST] + NEAR_DAYS)


def _gaps(one: Whole, other: Whole) -> Whole:
    """Compare the days of events of which both are told."""
    at = _AT["day"]
    first, last, other_first, other_last = one[:, n.FIRST], one[:, n.LAST], other[:, n.FIRST], other[:, n.LAST]
    gap = np.maximum(0, np.maximum(other_first - last, first - other_last))
    level = _levels(gap, [(0, at["overlap"]), (1, at["a day apart"]), (NEAR_DAYS, at["days apart"])])
    level[level < 0] = at["far apart"]
    # One day and the same says more than two stretches that overlap.
    level[(first == last) & (other_first == other_last) & (first == other_first)] = at["same"]
    return level


def _levels(gap: Whole, steps: Sequence[tuple[int, int]]) -> Whole:
    """Return for each number of days the level of the first step that holds it, -1 where none does."""
    found = np.full(len(gap), -1)
    for most, level in reversed(steps):
        found[gap <= most] = level
    return found


def _standing(pairs: Pairs, *, within: bool) -> Whole:
    """Compare what the events are in their reports."""
    at = _AT["standing"]
    if within:
        return np.full(len(pairs.i), at["one report"])
    mains = pairs.one[:, n.MAIN] + pairs.other[:, n.MAIN]
    recalled = pairs.one[:, n.BACKGROUND] != pairs.other[:, n.BACKGROUND]
    one = np.where(recalled, at["one recalled"], np.where(mains == 1, at["one main"], at["neither"]))
    return np.where(mains == 2, at["both main"], one)


def _named(pairs: Pairs, place: Whole) -> Whole:
    """Return the answers of places: one that the other report names too differs less."""
    unlike = np.flatnonzero(_UNLIKE_PLACE[place])
    # A report that names the other's place may have meant it.
    some = pairs.only(unlike)
    by_other = _named_by(some, some.one[:, n.PLACE], some.b.source[some.j], lambda a, b: (a.where, b.source))
    by_own = _named_by(some, some.other[:, n.PLACE], some.a.source[some.i], lambda a, b: (b.where, a.source))
    found = place.copy()
    found[unlike[by_other | by_own]] = _NAMED_PLACE
    return found


def _named_by(pairs: Pairs, place: Whole, source: Whole, of: Callable[[Telling, Telling], tuple[Any, Source]]) -> Flags:
    """Tell of each pair whether the report of one names the place of the other."""
    keys, first, back = np.unique(of_two(place, source), return_index=True, return_inverse=True)
    found = np.empty(len(keys), np.bool_)
    for k, at in enumerate(first.tolist()):
        found[k] = named(*of(*pairs.tellings(at)))
    return found[back]


def may_be_apart(place: NDArray[np.float64], *, within: bool) -> Flags:
    """Tell by the answers of places which pairs may be of two places; two that one report names are still two."""
    return np.asarray((_APART_WITHIN if within else _UNLIKE_PLACE)[place.astype(np.int64)])


def _parties(part: str, pairs: Pairs, shared: Common) -> Whole:
    """Compare who acts, or who is acted upon: one name, one country, or nothing; either may be unknown."""
    at, cell = _AT[part], (pairs.i, pairs.j)
    column, name, land = _SIDES[part]
    level = np.where(shared.of[land, land][cell], at["same country"], at["other"])
    if "same, turned round" in at:
        turned = shared.of[n.ACTOR, n.RECIPIENT][cell] & shared.of[n.RECIPIENT, n.ACTOR][cell]
        level[turned & (level == at["other"])] = at["same, turned round"]
    level[shared.of[name, name][cell]] = at["same"]
    level[(pairs.one[:, column] == 0) | (pairs.other[:, column] == 0)] = at["unknown"]
    return level


_SIDES = {
    "actors": (n.ACTORS, n.ACTOR, n.ACTOR_LAND), "recipients": (n.RECIPIENTS, n.RECIPIENT, n.RECIPIENT_LAND),
}  # fmt: skip


def _numbers(pairs: Pairs) -> Whole:
    """Compare the numbers of those that have any."""
    at = _AT["numbers"]
    found = np.full(len(pairs.i), at["unknown"])
    for k in np.flatnonzero(pairs.one[:, n.NUMBERED] & pairs.other[:, n.NUMBERED]).tolist():
        found[k] = at[of_numbers(*pairs.tellings(k))]
    return found


def _trigger(pairs: Pairs, shared: Common) -> Places:
    """Return how many of the fewer words for the act are the other's too."""
    fewer = np.minimum(pairs.one[:, n.TRIGGERS], pairs.other[:, n.TRIGGERS])
    return shared.triggers[pairs.i, pairs.j] / np.maximum(1, fewer)
