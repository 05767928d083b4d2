"""``dateline show``."""

import json

import click

from dateline.cli.given.asking import form, ledger
from dateline.cli.given.options import debug
from dateline.cli.printing.output import emit
from dateline.cli.printing.records import default_form
from dateline.cli.printing.tree import lines
from dateline.ledger.asking.showing import show as find
from dateline.ledger.open import ledger_path
from dateline.store.asking.view import View


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
