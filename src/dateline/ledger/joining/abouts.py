"""Which reports are about which incidents, of those made anew and of those that stay."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from dateline.incidents.blocks import cut
from dateline.incidents.rules import Rule
from dateline.incidents.stories import main_incidents
from dateline.store.batch import Batch
from dateline.store.joining.incidents import Told, abouts, members_of, told_by
from dateline.store.joining.ranks import Order, Ranked, read_ranks

Groups = Sequence[Sequence[int]]
_AT_ONCE = 1_000


def about_all(batch: Batch, groups: Groups, stories: Groups) -> list[set[int]]:
    """Return the reports that are about each group, where there is no other incident."""
    assigned = _assigned(_Telling(batch, groups, []), stories)
    return [assigned.get(n, set()) for n in range(len(groups))]


def about_some(
    batch: Batch, rule: Rule, groups: Groups, stories: Groups, *, gone: Collection[int]
) -> tuple[list[set[int]], dict[int, set[int]]]:
    """Return the reports that are about each group, and those about incidents that stay of which that changed.

    Args:
        batch: The ledger.
        rule: Whose incidents.
        groups: Events that are one incident.
        stories: Reports that are about one happening; of them only the incidents that they tell are looked at.
        gone: The incidents whose place the groups take.
    """
    scope = {report for story in stories for report in story}
    others = [told for told in told_by(batch, rule.name, scope) if told.incident not in gone]
    assigned = _assigned(_Telling(batch, groups, others), stories)
    beside = ({t.incident for t in others} | {*abouts(batch, rule.name, "report_key", scope)}) - {*gone}
    before = abouts(batch, rule.name, "incident_key", beside)
    now = {key: (before.get(key, set()) - scope) | assigned.get(-key, set()) for key in sorted(beside)}
    moved = {key: about for key, about in now.items() if about != before.get(key, set())}
    return [assigned.get(n, set()) for n in range(len(groups))], moved


def _assigned(told: "_Telling", stories: Groups) -> dict[int, set[int]]:
    found: dict[int, set[int]] = {}
    for report, n in main_incidents(stories, told.by_report, told.main, told.ranks, told.text).items():
        found.setdefault(n, set()).add(report)
    return found


class _Telling:
    """What reports tell: groups by their number, incidents that stay by their key below zero."""

    def __init__(self, batch: Batch, groups: Sequence[Sequence[int]], others: Sequence[Told]) -> None:
        self.by_report: dict[int, set[int]] = {}
        self.main: dict[int, int] = {}
        self.text: dict[int, int] = {}
        self.ranks = _Ranks(batch)
        for n, ranks in enumerate(_ranks(batch, groups)):
            self.ranks[n] = min(r.order for r in ranks)
            for r in ranks:
                self._tells(r, n)
        for told in others:
            self._tells(told, -told.incident)

    def _tells(self, event: Ranked | Told, n: int) -> None:
        self.by_report.setdefault(event.report, set()).add(n)
        if event.main:
            self.main[event.report] = n
        if event.family is not None:
            self.text[event.report] = event.family


class _Ranks(dict[int, Order]):
    """The earliest event of each; of incidents that stay it is read when it is asked for."""

    def __init__(self, batch: Batch) -> None:
        super().__init__()
        self._batch = batch

    def __missing__(self, n: int) -> Order:
        events = members_of(self._batch, [-n])[-n]
        return min(r.order for r in read_ranks(self._batch, events).values())


def _ranks(batch: Batch, groups: Sequence[Sequence[int]]) -> Iterator[list[Ranked]]:
    for some in cut(groups, _AT_ONCE):
        known: Mapping[int, Ranked] = read_ranks(batch, [key for events in some for key in events])
        yield from ([known[key] for key in events] for events in some)
