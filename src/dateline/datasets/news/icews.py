"""Rows of ICEWS' columns: each event of each report, a row for each pair of source and target."""

from collections.abc import Iterable, Iterator

from dateline.datasets.account import Account, Line
from dateline.datasets.facts.codebooks import cameo_label, goldstein, icews_sector
from dateline.datasets.facts.countries import name_of
from dateline.datasets.facts.dossier import Dossier, Member, Party
from dateline.datasets.news.pairs import pairs_of
from dateline.datasets.news.told import told_members


def icews_rows(dossiers: Iterable[Dossier], account: Account) -> Iterator[Line]:
    """Yield a row for each pair; an event of which one side is not told has none."""
    for _, member in told_members(dossiers, account):
        found = pairs_of(member.parties("actors"), member.parties("recipients"))
        whole = [(source, target) for source, target in found if source is not None and target is not None]
        if not whole:
            account.leave(str(member.row["id"]), "source or target is not told")
        for number, (source, target) in enumerate(whole, start=1):
            yield Line(values=_values(member, number, source, target), founded=_founded(member))


def _founded(member: Member) -> frozenset[str]:
    """In a meeting the target is one of the actors: the words are those of the actors."""
    both = {"recipients"} if "actors" in member.founded and not member.parties("recipients") else set()
    return member.founded | both


def _values(member: Member, number: int, source: Party, target: Party) -> dict[str, object]:
    row, report = member.row, member.report
    precision = row["precision"]
    return {
        "Event ID": f"{row['id']}/{number}", "Event Date": row["start"], **_party("Source", source),
        "Event Text": cameo_label(row["cameo"]), "CAMEO Code": row["cameo"], "Intensity": goldstein(row["cameo"]),
        **_party("Target", target), "Story ID": report["id"], "Sentence Number": member.event.sentence + 1,
        "Publisher": report["source"], "City": row["place"] if precision in ("site", "town") else None,
        "District": row["place"] if precision == "district" else None, "Province": row["admin1"],
        "Country": name_of(row["country"]), "Latitude": row["lat"], "Longitude": row["lon"],
    }  # fmt: skip


def _party(title: str, party: Party) -> dict[str, object]:
    sectors = ",".join(map(icews_sector, party.sectors)) or None
    return {
        f"{title} Name": party.name, f"{title} Sectors": sectors,
        f"{title} Country": name_of(party.country) or party.country,
    }  # fmt: skip
