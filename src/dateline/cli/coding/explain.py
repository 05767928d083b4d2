"""``dateline explain``."""

from datetime import date
from shutil import get_terminal_size

import click

from dateline.cli.given.feeds import one_report
from dateline.cli.given.options import debug, lexicon, model, places, published
from dateline.coder import Coder
from dateline.errors import ReportError
from dateline.export.inert import shown
from dateline.export.words.explain import explain as explained
from dateline.export.words.explain import render


@click.command()
@click.argument("file")
@click.argument("record", metavar="RECORD")
@click.option("--report", metavar="ID", help="Which report of a .jsonl file; by default the first.")
@published
@model
@lexicon
@places
@debug
def explain(
    file: str,
    record: str,
    report: str | None,
    published: date | None,
    model: str | None,
    lexicon: str | None,
    places: str | None,
) -> None:
    """Say in words why RECORD of the report in FILE is as it is.

    RECORD is an id as the codings have them: e3 an event, a1 an actor, p1 a place, t1 a time, s1 a statement, n1 a
    position, c1 a commitment, h1 something scheduled. FILE may be - for standard input.
    """
    given = one_report(file, number=report, published=published.isoformat() if published else None)
    coding = next(Coder(model=model, lexicon=lexicon, places=places).code_many([given]))
    if coding.report.error:
        raise ReportError(f"report {coding.report.id}: {coding.report.error}")
    click.echo(shown(render(explained(coding, record), width=min(get_terminal_size().columns, 100))), nl=False)
