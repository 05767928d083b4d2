"""``dateline runs``."""

import click

from dateline.cli.given.asking import form, ledger
from dateline.cli.given.options import debug
from dateline.cli.printing.records import default_form, print_records
from dateline.ledger.open import ledger_path
from dateline.store.asking.view import View

COLUMNS = (
    "run", "version", "model", "started", "last", "codings", "current", "failed", "options", "lexicon_digest",
    "gazetteer_digest", "model_digest", "digest",
)  # fmt: skip


@click.command()
@form
@ledger
@debug
def runs(form: str | None, ledger: str | None) -> None:
    """List the runs: which code, model and lexicons coded how many reports."""
    with View(ledger_path(ledger)) as view:
        print_records(COLUMNS, view.rows("SELECT * FROM v_runs ORDER BY run"), form=form or default_form())
