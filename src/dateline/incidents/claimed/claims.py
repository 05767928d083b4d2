"""What sources claim of an incident, field by field: who agrees, refines, contradicts, denies, and what is taken.

A toll that rises is no contradiction: a lower count that nobody gives any more once a higher one is told is superseded.
A count that is still given by others, or a lower one that another source gives while a higher stands, is.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median_low

from dateline.incidents.claimed.detail import Detail
from dateline.incidents.claimed.opposing import (
    DISPUTED,
    Side,
    other_people,
    other_place,
    other_side,
    side,
    sides,
    told_to_the_day,
)
from dateline.incidents.model import Claim, ClaimState, IncidentActor, IncidentField, Value
from dateline.incidents.rules import Choice, Rule
from dateline.lexicon.tables import fold
from dateline.model.base import Span
from dateline.model.event import Quantity
from dateline.model.groups import REFUTED, TO_COME

COUNTED = ("killed", "injured", "missing", "arrested", "abducted", "displaced", "participants")
"""Fields that are numbers of people."""
_NUMBERS = frozenset({*COUNTED, "money"})
_CORRECTING = 2
"""So many other roots that give a lower count correct a higher one that nobody gives any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What one report says of one field. Numbers have bounds; words have a ``group``, which values that agree share.

    ``side`` is who stands behind a party, ``beside`` behind all that are named; ``unit`` is what a number counts.
    """

    field: str
    value: Value
    low: float | None = None
    high: float | None = None
    group: str = ""
    side: Side | None = None
    beside: frozenset[Side] = frozenset()
    unit: str | None = None
    event: Detail
    spans: tuple[Span, ...]

    @property
    def said_by(self) -> str | None:
        """Return the voice nearest to the report."""
        return self.event.said_by[0] if self.event.said_by else None

    @property
    def speaker(self) -> tuple[str, str | None]:
        """Return who speaks: a report that gives two accounts, each by its voice, takes neither for its own."""
        return self.event.root, self.said_by


@dataclass(slots=True)
class _Given:
    """One value with all who give it."""

    said: list[Said]
    state: ClaimState = "agree"

    @property
    def first(self) -> str:
        return min(s.event.told for s in self.said)

    @property
    def last(self) -> str:
        return max(s.event.told for s in self.said)

    @property
    def roots(self) -> frozenset[str]:
        return frozenset(s.event.root for s in self.said)

    @property
    def speakers(self) -> frozenset[tuple[str, str | None]]:
        return frozenset(s.speaker for s in self.said)

    @property
    def events(self) -> frozenset[int]:
        return frozenset(s.event.key for s in self.said)

    @property
    def rank(self) -> tuple[int, str, str]:
        """Order values: those of most roots first, then the earliest."""
        return (-len(self.roots), self.first, str(self.said[0].value))

    @property
    def bounds(self) -> tuple[float, float]:
        one = self.said[0]
        return (one.low or 0.0, math.inf if one.high is None else one.high)


def weigh_claims(incident: str, events: Sequence[Detail], rule: Rule) -> tuple[list[Claim], dict[str, IncidentField]]:
    """Return what is claimed of an incident, and of each field what stands and what is taken."""
    claims: list[Claim] = []
    fields: dict[str, IncidentField] = {}
    said: dict[str, list[Said]] = {}
    for event in events:
        for one in _said(event):
            said.setdefault(one.field, []).append(one)
    for name, found in said.items():
        given = _states(_by_value(found))
        choice = rule.choice(name)
        # What was superseded or denied is taken only where nothing else is left.
        taken = _take([g for g in given if g.state not in ("superseded", "denied")] or given, choice)
        claims += [_claim(incident, g, taken=g is taken, by=choice) for g in given]
        fields[name] = _field(given, taken, choice)
    return claims, fields


def lone_fields(event: Detail, rule: Rule) -> dict[str, IncidentField]:
    """Return the fields of an incident that is one event alone: nobody contradicts it but who denies it."""
    return {
        one.field: IncidentField(
            state="denied" if one.value == "denied" else "agree", value=one.value, low=one.low, high=one.high,
            by=rule.choice(one.field),
        )
        for one in _said(event)
    }  # fmt: skip


def _said(event: Detail) -> Iterator[Said]:
    """Yield what an event says of each field."""
    for q, least in _counts(event.quantities):
        # A vague word ("dozens") is known by the least that it can mean; no report says what lies between.
        unit = q.currency if q.kind == "money" else "people"
        yield Said(field=q.kind, value=least, low=least, high=q.high, unit=unit, event=event, spans=(q.span,))
    words = event.spans[:1]
    if event.place:
        name = event.place.name
        yield Said(field="place", value=name, group=name, event=event, spans=event.evidence.get("place", words))
    if event.start:
        yield Said(
            field="start", value=event.start, group=event.start, event=event, spans=event.evidence.get("start", words)
        )
    for name, actors in (("actors", event.actors), ("recipients", event.recipients)):
        yield from (_party(name, actor, event) for actor in actors)
    # Of what is to come nobody can say that it took place.
    if event.status not in TO_COME:
        group = "no" if event.status in REFUTED else "yes"
        yield Said(
            field="status", value=event.status, group=group, event=event, spans=event.evidence.get("status", words)
        )


def _counts(quantities: Iterable[Quantity]) -> Iterator[tuple[Quantity, float]]:
    """Yield the first count of each kind, and those above it: a report gives the whole first, or another's count too.

    "70, among them ten women" is one count; "six bodies …; a doctor speaks of twenty" are two.
    """
    most: dict[str, Quantity] = {}
    for q in quantities:
        if q.kind not in _NUMBERS or q.low is None:
            continue
        first = most.get(q.kind)
        if first is None or (first.high is not None and q.low > first.high and q.name in (None, first.name)):
            most[q.kind] = q
            yield q, q.low


def _party(name: str, actor: IncidentActor, event: Detail) -> Said:
    own, spans = side(actor), event.evidence.get(name, event.spans[:1])
    beside = sides(event.actors if name == "actors" else event.recipients)
    return Said(field=name, value=actor.name, group=own.key, side=own, beside=beside, event=event, spans=spans)


def _by_value(said: Iterable[Said]) -> list[_Given]:
    found: dict[tuple[object, ...], _Given] = {}
    for one in sorted(said, key=lambda s: s.event.order):
        # "Nine" and "nine to twelve" are two values.
        key = (one.low, one.high, one.unit) if one.low is not None else (fold(str(one.value)),)
        found.setdefault(key, _Given([])).said.append(one)
    return list(found.values())


def _states(given: list[_Given]) -> list[_Given]:
    """Set the state of each value beside the others."""
    for one in given:
        one.state = _state(one, [g for g in given if g is not one])
    return given


def _state(one: _Given, others: Sequence[_Given]) -> ClaimState:
    # In this order: a denial is no rival value, and a count that was given up is none either.
    if _denies(one, others):
        return "denied"
    if any(_replaces(other, one) for other in others):
        return "superseded"
    # What this value replaced does not contradict it.
    rest = [g for g in others if g.said[0].group != "no" and not _replaces(one, g)]
    if any(_falls_short(one, other) for other in rest):
        return "conflict"
    if any(_exceeds(other, one) for other in others):
        return "superseded"
    rest = [g for g in rest if not _exceeds(one, g) or _falls_short(g, one)]
    if any(_contradicts(one, other) for other in rest):
        return "conflict"
    return "refine" if any(_yields(one, other) for other in rest) else "agree"


def _numeric(one: _Given) -> bool:
    return one.said[0].low is not None


def _denies(one: _Given, others: Sequence[_Given]) -> bool:
    """Tell whether a status is a denial; that something did not happen, as all say, is none."""
    said_so = any(other.said[0].group == "yes" for other in others)
    # "No shelling took place" contradicts only whoever says that it did; "denied" is told as a denial.
    return one.said[0].group == "no" and (said_so or one.said[0].event.status == "denied")


def _replaces(later: _Given, earlier: _Given) -> bool:
    """Tell whether all roots of a number gave another one later, or two others a lower one that then stood."""
    if not _numeric(later) or later.said[0].unit != earlier.said[0].unit:
        return False
    own = {root: max(s.event.told for s in later.said if s.event.root == root) for root in later.roots}
    # A lower count that comes later, when nobody gives the higher one any more, was a correction.
    corrected = later.bounds[1] < earlier.bounds[0] and later.first > earlier.last
    if corrected and len(later.roots - earlier.roots) >= _CORRECTING:
        return True
    # Each root gave another number after this one: nobody stands by it.
    return all(own.get(s.event.root, "") > s.event.told for s in earlier.said)


def _exceeds(later: _Given, earlier: _Given) -> bool:
    """Tell whether a number rose for all: a higher one, and then nobody gave the lower one any more."""
    return _numeric(later) and later.bounds[0] > earlier.bounds[1] and later.first > earlier.last


def _falls_short(one: _Given, other: _Given) -> bool:
    """Tell whether a number was lower than one that another source had told by then."""
    if not _numeric(one) or not _contradicts(one, other) or one.bounds[1] > other.bounds[0]:
        # "Nine dead", said by another when twelve had been told: it is no old count, it is another one.
        return False
    return any(s.event.told > other.first and s.event.root not in other.roots for s in one.said)


def _contradicts(one: _Given, other: _Given) -> bool:
    if _numeric(one):
        (low, high), (other_low, other_high) = one.bounds, other.bounds
        apart = one.said[0].unit == other.said[0].unit and (high < other_low or other_high < low)
        return apart and (one.roots != other.roots or not one.events.isdisjoint(other.events))
    match one.said[0].field:
        case "recipients":
            # Who tells both accounts takes neither: there must be some who tell the one alone, and some the other.
            shared = one.roots <= other.roots or other.roots <= one.roots
        case "actors":
            # A report may give two accounts, each by its voice: they are at odds though it tells both.
            shared = bool(one.speakers & other.speakers)
        case _:
            shared = bool(one.roots & other.roots)
    return one.said[0].group != other.said[0].group and not shared and _opposed(one.said, other.said)


def _opposed(one: Sequence[Said], other: Sequence[Said]) -> bool:
    """Tell whether two values in words cannot both be true; what is recalled in passing contradicts nobody."""
    match one[0].field:
        case "actors":
            opposed = all(_other_sides(a, b) and _other_sides(b, a) for a in one for b in other)
        case "recipients":
            opposed = _other_people(one, other)
        case "place":
            opposed = all(other_place(a.event.place, b.event.place) for a in one for b in other)
        case "start":
            opposed = all(any(told_to_the_day(said.event) for said in value) for value in (one, other))
            opposed = opposed and not _foretold(one, other) and not _foretold(other, one)
        case _:
            return False
    return opposed and not all(said.event.background for said in one) and not all(s.event.background for s in other)


def _foretold(one: Sequence[Said], other: Sequence[Said]) -> bool:
    """Tell a day after others told of the event: it is that of what was said of it ("condemned on Sunday")."""
    return str(one[0].value) > min(said.event.told for said in other)[:10]


def _other_sides(a: Said, b: Said) -> bool:
    if a.side is None or b.side is None or a.event.type not in DISPUTED:
        return False
    return other_side(a.side, b.side, b.beside)


def _other_people(one: Sequence[Said], other: Sequence[Said]) -> bool:
    """Tell whether some were killed who are fighters to one and none to the other ("terrorists", "herders")."""
    killed = all(any(_kills(said.event) for said in value) for value in (one, other))
    return killed and all(a.side and b.side and other_people(a.side, b.side) for a in one for b in other)


def _kills(event: Detail) -> bool:
    return event.type == "ASSAULT" and any(q.kind == "killed" for q in event.quantities)


def _yields(one: _Given, other: _Given) -> bool:
    """Tell whether a value is a wider form of another that stands; of words, one that fewer give, or later."""
    if not _numeric(one):
        return one.rank > other.rank
    # "Dozens" holds twelve, so twelve is the closer form.
    (low, high), (other_low, other_high) = one.bounds, other.bounds
    return low <= other_low and other_high <= high


def _take(given: Sequence[_Given], choice: Choice) -> _Given:
    """Return the value that a rule takes."""
    if choice in ("mode", "best-sourced", "range") or not _numeric(given[0]):
        # Of as many roots a closer value before a wider one.
        key = (lambda g: g.last) if choice == "latest" else (lambda g: (len(g.roots), g.state != "refine", len(g.said)))
        return max(given, key=key)
    if choice == "latest":
        return max(given, key=lambda g: g.last)
    ordered = sorted(given, key=lambda g: g.bounds)
    if choice == "median":
        return ordered[median_low(range(len(ordered)))]
    return ordered[0] if choice == "lowest" else ordered[-1]


def _claim(incident: str, given: _Given, *, taken: bool, by: str) -> Claim:
    first = given.said[0]
    spans: dict[str, tuple[Span, ...]] = {}
    for one in given.said:
        spans[one.event.report] = tuple(dict.fromkeys((*spans.get(one.event.report, ()), *one.spans)))
    voices = {s.said_by for s in given.said if s.said_by}
    return Claim(
        incident=incident, field=first.field, value=first.value, low=first.low, high=first.high,
        unit=first.unit, state=given.state, chosen=taken, by=by, roots=len(given.roots),
        reports=tuple(spans), said_by=min(voices) if len(voices) == 1 else "; ".join(sorted(voices)) or None,
        told=given.first or None, spans=tuple(spans.items()),
    )  # fmt: skip


def _field(given: Sequence[_Given], taken: _Given, choice: str) -> IncidentField:
    """Return how the values of a field stand to each other, and what is taken."""
    states = {g.state for g in given}
    state: ClaimState = next((s for s in _WORST if s in states), "agree")
    stands = [g for g in given if g.state not in ("superseded", "denied")] or [taken]
    if not _numeric(taken):
        return IncidentField(state=state, value=taken.said[0].value, by=choice)
    highs = [g.bounds[1] for g in stands]
    return IncidentField(
        state=state, value=taken.said[0].value, low=min(g.bounds[0] for g in stands),
        high=max(highs) if max(highs) < math.inf else None, by=choice,
    )  # fmt: skip


_WORST: tuple[ClaimState, ...] = ("conflict", "denied", "refine")
