"""``dateline ingest``."""

from collections.abc import Iterator
from datetime import date
from functools import partial

import click

from dateline.cli.given.asking import ledger_to
from dateline.cli.given.feeds import STANDARD_INPUT, standard_input
from dateline.cli.given.loading import load_coders
from dateline.cli.given.options import debug, lexicon, model, places, published, timeout, triage
from dateline.cli.printing.ingesting import Watched, read_columns
from dateline.coder import Timeout, make_settings
from dateline.ingest import Options, find_items
from dateline.ingest.fetching.fetcher import Fetcher
from dateline.ledger.keeping.coding import Work
from dateline.ledger.keeping.ingest import ingest as run_ingest
from dateline.ledger.keeping.visiting import visits_of
from dateline.ledger.open import ledger_path
from dateline.model.item import Item


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option("--as", "kind", metavar="KIND", help="The sources' format, where it cannot be told.")
@click.option("--columns", metavar="COLUMN=FIELD,…", default="", help="Of a table: body=text,date=published …")
@click.option("--source", metavar="NAME", help="Publisher of the reports that do not say theirs.")
@published
@click.option("--jobs", type=click.IntRange(min=1), default=1, metavar="N", help="Code with N processes.")
@timeout
@triage
@click.option("--fetch", is_flag=True, help="Fetch SOURCEs that are addresses.")
@click.option("--no-code", is_flag=True, help="Keep the reports and code nothing; a later ingest codes them.")
@model
@lexicon
@places
@ledger_to
@debug
def ingest(
    sources: tuple[str, ...], kind: str | None, columns: str, source: str | None, published: date | None, jobs: int,
    timeout: Timeout, model: str | None, lexicon: str | None, places: str | None, ledger: str | None, *, fetch: bool,
    no_code: bool, triage: bool,
) -> None:  # fmt: skip
    """Keep the reports of SOURCEs (files, folders, "-" for standard input) in a ledger, and code them.

    What is known is not kept or coded again. Whatever stops this, the same command goes on from there.
    """
    day = published.isoformat() if published else None
    options = Options(kind=kind, columns=read_columns(columns), source=source, published=day, fetch=fetch)
    settings = make_settings(model=model, lexicon=lexicon, places=places, triage=triage)
    load = None if no_code else partial(load_coders, settings, jobs=jobs)
    work = Work(jobs=jobs, timeout=timeout)
    path = ledger_path(ledger)
    fetcher = Fetcher(visits=visits_of(path)) if fetch else None
    items = _items(sources, options, fetcher)
    with Watched() as progress:
        tally = run_ingest(
            path, items, coder=load, work=work, progress=progress, visits=fetcher.visits if fetcher else None
        )
    click.echo(str(tally), err=True)


def _items(sources: tuple[str, ...], options: Options, fetcher: Fetcher | None) -> Iterator[Item]:
    for name in sources:
        stdin = standard_input() if name == STANDARD_INPUT else None
        yield from find_items(name, options=options, stdin=stdin, fetcher=fetcher)
