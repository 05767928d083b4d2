"""Ids for reports that have none, and a note where one comes twice."""

from dataclasses import replace

from dateline.reading.feed import MOST_REPORTS, Feed
from dateline.reading.given import GivenReport


class Numbered:
    """A feed whose reports all have an id: the given one, else their number in the run."""

    def __init__(self, feed: Feed) -> None:
        """Count from one."""
        self._feed = feed
        self._number = 0
        self._seen: set[int] = set()

    @property
    def ended(self) -> bool:
        """Tell whether no report will come any more."""
        return self._feed.ended

    def take(self, most: int = MOST_REPORTS, *, wait: bool = True) -> list[GivenReport]:
        """Return the next reports, with their ids."""
        return [self._with_id(report) for report in self._feed.take(most, wait=wait)]

    def _with_id(self, report: GivenReport) -> GivenReport:
        self._number += 1
        if report.id is None or not report.id.strip():
            return replace(report, id=str(self._number))
        key = hash(report.id)  # the hash alone, so that long ids take no more room than short ones
        if key in self._seen:
            return replace(report, notes=(*report.notes, f"id {report.id!r} came before in this run"))
        self._seen.add(key)
        return report
