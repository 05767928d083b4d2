"""``dateline series``."""

from pathlib import Path
from typing import Any, get_args

import click

from dateline.cli.given.asking import filters
from dateline.cli.given.asking import ledger as ledger_option
from dateline.cli.given.options import debug, raw_cells
from dateline.cli.printing.output import default_format, emit
from dateline.cli.printing.records import form_of, print_records
from dateline.errors import UsageError
from dateline.incidents.rules import NAMES
from dateline.ledger.open import open_ledger
from dateline.series.counting import Long, Series, count
from dateline.series.drawing import draw
from dateline.series.keys import Of
from dateline.series.periods import By
from dateline.series.plotting import plot
from dateline.series.rows import COLUMNS, rows, said, side_by_side

_FORMS = ("table", "csv", "jsonl", "json", "svg", "png")


@click.command()
@click.option("--by", default="day", type=click.Choice(get_args(By)), help="The length of a period.")
@click.option("--of", default="type", type=click.Choice(get_args(Of)), help="What incidents are grouped by.")
@click.option("--rule", "rules", multiple=True, default=NAMES, metavar="NAME", help="Rules side by side; all three.")
@click.option("--long", default="rule", type=click.Choice(get_args(Long)), help="Where an incident of days counts.")
@click.option("--top", default=6, type=click.IntRange(min=1), metavar="N", help="Groups in a table or picture.")
@filters("incidents")
@click.option("--format", "form", type=click.Choice(_FORMS), help="Default: table in a terminal, else jsonl.")
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="The file of a picture.")
@raw_cells
@ledger_option
@debug
def series(
    by: By, of: Of, rules: tuple[str, ...], long: Long, top: int, form: str | None, output: Path | None,
    ledger: str | None, *, raw_cells: bool, **given: Any,
) -> None:  # fmt: skip
    """Count incidents by day, week or month under several rules, beside the reports seen."""
    form = form or (output.suffix[1:].lower() if output is not None else None) or default_format()
    if (form in ("svg", "png")) != (output is not None):
        raise UsageError("a picture goes to a file, and nothing else does: -o FILE.svg or -o FILE.png")
    chosen = {name: value for name, value in given.items() if value not in (None, ())}
    with open_ledger(ledger) as opened:
        found = count(opened, by=by, of=of, rules=rules, filters=chosen, long=long)
    if output is not None:
        _picture(found, output, form, top)
    else:
        _print(found, form, raw_cells=raw_cells, top=top)


def _picture(found: Series, output: Path, form: str, top: int) -> None:
    if form == "svg":
        output.write_text(draw(found, most=top), encoding="utf-8")
    else:
        plot(found, output, most=top)
    click.echo(f"{output}: {len(found.periods)} periods", err=True)


def _print(found: Series, form: str, *, raw_cells: bool, top: int) -> None:
    if form == "table":
        columns, shown = side_by_side(found, most=top)
        print_records(columns, shown, form="table")
        emit(f"{line}\n" for line in said(found))
        return
    print_records(COLUMNS, rows(found), form=form_of(form, raw_cells=raw_cells))
    for line in said(found):
        click.echo(line, err=True)
