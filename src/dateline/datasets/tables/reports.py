"""A row for each report and incident: what studies of aggregation start from, readable by eventreport (R)."""

from collections.abc import Iterable, Iterator

from dateline.datasets.account import Account, Line
from dateline.datasets.facts.dossier import Dossier

_OF_REPORT = ("source", "published", "url", "family", "role", "root")
_OF_EVENT = (
    "main", "status", "type", "mode", "start", "end", "actors", "recipients", "place", "admin1", "country", "radius_km",
    "precision", "killed_low", "killed_high", "injured_low", "injured_high", "said_by", "confidence",
)  # fmt: skip


def report_rows(dossiers: Iterable[Dossier], account: Account) -> Iterator[Line]:
    """Yield a row for each event of each report, with the incident that it tells; nothing is left out."""
    for dossier in dossiers:
        account.incidents += 1
        for member in dossier.members:
            row, report = member.row, member.report
            values = {
                "event_id": dossier.incident.id, "report_id": row["report"], "event": member.event.id,
                **{name: report[name] for name in _OF_REPORT}, **{name: row[name] for name in _OF_EVENT},
                "event_type": row["acled"], "sub_event_type": row["acled_sub"], "latitude": row["lat"],
                "longitude": row["lon"],
            }  # fmt: skip
            yield Line(values=values, founded=member.founded)
