"""``dateline places``."""

import click

from dateline.cli.options import as_json, debug
from dateline.cli.rows import print_rows
from dateline.export.lookup import PLACE_COLUMNS, country_code, place_rows


@click.command()
@click.argument("name")
@click.option("--near", metavar="COUNTRY", help="A country that the report speaks of, by name or alpha-3 code.")
@as_json
@debug
def places(name: str, near: str | None, *, as_json: bool) -> None:
    """Show what NAME can mean as a place, the likeliest first."""
    country = country_code(near) if near else None
    if near and country is None:
        raise click.BadParameter(f"{near!r} is no country; give its name or its alpha-3 code", param_hint="--near")
    print_rows(PLACE_COLUMNS, place_rows(name, near=country), as_json=as_json, none=f"{name!r} is not in the gazetteer")
