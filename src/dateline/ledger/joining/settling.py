"""Write what a rule made: incidents that are new or changed, and where the ids of those went that are gone."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from dateline.incidents.blocks import cut
from dateline.incidents.choosing import choose, newest
from dateline.incidents.claimed.circles import Circle, merge_circles
from dateline.incidents.claimed.detail import Detail
from dateline.incidents.grouping import Near, held_events
from dateline.incidents.making import incident_id, make_incident
from dateline.incidents.rules import Rule
from dateline.ledger.joining.abouts import about_all, about_some
from dateline.ledger.joining.ties import judged_ties, ties_of
from dateline.store.batch import Batch
from dateline.store.joining.details import read_details, reports_about, with_evidence
from dateline.store.joining.incidents import (
    Kept,
    Made,
    end_incident,
    is_taken,
    kept_incidents,
    move_incident,
    successors,
    write_incident,
)
from dateline.store.joining.likeness import read_pairs
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
        whole: Whether no other incident holds.
    """

    groups: Sequence[Sequence[int]]
    stories: Sequence[Sequence[int]]
    old: Sequence[Kept]
    whole: bool = False


def settle(batch: Batch, rule: Rule, what: Settling) -> None:
    """Write the incidents that are new or changed, end the others, and let their ids lead on."""
    about, moved = _about(batch, rule, what)
    beside = kept_incidents(batch, moved)
    old, groups = [*what.old, *beside], [*what.groups, *(sorted(k.events) for k in beside)]
    about += [moved[k.key] for k in beside]
    known = {k.events: k for k in old}
    gone = {k.key: k for k in old}
    fresh: list[Made] = []
    for n, made in enumerate(_made(batch, rule, groups, about, _taken(batch, rule, what, old))):
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


def _about(batch: Batch, rule: Rule, what: Settling) -> tuple[list[set[int]], dict[int, set[int]]]:
    if what.whole:
        return about_all(batch, what.groups, what.stories), {}
    return about_some(batch, rule, what.groups, what.stories, gone={k.key for k in what.old})


def _taken(batch: Batch, rule: Rule, what: Settling, old: Sequence[Kept]) -> Callable[[str], bool]:
    """Return what tells whether an id is that of an incident that stays."""
    going = {k.id for k in old}
    return lambda name: not what.whole and name not in going and is_taken(batch, rule.name, name)


def _lead_on(batch: Batch, rule: Rule, gone: Kept) -> None:
    """Let the id of an incident that is gone lead to the one that has most of its events."""
    if not is_taken(batch, rule.name, gone.id):
        target = next(successors(batch, rule.name, gone), None)
        if target is not None:
            move_incident(batch, rule.name, gone.id, target)


def _made(
    batch: Batch, rule: Rule, groups: Sequence[Sequence[int]], about: Sequence[Collection[int]],
    is_kept: Callable[[str], bool],
) -> Iterator[Made]:  # fmt: skip
    """Yield the incident of each group."""
    taken: set[str] = set()
    judged, values = judged_ties(batch), judged_values(batch)
    n = 0
    for some in cut(groups, _AT_ONCE):
        keys = [key for events in some for key in events]
        details, near = read_details(batch, keys), Near(read_pairs(batch, keys))
        for events in some:
            own = sorted((details[key] for key in events), key=lambda d: d.order)
            name = _name(own, lambda known: known in taken or is_kept(known))
            made = _incident(batch, rule, own, sorted(about[n]), name, near)
            incident, claims = choose(made.incident, made.claims, own, newest(own, values))
            made = replace(made, incident=incident, claims=tuple(claims))
            said = (tie for key in events for tie in judged.get(key, ()))
            held = held_events(events, near, least=rule.held, most=rule.same)
            made = replace(made, held=tuple(held), ties=(*made.ties, *said))
            taken.add(name)
            yield made
            n += 1


def _name(events: Sequence[Detail], is_taken: Callable[[str], bool]) -> str:
    """Return the id of an incident: that of its first event, and of the report where two have the same words."""
    first = events[0]
    name = incident_id(first.digest, first.spans[0])
    return incident_id(first.digest + first.report, first.spans[0]) if is_taken(name) else name


def _incident(batch: Batch, rule: Rule, events: list[Detail], about: list[int], name: str, near: Near) -> Made:
    several = len(events) > 1
    circles: list[Circle] = []
    if several:
        events, circles = merge_circles(with_evidence(batch, events))
    incident, claims = make_incident(name, events, rule, about=reports_about(batch, about))
    return Made(
        incident=replace(incident, circles=tuple(circles)), members=tuple((e.key, e.report_key) for e in events),
        about=tuple(about), claims=tuple(claims),
        ties=tuple(ties_of(batch, events, rule, about=about, near=near)) if several else (),
    )  # fmt: skip
