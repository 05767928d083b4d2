"""What the formats of news coding leave out: acts that did not happen, and pairs of which one side is missing."""

from collections.abc import Iterable, Iterator

from dateline.datasets.account import Account
from dateline.datasets.facts.codebooks import cameo_role
from dateline.datasets.facts.dossier import Dossier, Member, Party
from dateline.model.groups import NO_STATE

_NOT_DONE = frozenset({"negated", "denied", "hypothetical"})


def happened(status: str, kind: str | None) -> bool:
    """Tell what these formats record: they have no column for what did not happen; a promise is an act."""
    return status not in _NOT_DONE and not (status == "planned" and kind != "AGREE")


def told_members(dossiers: Iterable[Dossier], account: Account) -> Iterator[tuple[Dossier, Member]]:
    """Yield each event of each report that tells an act; note the others."""
    for dossier in dossiers:
        account.incidents += 1
        for member in dossier.members:
            what = str(member.row["id"])
            if member.row["type"] is None:
                account.leave(what, "a type of ACLED alone")
            elif not happened(member.row["status"], member.row["type"]):
                account.leave(what, f"the format has no column for what is {member.row['status']}")
            else:
                yield dossier, member


def told_incidents(dossiers: Iterable[Dossier], account: Account) -> Iterator[Dossier]:
    """Yield each incident that is an act; note the others."""
    for dossier in dossiers:
        account.incidents += 1
        incident = dossier.incident
        if incident.type is None:
            account.leave(incident.id, "a type of ACLED alone")
        elif not happened(incident.status, incident.type):
            account.leave(incident.id, f"the format has no column for what is {incident.status}")
        else:
            yield dossier


def actor_code(party: Party | None) -> str | None:
    """Return an actor as CAMEO strings it together: the country, then the roles of its sectors (at most three)."""
    if party is None:
        return None
    country = "" if party.country is None else party.country
    return (country + "".join(roles(party))) or None


def roles(party: Party | None) -> list[str]:
    """Return CAMEO's role codes of an actor, at most three."""
    if party is None:
        return []
    found = dict.fromkeys(role for sector in party.sectors if (role := cameo_role(sector)) is not None)
    return list(found)[:3]


def state_of(party: Party | None) -> str | None:
    """Return the code of an actor's country; bodies that are of none have none."""
    return None if party is None or party.country in NO_STATE else party.country
