"""What two tellings have in common, question by question: each answer is a level that has a weight.

An answer lists levels with their share: mostly one level whole; a likeness of words lies between two of them.
"""

from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path

import msgspec

from dateline.geo import distance_km
from dateline.incidents.alike.telling import Party, Source, Telling, Where
from dateline.incidents.alike.words import alike, stems, words_of
from dateline.lexicon.files import read_toml
from dateline.model.groups import TO_COME

Answer = tuple[tuple[str, float], ...]
KNOTS = (0.0, 0.1, 0.2, 0.3, 0.45, 0.7)
"""Cosines between which the weight of a likeness of words lies on a line."""
_TYPES = Path(__file__).parent / "data" / "types.toml"
_NEAR_KM = 40.0
_NEAR_DAYS = 3
_SURNAME = 4
_CLOSE = frozenset({"site", "town", "district"})
_NEAR_LEVELS: frozenset[str] = frozenset({"same", "near", "one holds the other", "same area"})
_UNKNOWN: Answer = (("unknown", 1.0),)


class _TypeFile(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """types.toml."""

    neighbours: tuple[tuple[str, str], ...]


@cache
def neighbours() -> frozenset[tuple[str, str]]:
    """Return the pairs of types that are taken for each other, in both orders."""
    pairs = read_toml(_TYPES, _TypeFile).neighbours
    return frozenset(pairs) | frozenset((b, a) for a, b in pairs)


def may_be_one(a: Telling, b: Telling) -> bool:
    """Tell whether two tellings of like reports are worth comparing: near types, one word, or the news of both."""
    return a.type == b.type or (a.type, b.type) in neighbours() or (a.main and b.main) or bool(a.triggers & b.triggers)


def meets(a: Telling, b: Telling) -> bool:
    """Tell whether two tellings of one type and of near days share a place, or somebody who is rarely named."""
    if a.type != b.type or (a.days and b.days and gap_days(a.days, b.days) > _NEAR_DAYS):
        return False
    if a.where and b.where and _place_level(a.where, b.where) in _NEAR_LEVELS:
        return True
    return any(p.rare and p.name == q.name for p in (*a.actors, *a.recipients) for q in (*b.actors, *b.recipients))


def of_type(a: Telling, b: Telling) -> Answer:
    """Compare type and mode."""
    if a.type != b.type:
        return (("neighbour" if (a.type, b.type) in neighbours() else "other", 1.0),)
    if a.mode == b.mode:
        return (("same, same mode" if a.mode else "same", 1.0),)
    return (("same, other mode" if a.mode and b.mode else "same", 1.0),)


def of_trigger(a: Telling, b: Telling) -> Answer:
    """Compare the words that denote the act: how many of the fewer ones are the other's too."""
    fewer = min(len(a.triggers), len(b.triggers))
    share = len(a.triggers & b.triggers) / fewer if fewer else 0.0
    return (("same", share), ("other", 1 - share))


def of_day(a: Telling, b: Telling) -> Answer:
    """Compare the days of the event, or of publication where one is not told."""
    if a.days and b.days:
        return ((_gap_level(a.days, b.days), 1.0),)
    if not a.days and not b.days:
        gap = None if a.source.day is None or b.source.day is None else abs(a.source.day - b.source.day)
        return ((_told(gap), 1.0),)
    days, told = (a.days, b.source.day) if a.days else (b.days, a.source.day)
    if days is None or told is None:
        return _UNKNOWN
    return (("one unknown, fits" if days[0] - 1 <= told <= days[1] + _NEAR_DAYS else "one unknown, does not fit", 1.0),)


def gap_days(a: tuple[int, int], b: tuple[int, int]) -> int:
    """Return how many days lie between two stretches of days, 0 where they share one."""
    return max(0, b[0] - a[1], a[0] - b[1])


def _gap_level(a: tuple[int, int], b: tuple[int, int]) -> str:
    gap = gap_days(a, b)
    if gap == 0:
        return "same" if a == b and a[0] == a[1] else "overlap"
    return "a day apart" if gap == 1 else "days apart" if gap <= _NEAR_DAYS else "far apart"


def _told(gap: int | None) -> str:
    if gap is None:
        return "unknown"
    return (
        "unknown, told together" if gap <= 1 else "unknown, told near" if gap <= _NEAR_DAYS else "unknown, told apart"
    )


def of_place(a: Telling, b: Telling) -> Answer:
    """Compare the places, with the radius of both; a place that the other report names too differs less."""
    if a.where is None or b.where is None:
        return _UNKNOWN
    level = _place_level(a.where, b.where)
    if level in ("near", "far", "other country") and (named(a.where, b.source) or named(b.where, a.source)):
        return (("other, but named", 1.0),)
    return ((level, 1.0),)


def _place_level(a: Where, b: Where) -> str:
    if a.country and b.country and a.country != b.country:
        return "other country"
    if a.name == b.name:
        return "same" if a.precision in _CLOSE and b.precision in _CLOSE else "same area"
    apart = kilometres(a, b)
    if not a.exact or not b.exact:
        holds = _country_holds(a, b) or (apart is not None and apart <= max(a.radius_km, b.radius_km))
        return "one holds the other" if holds else "far" if apart is not None else "same area"
    if apart is None:
        return "same area"
    return "same" if apart <= max(a.radius_km, b.radius_km) else "near" if apart <= _NEAR_KM else "far"


def _country_holds(a: Where, b: Where) -> bool:
    if "country" in (a.precision, b.precision) and a.country == b.country:
        return True
    return (a.precision == "province" and b.admin1 == a.name) or (b.precision == "province" and a.admin1 == b.name)


def kilometres(a: Where, b: Where) -> float | None:
    """Return the distance between two places, None where one has no point."""
    if b.lat is None or b.lon is None:
        return None
    return distance_km(a.lat, a.lon, b.lat, b.lon)


def named(where: Where, source: Source) -> bool:
    """Tell whether the news of a report names a place."""
    return all(word in source.words for word in _place_words(where.name))


@cache
def _place_words(name: str) -> tuple[str, ...]:
    return tuple(stems(name)) or (name,)


def of_actors(a: Telling, b: Telling) -> Answer:
    """Compare who acts."""
    level = _parties(a.actors, b.actors)
    if level == "other" and _parties(a.actors, b.recipients) == _parties(a.recipients, b.actors) == "same":
        level = "same, turned round"
    return ((level, 1.0),)


def of_recipients(a: Telling, b: Telling) -> Answer:
    """Compare who is acted upon; a struck place stands for its country."""
    level = _parties(a.recipients, b.recipients)
    return ((level, 1.0),)


def _parties(a: tuple[Party, ...], b: tuple[Party, ...]) -> str:
    """Return how far two lists of parties agree: one name, one country, or nothing; either may be unknown."""
    if not a or not b:
        return "unknown"
    (names, countries), (other_names, other_countries) = _known(a), _known(b)
    if not names.isdisjoint(other_names):
        return "same"
    return "other" if countries.isdisjoint(other_countries) else "same country"


@lru_cache(maxsize=100_000)
def _known(parties: tuple[Party, ...]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the names and surnames of parties, and their countries."""
    surnames = {p.last for p in parties if len(p.last) >= _SURNAME}
    return frozenset({p.name for p in parties} | surnames), frozenset(p.country for p in parties if p.country)


def of_numbers(a: Telling, b: Telling) -> Answer:
    """Compare the numbers of one kind: tolls rise, and a number that is told again is a strong sign."""
    shared = sorted(a.numbers.keys() & b.numbers.keys())
    if not shared:
        return _UNKNOWN
    first, later = (a, b) if a.order <= b.order else (b, a)
    levels = {_numbers(first.numbers[kind], later.numbers[kind]) for kind in shared}
    return ((next(level for level in _NUMBERS if level in levels), 1.0),)


_NUMBERS = ("same", "overlap", "risen", "other")


def _numbers(first: tuple[float, float], later: tuple[float, float]) -> str:
    if first == later:
        return "same"
    if first[0] <= later[1] and later[0] <= first[1]:
        return "overlap"
    return "risen" if first[1] < later[0] else "other"


def of_status(a: Telling, b: Telling) -> Answer:
    """Compare whether it took place: what is denied is still the same happening, what is to come another."""
    return (("same" if (a.status in TO_COME) == (b.status in TO_COME) else "one to come", 1.0),)


def of_standing(a: Telling, b: Telling) -> Answer:
    """Compare what the events are in their reports."""
    if a.source is b.source or a.source.key == b.source.key:
        return (("one report", 1.0),)
    if a.main and b.main:
        return (("both main", 1.0),)
    return (("one recalled" if a.background != b.background else "one main" if a.main or b.main else "neither", 1.0),)


def of_whole(a: Telling, b: Telling) -> Answer:
    """Tell which of act, day and place are the same: together they say more than each by itself."""
    agree = [name for name, ask in (("act", _one_act), ("day", _one_day), ("place", _one_place)) if ask(a, b)]
    return ((" and ".join(agree) or "none", 1.0),)


def _one_act(a: Telling, b: Telling) -> bool:
    return a.type == b.type and not (a.mode and b.mode and a.mode != b.mode)


def _one_day(a: Telling, b: Telling) -> bool:
    return a.days is not None and b.days is not None and gap_days(a.days, b.days) == 0


def _one_place(a: Telling, b: Telling) -> bool:
    return a.where is not None and b.where is not None and _place_level(a.where, b.where) == "same"


def of_sentence(a: Telling, b: Telling) -> Answer:
    """Compare the words of the sentences."""
    return between(alike(words_of(a.told), words_of(b.told)))


def between(cosine: float) -> Answer:
    """Return a likeness of words as shares of the two knots between which it lies."""
    for low, high in pairwise(KNOTS):
        if cosine < high:
            share = (cosine - low) / (high - low)
            return ((_KNOT[low], 1 - share), (_KNOT[high], share))
    return ((_KNOT[KNOTS[-1]], 1.0),)


_KNOT = {knot: f"{knot:.2f}" for knot in KNOTS}
PARTS: Mapping[str, Callable[[Telling, Telling], Answer]] = {
    "standing": of_standing, "type": of_type, "day": of_day, "place": of_place, "actors": of_actors,
    "recipients": of_recipients, "numbers": of_numbers, "status": of_status, "trigger": of_trigger,
    "together": of_whole, "sentence": of_sentence,
}  # fmt: skip
"""The questions that are asked of each pair of tellings, the dearest last; how alike the reports are is asked once."""
