"""``dateline families``."""

from itertools import groupby
from typing import Any

import click

from dateline.cli.given.asking import TABLE_LIMIT, form, ledger
from dateline.cli.given.options import debug
from dateline.cli.printing.records import JSON_FORMS, default_form, print_json, print_records
from dateline.ledger.open import ledger_path
from dateline.store.asking.view import Record, View

_SQL = (
    "SELECT * FROM v_families WHERE id IN (SELECT id FROM family WHERE size > 1 AND roots >= ? ORDER BY size DESC, id "
    "LIMIT ?) ORDER BY size DESC, id, role <> 'original', published, report"
)
_COLUMNS = ("id", "role", "report", "source", "published", "share", "credit", "root", "roots", "title")


@click.command()
@click.option("--min-roots", type=click.IntRange(min=1), default=1, metavar="N", help="Of at least N sources.")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="At most N families.")
@form
@ledger
@debug
def families(min_roots: int, limit: int | None, form: str | None, ledger: str | None) -> None:
    """List families: reports that are one text, the largest first, with who was first and how many sources speak."""
    form = form or default_form()
    most = limit or (TABLE_LIMIT if form == "table" else -1)
    with View(ledger_path(ledger)) as view:
        rows = view.rows(_SQL, (min_roots, most))
        if form in JSON_FORMS:
            print_json((_family(list(own)) for _, own in groupby(rows, key=lambda r: r["id"])), form=form)
        else:
            print_records(_COLUMNS, rows, form=form)


def _family(rows: list[Record]) -> dict[str, Any]:
    names = ("report", "role", "share", "credit", "root")
    members = [{name: row[name] for name in names} for row in rows]
    return {"id": rows[0]["id"], "original": rows[0]["original"], "reports": members, "roots": rows[0]["roots"]}
