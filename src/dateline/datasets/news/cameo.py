"""CAMEO in its plainest form: each event of each report, a row for each pair, with codes and labels."""

from collections.abc import Iterable, Iterator

from dateline.datasets.account import Account, Line
from dateline.datasets.facts.codebooks import cameo_label, goldstein, quad_of
from dateline.datasets.facts.dossier import Dossier
from dateline.datasets.news.pairs import pairs_of
from dateline.datasets.news.told import actor_code, told_members


def cameo_rows(dossiers: Iterable[Dossier], account: Account) -> Iterator[Line]:
    """Yield a row for each pair of each event; a side that is not told is empty."""
    for dossier, member in told_members(dossiers, account):
        row = member.row
        found = list(pairs_of(member.parties("actors"), member.parties("recipients")))
        if not found:
            account.leave(str(row["id"]), "neither source nor target is told")
        founded = member.founded | ({"recipients"} if not member.parties("recipients") else set())
        for source, target in found:
            yield Line(
                values={
                    "date": row["start"], "source": actor_code(source), "target": actor_code(target),
                    "code": row["cameo"], "label": cameo_label(row["cameo"]), "goldstein": goldstein(row["cameo"]),
                    "quad": quad_of(row["cameo"]), "source_name": source and source.name,
                    "target_name": target and target.name, "incident": dossier.incident.id,
                    "report": row["report"], "event": member.event.id,
                },
                founded=founded,
            )  # fmt: skip
