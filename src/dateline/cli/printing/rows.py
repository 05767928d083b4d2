"""Print rows: as a table in a terminal, as tab-separated values elsewhere, as JSON if asked."""

import json
import sys
from collections.abc import Iterable

import click

from dateline.export.inert import shown


def print_rows(columns: tuple[str, ...], rows: Iterable[tuple[str, ...]], *, as_json: bool, none: str) -> None:
    """Print rows under their columns, or ``none`` on standard error where there are none."""
    found = list(rows)
    if as_json:
        click.echo(json.dumps([dict(zip(columns, row, strict=True)) for row in found], ensure_ascii=False, indent=2))
    elif not found:
        click.echo(none, err=True)
    elif sys.stdout.isatty():
        _print_table(columns, [tuple(map(shown, row)) for row in found])
    else:
        click.echo("\n".join("\t".join(map(shown, row)) for row in [columns, *found]))


def _print_table(columns: tuple[str, ...], rows: list[tuple[str, ...]]) -> None:
    from rich.console import Console  # noqa: PLC0415  slow to load, and needed in a terminal alone
    from rich.table import Table  # noqa: PLC0415

    used = [i for i in range(len(columns)) if any(row[i] for row in rows)]
    table = Table(*(columns[i] for i in used), box=None, header_style="bold")
    for row in rows:
        table.add_row(*(row[i] for i in used))
    Console(highlight=False).print(table)
