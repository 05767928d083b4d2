"""Keep and code stories in a ledger, and read what it makes of them."""

import random
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from dateline.coder import Timeout
from dateline.coding.limit import DEFAULT_LIMIT
from dateline.errors import GoldError
from dateline.evaluation.stories.marked import marked_codings
from dateline.evaluation.stories.plots import Stories, Told
from dateline.evaluation.stories.scoring import Join
from dateline.gazetteer.reader import open_default
from dateline.ledger.keeping.coding import Codes
from dateline.ledger.keeping.ingest import Progress, Silent, ingest
from dateline.ledger.open import Ledger, open_ledger
from dateline.model.coding import Coding
from dateline.model.item import Found, Item, Published
from dateline.model.report import CoderInfo
from dateline.reading.feed import Feed

_FAMILIES = "SELECT id, report, roots FROM v_families ORDER BY id"


def keep_stories(
    stories: Stories, path: Path, load: Callable[[], Codes], *, progress: Progress = Silent(),  # noqa: B008  frozen
) -> None:  # fmt: skip
    """Keep the reports of stories in a ledger and code those that are not coded yet."""
    ingest(path, _items(stories.reports), coder=load, progress=progress)


def recall_marks(stories: Stories) -> "Recalled":
    """Return what codes each report by its marks."""
    return Recalled(list(marked_codings(stories, open_default())))


def read_join(path: Path, *, rule: str) -> Join:
    """Return what a ledger makes of its reports by a rule."""
    with open_ledger(path) as ledger:
        return _join(ledger, rule)


def count_same_orders(stories: Stories, path: Path, *, rule: str, orders: int) -> int:
    """Return in how many other orders of arrival the same reports make the same groups.

    Each order is kept in a ledger of its own, with the codings that the first ledger has.
    """
    with open_ledger(path) as ledger:
        groups, recalled = _groups(ledger, rule), Recalled(list(ledger.codings()))
    return sum(_in_order(stories, n, recalled, rule) == groups for n in range(1, orders + 1))


class Recalled:
    """Codes a report by what was coded of it before."""

    def __init__(self, codings: Sequence[Coding]) -> None:
        """Hold the codings of a ledger."""
        self._codings = {coding.report.id: coding for coding in codings}
        self._coders = [coding.report.coder for coding in codings if coding.report.coder]

    @property
    def info(self) -> CoderInfo:
        """Return what coded them.

        Raises:
            GoldError: There is no coding.
        """
        if not self._coders:
            raise GoldError("the ledger holds no coding; run `dateline evaluate` without --ledger")
        return self._coders[0]

    def code_feed(self, feed: Feed, *, jobs: int = 1, timeout: Timeout = DEFAULT_LIMIT) -> Iterator[Coding]:  # noqa: ARG002
        """Yield the codings of what a feed gives."""
        while batch := feed.take():
            yield from (self._codings[report.id or ""] for report in batch)


def _in_order(stories: Stories, seed: int, coder: Recalled, rule: str) -> frozenset[frozenset[tuple[str, str]]]:
    reports = list(stories.reports)
    random.Random(seed).shuffle(reports)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "orders.db"
        ingest(path, _items(reports), coder=lambda: coder)
        with open_ledger(path) as ledger:
            return _groups(ledger, rule)


def _groups(ledger: Ledger, rule: str) -> frozenset[frozenset[tuple[str, str]]]:
    return frozenset(frozenset(member[:2] for member in i.events) for i in ledger.incidents(rule=rule))


def _join(ledger: Ledger, rule: str) -> Join:
    incidents = list(ledger.incidents(rule=rule))
    return Join(
        incidents=incidents,
        claims={incident.id: ledger.claims(incident.id, rule=rule) for incident in incidents if incident.fields},
        families=_families(ledger),
    )


def _families(ledger: Ledger) -> list[tuple[frozenset[str], int]]:
    members: dict[str, tuple[set[str], int]] = {}
    for row in ledger.sql(_FAMILIES):
        members.setdefault(row["id"], (set(), row["roots"]))[0].add(row["report"])
    return [(frozenset(reports), roots) for reports, roots in members.values()]


def _items(reports: Sequence[Told]) -> Iterator[Item]:
    for report in reports:
        moment = report.published.isoformat()
        yield Item(
            found=Found(path="gold/stories", member=report.id), text=report.text, title=report.title,
            source=report.source, published=Published(raw=moment, moment=moment), id=report.id,
        )  # fmt: skip
