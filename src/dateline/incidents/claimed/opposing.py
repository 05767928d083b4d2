"""When two values in words cannot both be true: two sides, two places, two days."""

from collections.abc import Iterable

from dateline.geo import distance_km
from dateline.incidents.claimed.detail import Detail
from dateline.incidents.model import IncidentActor, IncidentPlace
from dateline.lexicon.tables import fold

MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE"})
"""Acts of which whoever is named second takes part as whoever is named first."""
_OF_STATE = frozenset({None, "GOV", "MIL", "COP", "JUD", "LEG", "SPY"})
_CLOSE = frozenset({"site", "town", "district"})
_APART_KM = 5.0


def side(actor: IncidentActor) -> str:
    """Return who stands behind an actor: the country of a state's organs, the name of anybody else who has one.

    "Gunmen" are nobody's name: they are known by their word alone.
    """
    if actor.country and actor.sector in _OF_STATE:
        return actor.country
    named = f"{actor.country or ''}/" if actor.name[:1].isupper() else ""
    return named + fold(actor.name)


def sides(actors: Iterable[IncidentActor]) -> frozenset[str]:
    """Return who stand behind actors."""
    return frozenset(map(side, actors))


def other_side(one: str, others: frozenset[str]) -> bool:
    """Tell whether a side is known, as a country or by a name of its own, and is none of the others."""
    return one not in others and (one.isupper() or "/" in one)


def other_place(one: IncidentPlace | None, other: IncidentPlace | None) -> bool:
    """Tell whether two places lie in two countries, or are towns further apart than both reach."""
    if one is None or other is None:
        return False
    if one.country != other.country:
        return bool(one.country and other.country)
    if other.lat is None or other.lon is None or not {one.precision, other.precision} <= _CLOSE:
        return False
    apart = distance_km(one.lat, one.lon, other.lat, other.lon)
    return apart is not None and apart > (one.radius_km or 0) + (other.radius_km or 0) + _APART_KM


def told_to_the_day(event: Detail) -> bool:
    """Tell whether the words of a report name the one day of an event."""
    return event.start is not None and event.end in (None, event.start) and "start" in event.evidence
