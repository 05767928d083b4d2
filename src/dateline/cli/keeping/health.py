"""Print what a ledger holds, how many reports came when, and the gaps."""

import json

import click

from dateline.ledger.asking.health import Gap, chart, days_by_source, find_gaps, stretch, totals
from dateline.store.asking.view import View

_MOST_SOURCES, _MOST_GAPS = 12, 20


def print_health(view: View, *, as_json: bool) -> None:
    """Print it, as JSON if asked."""
    found = days_by_source(view)
    gaps = [gap for source, days in sorted(found.items()) for gap in find_gaps(source, days)]
    if as_json:
        told = [{name: getattr(g, name) for name in Gap.__slots__} for g in gaps]
        click.echo(json.dumps({"totals": totals(view), "days": found, "gaps": told}, ensure_ascii=False))
        return
    for name, n in totals(view).items():
        click.echo(f"{n:12,}  {name}")
    days = stretch(found)
    if days:
        click.echo(f"\nreports a day, {days[0]} to {days[1]} (· is none)")
        largest = sorted(found, key=lambda s: (-sum(found[s].values()), s))
        for source in largest[:_MOST_SOURCES]:
            click.echo(f"{source[:24]:24} {chart(found[source], *days)} {sum(found[source].values()):,}")
        if len(largest) > _MOST_SOURCES:
            click.echo(f"… and {len(largest) - _MOST_SOURCES} more sources")
    _print_gaps(gaps)


def _print_gaps(gaps: list[Gap]) -> None:
    if gaps:
        click.echo("\ngaps: days on which a source brought far less than on that weekday elsewhere")
    for gap in gaps[:_MOST_GAPS]:
        day = gap.start if gap.start == gap.end else f"{gap.start} to {gap.end}"
        click.echo(f"{gap.source[:24]:24} {day}: {gap.received:,} received, {gap.expected:,.0f} expected")
    if len(gaps) > _MOST_GAPS:
        click.echo(f"… and {len(gaps) - _MOST_GAPS} more")
