"""Count incidents by period and group under several rules, beside the reports seen."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from dateline.errors import UsageError
from dateline.incidents.model import Incident
from dateline.incidents.rules import Rule, load_rule
from dateline.ledger.asking.health import Gap, days_by_source, find_gaps
from dateline.ledger.open import Ledger
from dateline.series.keys import NOT_STATED, Of, groups_of
from dateline.series.periods import By, days_between, period_of, periods

Long = Literal["rule", "spread", "last-day"]
REAL = ("occurred", "ongoing")
"""The statuses that are counted where none is asked for."""
Cell = tuple[str, str]
"""A period and a group."""


@dataclass(slots=True)
class Counts:
    """What one rule gives: incidents (or what it counts as one), coded events and reports, by period and group."""

    rule: Rule
    incidents: dict[Cell, float] = field(default_factory=lambda: defaultdict(float))
    rows: dict[Cell, float] = field(default_factory=lambda: defaultdict(float))
    undated: int = 0
    seen: set[tuple[object, ...]] = field(default_factory=set)


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """Counts under each rule, the groups by size, the reports seen in each period, and the gaps in them."""

    by: By
    of: Of
    periods: tuple[str, ...]
    groups: tuple[str, ...]
    counts: tuple[Counts, ...]
    seen: Mapping[str, int]
    gaps: Mapping[str, tuple[str, ...]]
    filters: Mapping[str, str]
    statuses: tuple[str, ...]

    def outside(self, counts: Counts) -> int:
        """Return how many incidents lie outside the periods."""
        whole = set(self.periods)
        return round(sum(n for (period, _), n in counts.incidents.items() if period not in whole))

    def value(self, counts: Counts, period: str, group: str) -> float | None:
        """Return a count; None where no report was seen in the period and nothing is counted: that is no zero."""
        found = counts.incidents.get((period, group), 0.0)
        return None if not found and not self.seen.get(period) else found


def count(
    ledger: Ledger, *, by: By, of: Of, rules: Sequence[str], filters: Mapping[str, Any], long: Long = "rule"
) -> Series:
    """Count the incidents of a ledger.

    Args:
        ledger: The ledger.
        by: The length of a period.
        of: What incidents are grouped by.
        rules: Names of rules, side by side.
        filters: As for lists. Without a status only what took place is counted.
        long: Where an incident of several days counts: as the rule says, spread over its days, or on the last.

    Raises:
        UsageError: There is no such rule.
    """
    if not rules:
        raise UsageError("a series needs a rule; name strict, standard, loose, or the file of one")
    chosen = {"status": REAL, **filters}
    counts = tuple(_counted(ledger, rule, by=by, of=of, filters=chosen, long=long) for rule in rules)
    sources = _sources(ledger, filters)
    whole = _stretch(sources, by, filters)
    return Series(
        by=by, of=of, periods=whole, groups=_by_size(counts, whole), counts=counts, seen=_seen(sources, by),
        gaps=_gaps(sources, by), filters={name: str(value) for name, value in filters.items() if name != "status"},
        statuses=tuple(chosen["status"]),
    )  # fmt: skip


def _counted(ledger: Ledger, name: str, *, by: By, of: Of, filters: Mapping[str, Any], long: Long) -> Counts:
    rule = load_rule(name)
    out = Counts(rule)
    for incident in ledger.incidents(rule=name, **filters):
        add(out, incident, by=by, of=of, long=long)
    return out


def add(counts: Counts, incident: Incident, *, by: By, of: Of, long: Long) -> None:
    """Count one incident."""
    days = days_of(incident, counts.rule, long)
    if not days:
        counts.undated += 1
        return
    share = 1 / len(days)
    ones = _ones(counts, incident, days)
    for group in groups_of(incident, of):
        for day in days:
            cell = period_of(day, by), group
            counts.incidents[cell] += share * ones
            counts.rows[cell] += share * len(incident.events)


def _ones(counts: Counts, incident: Incident, days: Sequence[date]) -> int:
    """Return as how many an incident counts: one, none where its day and place are counted already, or its reports."""
    if counts.rule.counts == "report":
        return incident.reports
    if counts.rule.counts == "incident":
        return 1
    key = (days[0], days[-1], incident.place and (incident.place.name, incident.place.country), incident.type)
    known = key in counts.seen
    counts.seen.add(key)
    return int(not known)


def days_of(incident: Incident, rule: Rule, long: Long) -> tuple[date, ...]:
    """Return the days on which an incident counts: all of its own, or the last of too many; none if it has none."""
    if incident.start is None:
        return ()
    start = date.fromisoformat(incident.start)
    end = date.fromisoformat(incident.end or incident.start)
    length = (end - start).days + 1
    last = long == "last-day" or (long == "rule" and length > rule.spread)
    return (end,) if last else tuple(days_between(start, end))


def _sources(ledger: Ledger, filters: Mapping[str, Any]) -> dict[str, Counter[str]]:
    """Return the reports of each source by day of publication; of the sources asked for, where there are such."""
    wanted = filters.get("source") or ()
    names = (wanted,) if isinstance(wanted, str) else tuple(wanted)
    found = days_by_source(ledger.view)
    return {name: days for name, days in found.items() if not names or name in names}


def _seen(sources: Mapping[str, Mapping[str, int]], by: By) -> Counter[str]:
    out: Counter[str] = Counter()
    for days in sources.values():
        for day, n in days.items():
            out[period_of(date.fromisoformat(day), by)] += n
    return out


def _gaps(sources: Mapping[str, Mapping[str, int]], by: By) -> dict[str, tuple[str, ...]]:
    """Return the sources of which less came than is usual, by period."""
    out: dict[str, dict[str, None]] = {}
    for source, days in sources.items():
        for gap in find_gaps(source, days):
            for period in _periods_of(gap, by):
                out.setdefault(period, {})[source] = None
    return {period: tuple(names) for period, names in out.items()}


def _periods_of(gap: Gap, by: By) -> tuple[str, ...]:
    return periods(date.fromisoformat(gap.start), date.fromisoformat(gap.end), by)


def _stretch(sources: Mapping[str, Mapping[str, int]], by: By, filters: Mapping[str, Any]) -> tuple[str, ...]:
    """Return all periods of the days asked for, else of those on which reports were published."""
    known = [date.fromisoformat(day) for days in sources.values() for day in days]
    first, last = filters.get("since") or min(known, default=None), filters.get("until") or max(known, default=None)
    return () if first is None or last is None else periods(first, last, by)


def _by_size(counts: Sequence[Counts], whole: Sequence[str]) -> tuple[str, ...]:
    """Return the groups, the most frequent first, what is not stated last."""
    sizes: dict[str, float] = defaultdict(float)
    inside = set(whole)
    for one in counts:
        for (period, group), n in one.incidents.items():
            if period in inside:
                sizes[group] += n
    return tuple(sorted(sizes, key=lambda group: (group == NOT_STATED, -sizes[group], group)))
