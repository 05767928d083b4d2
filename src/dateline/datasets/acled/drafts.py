"""From incidents to drafts of rows: what ACLED records, on which day, by whom; the rest is left out with its rule."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from dateline.datasets.account import Account
from dateline.datasets.acled.days import Day, days_of
from dateline.datasets.acled.sides import Sides, sides_of
from dateline.datasets.columns import load_table
from dateline.datasets.facts.codebooks import acled_of
from dateline.datasets.facts.deaths import shared, toll_of
from dateline.datasets.facts.dossier import Dossier
from dateline.model.event import AcledType

_TOO_LARGE = frozenset({"country", None})
_RULE = re.compile(r"rule (\d+): ")
_NO_DAY = "no report gives a day"
_COARSE = "the days are more than a month"
_NO_PLACE = "no place below the country is named"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What one incident gives to one row: a day, the sides, a type, its share of the dead."""

    dossier: Dossier
    day: Day
    sides: Sides
    type: AcledType
    deaths: int | None
    spread: bool
    vague: bool

    @property
    def key(self) -> tuple[object, ...]:
        """Return what makes it one event: the day, the place, the actors (rules 1 and 2)."""
        place = self.dossier.incident.place
        return self.day.day, place and place.name, place and place.country, self.sides.key


@cache
def _ranks() -> Mapping[str, int]:
    return {row["sub_event_type"]: int(row["rank"]) for row in load_table("acled_ranks", "rank", "sub_event_type")}


def rank(found: AcledType) -> int:
    """Return the place of a type in the order by which one is chosen of several (rule 2), the first the strongest."""
    return _ranks()[found.sub_event_type]


def drafts(dossiers: Iterable[Dossier], account: Account) -> Iterator[Draft]:
    """Yield a draft for each incident and day that ACLED would record; note the others with the reason."""
    for dossier in dossiers:
        account.incidents += 1
        found = acled_type(dossier)
        if found is None:
            rule, reason = _reason(dossier)
            account.leave(dossier.incident.id, reason, rule=rule)
        elif (fault := _unplaced(dossier) or _undated(dossier)) is not None:
            account.leave(dossier.incident.id, fault[1], rule=fault[0])
        else:
            yield from _drafts_of(dossier, found)


def acled_type(dossier: Dossier) -> AcledType | None:
    """Return ACLED's type of an incident: what most of its reports tell, of equals the strongest by rank."""
    votes: dict[str, int] = {}
    for member in dossier.members:
        if member.row["acled_sub"]:
            votes[member.row["acled_sub"]] = votes.get(member.row["acled_sub"], 0) + 1
    known = [found for name in votes if (found := acled_of(name)) is not None]
    if not known or dossier.incident.status in ("negated", "denied", "hypothetical", "planned"):
        return None
    return min(known, key=lambda found: (-votes[found.sub_event_type], rank(found)))


def _reason(dossier: Dossier) -> tuple[int | None, str]:
    """Return why an incident is none of ACLED's, by what the coder noted: the number of the rule and the reason."""
    notes = [m.event.evidence["acled"].note for m in dossier.members if "acled" in m.event.evidence]
    said = next((note for note in notes if note), None)
    if said is None:
        return 4, f"only what took place is recorded; this is {dossier.incident.status}"
    numbered = _RULE.match(said)
    return (int(numbered[1]), said[numbered.end() :]) if numbered else (None, said)


def _unplaced(dossier: Dossier) -> tuple[int, str] | None:
    place = dossier.incident.place
    if place is None or place.precision in _TOO_LARGE or place.lat is None or "place" not in dossier.founded:
        return 5, _NO_PLACE
    return None


def _undated(dossier: Dossier) -> tuple[int, str] | None:
    if dossier.incident.start is None or "start" not in dossier.founded:
        return 17, _NO_DAY
    return None if days_of(dossier) else (17, _COARSE)


def _drafts_of(dossier: Dossier, found: AcledType) -> Iterator[Draft]:
    days, toll = days_of(dossier), toll_of(dossier)
    deaths = shared(toll.acled, len(days)) if toll else [None] * len(days)
    for day, share in zip(days, deaths, strict=True):
        yield Draft(
            dossier=dossier, day=day, sides=sides_of(dossier, found.event_type), type=found, deaths=share,
            spread=bool(toll) and len(days) > 1, vague=bool(toll and toll.vague),
        )  # fmt: skip
