"""What the commands that ask a ledger share: its file, the filters, the format, and printing."""

from collections.abc import Callable
from typing import Any

import click

from dateline.cli.given.options import Day, F, debug, raw_cells
from dateline.cli.printing.records import FORMATS, form_of, print_records
from dateline.ledger.open import ledger_path
from dateline.store.asking.allowed import check_values
from dateline.store.asking.filters import APPLICABLE, Filters
from dateline.store.asking.view import View

TABLE_LIMIT = 50


class Near(click.ParamType[tuple[float, float, float]]):
    """A point and a distance: latitude, longitude, kilometres."""

    name = "near"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[float, float, float]:
        """Read the three numbers."""
        try:
            lat, lon, km = (float(part) for part in str(value).split(","))
        except ValueError:
            self.fail(f"{value!r} is no LAT,LON,KM such as 46.48,30.73,25", param, ctx)
        return lat, lon, km


OPTIONS: dict[str, Callable[[F], F]] = {
    "type": click.option("--type", multiple=True, metavar="TYPE", help="One of these types, acts, stances or kinds."),
    "mode": click.option("--mode", multiple=True, metavar="MODE", help="One of these modes."),
    "actor": click.option("--actor", metavar="NAME", help="Somebody of this name or country (MLI) takes part."),
    "country": click.option("--country", multiple=True, metavar="CODE", help="In one of these countries."),
    "place": click.option("--place", metavar="NAME", help="At this place or in this first-level unit."),
    "near": click.option("--near", type=Near(), metavar="LAT,LON,KM", help="Within so many kilometres of a point."),
    "since": click.option("--from", "since", type=Day(), metavar="DATE", help="On this day or later."),
    "until": click.option("--to", "until", type=Day(), metavar="DATE", help="On this day or earlier."),
    "source": click.option("--source", multiple=True, metavar="NAME", help="Published by one of these."),
    "status": click.option("--status", multiple=True, metavar="STATUS", help="Of one of these statuses or stages."),
    "min_confidence": click.option(
        "--min-confidence", type=click.FloatRange(0, 1), metavar="X", help="At least so sure."
    ),
    "min_roots": click.option(
        "--min-roots", type=click.IntRange(min=1), metavar="N", help="Told by at least N independent sources."
    ),
    "as_of": click.option("--as-of", type=Day(), metavar="DATE", help="What the ledger held at the end of that day."),
    "text": click.option("--text", metavar="QUERY", help="In reports that have these words (the language of FTS5)."),
}  # fmt: skip
"""The options of each filter."""


def _ledger(*names: str) -> Callable[[F], F]:
    return click.option(
        *names, metavar="FILE",
        help="The ledger, a file or postgresql://…; by default $DATELINE_LEDGER, else dateline.db here.",
    )  # fmt: skip


def ledger(command: F) -> F:
    """Add ``--ledger``."""
    return _ledger("--ledger")(command)


def ledger_to(command: F) -> F:
    """Add ``--ledger`` by its other name too, for what writes to it."""
    return _ledger("--ledger", "--to")(command)


def form(command: F) -> F:
    """Add ``--format``."""
    return click.option(
        "--format", "form", type=click.Choice(FORMATS), help="Default: table in a terminal, else jsonl."
    )(command)


def filters(layer: str, *, but: frozenset[str] = frozenset()) -> Callable[[F], F]:
    """Add the options of the filters that a layer knows, without those that a command has its own option for."""

    def add(command: F) -> F:
        for name in reversed(OPTIONS):
            if name in APPLICABLE[layer] - but:
                command = OPTIONS[name](command)
        return command

    return add


def list_command(layer: str, told: str) -> click.Command:
    """Return the command that lists a layer."""

    @click.command(name=layer, help=told)
    @filters(layer)
    @click.option("--limit", type=click.IntRange(min=0), metavar="N", help=f"At most N; in a table {TABLE_LIMIT}.")
    @form
    @raw_cells
    @ledger
    @debug
    def command(limit: int | None, form: str | None, ledger: str | None, *, raw_cells: bool, **given: Any) -> None:
        chosen = check_values(
            layer, Filters(**{name: value for name, value in given.items() if value not in (None, ())})
        )
        with View(ledger_path(ledger)) as view:
            print_list(view, layer, chosen, limit=limit, form=form_of(form, raw_cells=raw_cells))

    return command


def print_list(view: View, layer: str, chosen: Filters, *, limit: int | None, form: str) -> None:
    """Print the records of a layer, then how many of how many they are."""
    limit = TABLE_LIMIT if limit is None and form == "table" else limit
    shown = print_records(view.columns(layer), view.stream(layer, chosen, limit=limit), form=form, layer=layer)
    matching = view.count(layer, chosen) if shown == limit else shown
    everything = view.count(layer, Filters()) if chosen.given else matching
    of_all = f"; {everything:,} in all" if everything != matching else ""
    click.echo(f"{shown:,} of {matching:,} {layer}{of_all}", err=form != "table")
