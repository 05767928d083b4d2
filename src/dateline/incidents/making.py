"""From the events of a group to an incident: what most sources say, and its id."""

import hashlib
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import TypeVar

import msgspec

from dateline.incidents.claimed.claims import lone_fields, weigh_claims
from dateline.incidents.claimed.detail import Detail
from dateline.incidents.model import Claim, Incident, IncidentActor, IncidentPlace
from dateline.incidents.rules import Rule
from dateline.lexicon.files import read_toml
from dateline.model.base import Span
from dateline.model.closed import EventType, Mode

T = TypeVar("T", bound=Hashable)
_Days = tuple[str, str]
_TITLES = Path(__file__).parent / "data" / "titles.toml"
_DIGITS = 16  # hexadecimal digits of the digest
_SUREST = 0.99  # nobody's reading is surer
_PRECISE: Mapping[str | None, int] = {
    "site": 0,
    "town": 0,
    "district": 1,
    "province": 2,
    "water": 2,
    "region": 3,
    "country": 4,
}
_MOST_ACTORS = 6  # shown; a summit has dozens


class _TitleFile(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """titles.toml."""

    types: dict[str, str]
    modes: dict[str, str]


@cache
def _titles() -> _TitleFile:
    return read_toml(_TITLES, _TitleFile)


# By the earliest event and nothing else: the id stays when others join.
def incident_id(digest: str, span: Span) -> str:
    """Return the id of an incident whose earliest event stands there."""
    return f"i-{hashlib.sha256(f'{digest}:{span[0]}:{span[1]}'.encode()).hexdigest()[:_DIGITS]}"


def make_incident(
    name: str, events: Sequence[Detail], rule: Rule, *, about: Sequence[tuple[str, str]] = ()
) -> tuple[Incident, list[Claim]]:
    """Return the incident of a group of events and what is claimed of it; of one event alone no claims are made.

    Args:
        name: Its id.
        events: The events, the earliest first.
        rule: By which they are one.
        about: The ids of the reports whose main event this is, each with its root.
    """
    alone = len(events) == 1
    claims, fields = ([], lone_fields(events[0], rule)) if alone else weigh_claims(name, events, rule)
    kind: EventType | None = _best(events, lambda e: e.type)
    # The mode is asked of those of the type: "arrest" is no mode of an attack.
    mode: Mode | None = _best([e for e in events if e.type == kind], lambda e: e.mode)
    place = _place(events)
    start, end = _days(events)
    one = Incident(
        id=name, rule=rule.name, type=kind, mode=mode, title=title_of(kind, mode, place, start),
        status=_best(events, lambda e: e.status) or "occurred", start=start, end=end, place=place,
        actors=_actors(events, lambda e: e.actors), recipients=_actors(events, lambda e: e.recipients),
        events=tuple((e.report, e.event, e.spans) for e in events),
        reports=len({e.report for e in events} | {report for report, _ in about}),
        roots=len({e.root for e in events} | {root for _, root in about}),
        voices=len({v for e in events for v in e.said_by}),
        main_of=tuple(report for report, _ in about), fields=fields, confidence=_confidence(events),
    )  # fmt: skip
    return one, claims


def _votes(events: Iterable[Detail], value: Callable[[Detail], T | None]) -> Counter[T]:
    """Count for each value the roots that give it; what a report is about counts double, what it recalls half."""
    given: dict[tuple[T, str], float] = {}
    for event in events:
        found = value(event)
        if found is not None:
            weight = 2.0 if event.main else 0.5 if event.background else 1.0
            given[found, event.root] = max(weight, given.get((found, event.root), 0.0))
    votes: Counter[T] = Counter()
    for (found, _), weight in given.items():
        votes[found] += weight  # type: ignore[assignment]  # halves
    return votes


def _best(events: Sequence[Detail], value: Callable[[Detail], T | None]) -> T | None:
    """Return the value that most roots give, of several the earliest."""
    votes = _votes(events, value)
    return max(votes, key=votes.__getitem__, default=None)


def _place(events: Sequence[Detail]) -> IncidentPlace | None:
    """Return the place that most roots give among the most precise."""
    votes = _votes(events, lambda e: e.place)
    # Those who say "in Gubio" know more than those, however many, who say "in Nigeria".
    return min(votes, key=lambda p: (_PRECISE.get(p.precision, 4), -votes[p], p.name), default=None)


def _days(events: Sequence[Detail]) -> tuple[str | None, str | None]:
    """Return the day that most roots give; of longer stretches the shortest."""
    votes: Counter[_Days] = _votes(events, _stretch)
    # "On 3 May" is closer than "in May", whoever says it.
    return min(votes, key=lambda d: (_length(d), -votes[d], d), default=(None, None))


def _stretch(event: Detail) -> _Days | None:
    return (event.start, event.end or event.start) if event.start else None


def _length(days: _Days) -> int:
    first, last = map(date.fromisoformat, days)
    return (last - first).days


def _actors(events: Sequence[Detail], of: Callable[[Detail], tuple[IncidentActor, ...]]) -> tuple[IncidentActor, ...]:
    """Return who takes part, one of each country that several names stand for, those whom most roots name first."""
    votes: Counter[IncidentActor] = Counter()
    for actor in {a for e in events for a in of(e)}:
        votes[actor] = len({e.root for e in events if actor in of(e)})
    found: dict[str, IncidentActor] = {}
    for actor in sorted(votes, key=lambda a: (-votes[a], a.key, a.name, a.sector or "")):
        # "Chad", "the Chadian army": of each country the one whom most name.
        found.setdefault(actor.country or actor.key, actor)
    return tuple(found.values())[:_MOST_ACTORS]


def _confidence(events: Iterable[Detail]) -> float:
    """Return how sure it is that at least one root is read rightly."""
    by_root: dict[str, float] = {}
    for event in events:
        by_root[event.root] = max(event.confidence, by_root.get(event.root, 0.0))
    wrong = 1.0
    for confidence in by_root.values():
        wrong *= 1 - confidence
    return round(min(1 - wrong, max(_SUREST, *by_root.values())), 2)


def title_of(kind: str | None, mode: str | None, place: IncidentPlace | None, start: str | None) -> str:
    """Return a title such as "Drone strike, Odesa, 14 March 2024"."""
    titles = _titles()
    act = titles.modes.get(mode or "") or titles.types.get(kind or "") or "Event"
    day = date.fromisoformat(start) if start else None
    when = f"{day.day} {day:%B} {day.year}" if day else None
    return ", ".join(part for part in (act, place.name if place else None, when) if part)
