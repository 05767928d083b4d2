"""What an incident is tied to: what reports say so, what they recall, and what looks alike and is not the same."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from dateline.incidents.claimed.detail import Detail
from dateline.incidents.grouping import Near, Pair, may_belong
from dateline.incidents.model import Relation
from dateline.incidents.rules import Rule
from dateline.store.batch import Batch
from dateline.store.joining.incidents import Tie, add_ties, incidents_of, members_of
from dateline.store.joining.likeness import read_pairs
from dateline.store.joining.ranks import events_in
from dateline.store.judging.judgements import judged_links

_RELATIONS: Mapping[str, Relation] = {
    "response-to": "response-to", "caused-by": "response-to", "follows": "follows", "part-of-campaign": "part-of",
    "part-of": "part-of", "look-alike": "look-alike",
}  # fmt: skip


def ties_of(batch: Batch, events: Sequence[Detail], rule: Rule, *, about: Collection[int], near: Near) -> Iterator[Tie]:
    """Yield the ties from a group of events to events of other incidents; ``near`` is what they are alike to."""
    own = {event.key for event in events}
    for event in events:
        yield from _said(batch, event)
    outside = ((key, other, pair) for key in sorted(own) for other, pair in near.of(key).items() if other not in own)
    alike = [(key > other, key, other, why) for key, other, pair in outside for why in _look_alike([pair], rule)]
    for *_, other, why in sorted(alike):
        yield Tie(event_key=other, relation="look-alike", why=why)
    for report in sorted(about):
        for key, name, background in events_in(batch, report):
            if background and key not in own:
                yield Tie(event_key=key, relation="follows", why=f"recalled in {name}")


def tie_to_changed(batch: Batch, rule: Rule, changed: Collection[int]) -> None:
    """Tie incidents that stayed to events that are new: those that look alike, or may belong to them."""
    near = Near(read_pairs(batch, changed))
    # A mean is no higher than the highest: of most that an event was compared with nothing can come.
    likely = {
        event: [key for key, pair in near.of(event).items() if pair.score >= rule.held] for event in sorted(changed)
    }
    of = incidents_of(batch, rule.name, {*changed}.union(*likely.values()))
    members = members_of(batch, {*of.values()})
    for event, keys in likely.items():
        pairs_of = near.of(event)
        for incident in sorted({of[key] for key in keys if key in of} - {of[event]}):
            own = members[incident]
            pairs = [pairs_of[key] for key in sorted(own) if key in pairs_of]
            mean = may_belong(pairs, len(own), least=rule.held, most=rule.same)
            alike = [Tie(event_key=event, relation="look-alike", why=why) for why in _look_alike(pairs, rule)]
            add_ties(batch, incident, alike if len(own) > 1 else (), () if mean is None else [(event, mean)])


def _look_alike(pairs: Iterable[Pair], rule: Rule) -> Iterator[str]:
    """Yield why pairs are two that would else be one."""
    yield from (pair.apart for pair in pairs if pair.apart and pair.score >= rule.same)


def judged_ties(batch: Batch) -> dict[int, list[Tie]]:
    """Return by event the ties that people said."""
    found: dict[int, list[Tie]] = {}
    for a, b, relation, why in judged_links(batch):
        tie = Tie(event_key=b, relation=_RELATIONS.get(relation or "", "follows"), why=why)
        found.setdefault(a, []).append(tie)
    return found


def _said(batch: Batch, event: Detail) -> Iterator[Tie]:
    """Yield the ties that a report's own words make."""
    told: dict[str, Relation] = {event.part_of: "part-of"} if event.part_of else {}
    told |= {other: _RELATIONS[kind] for kind, other in event.links if kind in _RELATIONS}
    if not told:
        return
    keys = {name.rpartition("/")[2]: key for key, name, _ in events_in(batch, event.report_key)}
    for other, relation in told.items():
        if other in keys:
            yield Tie(event_key=keys[other], relation=relation, why=f"said in {event.report}")
