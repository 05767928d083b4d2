"""Pledges over time: one line for each, however often it is told, from announced to delivered."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations
from math import log

from dateline.lexicon.tables import fold
from dateline.model.closed import Qualifier, Stage
from dateline.model.groups import NO_STATE
from dateline.timelines.clusters import cluster
from dateline.timelines.model import Party, Quote, Teller, count_voices, days_between, most_common, once, order

STAGES: tuple[Stage, ...] = ("announced", "committed", "allocated", "delivered")
ENDED: tuple[Stage, ...] = ("withdrawn", "refused")
REPEAT_DAYS = 60
"""So many days after it was first told, the same sum at the same stage is still told as news."""
STAGE_DAYS = 1_095
"""Within so many days the same sum at a later stage is the one that was announced."""
OWN_DAYS = 3
"""Sums that were each announced on a day of their own, further apart than this, are two."""
_ROUGHLY = 0.03
_EXACTLY = 0.001
_STEP = log(1.04)


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """Something given, and how many of it."""

    name: str
    count: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Gift:
    """One commitment of one report. ``day`` is when the act took place, where the report says so."""

    id: str
    giver: Party | None
    receiver: Party | None
    kind: str
    stage: Stage
    amount: float | None = None
    currency: str | None = None
    qualifier: Qualifier | None = None
    converted: tuple[tuple[float, str], ...] = ()
    things: tuple[Thing, ...] = ()
    part_of: str | None = None
    day: str | None = None
    quote: Quote
    teller: Teller

    @property
    def when(self) -> str:
        """Return the day of the act, else that of publication."""
        return self.day or self.teller.published[:10]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """The first time that a pledge is told at a stage, and who tells it."""

    stage: Stage
    day: str
    amount: float | None
    quote: Quote
    source: str | None
    reports: tuple[str, ...]
    roots: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Pledge:
    """One pledge over all reports. ``up_to`` marks a ceiling; ``part_of`` is the number of the pledge that holds it."""

    number: int
    giver: str | None
    giver_key: str
    receiver: str | None
    receiver_key: str
    kind: str
    amount: float | None
    currency: str | None
    qualifier: Qualifier | None
    up_to: bool
    things: tuple[Thing, ...]
    stage: Stage
    steps: tuple[Step, ...]
    reports: tuple[str, ...]
    roots: int
    part_of: int | None = None


def join_gifts(gifts: Iterable[Gift]) -> list[Pledge]:
    """Join what reports tell of one pledge; the earliest pledge comes first."""
    told = sorted(gifts, key=lambda g: (order(g.teller), g.id))
    groups = cluster(told, keys=_sizes, same=is_repeat)
    number_of = {gift.id: n for n, group in enumerate(groups, 1) for gift in group}
    whole_of = _wholes([gift for group in groups for gift in group])
    return [_pledge(n, group, number_of, whole_of) for n, group in enumerate(groups, 1)]


def is_repeat(one: Gift, other: Gift) -> bool:
    """Tell whether two reports, or two places of one, tell of one pledge."""
    return (
        one.id != other.id
        and (_fits(one.giver, other.giver) or _are_bodies(one.giver, other.giver))
        and _fits(one.receiver, other.receiver)
        and _same_size(one, other)
        and _same_time(one, other)
    )


def _wholes(gifts: Sequence[Gift]) -> dict[str, str]:
    """Return the gift that each is a part of: as its report says, or since two sums of one report make a third."""
    found = {gift.id: gift.part_of for gift in gifts if gift.part_of}
    by_report: dict[tuple[str, str | None], list[Gift]] = defaultdict(list)
    for gift in gifts:
        if gift.amount:
            by_report[gift.teller.report, gift.currency].append(gift)
    for own in by_report.values():
        for whole, one, other in permutations(own, 3):
            if _near((whole.amount or 0, None, _EXACTLY), ((one.amount or 0) + (other.amount or 0), None, _EXACTLY)):
                found |= {one.id: whole.id, other.id: whole.id}
    return found


def _fits(one: Party | None, other: Party | None) -> bool:
    """Tell whether two parties may be one; one that is not named may be anybody, people of a state are that state."""
    if one is None or other is None or one.vague or other.vague or one.key == other.key:
        return True
    if one.country and other.country:
        return one.country == other.country
    words = set(fold(one.name).split()), set(fold(other.name).split())
    return words[0] <= words[1] or words[1] <= words[0]


def _are_bodies(one: Party | None, other: Party | None) -> bool:
    return bool(one and other and one.stateless and other.stateless)


def _sizes(gift: Gift) -> Iterator[tuple[object, object]]:
    """Yield what a gift is looked up by: things by their number, sums so coarsely that those that fit share one."""
    if gift.amount is not None:
        for value, currency, _ in _sums(gift):
            size = round(log(max(value, 1.0)) / _STEP)
            yield from ((currency, size + n) for n in (-1, 0, 1))
    yield from _counted(gift)


def _same_size(one: Gift, other: Gift) -> bool:
    if one.amount is not None and other.amount is not None:
        return any(_near(a, b) for a in _sums(one) for b in _sums(other))
    return bool(_counted(one) & _counted(other))


def _counted(gift: Gift) -> set[tuple[str, float]]:
    """Return the things given of which there is a number, each by its head noun."""
    return {(fold(thing.name).split()[-1], thing.count) for thing in gift.things if thing.count and thing.name.strip()}


def _sums(gift: Gift) -> list[tuple[float, str | None, float]]:
    """Return the sum and its conversions, each with how far another may differ from it."""
    return [(gift.amount or 0.0, gift.currency, _EXACTLY), *((v, c, _ROUGHLY) for v, c in gift.converted)]


def _near(one: tuple[float, str | None, float], other: tuple[float, str | None, float]) -> bool:
    return one[1] == other[1] and abs(one[0] - other[0]) <= max(one[2], other[2]) * max(one[0], other[0])


def _same_time(one: Gift, other: Gift) -> bool:
    if one.teller.family and one.teller.family == other.teller.family:
        return True
    apart = days_between(one.when or None, other.when or None)
    if one.stage != other.stage:
        return apart is None or apart <= STAGE_DAYS
    own = days_between(one.day, other.day)
    if own is not None:
        return own <= OWN_DAYS
    return apart is None or apart <= REPEAT_DAYS


def _pledge(number: int, gifts: Sequence[Gift], number_of: dict[str, int], whole_of: dict[str, str]) -> Pledge:
    givers = [g.giver for g in gifts if g.giver]
    receivers = [g.receiver for g in gifts if g.receiver and not g.receiver.vague] or [
        g.receiver for g in gifts if g.receiver
    ]
    sized = next((g for g in gifts if g.amount is not None), gifts[0])
    steps = tuple(_steps(gifts))
    wholes = [number_of[whole] for g in gifts if (whole := whole_of.get(g.id)) in number_of]
    return Pledge(
        number=number, giver=_named(givers), giver_key=_key(givers), receiver=_named(receivers),
        receiver_key=_key(receivers), kind=most_common([g.kind for g in gifts]), amount=sized.amount,
        currency=sized.currency, qualifier=sized.qualifier, up_to=any(g.qualifier == "at-most" for g in gifts),
        things=max((g.things for g in gifts), key=len), stage=_furthest(steps), steps=steps,
        reports=once(g.teller.report for g in gifts), roots=count_voices(g.teller for g in gifts),
        part_of=next((n for n in wholes if n != number), None),
    )  # fmt: skip


def _named(parties: Sequence[Party]) -> str | None:
    """Return the name that stands for a party: that of a state or an organisation rather than of who speaks for it."""
    states = [p.name for p in parties if p.kind == "country"] or [p.name for p in parties if p.kind != "person"]
    return most_common(states or [p.name for p in parties]) if parties else None


def _key(parties: Sequence[Party]) -> str:
    codes = [p.country for p in parties if p.country and p.country not in NO_STATE]
    return most_common(codes or [p.key for p in parties]) if parties else ""


def _steps(gifts: Sequence[Gift]) -> Iterable[Step]:
    for stage in (*STAGES, *ENDED):
        told = [g for g in gifts if g.stage == stage]
        if told:
            earliest = min(told, key=lambda g: (not g.when, g.when, order(g.teller)))
            yield Step(
                stage=stage, day=earliest.when, amount=earliest.amount, quote=earliest.quote,
                source=earliest.teller.source, reports=once(g.teller.report for g in told),
                roots=count_voices(g.teller for g in told),
            )  # fmt: skip


def _furthest(steps: Sequence[Step]) -> Stage:
    """Return the last stage reached; what was taken back after it has ended."""
    ended = [s for s in steps if s.stage in ENDED]
    going = [s for s in steps if s.stage not in ENDED]
    if ended and (not going or max(s.day for s in ended) >= max(s.day for s in going)):
        return ended[-1].stage
    return going[-1].stage
