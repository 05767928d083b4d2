"""``dateline code``."""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

import click

from dateline.cli.given.feeds import is_many, open_feed
from dateline.cli.given.loading import load_coders
from dateline.cli.given.options import debug, lexicon, model, places, published, raw_cells, timeout, triage
from dateline.cli.printing.output import FORMATS, Writing, form_of
from dateline.cli.printing.progress import watched
from dateline.coder import Timeout, make_settings
from dateline.export.inert import shown
from dateline.learned.triage import read_note
from dateline.model.coding import Coding
from dateline.model.report import Report


@click.command()
@click.argument("files", nargs=-1, metavar="[FILE]...")
@click.option("--format", "form", type=click.Choice(FORMATS), help="Default: table in a terminal, else jsonl.")
@click.option("--layers", default="default", show_default=True, help='Layers to fill, parted by commas; "all" for all.')
@published
@click.option("--source", metavar="NAME", help="Publisher of the reports that do not say theirs.")
@click.option(
    "--min-confidence", type=click.FloatRange(0, 1), default=0.0, metavar="X", help="Leave out records below X."
)
@click.option("--jobs", type=click.IntRange(min=1), metavar="N", help="Use N processes; on a cluster, N workers.")
@click.option(
    "--on", "engine", metavar="ENGINE", help="Code on a cluster (ray, ray://HOST:PORT) into a folder of Parquet files."
)
@timeout
@triage
@click.option("-o", "--output", metavar="FILE", help="Write to FILE; its ending (.csv, .html …) says the format.")
@raw_cells
@model
@lexicon
@places
@debug
@click.pass_context
def code(
    ctx: click.Context, files: tuple[str, ...], form: str | None, layers: str, published: date | None,
    source: str | None, min_confidence: float, jobs: int | None, engine: str | None, timeout: Timeout,
    output: str | None, model: str | None, lexicon: str | None, places: str | None, *, triage: bool, raw_cells: bool,
) -> None:  # fmt: skip
    """Code reports from FILEs, or from standard input for "-" or none.

    A .jsonl file, or JSON Lines on standard input, is many reports; an .html or .htm file is a web page; of a folder
    all of these and its .txt files are read; anything else is one report as plain text.
    """
    feed = open_feed(files, published=published.isoformat() if published else None, source=source)
    settings = make_settings(
        layers=layers, model=model, min_confidence=min_confidence, lexicon=lexicon, places=places, triage=triage
    )
    if engine is not None:
        from dateline.cli.coding.on_cluster import code_on  # noqa: PLC0415  an optional library

        done = code_on(engine, feed, settings=settings, output=output, jobs=jobs, timeout=timeout)
        ctx.exit(1 if done.failed else 0)
    writing = Writing(form=form or form_of(output), raw_cells=raw_cells, output=output)
    coder = load_coders(settings, jobs=jobs or 1)
    codings = coder.code_feed(feed, jobs=jobs or 1, timeout=timeout)
    tally = Tally()
    writing.show(tally.count(watched(codings, shown=is_many(files))), failed=tally.unwritten)
    if triage:
        click.echo(f"dateline: {tally.sifted}", err=True)
    if tally.failed:
        ctx.exit(1)


@dataclass(slots=True)
class Sifted:
    """What triage passed over in a run."""

    reports: int = 0
    whole: int = 0
    words: int = 0
    of: int = 0

    def add(self, report: Report) -> None:
        """Count a report."""
        passed = read_note(report.notes)
        self.reports += 1
        self.whole += passed is not None and passed.whole
        self.words += passed.words if passed else 0
        self.of += passed.of if passed else len(report.text.split())

    def __str__(self) -> str:
        """Say it in one line."""
        return (
            f"triage passed over {self.whole:,} of {self.reports:,} reports, {self.words:,} of {self.of:,} words; "
            "the notes of each report say which"
        )


class Tally:
    """Counts the reports that could not be coded or written, and what triage passed over."""

    def __init__(self) -> None:
        """Begin."""
        self.failed = 0
        self.sifted = Sifted()

    def count(self, codings: Iterable[Coding]) -> Iterator[Coding]:
        """Pass codings on, and say on standard error which failed."""
        for coding in codings:
            self.sifted.add(coding.report)
            if not coding.report.coded:
                self.failed += 1
                click.echo(shown(f"dateline: report {coding.report.id}: {coding.report.error}"), err=True)
            yield coding

    def unwritten(self, coding: Coding, error: Exception) -> None:
        """Say on standard error which could not be written; with ``--debug`` end the run."""
        if "--debug" in sys.argv:
            raise error
        self.failed += 1
        reason = f"could not be written ({type(error).__name__}: {error}); please report this text"
        click.echo(shown(f"dateline: report {coding.report.id}: {reason}"), err=True)
