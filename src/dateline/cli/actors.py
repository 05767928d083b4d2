"""``dateline actors``."""

from datetime import date

import click

from dateline.cli.options import Day, as_json, debug
from dateline.cli.rows import print_rows
from dateline.export.lookup import ACTOR_COLUMNS, actor_rows


@click.command()
@click.argument("name")
@click.option("--on", type=Day(), metavar="DATE", help="Who it was on that day; by default at any time.")
@as_json
@debug
def actors(name: str, on: date | None, *, as_json: bool) -> None:
    """Show what NAME can mean as an actor: people with their offices, bodies, countries, nouns."""
    print_rows(ACTOR_COLUMNS, actor_rows(name, on=on), as_json=as_json, none=f"{name!r} is in no table of actors")
