"""``dateline ledger``."""

from functools import partial
from pathlib import Path

import click

from dateline.cli.given.asking import ledger as ledger_option
from dateline.cli.given.loading import load_coders
from dateline.cli.given.options import debug, lexicon, model, places, timeout
from dateline.cli.keeping.health import print_health
from dateline.cli.printing.ingesting import Watched
from dateline.coder import Timeout, make_settings
from dateline.errors import UsageError
from dateline.ledger.keeping.coding import Work
from dateline.ledger.keeping.ingest import code_waiting
from dateline.ledger.keeping.tally import Tally
from dateline.ledger.open import ledger_path
from dateline.store import check as checking
from dateline.store.address import Address, read_address
from dateline.store.asking.view import View
from dateline.store.batch import Writer
from dateline.store.opening import open_for_reading, size_of
from dateline.store.schema import METADATA


@click.group()
def ledger() -> None:
    """Look after a ledger: check, stats, copy, vacuum, code, metadata."""


@ledger.command()
@click.option("--quick", is_flag=True, help="Do not read every text and coding.")
@ledger_option
@debug
@click.pass_context
def check(ctx: click.Context, ledger: str | None, *, quick: bool) -> None:
    """Prove that the ledger is whole; exit with 1 where it is not."""
    path = _existing(ledger)
    faults = checking.check(path, deep=not quick)
    for fault in faults:
        click.echo(fault)
    click.echo(f"{path}: {len(faults)} fault(s)" if faults else f"{path}: whole", err=True)
    if faults:
        ctx.exit(1)


@ledger.command()
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@ledger_option
@debug
def stats(ledger: str | None, *, as_json: bool) -> None:
    """Say what the ledger holds, with a chart of reports a day and source, and the gaps."""
    with View(ledger_path(ledger)) as view:
        print_health(view, as_json=as_json)


@ledger.command()
@click.argument("to")
@ledger_option
@debug
def copy(to: str, ledger: str | None) -> None:
    """Copy the ledger to one file, or to postgresql://…, whole whatever is written meanwhile."""
    target = read_address(to)
    checking.copy(_existing(ledger), target)
    click.echo(f"{target}: {size_of(target):,} bytes", err=True)


@ledger.command()
@ledger_option
@debug
def vacuum(ledger: str | None) -> None:
    """Make the file as small as it can be, and its full-text index and statistics anew."""
    before, after = checking.vacuum(_existing(ledger))
    click.echo(f"{before:,} bytes before, {after:,} after", err=True)


@ledger.command()
@click.option("--again", is_flag=True, help="Code too what only an earlier version, model or lexicon has coded.")
@click.option("--jobs", type=click.IntRange(min=1), default=1, metavar="N", help="Code with N processes.")
@timeout
@model
@lexicon
@places
@ledger_option
@debug
def code(
    jobs: int,
    timeout: Timeout,
    model: str | None,
    lexicon: str | None,
    places: str | None,
    ledger: str | None,
    *,
    again: bool,
) -> None:
    """Code the reports that wait; with --again all of them in a new run beside the old."""
    tally = Tally()
    work = Work(jobs=jobs, timeout=timeout, again=again)
    with Writer(_existing(ledger)) as writer, Watched() as progress:
        code_waiting(
            writer,
            partial(load_coders, make_settings(model=model, lexicon=lexicon, places=places), jobs=jobs),
            work=work,
            tally=tally,
            progress=progress,
        )
    click.echo(f"{tally.coded:,} coded, {tally.failed:,} failed", err=True)


@ledger.command()
@ledger_option
@debug
def metadata(ledger: str | None) -> None:
    """Print what Datasette wants: `dateline ledger metadata > m.yaml; datasette dateline.db -m m.yaml`."""
    path = _existing(ledger)
    if not isinstance(path, Path):
        raise UsageError(f"Datasette reads files: copy the ledger to one, dateline ledger copy FILE --ledger {path}")
    click.echo(METADATA.read_text(encoding="utf-8").replace("  LEDGER:", f"  {path.stem}:"), nl=False)


def _existing(given: str | None) -> Address:
    """Return where a ledger lies that is there."""
    path = ledger_path(given)
    open_for_reading(path).close()
    return path
