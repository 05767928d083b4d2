"""``dateline diff``."""

from collections import Counter
from collections.abc import Iterable, Iterator

import click

from dateline.cli.given.asking import form, ledger
from dateline.cli.given.options import debug
from dateline.cli.printing.records import default_form, print_records
from dateline.ledger.asking.differing import COLUMNS, differences, find_run
from dateline.ledger.open import ledger_path
from dateline.store.asking.view import Record, View


@click.command()
@click.argument("one", metavar="RUN")
@click.argument("other", metavar="RUN")
@click.option("--field", metavar="NAME", help="Only what changed in this field, such as events.status.")
@form
@ledger
@debug
def diff(one: str, other: str, field: str | None, form: str | None, ledger: str | None) -> None:
    """Show what changed between two runs, by field, with the words, in the reports that both have coded."""
    counts: Counter[str] = Counter()
    with View(ledger_path(ledger)) as view:
        found = differences(view, find_run(view, one), find_run(view, other))
        print_records(COLUMNS, _counted(found, field, counts), form=form or default_form())
    for name, n in counts.most_common():
        click.echo(f"{n:6,} {name}", err=True)


def _counted(rows: Iterable[Record], field: str | None, counts: Counter[str]) -> Iterator[Record]:
    for row in rows:
        name = f"{row['layer']}.{row['field']}"
        if field in (None, name, row["field"]):
            counts[name] += 1
            yield row
