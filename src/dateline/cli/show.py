"""``dateline show``."""

import json

import click

from dateline.cli.asking import form, ledger
from dateline.cli.options import debug
from dateline.cli.output import emit
from dateline.cli.records import default_form
from dateline.cli.tree import lines
from dateline.ledger.open import ledger_path
from dateline.ledger.showing import show as find
from dateline.store.view import View


@click.command()
@click.argument("name", metavar="ID")
@form
@ledger
@debug
def show(name: str, form: str | None, ledger: str | None) -> None:
    """Show all that is known of ID, with its words: a report, record (REPORT/e3), family, incident, actor's name."""
    with View(ledger_path(ledger)) as view:
        found = find(view, name)
    if (form or default_form()) == "table":
        emit(f"{line}\n" for line in lines(found))
    else:
        emit([json.dumps(found, ensure_ascii=False, default=str) + "\n"])
