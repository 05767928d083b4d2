"""Ids for reports that have none, and a note where one comes twice."""

from dataclasses import replace

from dateline.reading.feed import MOST_REPORTS, Feed
from dateline.reading.given import GivenReport

_DIGITS = 20


class Numbered:
    """A feed whose reports all have an id: the given one, else their number in the run."""

    def __init__(self, feed: Feed) -> None:
        """Count from one."""
        self._feed = feed
        self._number = 0
        self._seen: set[int] = set()
        self._given_at: set[int] = set()

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
            own = str(self._number)
            return _noted(replace(report, id=own), own) if hash(own) in self._seen else replace(report, id=own)
        key = hash(report.id)  # the hash alone, so that long ids take no more room than short ones
        again = key in self._seen or self._was_counted(report.id)
        self._seen.add(key)
        self._given_at.add(self._number)
        return _noted(report, report.id) if again else report

    def _was_counted(self, given: str) -> bool:
        """Tell whether a report before had this number for want of an id of its own."""
        plain = given.isascii() and given.isdigit() and not given.startswith("0") and len(given) < _DIGITS
        return plain and int(given) < self._number and int(given) not in self._given_at


def _noted(report: GivenReport, own: str) -> GivenReport:
    return replace(report, notes=(*report.notes, f"id {own!r} came before in this run"))
