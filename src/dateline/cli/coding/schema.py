"""``dateline schema``."""

import json

import click

from dateline.cli.given.options import debug
from dateline.export.schema import coding_schema


@click.command()
@debug
def schema() -> None:
    """Print the JSON Schema of a coding."""
    click.echo(json.dumps(coding_schema(), indent=2, ensure_ascii=False))
