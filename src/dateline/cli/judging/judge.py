"""``dateline judge``."""

import click

from dateline.cli.given.asking import ledger
from dateline.cli.given.options import by, debug, why
from dateline.ledger.judging.judgements import Opinion
from dateline.ledger.judging.judgements import judge as keep
from dateline.ledger.open import ledger_path


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
