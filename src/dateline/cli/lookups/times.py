"""``dateline times``."""

from datetime import date

import click

from dateline.cli.given.options import as_json, debug, published
from dateline.cli.printing.rows import print_rows
from dateline.export.words.lookup import TIME_COLUMNS, time_rows


@click.command()
@click.argument("text")
@published
@as_json
@debug
def times(text: str, published: date | None, *, as_json: bool) -> None:
    """Show the times that TEXT names, read against the day on which it was published."""
    rows = time_rows(text, published=published)
    print_rows(TIME_COLUMNS, rows, as_json=as_json, none=f"{text!r} names no time")
