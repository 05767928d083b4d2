"""``dateline search``."""

import click

from dateline.cli.given.asking import TABLE_LIMIT, form, ledger
from dateline.cli.given.options import debug
from dateline.cli.printing.records import default_form, print_records
from dateline.ledger.asking.searching import COLUMNS
from dateline.ledger.asking.searching import search as find
from dateline.ledger.open import ledger_path
from dateline.store.asking.view import View


@click.command()
@click.argument("query")
@click.option("--limit", type=click.IntRange(min=1), default=TABLE_LIMIT, metavar="N", help="At most N.")
@form
@ledger
@debug
def search(query: str, limit: int, form: str | None, ledger: str | None) -> None:
    """Find the reports that have the words of QUERY, the best first, each with a snippet.

    QUERY is in the language of FTS5: words that must all be there, "a phrase", OR, NOT, a word*.
    """
    form = form or default_form()
    with View(ledger_path(ledger)) as view:
        rows, matching = find(view, query, limit=limit)
        shown = print_records(COLUMNS, rows, form=form, layer="search")
    click.echo(f"{shown:,} of {matching:,} reports", err=form != "table")
