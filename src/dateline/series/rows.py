"""A series as rows: one for each period, group and rule, or the rules side by side for eyes."""

from collections.abc import Iterator, Sequence
from typing import Any

from dateline.series.counting import Counts, Series

COLUMNS = (
    "period", "group", "rule", "incidents", "events", "events_per_incident", "reports_seen", "per_100_reports", "gap",
)  # fmt: skip
Row = dict[str, Any]


def rows(series: Series) -> Iterator[Row]:
    """Yield a row for each period, group and rule. An empty count is no zero: no report was seen."""
    for period in series.periods:
        for group in series.groups:
            for counts in series.counts:
                yield _row(series, counts, period, group)


def _row(series: Series, counts: Counts, period: str, group: str) -> Row:
    incidents, events = series.value(counts, period, group), counts.rows.get((period, group), 0.0)
    seen = series.seen.get(period, 0)
    return {
        "period": period, "group": group, "rule": counts.rule.name,
        "incidents": None if incidents is None else _short(incidents), "events": _short(events),
        "events_per_incident": _short(events / incidents) if incidents else None, "reports_seen": seen,
        "per_100_reports": _short(100 * incidents / seen) if incidents is not None and seen else None,
        "gap": "; ".join(series.gaps.get(period, ())) or None,
    }  # fmt: skip


def _short(value: float) -> float:
    return int(value) if value == int(value) else round(value, 3)


def side_by_side(series: Series, *, most: int) -> tuple[tuple[str, ...], list[Row]]:
    """Return columns and rows for eyes: rules beside each other, the largest groups, periods of nothing left out."""
    names = [counts.rule.name for counts in series.counts]
    columns = ("period", "group", *names, "events", "reports seen", "gap")
    return columns, list(_wide(series, series.groups[:most], names))


def _wide(series: Series, groups: Sequence[str], names: Sequence[str]) -> Iterator[Row]:
    for period in series.periods:
        seen = series.seen.get(period, 0)
        told = [group for group in groups if any(c.incidents.get((period, group)) for c in series.counts)]
        gap = ", ".join(series.gaps.get(period, ())) or ("no reports" if not seen else None)
        if not told and gap:
            yield {"period": period, "reports seen": seen, "gap": gap, **dict.fromkeys(("group", *names, "events"))}
        for group in told:
            values = {
                n: _short(c.incidents.get((period, group), 0.0)) for n, c in zip(names, series.counts, strict=True)
            }
            events = _short(series.counts[0].rows.get((period, group), 0.0))
            yield {"period": period, "group": group, **values, "events": events, "reports seen": seen, "gap": gap}


def said(series: Series) -> tuple[str, ...]:
    """Return in sentences what is counted, by which rules, against what."""
    names = ", ".join(_told(counts) for counts in series.counts)
    limits = "; ".join(f"{name} {value}" for name, value in series.filters.items())
    undated = ", ".join(f"{c.rule.name} {c.undated}" for c in series.counts if c.undated)
    seen = sum(series.seen.get(period, 0) for period in series.periods)
    lines = [
        f"Incidents by {series.by} and {series.of}, {' and '.join(series.statuses)}. Rules: {names}.",
        f"Denominator: {seen:,} reports published in these periods; a period without reports has no count.",
    ]
    lines += [f"Limited to {limits}."] if limits else []
    lines += [f"Without a day: {undated}."] if undated else []
    outside = ", ".join(f"{c.rule.name} {n}" for c in series.counts if (n := series.outside(c)))
    lines += [f"Outside the days of the reports: {outside}."] if outside else []
    lines += ["Gaps: periods in which a source brought far less than is usual."] if series.gaps else []
    return tuple(lines)


def _told(counts: Counts) -> str:
    ones = {"incident": "", "day-place": " (one a day and place)", "report": " (one a report)"}[counts.rule.counts]
    return f"{counts.rule.name}{ones}"
