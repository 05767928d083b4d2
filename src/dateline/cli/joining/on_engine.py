"""``dateline incidents --on``: the groups of events that an engine makes of a ledger."""

from collections.abc import Mapping
from typing import Any

import click

from dateline.cli.printing.records import print_records
from dateline.engine.joining import join_on, named
from dateline.errors import UsageError
from dateline.incidents.rules import Rule
from dateline.store.address import Address

_COLUMNS = ("events", "reports", "first", "others")


def list_groups(
    engine: str, path: Address, rule: Rule, *, jobs: int | None, form: str, given: Mapping[str, object]
) -> None:
    """Print the groups of events that an engine makes, those of one event too.

    Raises:
        UsageError: The engine is unknown, or some of the groups alone were asked for.
        EngineError: The engine cannot begin, or is silent.
    """
    if other := sorted(name for name, value in given.items() if value not in (None, (), False)):
        raise UsageError(f"--on lists all groups of events; leave out --{other[0].replace('_', '-')}, or --on")
    groups = join_on(engine, path, rule, jobs=jobs)
    print_records(_COLUMNS, map(_row, named(path, groups)), form=form)
    several = sum(len(group) > 1 for group in groups)
    click.echo(f"{len(groups):,} groups of events by {rule.name}, {several:,} of several", err=form != "table")


def _row(events: list[str]) -> dict[str, Any]:
    reports = {name.rpartition("/")[0] for name in events}
    return {"events": len(events), "reports": len(reports), "first": events[0], "others": "; ".join(events[1:])}
