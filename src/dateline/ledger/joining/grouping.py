"""The second half of the join: by a rule, events that are alike become incidents; what did not change stays."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property

from dateline.incidents.comparing import by_days
from dateline.incidents.grouping import Near, Pair, Verdict, connected, group
from dateline.incidents.rules import Rule
from dateline.ledger.joining.likening import compare_new, digest
from dateline.ledger.joining.settling import Settling, settle
from dateline.store.address import Address
from dateline.store.asking.view import View
from dateline.store.batch import Batch, Writer
from dateline.store.joining.incidents import incidents_of, kept_incidents, live_incidents, members_of
from dateline.store.joining.likeness import (
    joined,
    last_serial,
    read_about,
    read_pairs,
    read_pairs_among,
    stale_reports,
    strong_about,
    strong_pairs,
    write_joined,
)  # fmt: skip
from dateline.store.joining.ranks import (
    Ranked,
    coded_reports,
    events_of,
    live_events,
    read_ranks,
    reports_of,
    told_order,
)
from dateline.store.judging.judgements import judged_pairs

STORY = 0.4
"""The mean probability from which on reports are of one story."""


def bring_up(path: Address, rule: Rule) -> None:
    """Bring the incidents of a rule up to date: what became stale since the last time is made anew.

    Raises:
        LedgerError: The ledger cannot be written.
    """
    with View(path) as view:
        if _is_current(view, rule):
            return
    with Writer(path) as writer, writer.batch() as batch:
        compare_new(batch)
        join(batch, rule)


def _is_current(view: View, rule: Rule) -> bool:
    newest = view.one("SELECT ifnull(max(serial), 0) AS serial FROM stale")
    state = view.one("SELECT digest, serial FROM joined WHERE name = ?", (rule.name,))
    return bool(newest and state and state["digest"] == _made_with(rule) and state["serial"] >= newest["serial"])


def _made_with(rule: Rule) -> str:
    return f"{rule.digest}:{digest()}"


def join(batch: Batch, rule: Rule) -> None:
    """Make the incidents of a rule from the likeness of events, all of them or those that may have changed."""
    state = joined(batch, rule.name)
    serial = last_serial(batch)
    if state is None or state[0] != _made_with(rule):
        _Join(batch, rule).all()
    else:
        changed = stale_reports(batch, state[1])
        if changed:
            _Join(batch, rule).some(changed)
    write_joined(batch, rule.name, _made_with(rule), serial)


class _Join:
    """One run of a rule: groups of events, the reports that are about each, and what of it is to be written."""

    def __init__(self, batch: Batch, rule: Rule) -> None:
        """Begin with what people said."""
        self.batch = batch
        self.rule = rule
        self.judged = judged_pairs(batch)

    def all(self) -> None:
        """Make all incidents."""
        old = kept_incidents(self.batch, live_incidents(self.batch, self.rule.name))
        links = strong_pairs(self.batch, self.rule.same)
        groups = self._group(connected([*links, *self._judged("same")], live_events(self.batch)))
        same = [pair for pair, said in self._judged_reports.items() if said == "same"]
        stories = self._stories(connected([*strong_about(self.batch, STORY), *same], coded_reports(self.batch)))
        settle(self.batch, self.rule, Settling(groups=groups, stories=stories, old=old))

    def some(self, changed: Collection[int]) -> None:
        """Make those incidents anew that changed reports may change."""
        seeds = events_of(self.batch, changed)
        scope, touched = self._closure(seeds, changed)
        old = kept_incidents(self.batch, touched)
        groups = self._group([sorted(scope)])
        reports = {*changed, *reports_of(self.batch, scope)}
        stories = self._stories([self._story_closure(reports)])
        told = incidents_of(self.batch, self.rule.name, "report_key", [r for story in stories for r in story])
        beside = kept_incidents(self.batch, {i for found in told.values() for i in found} - set(touched))
        settle(self.batch, self.rule, Settling(groups=groups, stories=stories, old=old, beside=beside))

    def _judged(self, verdict: str) -> list[tuple[int, int]]:
        return [pair for pair, said in self.judged.items() if said == verdict]

    def _closure(self, seeds: Collection[int], changed: Collection[int]) -> tuple[set[int], set[int]]:
        """Return all events that hang together with some, and the incidents that they are or were in."""
        scope, todo, same = set(seeds), set(seeds), self._judged("same")
        by_report = incidents_of(self.batch, self.rule.name, "report_key", changed)
        touched = {i for found in by_report.values() for i in found}
        todo |= members_of(self.batch, touched) - scope
        scope |= todo
        while todo:
            near = {k for pair, p in read_pairs(self.batch, todo).items() if p.score >= self.rule.same for k in pair}
            near |= {k for pair in same if todo & {*pair} for k in pair}
            own = incidents_of(self.batch, self.rule.name, "event_key", near | todo)
            more = {i for found in own.values() for i in found} - touched
            touched |= more
            todo = (near | members_of(self.batch, more)) - scope
            scope |= todo
        return scope, touched

    def _story_closure(self, reports: Collection[int]) -> list[int]:
        scope, todo = set(reports), set(reports)
        while todo:
            near = {k for pair, p in read_about(self.batch, todo).items() if p.score >= STORY for k in pair}
            near |= {k for pair in self._judged_reports if todo & {*pair} for k in pair}
            todo = near - scope
            scope |= todo
        return sorted(scope)

    def _group(self, parts: Iterable[Sequence[int]]) -> list[list[int]]:
        """Return the groups of events within parts that hang together, each with its earliest event first."""
        groups: list[list[int]] = []
        for part in parts:
            if len(part) == 1:
                groups.append([*part])
                continue
            ranks = read_ranks(self.batch, part)
            keys = sorted(ranks, key=lambda k: ranks[k].order)
            groups += group(keys, Near(self._pairs(ranks)), same=self.rule.same)
        return groups

    def _pairs(self, ranks: Mapping[int, Ranked]) -> dict[tuple[int, int], Pair]:
        """Return the pairs of events as the rule sees them: days too far apart, and what people said."""
        pairs = {
            (a, b): by_days(pair, ranks[a].days, ranks[b].days, most=self.rule.days)
            for (a, b), pair in read_pairs_among(self.batch, ranks).items()
        }
        for (a, b), verdict in self.judged.items():
            if a in ranks and b in ranks:
                said: Verdict = "same" if verdict == "same" else "distinct"
                pairs[a, b] = pairs.get((a, b), Pair(0.0))._replace(judged=said)
        return pairs

    def _stories(self, parts: Iterable[Sequence[int]]) -> list[list[int]]:
        """Return the groups of reports that are about one happening."""
        said = self._judged_reports
        found: list[list[int]] = []
        for part in parts:
            if len(part) == 1:
                found.append([*part])
                continue
            ordered = sorted(part, key=lambda r: told_order(self.batch, r))
            pairs = read_about(self.batch, part)
            pairs |= {p: pairs.get(p, Pair(0.0))._replace(judged=v) for p, v in said.items()}
            found += group(ordered, Near(pairs), same=STORY)
        return found

    @cached_property
    def _judged_reports(self) -> dict[tuple[int, int], Verdict]:
        """Return what people said of the main events of two reports, by the reports."""
        ranks = read_ranks(self.batch, {key for pair in self.judged for key in pair})
        found: dict[tuple[int, int], Verdict] = {}
        for (a, b), verdict in self.judged.items():
            one, other = ranks[a], ranks[b]
            if one.main and other.main and one.report != other.report:
                pair = (min(one.report, other.report), max(one.report, other.report))
                found[pair] = "same" if verdict == "same" else "distinct"
        return found
