"""What incidents are counted by: each question gives an incident one or several groups."""

from collections.abc import Callable, Mapping
from typing import Literal

from dateline.incidents.model import Incident, IncidentActor

Of = Literal["all", "type", "mode", "country", "place", "dyad", "status"]
NOT_STATED = "(not stated)"


def groups_of(incident: Incident, of: Of) -> tuple[str, ...]:
    """Return the groups of an incident; one that is in several counts in each."""
    return _GROUPS[of](incident) or (NOT_STATED,)


def _one(value: str | None) -> tuple[str, ...]:
    return (value,) if value else ()


def _dyads(incident: Incident) -> tuple[str, ...]:
    """Return who acts on whom, by country where one is known; where nobody is acted upon, each two who act together."""
    acting, hit = ([_who(actor) for actor in side] for side in (incident.actors, incident.recipients))
    if hit:
        return tuple(dict.fromkeys(f"{a} → {b}" for a in acting for b in hit))
    pairs = [sorted((a, b)) for n, a in enumerate(acting) for b in acting[n + 1 :] if a != b]
    return tuple(dict.fromkeys(" – ".join(pair) for pair in pairs))


def _who(actor: IncidentActor) -> str:
    return actor.country or actor.name


def _place(incident: Incident) -> tuple[str, ...]:
    place = incident.place
    return () if place is None else (f"{place.name}, {place.country}" if place.country else place.name,)


_GROUPS: Mapping[Of, Callable[[Incident], tuple[str, ...]]] = {
    "all": lambda _: ("all",),
    "type": lambda i: _one(i.type),
    "mode": lambda i: _one(i.mode),
    "country": lambda i: _one(i.place.country) if i.place else (),
    "place": _place,
    "dyad": _dyads,
    "status": lambda i: _one(i.status),
}
