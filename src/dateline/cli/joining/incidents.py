"""``dateline incidents``."""

from collections.abc import Sequence
from typing import Any

import click

from dateline.cli.given.asking import TABLE_LIMIT, filters, form, ledger
from dateline.cli.given.options import debug, raw_cells
from dateline.cli.joining.on_engine import list_groups
from dateline.cli.printing.output import emit
from dateline.cli.printing.records import JSON_FORMS, form_of, print_json, print_records
from dateline.incidents.model import Incident
from dateline.incidents.rules import DEFAULT_RULE, load_rule
from dateline.ledger.joining.explaining import explained
from dateline.ledger.joining.grouping import bring_up
from dateline.ledger.open import ledger_path
from dateline.store.asking.allowed import check_values
from dateline.store.asking.filters import Filters
from dateline.store.asking.view import View
from dateline.store.joining.incidents import find_incidents, held_pairs

COLUMNS = (
    "id", "start", "type", "mode", "place", "country", "actors", "recipients", "killed", "state", "reports", "roots",
    "status", "title",
)  # fmt: skip
_HELD = ("one", "other", "probability")


@click.command()
@click.option(
    "--rule", default=DEFAULT_RULE, metavar="NAME", help="strict, standard, loose, or the file of a rule of your own."
)
@filters("incidents")
@click.option("--limit", type=click.IntRange(min=0), metavar="N", help=f"At most N; in a table {TABLE_LIMIT}.")
@click.option("--explain", nargs=2, metavar="A B", help="Say why two events (REPORT/e1) or incidents are one or not.")
@click.option("--held", is_flag=True, help="List the pairs that a person should look at: one incident or two?")
@click.option(
    "--on",
    "engine",
    metavar="ENGINE",
    help="Make the groups of events on an engine (processes, ray, ray://HOST:PORT) and list them; nothing is written.",
)
@click.option("--jobs", type=click.IntRange(min=1), metavar="N", help="With --on: N workers; by default one a core.")
@form
@raw_cells
@ledger
@debug
def incidents(
    rule: str, limit: int | None, explain: tuple[str, str] | None, engine: str | None, jobs: int | None,
    form: str | None, ledger: str | None, *, held: bool, raw_cells: bool, **given: Any,
) -> None:  # fmt: skip
    """List incidents: what happened, joined from all reports by a rule, the newest first."""
    chosen = check_values(
        "incidents", Filters(**{name: value for name, value in given.items() if value not in (None, ())})
    )
    by, path = load_rule(rule), ledger_path(ledger)
    form = form_of(form, raw_cells=raw_cells)
    if engine is not None:
        asked = {**given, "explain": explain, "held": held, "limit": limit}
        list_groups(engine, path, by, jobs=jobs, form=form, given=asked)
        return
    bring_up(path, by)
    if explain:
        emit(f"{line}\n" for line in explained(path, *explain))
        return
    if held:
        with View(path) as view:
            pairs = [dict(zip(_HELD, pair, strict=True)) for pair in held_pairs(view, by.name)]
        print_records(_HELD, pairs[:limit], form=form)
        return
    limit = TABLE_LIMIT if limit is None and form == "table" else limit
    with View(path) as view:
        found, matching = find_incidents(view, by.name, chosen, limit=limit)
    print_incidents(found, form)
    click.echo(f"{len(found):,} of {matching:,} incidents by {by.name}", err=form != "table")


def print_incidents(found: Sequence[Incident], form: str) -> None:
    """Print incidents: as they are in JSON, as rows in CSV and in a table."""
    if form in JSON_FORMS:
        print_json(found, form=form)
    else:
        print_records(COLUMNS, map(row, found), form=form)


def row(one: Incident) -> dict[str, Any]:
    """Return an incident as a row of a table."""
    killed = one.fields.get("killed")
    states = [f"{name} {field.state}" for name, field in one.fields.items() if field.state in _TOLD]
    places = {"place": one.place.name, "country": one.place.country} if one.place else {"place": None, "country": None}
    return {
        "id": one.id, "start": one.start, "type": one.type, "mode": one.mode, **places,
        "actors": "; ".join(a.name for a in one.actors), "recipients": "; ".join(a.name for a in one.recipients),
        "killed": killed and killed.value, "state": ", ".join(states),
        "reports": one.reports, "roots": one.roots, "status": one.status, "title": one.title,
    }  # fmt: skip


_TOLD = ("conflict", "denied")
