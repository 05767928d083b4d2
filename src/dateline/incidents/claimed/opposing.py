"""When two values in words cannot both be true: two sides, two places, two days."""

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.geo import distance_km
from dateline.incidents.claimed.detail import Detail
from dateline.incidents.model import IncidentActor, IncidentPlace
from dateline.lexicon.tables import fold
from dateline.model.closed import EventType
from dateline.model.groups import CIVIL, REBEL_ARMED

DISPUTED: frozenset[EventType | None] = frozenset({"ASSAULT", "COERCE", "MOBILIZE"})
"""Acts that one side did and another did not; many may accuse, give, ask or agree at once."""
_OF_STATE = frozenset({None, "GOV", "MIL", "COP", "JUD", "LEG", "SPY"})
# "Gunmen" may be anybody's.
_REBELS = REBEL_ARMED - {"UAF"}
_CLOSE = frozenset({"site", "town"})
_APART_KM = 5.0


@dataclass(frozen=True, slots=True)
class Side:
    """Who stands behind an actor.

    Args:
        key: What actors of one side share: the country of a state's organs, the name of anybody else who has one.
            "Gunmen" are nobody's name: they are known by their word alone.
        country: Of a state's organs, where it is known.
        state: Whether it is a state's.
        known: Whether it is a name of its own, or that of fighters of no state ("rebels").
        rebel: Whether it is fighters of no state.
        civil: Whether it is people who bear no arms.
    """

    key: str
    country: str | None = None
    state: bool = False
    known: bool = False
    rebel: bool = False
    civil: bool = False

    def is_same(self, other: "Side") -> bool:
        """Tell whether two are one side; an organ of an unknown state may be any state's."""
        # "The army", of no named state, may be the army of either.
        unnamed = self.state and other.state and not (self.country and other.country)
        return self.key == other.key or unnamed

    def opposes(self, other: "Side") -> bool:
        """Tell whether two are known to be two: two states, a state and others, or two others with a name each."""
        if self.is_same(other):
            return False
        if self.state and other.state:
            return True
        if self.state or other.state:
            # A state's forces and "men" may be the same people; a state's forces and rebels are not.
            return self.known or other.known
        # "Rebels" and "militants" are no names by which two could be told apart.
        return "/" in self.key and "/" in other.key


def side(actor: IncidentActor) -> Side:
    """Return who stands behind an actor."""
    if actor.sector in _OF_STATE and (actor.country or actor.sector):
        return Side(actor.country or f"any {actor.sector}", actor.country, state=True)
    named = next(filter(str.isalpha, actor.name), "").isupper()
    key = (f"{actor.country or ''}/" if named else "") + fold(actor.name)
    rebel = actor.sector in _REBELS
    return Side(key, known=named or rebel, rebel=rebel, civil=actor.sector in CIVIL)


def sides(actors: Iterable[IncidentActor]) -> frozenset[Side]:
    """Return who stand behind actors."""
    return frozenset(map(side, actors))


def other_side(one: Side, other: Side, beside: Iterable[Side]) -> bool:
    """Tell whether a side is another than one that a report names, and none of those that it names beside it."""
    return one.opposes(other) and not any(map(one.is_same, beside))


def other_people(one: Side, other: Side) -> bool:
    """Tell whether those who were hit are fighters of no state to one and people without arms to the other."""
    return (one.rebel and other.civil) or (one.civil and other.rebel)


def other_place(one: IncidentPlace | None, other: IncidentPlace | None) -> bool:
    """Tell whether two towns or sites lie in two countries, or further apart than both reach."""
    if one is None or other is None or not {one.precision, other.precision} <= _CLOSE:
        return False
    if one.country and other.country and one.country != other.country:
        # Two towns of one name in two countries.
        return True
    if other.lat is None or other.lon is None:
        return False
    apart = distance_km(one.lat, one.lon, other.lat, other.lon)
    return apart is not None and apart > (one.radius_km or 0) + (other.radius_km or 0) + _APART_KM


def told_to_the_day(event: Detail) -> bool:
    """Tell whether the words of a report name the one day of an event."""
    # A day that only stands for the report's own is no word of the report.
    return event.start is not None and event.end in (None, event.start) and "start" in event.evidence
