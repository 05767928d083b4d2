"""Where the marked words of each report ended up: which coded event stands on them, and in which incident it is."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from dateline.evaluation.layers.assign import best_pairs
from dateline.evaluation.layers.coref import coref
from dateline.evaluation.stories.plots import Stories, Told
from dateline.incidents.model import Incident
from dateline.model.base import Span, overlap

K = TypeVar("K")
Key = tuple[str, str]
"""A report, and a true incident that it tells."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """For each telling that some coded event stands on, the incident that the event is in; and the tellings missed."""

    where: Mapping[Key, str]
    missed: tuple[Key, ...]

    @property
    def coded(self) -> float:
        """Return the part of the tellings that were coded at all."""
        return len(self.where) / max(1, len(self.where) + len(self.missed))

    @property
    def truth_of(self) -> dict[str, str]:
        """Return for each incident found the true one of which most of its tellings are."""
        votes: dict[str, Counter[str]] = defaultdict(Counter)
        for (_, true), found in sorted(self.where.items()):
            votes[found][true] += 1
        return {found: count.most_common(1)[0][0] for found, count in votes.items()}

    def pairs(self) -> dict[str, str]:
        """Return for each true incident the one found that shares most tellings with it, one to one."""
        shared = Counter((true, found) for (_, true), found in self.where.items())
        truths, found = sorted({t for t, _ in shared}), sorted({f for _, f in shared})
        best = best_pairs([[float(shared[t, f]) for f in found] for t in truths])
        return {truths[i]: found[j] for i, j in best}


@dataclass(frozen=True, slots=True, kw_only=True)
class Groups:
    """How far two groupings agree: B-cubed, and the mean of MUC, B-cubed and CEAF-e."""

    precision: float
    recall: float
    f1: float
    conll: float


def place(stories: Stories, incidents: Iterable[Incident]) -> Placed:
    """Find for each telling of an act the coded event that stands on most of its marked words."""
    coded: dict[str, list[tuple[str, tuple[Span, ...]]]] = defaultdict(list)
    for incident in incidents:
        for report, _, spans in incident.events:
            coded[report].append((incident.id, spans))
    where, missed = {}, []
    acts = {incident.id for incident in stories.acts}
    for told in stories.reports:
        for true in filter(acts.__contains__, tellings(told)):
            marks = [m.span for m in told.marks if m.incident == true and not m.field]
            if found := _stands_on(marks, coded[told.id]):
                where[told.id, true] = found
            else:
                missed.append((told.id, true))
    return Placed(where=where, missed=tuple(missed))


def tellings(told: Told) -> list[str]:
    """Return the incidents that a report tells in words of its own, in their order."""
    return list(dict.fromkeys(mark.incident for mark in told.marks if not mark.field))


def compare_groups(gold: Mapping[K, str], found: Mapping[K, str]) -> Groups:
    """Compare two groupings of the same things."""
    sums = coref(_chains(gold), _chains(found))
    shared_gold, all_gold, shared_found, all_found = sums.b_cubed
    figures = sums.figures
    return Groups(
        precision=shared_found / all_found if all_found else 0.0,
        recall=shared_gold / all_gold if all_gold else 0.0,
        f1=figures.get("b_cubed", 0.0),
        conll=figures.get("conll", 0.0),
    )


def _stands_on(marks: Sequence[Span], coded: Iterable[tuple[str, tuple[Span, ...]]]) -> str | None:
    """Return the incident of the event that covers most marks, of several the one with most characters of them."""
    best = max(((_cover(marks, spans), incident) for incident, spans in coded), default=None)
    return best[1] if best and best[0][0] else None


def _cover(marks: Sequence[Span], spans: Sequence[Span]) -> tuple[int, int]:
    hit = [m for m in marks if any(overlap(m, s) for s in spans)]
    return len(hit), sum(max(0, min(m[1], s[1]) - max(m[0], s[0])) for m in hit for s in spans)


def _chains(groups: Mapping[K, str]) -> list[frozenset[int]]:
    members: dict[str, set[int]] = defaultdict(set)
    for number, thing in enumerate(sorted(groups, key=str)):
        members[groups[thing]].add(number)
    return [frozenset(chain) for chain in members.values()]
