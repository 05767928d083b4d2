"""``dateline export``."""

from pathlib import Path
from typing import Any

import click

from dateline.cli.given.asking import filters
from dateline.cli.given.asking import ledger as ledger_option
from dateline.cli.given.options import Day, debug, raw_cells
from dateline.datasets.export import Export
from dateline.datasets.formats import FORMATS, export_as
from dateline.ledger.open import open_ledger

_SHOWN = 6


@click.command()
@click.option("--as", "name", required=True, type=click.Choice(list(FORMATS)), help="The format.")
@click.option("--to", "folder", required=True, type=click.Path(path_type=Path, file_okay=False), help="A folder.")
@click.option("--rule", default="standard", metavar="NAME", help="strict, standard, loose, or the file of a rule.")
@filters("incidents", but=frozenset({"until"}))
@click.option("--until", type=Day(), metavar="DATE", help="On this day or earlier (--to is the folder).")
@raw_cells
@ledger_option
@debug
def export(name: str, folder: Path, rule: str, ledger: str | None, *, raw_cells: bool, **given: Any) -> None:
    """Write the ledger in a format of the field, with a manifest of what did not fit."""
    chosen = {filter_: value for filter_, value in given.items() if value not in (None, ())}
    with open_ledger(ledger) as opened:
        found = Export(ledger=opened, folder=folder, rule=rule, filters=chosen, raw_cells=raw_cells)
        files = export_as(name, found)
    for path in files:
        rows = found.account.rows.get(path.name)
        click.echo(str(path) if rows is None else f"{path}  {rows:,} rows")
    _say_left_out(found)


def _say_left_out(found: Export) -> None:
    """Say on standard error what has no row, the most frequent reasons first."""
    left = sorted(found.account.left(), key=lambda why: -why["count"])
    for why in left[:_SHOWN]:
        rule = f" (rule {why['rule']})" if why["rule"] else ""
        click.echo(f"{why['count']:,} left out: {why['reason']}{rule}", err=True)
    if len(left) > _SHOWN:
        click.echo(f"and {len(left) - _SHOWN} more reasons; the manifest has them all", err=True)
