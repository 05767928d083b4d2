"""``dateline judgements``."""

import click

from dateline.cli.given.asking import form, ledger
from dateline.cli.given.options import debug
from dateline.cli.printing.records import default_form, print_records
from dateline.ledger.judging.judgements import judgements as find
from dateline.ledger.open import ledger_path
from dateline.store.asking.view import View

COLUMNS = (
    "number", "state", "kind", "report", "record", "field", "value", "was", "now", "other_report", "relation", "why",
    "by", "at", "undone", "words",
)  # fmt: skip


@click.command()
@click.option("--conflicts", is_flag=True, help="Only those that the newest coding contradicts or has no record for.")
@form
@ledger
@debug
def judgements(form: str | None, ledger: str | None, *, conflicts: bool) -> None:
    """List what people said, and whether the newest coding agrees: holds, agrees, conflict, lost, undone."""
    with View(ledger_path(ledger)) as view:
        found = (row for row in find(view) if not conflicts or row["state"] in ("conflict", "lost"))
        print_records(COLUMNS, found, form=form or default_form())
