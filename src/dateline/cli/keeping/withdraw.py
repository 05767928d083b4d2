"""``dateline withdraw``."""

import click

from dateline.cli.given.asking import ledger
from dateline.cli.given.options import debug, why
from dateline.ledger.keeping.withdrawing import withdraw as take_out
from dateline.ledger.open import ledger_path


@click.command()
@click.argument("report")
@click.option("--erase", is_flag=True, help="Take its words and bytes out of the file too.")
@why
@ledger
@debug
def withdraw(report: str, why: str, ledger: str | None, *, erase: bool) -> None:
    """Withdraw REPORT: it is in no list any more, and a tombstone says that it was here and why it went."""
    take_out(ledger_path(ledger), report, why=why, erase=erase)
    click.echo(f"{report} is withdrawn")
