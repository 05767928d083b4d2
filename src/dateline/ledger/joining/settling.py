"""Write what a rule made: incidents that are new or changed, and where the ids of those went that are gone."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.incidents.choosing import choose, newest
from dateline.incidents.claimed.circles import Circle, merge_circles
from dateline.incidents.claimed.detail import Detail
from dateline.incidents.grouping import Near, held_events
from dateline.incidents.making import incident_id, make_incident
from dateline.incidents.rules import Rule
from dateline.incidents.stories import main_incidents
from dateline.ledger.joining.ties import judged_ties, ties_of
from dateline.store.batch import Batch
from dateline.store.joining.details import read_details, reports_about, with_evidence
from dateline.store.joining.incidents import (
    Kept,
    Made,
    end_incident,
    is_taken,
    move_incident,
    successors,
    write_incident,
)
from dateline.store.joining.likeness import read_pairs
from dateline.store.joining.ranks import Ranked, read_ranks
from dateline.store.judging.judgements import judged_values
from dateline.store.rows import dumps

_AT_ONCE = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Settling:
    """What is to be settled.

    Args:
        groups: Events that are one incident, the earliest first.
        stories: Reports that are about one happening.
        old: The incidents whose place the groups take.
        beside: Other incidents that reports of the stories tell: their events stay, who is about them may change.
    """

    groups: Sequence[Sequence[int]]
    stories: Sequence[Sequence[int]]
    old: Sequence[Kept]
    beside: Sequence[Kept] = ()


def settle(batch: Batch, rule: Rule, what: Settling) -> None:
    """Write the incidents that are new or changed, end the others, and let their ids lead on."""
    groups = [*what.groups, *(sorted(k.events) for k in what.beside)]
    about = _about(batch, groups, what.stories)
    scope = {report for story in what.stories for report in story}
    for n, k in enumerate(what.beside, start=len(what.groups)):
        about[n] = about.get(n, set()) | (k.about - scope)
    known = {k.events: k for k in (*what.old, *what.beside)}
    gone = {k.key: k for k in known.values()} | {k.key: k for k in what.old}
    fresh: list[Made] = []
    for n, made in enumerate(_made(batch, rule, groups, about)):
        before = known.get(frozenset(groups[n]))
        if before is not None and before.record == dumps(made.incident) and before.about == {*made.about}:
            del gone[before.key]
        else:
            fresh.append(made)
    for key in gone:
        end_incident(batch, key)
    for made in fresh:
        write_incident(batch, made)
    for k in gone.values():
        _lead_on(batch, rule, k)


def _lead_on(batch: Batch, rule: Rule, gone: Kept) -> None:
    """Let the id of an incident that is gone lead to the one that has most of its events."""
    if not is_taken(batch, rule.name, gone.id):
        target = next(successors(batch, rule.name, gone), None)
        if target is not None:
            move_incident(batch, rule.name, gone.id, target)


def _about(batch: Batch, groups: Sequence[Sequence[int]], stories: Sequence[Sequence[int]]) -> dict[int, set[int]]:
    """Return for the number of each group the reports that are about it."""
    told: dict[int, set[int]] = {}
    main: dict[int, int] = {}
    text: dict[int, int] = {}
    rank: dict[int, tuple[object, ...]] = {}
    for n, ranks in enumerate(_ranks(batch, groups)):
        rank[n] = min(r.order for r in ranks)
        for r in ranks:
            told.setdefault(r.report, set()).add(n)
            if r.family is not None:
                text[r.report] = r.family
            if r.main:
                main[r.report] = n
    found: dict[int, set[int]] = {}
    for report, n in main_incidents(stories, told, main, rank, text).items():
        found.setdefault(n, set()).add(report)
    return found


def _ranks(batch: Batch, groups: Sequence[Sequence[int]]) -> Iterator[list[Ranked]]:
    for some in _portions(groups):
        known = read_ranks(batch, [key for events in some for key in events])
        yield from ([known[key] for key in events] for events in some)


def _portions(groups: Sequence[Sequence[int]]) -> Iterator[Sequence[Sequence[int]]]:
    for n in range(0, len(groups), _AT_ONCE):
        yield groups[n : n + _AT_ONCE]


def _made(
    batch: Batch, rule: Rule, groups: Sequence[Sequence[int]], about: Mapping[int, Iterable[int]]
) -> Iterator[Made]:
    """Yield the incident of each group."""
    taken: set[str] = set()
    judged, values = judged_ties(batch), judged_values(batch)
    n = 0
    for some in _portions(groups):
        keys = [key for events in some for key in events]
        details, near = read_details(batch, keys), Near(read_pairs(batch, keys))
        for events in some:
            own = sorted((details[key] for key in events), key=lambda d: d.order)
            made = _incident(batch, rule, own, sorted(about.get(n, ())), taken, near)
            incident, claims = choose(made.incident, made.claims, own, newest(own, values))
            made = replace(made, incident=incident, claims=tuple(claims))
            said = (tie for key in events for tie in judged.get(key, ()))
            held = held_events(events, near, least=rule.held, most=rule.same)
            made = replace(made, held=tuple(held), ties=(*made.ties, *said))
            taken.add(made.incident.id)
            yield made
            n += 1


def _incident(batch: Batch, rule: Rule, events: list[Detail], about: list[int], taken: set[str], near: Near) -> Made:
    several = len(events) > 1
    circles: list[Circle] = []
    if several:
        events, circles = merge_circles(with_evidence(batch, events))
    name = incident_id(events[0].digest, events[0].spans[0])
    if name in taken:  # the same words in two reports that are not one incident
        name = incident_id(events[0].digest + events[0].report, events[0].spans[0])
    incident, claims = make_incident(name, events, rule, about=reports_about(batch, about))
    return Made(
        incident=replace(incident, circles=tuple(circles)), members=tuple((e.key, e.report_key) for e in events),
        about=tuple(about), claims=tuple(claims),
        ties=tuple(ties_of(batch, events, rule, about=about, near=near)) if several else (),
    )  # fmt: skip
