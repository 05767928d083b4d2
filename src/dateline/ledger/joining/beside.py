"""What a ledger knows of events, or of reports, and of those beside them: for grouping anew what changed."""

from collections.abc import Collection, Mapping

from dateline.incidents.comparing import by_days
from dateline.incidents.grouping import Pair, Verdict
from dateline.incidents.regrouping import Group
from dateline.incidents.rules import Rule
from dateline.store.batch import Batch
from dateline.store.joining.incidents import incidents_of, members_of
from dateline.store.joining.likeness import (
    read_about,
    read_about_among,
    read_pairs,
    read_pairs_among,
    read_pairs_within,
)
from dateline.store.joining.ranks import Ranked, read_ranks, read_told
from dateline.store.joining.stories import stories_of

Pairs = dict[tuple[int, int], Pair]
Judged = Mapping[tuple[int, int], Verdict]


def as_judged(pairs: Pairs, judged: Judged, keys: Collection[int]) -> Pairs:
    """Return pairs with what people said of those of which at least one key is among some."""
    said = {pair: verdict for pair, verdict in judged.items() if pair[0] in keys or pair[1] in keys}
    return pairs | {pair: pairs.get(pair, Pair(0.0))._replace(judged=verdict) for pair, verdict in said.items()}


def _within(pairs: Pairs, groups: Collection[Group]) -> Pairs:
    """Return the pairs of two that are in one group."""
    at = {key: n for n, one in enumerate(groups) for key in one}
    return {(a, b): pair for (a, b), pair in pairs.items() if a in at and at[a] == at.get(b)}


class EventsBeside:
    """Events, and the incidents in which they were by a rule."""

    def __init__(self, batch: Batch, rule: Rule, judged: Judged) -> None:
        """Begin with nothing read."""
        self.batch, self.rule, self.judged = batch, rule, judged
        self.ranks: dict[int, Ranked] = {}

    def pairs(self, keys: Collection[int]) -> Pairs:
        """Return the pairs of events with any other, as they are kept."""
        return as_judged(read_pairs(self.batch, keys), self.judged, frozenset(keys))

    def pairs_among(self, keys: Collection[int]) -> Pairs:
        """Return the pairs of events with each other, as the rule sees them."""
        one = frozenset(keys)
        return self.seen(_within(as_judged(read_pairs_among(self.batch, one), self.judged, one), [one]))

    def pairs_within(self, groups: Collection[Group]) -> Pairs:
        """Return the pairs of events that were in one incident, as they are kept."""
        several = [one for one in groups if len(one) > 1]
        keys = frozenset[int]().union(*several)
        return _within(as_judged(read_pairs_within(self.batch, several), self.judged, keys), several)

    def groups(self, keys: Collection[int]) -> set[Group]:
        """Return the incidents in which events were, each by its events that hold."""
        of = incidents_of(self.batch, self.rule.name, keys)
        members = members_of(self.batch, {*of.values()})
        return {*map(frozenset, members.values())} | {frozenset({key}) for key in keys if key not in of}

    def ranked(self, keys: Collection[int]) -> list[int]:
        """Return events in order, the earliest first."""
        self._rank(keys)
        return sorted(keys, key=lambda key: self.ranks[key].order)

    def seen(self, pairs: Mapping[tuple[int, int], Pair]) -> Pairs:
        """Return pairs as the rule sees them."""
        self._rank({key for pair in pairs for key in pair})
        days = {key: self.ranks[key].days for pair in pairs for key in pair}
        return {(a, b): by_days(pair, days[a], days[b], most=self.rule.days) for (a, b), pair in pairs.items()}

    def _rank(self, keys: Collection[int]) -> None:
        if missing := [key for key in keys if key not in self.ranks]:
            self.ranks |= read_ranks(self.batch, missing)


class ReportsBeside:
    """Reports, and the stories in which they were by a rule."""

    def __init__(self, batch: Batch, rule: Rule, judged: Judged) -> None:
        """Hold what people said of the main events of reports."""
        self.batch, self.rule, self.judged = batch, rule, judged
        self.told: dict[int, tuple[str, str]] = {}

    def pairs(self, keys: Collection[int]) -> Pairs:
        """Return the pairs of reports with any other."""
        return as_judged(read_about(self.batch, keys), self.judged, frozenset(keys))

    def pairs_within(self, groups: Collection[Group]) -> Pairs:
        """Return the pairs of reports that were in one story."""
        several = [one for one in groups if len(one) > 1]
        keys = frozenset[int]().union(*several)
        return _within(as_judged(read_about_among(self.batch, keys), self.judged, keys), several)

    def seen(self, pairs: Mapping[tuple[int, int], Pair]) -> Mapping[tuple[int, int], Pair]:
        """Return pairs as they are kept: no rule of days holds for reports."""
        return pairs

    def groups(self, keys: Collection[int]) -> set[Group]:
        """Return the stories in which reports were."""
        return stories_of(self.batch, self.rule.name, keys)

    def ranked(self, keys: Collection[int]) -> list[int]:
        """Return reports in order, the earliest first."""
        if missing := [key for key in keys if key not in self.told]:
            self.told |= read_told(self.batch, missing)
        return sorted(keys, key=self.told.__getitem__)
