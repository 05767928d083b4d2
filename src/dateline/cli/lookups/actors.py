"""``dateline actors``."""

from datetime import date

import click

from dateline.cli.given.options import Day, as_json, debug, lexicon
from dateline.cli.printing.rows import print_rows
from dateline.export.words.lookup import ACTOR_COLUMNS, actor_rows
from dateline.lexicon.files import own_folder


@click.command()
@click.argument("name")
@click.option("--on", type=Day(), metavar="DATE", help="Who it was on that day; by default at any time.")
@as_json
@lexicon
@debug
def actors(name: str, on: date | None, lexicon: str | None, *, as_json: bool) -> None:
    """Show what NAME can mean as an actor: people with their offices, bodies, countries, nouns."""
    rows = actor_rows(name, on=on, extra=own_folder(lexicon))
    print_rows(ACTOR_COLUMNS, rows, as_json=as_json, none=f"{name!r} is in no table of actors")
