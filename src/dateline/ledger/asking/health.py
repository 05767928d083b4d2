"""How a ledger is: what it holds, reports by day and source, and the gaps."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median

from dateline.store.asking.view import View

_TABLES = {
    "reports": "SELECT count(*) FROM report WHERE until IS NULL",
    "withdrawn or revised": "SELECT count(*) FROM report WHERE until IS NOT NULL",
    "not coded": "SELECT count(*) FROM report r WHERE until IS NULL AND NOT EXISTS "
    "(SELECT 1 FROM coding c WHERE c.report_key = r.report_key AND c.current)",
    "families of several": "SELECT count(*) FROM family WHERE size > 1",
    "reports that are another's text": "SELECT count(*) FROM member m JOIN report r USING (report_key) "
    "WHERE r.until IS NULL AND role <> 'original'",
    "events": "SELECT ifnull(sum(n), 0) FROM event_count_type",
    "statements": "SELECT count(*) FROM statement WHERE until IS NULL",
    "positions": "SELECT count(*) FROM position WHERE until IS NULL",
    "commitments": "SELECT count(*) FROM commitment WHERE until IS NULL",
    "scheduled": "SELECT count(*) FROM scheduled WHERE until IS NULL",
    "judgements": "SELECT count(*) FROM judgement WHERE until IS NULL",
    "in quarantine": "SELECT count(*) FROM quarantine WHERE until IS NULL",
    "runs": "SELECT count(*) FROM run",
}
_BARS = " ▁▂▃▄▅▆▇█"
_LONGEST_CHART = 60
_GAP_SHARE = 0.25  # of what its weekday usually brings
_LEAST_USUAL = 3.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Days on which a source brought far fewer reports than is usual for it."""

    source: str
    start: str
    end: str
    expected: float
    received: int


def totals(view: View) -> dict[str, int]:
    """Return what the ledger holds, counted."""
    return {name: int(view.connection.execute(sql).fetchone()[0]) for name, sql in _TABLES.items()}


def days_by_source(view: View) -> dict[str, Counter[str]]:
    """Return the reports of each source by day of publication; what has no day is left out."""
    found: dict[str, Counter[str]] = {}
    for row in view.rows("SELECT source, day, sum(n) AS n FROM report_count WHERE day <> '' AND n > 0 GROUP BY 1, 2"):
        found.setdefault(row["source"] or "(no source)", Counter())[row["day"]] = row["n"]
    return found


def find_gaps(source: str, days: Mapping[str, int]) -> list[Gap]:
    """Return the gaps of a source: what was received against the median of the same weekday, days in a row as one."""
    every = calendar(min(days), max(days))
    counts: dict[int, list[int]] = {}
    for day in every:
        counts.setdefault(day.weekday(), []).append(days.get(day.isoformat(), 0))
    usual = {weekday: median(found) for weekday, found in counts.items()}
    gaps: list[Gap] = []
    for day in every:
        expected, got = float(usual[day.weekday()]), days.get(day.isoformat(), 0)
        if expected < _LEAST_USUAL or got > _GAP_SHARE * expected:
            continue
        text = day.isoformat()
        before = gaps[-1] if gaps and gaps[-1].end == (day - timedelta(1)).isoformat() else None
        if before:
            gaps[-1] = Gap(source=source, start=before.start, end=text, expected=before.expected + expected,
                           received=before.received + got)  # fmt: skip
        else:
            gaps.append(Gap(source=source, start=text, end=text, expected=expected, received=got))
    return gaps


def calendar(first: str, last: str) -> list[date]:
    """Return all days from one to another."""
    start = date.fromisoformat(first)
    return [start + timedelta(n) for n in range((date.fromisoformat(last) - start).days + 1)]


def chart(days: Mapping[str, int], first: str, last: str) -> str:
    """Return a row of bars for a stretch of days, several days a bar where there are many; a gap is a dot."""
    counts = [days.get(d.isoformat(), 0) for d in calendar(first, last)]
    size = -(-len(counts) // _LONGEST_CHART)
    sums = [sum(counts[n : n + size]) for n in range(0, len(counts), size)]
    return "".join(_bar(n, max(sums)) for n in sums)


def _bar(n: int, most: int) -> str:
    return "·" if n == 0 else _BARS[max(1, round(n / most * (len(_BARS) - 1)))]


def stretch(found: Mapping[str, Mapping[str, int]]) -> tuple[str, str] | None:
    """Return the first and the last day of all sources, None where there is none."""
    days: Sequence[str] = sorted({d for own in found.values() for d in own})
    return (days[0], days[-1]) if days else None
