"""The second half of the join: by a rule, events that are alike become incidents; what did not change stays."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property

from dateline.garbage import looking_seldom
from dateline.incidents.grouping import Near, Verdict, connected, group
from dateline.incidents.regrouping import regroup
from dateline.incidents.rules import Rule
from dateline.ledger.joining.beside import EventsBeside, ReportsBeside, as_judged
from dateline.ledger.joining.likening import compare_new, digest
from dateline.ledger.joining.settling import Settling, settle
from dateline.ledger.joining.ties import tie_to_changed
from dateline.store.address import Address
from dateline.store.asking.view import View
from dateline.store.batch import Batch, Writer
from dateline.store.joining.incidents import (
    Kept,
    incidents_of,
    incidents_that_had,
    kept_incidents,
    live_incidents,
    members_of,
)  # fmt: skip
from dateline.store.joining.likeness import (
    joined,
    last_serial,
    read_about_among,
    stale_reports,
    strong_about,
    strong_pairs,
    write_joined,
)  # fmt: skip
from dateline.store.joining.ranks import (
    coded_of,
    coded_reports,
    events_of,
    live_events,
    read_ranks,
    reports_of,
    told_order,
)
from dateline.store.joining.stories import forget_stories, stories_of, write_stories
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


@looking_seldom()
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
        self.judged = _verdicts(judged_pairs(batch))
        self.beside = EventsBeside(batch, rule, self.judged)

    def all(self) -> None:
        """Make all incidents."""
        old = kept_incidents(self.batch, live_incidents(self.batch, self.rule.name))
        links = strong_pairs(self.batch, self.rule.same)
        groups = self._group(connected([*links, *_same(self.judged)], live_events(self.batch)))
        about = [*strong_about(self.batch, STORY), *_same(self._judged_reports)]
        stories = self._stories(connected(about, coded_reports(self.batch)))
        forget_stories(self.batch, self.rule.name)
        write_stories(self.batch, self.rule.name, stories)
        settle(self.batch, self.rule, Settling(groups=groups, stories=stories, old=old, whole=True))

    def some(self, changed: Collection[int]) -> None:
        """Make those incidents anew that changed reports change."""
        own = events_of(self.batch, changed)
        before = incidents_that_had(self.batch, self.rule.name, changed)
        left = set[int]().union(*members_of(self.batch, before).values())
        groups = regroup(own | left, self.beside, same=self.rule.same)
        reached = {key for made in groups for key in made}
        before |= {*incidents_of(self.batch, self.rule.name, reached).values()}
        made, old = _changed(groups, kept_incidents(self.batch, before), own)
        moved = {*changed, *reports_of(self.batch, {key for one in made for key in one})}
        stories = self._changed_stories(changed, moved)
        settle(self.batch, self.rule, Settling(groups=made, stories=stories, old=old))
        tie_to_changed(self.batch, self.rule, own)

    def _changed_stories(self, changed: Collection[int], moved: Collection[int]) -> list[list[int]]:
        """Return the stories of reports that changed, or of which an event came to another incident."""
        name, live = self.rule.name, coded_of(self.batch, changed)
        left = frozenset[int]().union(*stories_of(self.batch, name, changed)) - {*changed}
        forget_stories(self.batch, name, changed)
        made = regroup(live | left, ReportsBeside(self.batch, self.rule, self._judged_reports), same=STORY)
        write_stories(self.batch, name, made)
        return sorted(map(sorted, stories_of(self.batch, name, {*moved, *(r for story in made for r in story)})))

    def _group(self, parts: Iterable[Sequence[int]]) -> list[list[int]]:
        """Return the groups of events within parts that hang together, each with its earliest event first."""
        groups: list[list[int]] = []
        for part in parts:
            if len(part) == 1:
                groups.append([*part])
                continue
            pairs = EventsBeside(self.batch, self.rule, self.judged)
            near = Near(pairs.pairs_among(part))
            groups += group(pairs.ranked(part), near, same=self.rule.same)
        return groups

    def _stories(self, parts: Iterable[Sequence[int]]) -> list[list[int]]:
        """Return the groups of reports that are about one happening."""
        found: list[list[int]] = []
        for part in parts:
            if len(part) == 1:
                found.append([*part])
                continue
            pairs = as_judged(read_about_among(self.batch, part), self._judged_reports, frozenset(part))
            found += group(told_order(self.batch, part), Near(pairs), same=STORY)
        return found

    @cached_property
    def _judged_reports(self) -> dict[tuple[int, int], Verdict]:
        """Return what people said of the main events of two reports, by the reports."""
        ranks = read_ranks(self.batch, {key for pair in self.judged for key in pair})
        found: dict[tuple[int, int], Verdict] = {}
        for (a, b), verdict in self.judged.items():
            one, other = ranks[a], ranks[b]
            if one.main and other.main and one.report != other.report:
                found[min(one.report, other.report), max(one.report, other.report)] = verdict
        return found


def _verdicts(judged: Mapping[tuple[int, int], str]) -> dict[tuple[int, int], Verdict]:
    """Return what people said of two as it counts: what they tie is two."""
    return {pair: "same" if said == "same" else "distinct" for pair, said in judged.items()}


def _same(judged: Mapping[tuple[int, int], Verdict]) -> list[tuple[int, int]]:
    return [pair for pair, said in judged.items() if said == "same"]


def _changed(
    groups: Sequence[Sequence[int]], old: Sequence[Kept], own: Collection[int]
) -> tuple[list[list[int]], list[Kept]]:
    """Return the groups that were none before or have events that changed, and the incidents whose place they take."""
    kept = {frozenset(made) for made in groups if not {*own} & {*made}} & {k.events for k in old}
    return [[*made] for made in groups if frozenset(made) not in kept], [k for k in old if k.events not in kept]
