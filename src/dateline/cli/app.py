"""The command and its parts."""

import sys

import click

from dateline.cli.code import code


@click.group()
@click.version_option(package_name="dateline")
def app() -> None:
    """Read news reports."""


app.add_command(code)
