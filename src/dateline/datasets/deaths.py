"""How many died, as the formats ask: the lowest, the range, whose dead they are."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from dateline.datasets.columns import load_table
from dateline.datasets.dossier import Dossier, Member
from dateline.incidents.model import Claim


@dataclass(frozen=True, slots=True)
class Toll:
    """The dead: bounds over all that stands, the chosen number, and whether words alone give it ("dozens")."""

    low: int
    best: int
    high: int
    vague: bool = False


@cache
def _vague() -> Mapping[str, int]:
    return {row["word"]: int(row["deaths"]) for row in load_table("vague", "word", "deaths")}


def toll_of(dossier: Dossier) -> Toll | None:
    """Return the dead of an incident, None where no report speaks of any."""
    bounds = [b for claim in dossier.told("killed") if (b := _bounds(claim, dossier)) is not None]
    if not bounds:
        return None
    low, high = min(b[0] for b in bounds), max(b[1] for b in bounds)
    chosen = next((c for c in dossier.told("killed") if c.chosen), None)
    best = _bounds(chosen, dossier) if chosen is not None else None
    middle = round((best[0] + best[1]) / 2) if best else low
    return Toll(low, min(max(middle, low), high), high, any(b[2] for b in bounds))


def _bounds(claim: Claim, dossier: Dossier) -> tuple[int, int, bool] | None:
    """Return the least and the most that a claim says; of words such as "dozens" their set value (rule 14)."""
    words = _claimed_words(claim, dossier)
    fixed = next((deaths for word, deaths in _vague().items() if f" {word} " in f" {words} "), None)
    if fixed is not None:
        return fixed, fixed, True
    value = claim.value if isinstance(claim.value, int | float) else None
    low, high = (bound if bound is not None else value for bound in (claim.low, claim.high))
    if low is None and high is None:
        return None
    least, most = (other if bound is None else bound for bound, other in ((low, high), (high, low)))
    return math.ceil(least or 0), math.floor(most or 0), False


def _claimed_words(claim: Claim, dossier: Dossier) -> str:
    spans = dict(claim.spans)
    found = (m.words(spans[m.report["id"]]) for m in dossier.members if m.report["id"] in spans)
    return next((words.lower() for words in found if words), "")


def whose(dossier: Dossier) -> str | None:
    """Return the side whose dead are counted, "actors" or "recipients"; None where reports do not say, or differ."""
    told = {side for m in dossier.members for side in _sides_of_dead(m.event.actors, m.event.recipients, _who(m))}
    return (told.pop() or None) if len(told) == 1 else None


def _who(member: Member) -> list[str | None]:
    return [q.who for q in member.quantities("killed")]


def _sides_of_dead(actors: tuple[str, ...], recipients: tuple[str, ...], who: list[str | None]) -> set[str]:
    return {"recipients" if w in recipients else "actors" if w in actors else "" for w in who}


def shared(total: int, days: int) -> list[int]:
    """Return a total spread over days, the remainder to the first (ACLED rule 15)."""
    return [total // days + (total % days if n == 0 else 0) for n in range(days)]
