"""The two sides of an event as ACLED has them: names, kinds, who is associated, and how the two interact."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from dateline.datasets.columns import load_table
from dateline.datasets.facts.countries import name_of
from dateline.datasets.facts.dossier import Dossier, Party, Side
from dateline.datasets.facts.kinds import UNIDENTIFIED, Kind, kind_of, placed, standard_name

_LABELS = {
    Kind.STATE: "State forces", Kind.REBELS: "Rebel group", Kind.POLITICAL_MILITIA: "Political militia",
    Kind.IDENTITY_MILITIA: "Identity militia", Kind.RIOTERS: "Rioters", Kind.PROTESTERS: "Protesters",
    Kind.CIVILIANS: "Civilians", Kind.EXTERNAL: "External/Other forces",
}  # fmt: skip
_DISPUTED = frozenset({"conflict", "denied"})


@dataclass(frozen=True, slots=True)
class Actor:
    """An actor by ACLED's name and kind."""

    name: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Sides:
    """The first actor of each side, and the others, who are associated (rule 7)."""

    first: Actor | None
    first_others: tuple[Actor, ...]
    second: Actor | None
    second_others: tuple[Actor, ...]

    @property
    def key(self) -> frozenset[str]:
        """Return the names of both sides, whose order means nothing."""
        return frozenset(a.name for a in (self.first, self.second, *self.first_others, *self.second_others) if a)


def label(kind: Kind | None) -> str | None:
    """Return the text of ``inter1`` and ``inter2``."""
    return None if kind is None else _LABELS[kind]


@cache
def _texts() -> Mapping[int, str]:
    return {int(row["code"]): row["text"] for row in load_table("interactions", "code", "text")}


def interaction(first: Kind | None, second: Kind | None) -> str | None:
    """Return the text of a pair of kinds, whatever their order; a lone actor's ends in "only"."""
    kinds = sorted(kind for kind in (first, second) if kind is not None)
    if not kinds:
        return None
    code = kinds[0] * 10 + (kinds[1] if len(kinds) > 1 else 0)
    return _texts()[code]


def sides_of(dossier: Dossier, event_type: str) -> Sides:
    """Return the sides of an incident that ACLED records as a type of event."""
    country = dossier.incident.place.country if dossier.incident.place else None
    acting = [] if _disputed(dossier) else _named(dossier.parties("actors"), event_type, "actors", country)
    hit = _named(dossier.parties("recipients"), event_type, "recipients", country)
    if event_type == "Battles":
        acting, hit = _fighters(acting), _fighters(hit)
        if not hit and len(acting) > 1:
            acting, hit = acting[:1], acting[1:]
    acting, hit = _filled(acting, hit, event_type, country)
    return Sides(*_split(acting), *_split(hit))


def _disputed(dossier: Dossier) -> bool:
    """Tell whether the sources are at odds on who did it: then it is nobody's in the data."""
    found = dossier.incident.fields.get("actors")
    return found is not None and found.state in _DISPUTED


def _named(parties: Sequence[Party], event_type: str, side: Side, country: str | None) -> list[Actor]:
    actors = [_actor(party, event_type, side, country) for party in parties]
    return list(dict.fromkeys(actors))


def _actor(party: Party, event_type: str, side: Side, country: str | None) -> Actor:
    kind = kind_of(party, country=country)
    if kind is Kind.CIVILIANS and side == "actors":
        kind = {"Protests": Kind.PROTESTERS, "Riots": Kind.RIOTERS}.get(event_type, kind)
    if kind is Kind.CIVILIANS and event_type == "Protests":
        kind = Kind.PROTESTERS
    return Actor(standard_name(party, kind, country=country), kind)


def _fighters(actors: list[Actor]) -> list[Actor]:
    """Leave civilians out of a battle (rule 8)."""
    return [actor for actor in actors if actor.kind is not Kind.CIVILIANS]


def _filled(
    acting: list[Actor], hit: list[Actor], event_type: str, country: str | None
) -> tuple[list[Actor], list[Actor]]:
    """Give standard names to sides of whom nothing is told (rules 7 and 9)."""
    home = name_of(country)
    somebody = Actor(placed(UNIDENTIFIED, home), Kind.POLITICAL_MILITIA)
    if event_type in ("Battles", "Explosions/Remote violence", "Violence against civilians"):
        acting = acting or [somebody]
    if event_type == "Battles":
        hit = hit or [somebody]
    if event_type == "Violence against civilians":
        hit = hit or [Actor(placed("Civilians", home), Kind.CIVILIANS)]
    if event_type in ("Protests", "Riots") and not acting:
        kind = Kind.PROTESTERS if event_type == "Protests" else Kind.RIOTERS
        acting = [Actor(placed(kind.name.capitalize(), home), kind)]
    return acting, hit


def _split(actors: list[Actor]) -> tuple[Actor | None, tuple[Actor, ...]]:
    return (actors[0] if actors else None), tuple(actors[1:])
