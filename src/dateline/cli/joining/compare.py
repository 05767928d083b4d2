"""``dateline compare``."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any, Literal, get_args

import click

from dateline.cli.given.asking import filters, form
from dateline.cli.given.asking import ledger as ledger_option
from dateline.cli.given.options import debug, raw_cells
from dateline.cli.printing.records import form_of, print_records
from dateline.comparing.compare import by_district_and_week, lines, said
from dateline.comparing.compare import compare as set_beside
from dateline.comparing.mentions import COLUMNS, MENTIONS, beside, by_page, said_of
from dateline.comparing.reading import Layout, own_rows, read_copy
from dateline.datasets.account import Account
from dateline.datasets.facts.reading import dossiers
from dateline.errors import DatelineError, UsageError
from dateline.ingest.layouts.gdelt import read_mentions
from dateline.ledger.open import Ledger, open_ledger

_COLUMNS = ("state", "here", "there", "day", "place", "district", "score", "parts", "differing")
_COUNTS = ("district", "week", "matched", "only_here", "only_there", "here", "there")


@click.command()
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option(
    "--as", "layout", required=True, type=click.Choice([*get_args(Layout), MENTIONS]), help="The columns of the file."
)
@click.option("--rule", default="standard", metavar="NAME", help="strict, standard, loose, or the file of a rule.")
@click.option("--weeks", is_flag=True, help="Counts by district and week in place of rows.")
@filters("incidents")
@form
@raw_cells
@ledger_option
@debug
def compare(
    file: Path, layout: Layout | Literal["gdelt-mentions"], rule: str, form: str | None, ledger: str | None, *,
    weeks: bool, raw_cells: bool, **given: Any,
) -> None:  # fmt: skip
    """Set a copy of ACLED, UCDP or GDELT beside the incidents: matched, only here, only there, where they differ.

    GDELT's mentions are set beside the reports, by address: coded, no event, not here.
    """
    chosen = {name: value for name, value in given.items() if value not in (None, ())}
    shown = form_of(form, raw_cells=raw_cells)
    if layout == MENTIONS:
        if chosen or weeks:
            raise UsageError(f"--as {MENTIONS} sets pages beside reports; it takes no filter and no --weeks")
        _compare_mentions(file, ledger, shown)
        return
    with open_ledger(ledger) as opened:
        own = list(own_rows(dossiers(opened, rule=rule, filters=chosen), layout, Account()))
        first, last = _days(opened, chosen)
    found = set_beside(own, read_copy(file, layout), layout, first=first, last=last)
    if weeks:
        print_records(_COUNTS, by_district_and_week(found), form=shown)
    else:
        print_records(_COLUMNS, lines(found), form=shown)
    for line in said(found):
        click.echo(line, err=True)


def _compare_mentions(file: Path, ledger: str | None, shown: str) -> None:
    """Print what the ledger has of each page that GDELT's mentions name."""
    with open_ledger(ledger) as opened:
        pages = by_page(opened.sql("SELECT id, url, events FROM v_reports WHERE url IS NOT NULL"))
    records = list(beside(read_mentions(file), pages))
    if not records:
        raise DatelineError(f"{file}: holds no rows of GDELT's mentions, which have 16 columns and no head")
    print_records(COLUMNS, records, form=shown)
    for line in said_of(records):
        click.echo(line, err=True)


def _days(opened: Ledger, chosen: dict[str, Any]) -> tuple[date, date]:
    """Return the days that can be compared: those asked for, else those of publication and the week before them."""
    row = opened.sql("SELECT min(published) AS first, max(published) AS last FROM v_reports")[0]
    first, last = (date.fromisoformat(row[name]) if row[name] else None for name in ("first", "last"))
    return chosen.get("since") or (first - timedelta(7) if first else date.min), chosen.get("until") or last or date.max
