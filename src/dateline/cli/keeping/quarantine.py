"""``dateline quarantine``."""

from functools import partial

import click

from dateline.cli.given.asking import form, ledger
from dateline.cli.given.loading import load_coders
from dateline.cli.given.options import debug
from dateline.cli.printing.ingesting import Watched
from dateline.cli.printing.records import default_form, print_records
from dateline.coder import make_settings
from dateline.ledger.keeping.coding import Work
from dateline.ledger.keeping.ingest import code_waiting
from dateline.ledger.keeping.retrying import retry
from dateline.ledger.open import ledger_path
from dateline.store.asking.view import View
from dateline.store.batch import Writer

COLUMNS = ("number", "path", "member", "article", "reason", "told", "recorded")


@click.command()
@click.argument("action", type=click.Choice(["list", "retry"]), default="list", metavar="[retry]")
@click.option("--reason", metavar="REASON", help="Only what was refused for this reason.")
@click.option("--jobs", type=click.IntRange(min=1), default=1, metavar="N", help="Code with N processes.")
@form
@ledger
@debug
def quarantine(action: str, reason: str | None, jobs: int, form: str | None, ledger: str | None) -> None:
    """List what could not be taken as a report, with the reason; with "retry", try it and failed codings again."""
    path = ledger_path(ledger)
    if action == "retry":
        tally = retry(path)
        load = partial(load_coders, make_settings(), jobs=jobs)
        with Writer(path) as writer, Watched() as progress:
            code_waiting(writer, load, work=Work(jobs=jobs), tally=tally, progress=progress)
        click.echo(str(tally), err=True)
        return
    with View(path) as view:
        sql = "SELECT * FROM v_quarantine WHERE ? IS NULL OR reason = ? ORDER BY number"
        print_records(COLUMNS, view.rows(sql, (reason, reason)), form=form or default_form())
