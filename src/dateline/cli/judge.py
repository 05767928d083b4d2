"""``dateline judge``."""

import os

import click

from dateline.cli.asking import ledger
from dateline.cli.options import F, debug
from dateline.ledger.judging import Opinion
from dateline.ledger.judging import judge as keep
from dateline.ledger.open import ledger_path


def why(command: F) -> F:
    """Add ``--why``."""
    return click.option("--why", required=True, metavar="TEXT", help="The reason, for those who read it later.")(
        command
    )


def by(command: F) -> F:
    """Add ``--by``."""
    return click.option("--by", metavar="NAME", default=lambda: os.environ.get("USER"), help="Who says so.")(command)


@click.command()
@click.argument("verdict", type=click.Choice(["same", "distinct", "linked"]))
@click.argument("one", metavar="A")
@click.argument("other", metavar="B")
@click.option("--relation", metavar="NAME", help="How two are linked: part-of, response-to, follows.")
@why
@by
@ledger
@debug
def judge(
    verdict: str, one: str, other: str, relation: str | None, why: str, by: str | None, ledger: str | None
) -> None:
    """Say that two events (REPORT/e3) or incidents are the same happening, distinct ones, or linked ones."""
    said = Opinion(kind=verdict, why=why, by=by, relation=relation)  # type: ignore[arg-type]  # one of three
    click.echo(f"judgement {keep(ledger_path(ledger), one, other, said)}")
