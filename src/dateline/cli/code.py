"""``dateline code``."""

from collections.abc import Iterable, Iterator
from datetime import date

import click

from dateline.cli.feeds import is_many, open_feed
from dateline.cli.loading import load_coder
from dateline.cli.options import debug, lexicon, model, published
from dateline.cli.output import FORMATS, default_format, show
from dateline.cli.progress import watched
from dateline.model.coding import Coding


@click.command()
@click.argument("files", nargs=-1, metavar="[FILE]...")
@click.option("--format", "form", type=click.Choice(FORMATS), help="Default: table in a terminal, else jsonl.")
@click.option("--layers", default="default", show_default=True, help='Layers to fill, parted by commas; "all" for all.')
@published
@click.option("--source", metavar="NAME", help="Publisher of the reports that do not say theirs.")
@click.option(
    "--min-confidence", type=click.FloatRange(0, 1), default=0.0, metavar="X", help="Leave out records below X."
)
@click.option("--jobs", type=click.IntRange(min=1), default=1, metavar="N", help="Use N processes.")
@click.option(
    "--timeout", type=click.FloatRange(min=0, min_open=True), metavar="SECONDS", help="Give up a report after this."
)
@model
@lexicon
@debug
@click.pass_context
def code(
    ctx: click.Context, files: tuple[str, ...], form: str | None, layers: str, published: date | None,
    source: str | None, min_confidence: float, jobs: int, timeout: float | None, model: str | None, lexicon: str | None,
) -> None:  # fmt: skip
    """Code reports from FILEs, or from standard input for "-" or none.

    A .jsonl file, or JSON Lines on standard input, is many reports; an .html or .htm file is a web page; anything else
    is one report as plain text.
    """
    day = published.isoformat() if published else None
    coder = load_coder(layers=layers, model=model, min_confidence=min_confidence, lexicon=lexicon)
    codings = coder.code_feed(open_feed(files, published=day, source=source), jobs=jobs, timeout=timeout)
    tally = Tally()
    show(tally.count(watched(codings, shown=is_many(files))), form or default_format())
    if tally.failed:
        ctx.exit(1)


class Tally:
    """Counts the reports that could not be coded."""

    failed = 0

    def count(self, codings: Iterable[Coding]) -> Iterator[Coding]:
        """Pass codings on, and say on standard error which failed."""
        for coding in codings:
            if not coding.report.coded:
                self.failed += 1
                click.echo(f"dateline: report {coding.report.id}: {coding.report.error}", err=True)
            yield coding
