"""What people chose for the fields of an incident, and what each format of export would take."""

import json
from collections.abc import Mapping
from typing import Any

from starlette.exceptions import HTTPException

from dateline.datasets.account import Account
from dateline.datasets.columns import load_columns
from dateline.datasets.facts.dossier import Dossier
from dateline.datasets.facts.reading import dossier_of
from dateline.datasets.formats import FORMATS, Format
from dateline.datasets.tables.tabular import Table, founded_values
from dateline.desk.asked import Asked
from dateline.desk.page import Data
from dateline.incidents.model import Incident
from dateline.ledger.open import Ledger
from dateline.store.asking.view import View
from dateline.store.judging.judgements import INCIDENTS


def choices_of(view: View, found: Incident, editor: str | None) -> Mapping[str, Data]:
    """Return by field what was chosen last for an incident."""
    reports = list(dict.fromkeys(report for report, _, _ in found.events))
    marks = ", ".join("?" * len(reports))
    sql = f"SELECT * FROM v_judgements WHERE layer = ? AND undone IS NULL AND report IN ({marks}) ORDER BY number"
    spans = {report: [span for name, _, own in found.events if name == report for span in own] for report in reports}
    return {
        row["field"]: {
            "value": json.loads(row["value"]), "by": row["by"], "at": row["at"], "why": row["why"],
            "mine": row["by"] == editor,
        }
        for row in view.rows(sql, (INCIDENTS, *reports))
        if any(start < row["stop"] and row["start"] < stop for start, stop in spans[row["report"]])
    }  # fmt: skip


def formats_of(asked: Asked, found: Incident, rule: str) -> list[Data]:
    """Return for each format that has rows what it would say of an incident."""
    dossier = dossier_of(Ledger(asked.view), found, rule=rule)
    if dossier is None:
        raise HTTPException(404, f"the events of incident {found.id} hold no longer")
    return [_format(name, form, dossier) for name, form in FORMATS.items() if form.tables]


def _format(name: str, form: Format, dossier: Dossier) -> Data:
    account = Account()
    rows = [row for table in form.tables[:1] for row in _rows(table, dossier, account)]
    left = [{"rule": why["rule"], "reason": why["reason"]} for why in account.left()]
    return {"name": name, "about": form.about, "rows": rows, "left_out": left}


def _rows(table: Table, dossier: Dossier, account: Account) -> list[list[dict[str, Any]]]:
    """Return the rows, each a list of the columns that are filled."""
    columns = load_columns(table.columns)
    return [
        [
            {"column": column.name, "value": value, "fields": list(column.fields)}
            for column, value in founded_values(columns, line, table.file, account)
            if value not in (None, "")
        ]
        for line in table.rows([dossier], account)
    ]
