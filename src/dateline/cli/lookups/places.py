"""``dateline places``."""

from pathlib import Path
from typing import get_args

import click

from dateline.cli.given.options import as_json, debug
from dateline.cli.given.options import places as own_places
from dateline.cli.printing.rows import print_rows
from dateline.datasets.places import read_places, write_places
from dateline.export.words.lookup import PLACE_COLUMNS, country_code, place_rows
from dateline.model.closed import Precision

IMPORT = "import"
DEFAULT_TARGET = "places.sqlite"


@click.command()
@click.argument("name")
@click.argument("files", nargs=-1, metavar="[FILE]...")
@click.option("--near", metavar="COUNTRY", help="A country that the report speaks of, by name or alpha-3 code.")
@click.option(
    "--to", metavar="FILE", help=f"With import: where to write. Default: $DATELINE_PLACES, else {DEFAULT_TARGET}."
)
@click.option("--country", metavar="COUNTRY", help="With import: the country of places that do not say theirs.")
@click.option(
    "--kind", type=click.Choice(get_args(Precision)), default="town", show_default=True,
    help="With import: what places of a table are that do not say it.",
)  # fmt: skip
@own_places
@as_json
@debug
def places(
    name: str, files: tuple[str, ...], near: str | None, to: str | None, country: str | None, kind: Precision,
    places: str | None, *, as_json: bool,
) -> None:  # fmt: skip
    """Show what NAME can mean as a place, the likeliest first; or "import" FILEs into a gazetteer of your own.

    A FILE is GeoNames' file of a country (ML.zip), or a table with columns for name, latitude and longitude.
    """
    if name == IMPORT and files:
        _import(files, Path(to or places or DEFAULT_TARGET), country=_code(country, "--country"), kind=kind)
        return
    if files:
        raise click.UsageError(f"more than one NAME: {name!r}, {files[0]!r}; put a name of several words in quotes")
    rows = place_rows(name, near=_code(near, "--near"), own=places)
    print_rows(PLACE_COLUMNS, rows, as_json=as_json, none=f"{name!r} is not in the gazetteer")


def _code(said: str | None, option: str) -> str | None:
    code = country_code(said) if said else None
    if said and code is None:
        raise click.BadParameter(f"{said!r} is no country; give its name or its alpha-3 code", param_hint=option)
    return code


def _import(files: tuple[str, ...], target: Path, *, country: str | None, kind: Precision) -> None:
    found = [read_places(Path(file), country=country, kind=kind) for file in files]
    count = write_places((place for read in found for place in read.places), target)
    for file, read in zip(files, found, strict=True):
        for reason, n in read.left_out.items():
            click.echo(f"{file}: {n:,} left out: {reason}", err=True)
    click.echo(
        f"{count:,} places in {target}; use it with --places {target}, or set DATELINE_PLACES={target}", err=True
    )
