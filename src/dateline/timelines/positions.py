"""Where actors stand over time: a line for each actor and issue, and the pairs of statements between which it moved."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from dateline.model.closed import Stance
from dateline.timelines.model import Party, Quote, Teller, count_voices, first, most_common, once, order

_FEWEST_PARTS = 2
"""An issue of so many parts is the same as one that has these parts and more; fewer say too little."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """One position of one report. ``day`` is when it was taken, else when it was published."""

    actor: Party
    issue: str
    label: str
    stance: Stance
    strength: float
    hedge: str | None = None
    condition: str | None = None
    day: str
    quote: Quote
    teller: Teller


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A dated statement of a line, whoever reports it; the words are those of who told it first."""

    day: str
    stance: Stance
    strength: float
    hedge: str | None
    condition: str | None
    quote: Quote
    source: str | None
    reports: tuple[str, ...]
    roots: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A move from one stance to another: two statements, with the words of both."""

    day: str
    before: Point
    after: Point


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One actor on one issue, by day."""

    actor: str
    country: str | None
    issue: str
    label: str
    points: tuple[Point, ...]
    changes: tuple[Change, ...]


def draw_lines(stands: Iterable[Stand]) -> list[Line]:
    """Return a line for each actor and issue, those that moved first, then those with most statements."""
    by_actor: dict[str, list[Stand]] = defaultdict(list)
    for stand in stands:
        by_actor[stand.actor.key].append(stand)
    lines = [_line(group) for own in by_actor.values() for group in _by_issue(own)]
    return sorted(lines, key=lambda ln: (-len(ln.changes), -len(ln.points), ln.actor, ln.issue))


def _by_issue(stands: Sequence[Stand]) -> list[list[Stand]]:
    """Group the stands of one actor by issue; an issue told in less detail is that of which it is a part."""
    parts = {stand.issue: frozenset(stand.issue.split(":")) for stand in stands}
    whole = {issue: _fullest(issue, parts) for issue in parts}
    groups: dict[str, list[Stand]] = defaultdict(list)
    for stand in stands:
        groups[whole[stand.issue]].append(stand)
    return list(groups.values())


def _fullest(issue: str, parts: dict[str, frozenset[str]]) -> str:
    """Return the one issue of which this one is a part; itself where there is none, or where there are several."""
    if len(parts[issue]) < _FEWEST_PARTS:
        return issue
    wider = [other for other, of in parts.items() if parts[issue] < of and _head(other) == _head(issue)]
    fullest = [o for o in wider if not any(parts[o] < parts[p] for p in wider)]
    return fullest[0] if len(fullest) == 1 else issue


def _head(issue: str) -> str:
    return issue.split(":", 1)[0]


def _line(stands: Sequence[Stand]) -> Line:
    told = sorted(_once_told(stands), key=lambda s: (s.day, order(s.teller), s.stance))
    points = tuple(
        _point(list(same))
        for _, day in groupby(told, key=lambda s: s.day)
        for _, same in groupby(sorted(day, key=lambda s: s.stance), key=lambda s: s.stance)
    )
    fullest = max(told, key=lambda s: (len(s.issue.split(":")), s.issue))
    return Line(
        actor=most_common([s.actor.name for s in told]),
        country=next((s.actor.country for s in told if s.actor.country), None),
        issue=fullest.issue, label=fullest.label, points=points, changes=tuple(_changes(points)),
    )  # fmt: skip


def _once_told(stands: Sequence[Stand]) -> list[Stand]:
    """Return stands with copies of one text put on the day of the first of them."""
    days: dict[tuple[str, Stance], str] = {}
    for stand in stands:
        key = (stand.teller.family or stand.teller.report, stand.stance)
        days[key] = min(days.get(key, stand.day), stand.day)
    return [replace(s, day=days[s.teller.family or s.teller.report, s.stance]) for s in stands]


def _point(stands: Sequence[Stand]) -> Point:
    teller = first(s.teller for s in stands)
    said = next(s for s in stands if s.teller == teller)
    return Point(
        day=said.day, stance=said.stance, strength=said.strength, hedge=said.hedge, condition=said.condition,
        quote=said.quote, source=teller.source,
        reports=once(s.teller.report for s in sorted(stands, key=lambda s: order(s.teller))),
        roots=count_voices(s.teller for s in stands),
    )  # fmt: skip


def _changes(points: Sequence[Point]) -> Iterable[Change]:
    """Yield the moves between days on which the actor takes one stance alone; a day of two is no move."""
    days = [list(day) for _, day in groupby(points, key=lambda p: p.day)]
    clear = [day[0] for day in days if len(day) == 1]
    for before, after in pairwise(clear):
        if before.stance != after.stance:
            yield Change(day=after.day, before=before, after=after)
