"""``dateline timeline``."""

from collections.abc import Iterable, Sequence
from typing import Any

import click
import msgspec

from dateline.cli.given.asking import TABLE_LIMIT, filters, form
from dateline.cli.given.asking import ledger as ledger_option
from dateline.cli.given.options import debug, raw_cells
from dateline.cli.printing.records import JSON_FORMS, form_of, print_json, print_records
from dateline.incidents.rules import DEFAULT_RULE
from dateline.ledger.open import open_ledger
from dateline.timelines.dues import Entry
from dateline.timelines.pledges import Pledge
from dateline.timelines.positions import Line
from dateline.timelines.rows import COLUMNS, Row, entry_rows, line_rows, pledge_rows
from dateline.timelines.totals import Total, add_up

_limit = click.option("--limit", type=click.IntRange(min=0), metavar="N", help="At most N.")


@click.group()
def timeline() -> None:
    """Show what moves over time: positions, pledges, the calendar."""


@timeline.command()
@click.option("--changes", is_flag=True, help="Only lines on which an actor moved.")
@filters("positions")
@_limit
@form
@raw_cells
@ledger_option
@debug
def positions(
    limit: int | None, form: str | None, ledger: str | None, *, changes: bool, raw_cells: bool, **given: Any
) -> None:
    """Draw each actor's dated statements on each issue; a change is two statements, with the words of both."""
    with open_ledger(ledger) as opened:
        lines = opened.position_lines(**_given(given))
    lines = [line for line in lines if line.changes or not changes][:limit]
    _show(lines, line_rows(lines), "positions", form_of(form, raw_cells=raw_cells))


@timeline.command()
@click.option("--totals", is_flag=True, help="Add them up: by giver, receiver, kind and currency.")
@filters("commitments")
@_limit
@form
@raw_cells
@ledger_option
@debug
def pledges(
    limit: int | None, form: str | None, ledger: str | None, *, totals: bool, raw_cells: bool, **given: Any
) -> None:
    """Follow each pledge from announced to delivered; told again it is the same pledge."""
    with open_ledger(ledger) as opened:
        found = opened.pledges(**_given(given))
    how = form_of(form, raw_cells=raw_cells)
    if totals:
        sums = add_up(found)[:limit]
        _show(sums, (msgspec.to_builtins(total) for total in sums), "totals", how)
    else:
        _show(found[:limit], pledge_rows(found[:limit]), "pledges", how)


@timeline.command()
@click.option("--rule", metavar="RULE", default=DEFAULT_RULE, help="The rule by which incidents are joined.")
@filters("scheduled")
@_limit
@form
@raw_cells
@ledger_option
@debug
def calendar(
    rule: str, limit: int | None, form: str | None, ledger: str | None, *, raw_cells: bool, **given: Any
) -> None:
    """List what was set, moved, cancelled or took place, each thing once."""
    with open_ledger(ledger) as opened:
        entries = opened.calendar(rule=rule, **_given(given))[:limit]
    _show(entries, entry_rows(entries), "calendar", form_of(form, raw_cells=raw_cells))


def _given(given: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in given.items() if value not in (None, ())}


def _show(whole: Sequence[Line | Pledge | Total | Entry], flat: Iterable[Row], name: str, form: str) -> None:
    """Print flat rows for eyes and spreadsheets, whole records as JSON."""
    if form in JSON_FORMS:
        print_json(whole, form=form)
        return
    rows = list(flat)
    shown = rows[:TABLE_LIMIT] if form == "table" else rows
    print_records(
        COLUMNS[name], [{c: row.get(c) for c in COLUMNS[name]} for row in shown], form=form, layer=f"timeline {name}"
    )
    click.echo(f"{len(shown):,} of {len(rows):,} rows", err=form != "table")
