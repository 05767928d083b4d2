"""``dateline undo``."""

import click

from dateline.cli.given.asking import ledger
from dateline.cli.given.options import debug
from dateline.ledger.judging.judgements import take_back
from dateline.ledger.open import ledger_path


@click.command()
@click.argument("number", type=int, metavar="N")
@ledger
@debug
def undo(number: int, ledger: str | None) -> None:
    """Take back judgement N: the coder's values are back; the judgement stays in the list as undone."""
    take_back(ledger_path(ledger), number)
    click.echo(f"judgement {number} is undone")
