"""``dateline correct``."""

import click

from dateline.cli.given.asking import ledger
from dateline.cli.given.options import by, debug, why
from dateline.ledger.judging.judgements import Opinion
from dateline.ledger.judging.judgements import correct as keep
from dateline.ledger.open import ledger_path


@click.command()
@click.argument("record")
@click.argument("field", required=False)
@click.argument("value", required=False)
@click.option("--wrong", is_flag=True, help="The value, or the whole record, is wrong; nothing stands in its place.")
@click.option("--right", is_flag=True, help="The value is right.")
@why
@by
@ledger
@debug
def correct(
    record: str, field: str | None, value: str | None, why: str, by: str | None, ledger: str | None, *, wrong: bool,
    right: bool,
) -> None:  # fmt: skip
    """Say what a FIELD of RECORD (REPORT/e3) should be. It outlives every run; `undo` takes it back.

    Without VALUE say --wrong or --right; without FIELD, --wrong strikes the whole record.
    """
    if (value is not None) + wrong + right != 1 or (field is None and not wrong):
        raise click.UsageError("give FIELD and VALUE, or FIELD with --wrong or --right, or --wrong for the record")
    kind = "wrong" if wrong else "correct" if right else "value"
    said = Opinion(kind=kind, field=field, value=value, why=why, by=by)  # type: ignore[arg-type]  # one of three
    click.echo(f"judgement {keep(ledger_path(ledger), record, said)}")
