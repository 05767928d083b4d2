"""``dateline claims``."""

from pathlib import Path
from typing import Any

import click

from dateline.cli.given.asking import form, ledger
from dateline.cli.given.options import debug
from dateline.cli.printing.records import JSON_FORMS, default_form, print_json, print_records
from dateline.export.pages.claims import draw_claims
from dateline.incidents.model import Claim
from dateline.incidents.rules import DEFAULT_RULE, load_rule
from dateline.ledger.asking.incidents import claims_of
from dateline.ledger.joining.grouping import bring_up
from dateline.ledger.open import ledger_path
from dateline.store.asking.view import View
from dateline.store.joining.incidents import read_incident

COLUMNS = ("field", "value", "state", "chosen", "by", "roots", "told", "said_by", "reports")


@click.command()
@click.argument("incident", metavar="INCIDENT")
@click.option(
    "--rule", default=DEFAULT_RULE, metavar="NAME", help="The rule by which it is an incident, as in incidents."
)
@click.option("--svg", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="Draw them over time.")
@form
@ledger
@debug
def claims(incident: str, rule: str, svg: Path | None, form: str | None, ledger: str | None) -> None:
    """Show what each source says of INCIDENT, field by field: who agrees, contradicts, denies, and what is taken."""
    by, path = load_rule(rule), ledger_path(ledger)
    bring_up(path, by)
    with View(path) as view:
        one = read_incident(view, by.name, incident)
        found = claims_of(view, by, one.id)
    if svg is not None:
        svg.write_text(draw_claims(one, found), encoding="utf-8")
    form = form or default_form()
    if form in JSON_FORMS:
        print_json(found, form=form)
    else:
        print_records(COLUMNS, map(_row, found), form=form)


def _row(claim: Claim) -> dict[str, Any]:
    return {
        "field": claim.field, "value": claim.value, "state": claim.state, "chosen": "*" if claim.chosen else "",
        "by": claim.by if claim.chosen else "", "roots": claim.roots, "told": claim.told, "said_by": claim.said_by,
        "reports": "; ".join(claim.reports),
    }  # fmt: skip
