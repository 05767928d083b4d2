"""What kind of actor somebody is, as the data sets on violence sort them, and what they are called there."""

from collections.abc import Mapping
from enum import IntEnum
from functools import cache

from dateline.datasets.columns import load_table
from dateline.datasets.facts.countries import name_of
from dateline.datasets.facts.dossier import Party
from dateline.lexicon.world.actors import load_actors
from dateline.model.groups import NO_STATE

UNIDENTIFIED = "Unidentified Armed Group"


class Kind(IntEnum):
    """The kinds of ACLED, by their numbers."""

    STATE = 1
    REBELS = 2
    POLITICAL_MILITIA = 3
    IDENTITY_MILITIA = 4
    RIOTERS = 5
    PROTESTERS = 6
    CIVILIANS = 7
    EXTERNAL = 8


ORGANISED = frozenset({Kind.REBELS, Kind.POLITICAL_MILITIA, Kind.IDENTITY_MILITIA})
"""Armed groups that are no state's."""
_BY_KIND: Mapping[str, Kind] = {
    "country": Kind.STATE, "government": Kind.STATE, "armed-group": Kind.POLITICAL_MILITIA,
}  # fmt: skip


@cache
def _by_sector() -> Mapping[str, Kind]:
    rows = load_table("sectors", "sector", "cameo", "icews", "kind")
    return {row["sector"]: Kind(int(row["kind"])) for row in rows}


def kind_of(party: Party, *, country: str | None) -> Kind:
    """Return the kind of an actor in an event in a country.

    Source: ACLED rule 9: a state's force abroad is external, and so is a body of no country that is no private one.
    """
    found = _by_sector().get(party.sector or "") if party.sector else None
    if found is None or (found is Kind.CIVILIANS and party.kind in ("country", "government")):
        found = _BY_KIND.get(party.kind or "", Kind.CIVILIANS)
    if found is Kind.STATE and party.country is not None and party.country != country:
        return Kind.EXTERNAL
    if party.country == "IGO" and found is not Kind.CIVILIANS:
        return Kind.EXTERNAL
    return found


def is_state(party: Party) -> bool:
    """Tell whether somebody acts for a state, at home or abroad."""
    return kind_of(party, country=party.country) is Kind.STATE and party.country not in NO_STATE


def is_organised(party: Party) -> bool:
    """Tell an armed group that has a name or a leader from armed men of whom nothing is told."""
    return kind_of(party, country=party.country) in ORGANISED


def standard_name(party: Party, kind: Kind, *, country: str | None) -> str:
    """Return what ACLED calls an actor (rule 9), without the years of a government."""
    home = name_of(party.country) or name_of(country)
    if kind in (Kind.STATE, Kind.EXTERNAL):
        return _state_name(party)
    if kind is Kind.CIVILIANS:
        return placed("Civilians", home)
    if kind in (Kind.RIOTERS, Kind.PROTESTERS):
        return placed(kind.name.capitalize(), home)
    return party.name if is_named(party.name) else placed(UNIDENTIFIED, home)


def _state_name(party: Party) -> str:
    home = name_of(party.country)
    if home is None:
        return party.name
    if "COP" in party.sectors:
        return f"Police Forces of {home}"
    forces = "MIL" in party.sectors or party.kind in ("country", "government")
    return f"{'Military Forces' if forces else 'Government'} of {home}"


def placed(name: str, country: str | None) -> str:
    """Return a standard name with its country in brackets."""
    return f"{name} ({country})" if country else name


def is_named(name: str) -> bool:
    """Tell a name ("Hezbollah") from a description ("gunmen", "Armed men")."""
    if load_actors().agent(name) is not None:
        return False
    return bool(load_actors().find(name)) or sum(word[:1].isupper() for word in name.split()) > 1 or name.isupper()
