"""Score a join of stories: groups, contradictions, claims, independent sources and families against the truth."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import combinations

from dateline.evaluation.outcome import Outcome, Sheet, Tally, Verdict, tally, touches
from dateline.evaluation.stories.entries import State
from dateline.evaluation.stories.placing import Groups, Placed, compare_groups, place, tellings
from dateline.evaluation.stories.plots import Stories, state_of
from dateline.incidents.model import Claim, Incident, Value
from dateline.model.base import Span

LAYER = "stories"
APART = frozenset({"conflict", "denied"})
Field = tuple[str, str]
"""An incident and one of its fields."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Join:
    """What a ledger made of the reports: its incidents, the claims of each, and its families with their roots."""

    incidents: Sequence[Incident]
    claims: Mapping[str, Sequence[Claim]]
    families: Sequence[tuple[frozenset[str], int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryScores:
    """The figures, and every comparison behind them."""

    reports: int
    stories: int
    coded: float
    told: Groups
    main: Groups
    shared: float
    outcomes: tuple[Outcome, ...]

    def tally(self, field: str) -> Tally:
        """Return the counts of one field: contradictions, claims, states, roots, families, family roots."""
        return tally(o for o in self.outcomes if o.field == field)


@dataclass(frozen=True, slots=True, kw_only=True)
class TrueClaim:
    """One value that reports give a field of a true incident, its state, and the words report by report."""

    field: Field
    value: str
    state: State
    spans: Mapping[str, tuple[Span, ...]]


def score_stories(stories: Stories, join: Join) -> StoryScores:
    """Compare a join with the truth."""
    placed = place(stories, join.incidents)
    main = {report.id: report.main for report in stories.reports}
    found = {name: name for name in main}
    found |= {report: i.id for i in join.incidents for report in i.main_of if report in main}
    outcomes = [
        *_contradictions(stories, placed, join),
        *_claims(stories, placed, join),
        *_roots(stories, placed, join),
        *_families(stories, join),
    ]
    return StoryScores(
        reports=len(stories.reports), stories=len(set(main.values())), coded=placed.coded,
        told=compare_groups({key: key[1] for key in placed.where}, placed.where), main=compare_groups(main, found),
        shared=_shared(stories, join), outcomes=tuple(outcomes),
    )  # fmt: skip


def true_claims(stories: Stories) -> list[TrueClaim]:
    """Return what the reports claim of acts, each value of a field once."""
    words: dict[tuple[Field, str], dict[str, tuple[Span, ...]]] = defaultdict(dict)
    for report in stories.reports:
        for mark in report.marks:
            if mark.field and mark.value:
                of = words[(mark.incident, mark.field), mark.value]
                of[report.id] = (*of.get(report.id, ()), mark.span)
    acts = {incident.id: incident for incident in stories.acts}
    return [
        TrueClaim(field=field, value=value, state=state_of(acts[field[0]], field[1], value), spans=spans)
        for (field, value), spans in words.items()
        if field[0] in acts
    ]


def _contradictions(stories: Stories, placed: Placed, join: Join) -> Iterable[Outcome]:
    """Compare the fields in which sources contradict each other, of incidents that are told here."""
    true = {(i.id, field) for i in stories.acts for field, of in i.states.items() if APART & set(of.values())}
    truth_of = placed.truth_of
    found = {
        (truth_of[i.id], name)
        for i in join.incidents
        for name, field in i.fields.items()
        if i.id in truth_of and field.state in APART
    }
    for name, field in sorted(true | found):
        yield Sheet(name, LAYER).mark("contradictions", _verdict((name, field), true, found), field, field)


def _claims(stories: Stories, placed: Placed, join: Join) -> Iterable[Outcome]:
    """Look for each true claim among those of the incidents that stand for its own, and compare its state."""
    found: dict[Field, list[Claim]] = defaultdict(list)
    for name, true in placed.truth_of.items():
        for claim in join.claims.get(name, ()):
            found[true, claim.field].append(claim)
    for true_claim in true_claims(stories):
        sheet = Sheet(true_claim.field[0], LAYER)
        said = f"{true_claim.field[1]} {true_claim.value}"
        same = next((c for c in found[true_claim.field] if _is_same(true_claim, c)), None)
        yield sheet.mark("claims", "right" if same else "missed", said, said if same else "")
        if same:
            yield sheet.mark("states", _right(same.state == true_claim.state), f"{said} {true_claim.state}", same.state)


def _verdict(thing: object, true: Set[object], found: Set[object]) -> Verdict:
    """Return the verdict on a thing that stands in one of two sets, or in both."""
    return "missed" if thing not in found else "right" if thing in true else "spurious"


def _right(right: bool) -> Verdict:  # noqa: FBT001  what is judged
    return "right" if right else "wrong"


def _is_same(true: TrueClaim, claim: Claim) -> bool:
    number = _number(true.value)
    if number is not None and isinstance(claim.value, int | float):
        return number in (claim.value, claim.low, claim.high)
    return true.value == claim.value or any(touches(true.spans.get(report, ()), spans) for report, spans in claim.spans)


def _number(value: Value) -> float | None:
    try:
        return float(value)
    except ValueError:
        return None


def _roots(stories: Stories, placed: Placed, join: Join) -> Iterable[Outcome]:
    """Compare the number of independent sources of each act that several reports tell."""
    found = {i.id: i.roots for i in join.incidents}
    pairs = placed.pairs()
    for incident in stories.acts:
        tellers = [r for r in stories.reports if incident.id in tellings(r)]
        if len(tellers) > 1:
            roots = len({r.root for r in tellers})
            got = found.get(pairs.get(incident.id, ""))
            yield Sheet(incident.id, LAYER).mark("roots", _right(got == roots), roots, got)


def _families(stories: Stories, join: Join) -> Iterable[Outcome]:
    """Compare pairs of reports that are one text, and the roots of the true families."""
    members: dict[str, set[str]] = defaultdict(set)
    roots: dict[str, set[str]] = defaultdict(set)
    for report in stories.reports:
        members[report.family].add(report.id)
        roots[report.family].add(report.root)
    known = {report.id for report in stories.reports}
    true = {pair for family in members.values() for pair in combinations(sorted(family), 2)}
    found = {pair for family, _ in join.families for pair in combinations(sorted(family & known), 2)}
    for pair in sorted(true | found):
        yield Sheet(pair[0], LAYER).mark("families", _verdict(pair, true, found), " = ".join(pair), " = ".join(pair))
    of = {report: count for family, count in join.families for report in family}
    for name, family in members.items():
        if len(family) > 1:
            got = of.get(name)
            yield Sheet(name, LAYER).mark("family roots", _right(got == len(roots[name])), len(roots[name]), got)


def _shared(stories: Stories, join: Join) -> float:
    """Return the part of the pairs of reports of one story that have an incident in common."""
    of: dict[str, set[str]] = defaultdict(set)
    for incident in join.incidents:
        for report, _, _ in incident.events:
            of[report].add(incident.id)
    by_main: dict[str, list[str]] = defaultdict(list)
    for told in stories.reports:
        by_main[told.main].append(told.id)
    pairs = [pair for reports in by_main.values() for pair in combinations(reports, 2)]
    return sum(bool(of[a] & of[b]) for a, b in pairs) / max(1, len(pairs))
