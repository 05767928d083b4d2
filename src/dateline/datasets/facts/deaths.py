"""How many died, as the formats ask: the lowest, the range, whose dead they are."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from dateline.datasets.columns import load_table
from dateline.datasets.facts.dossier import Dossier, Member
from dateline.incidents.model import Claim
from dateline.model.base import Span


@dataclass(frozen=True, slots=True)
class Count:
    """What one source says: the bounds, ACLED's set value where it is a vague word ("dozens"), and if it is chosen."""

    low: int
    high: int
    fixed: int | None = None
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Toll:
    """The dead: bounds over all that stands, the chosen number, and what ACLED takes (rules 13 and 14)."""

    low: int
    best: int
    high: int
    acled: int = 0
    vague: bool = False


@cache
def _vague() -> Mapping[str, int]:
    return {row["word"]: int(row["deaths"]) for row in load_table("vague", "word", "deaths")}


def toll_of(dossier: Dossier) -> Toll | None:
    """Return the dead of an incident, None where no report speaks of any.

    The best is the chosen number: of a range its middle, of a vague word the least that it can mean.
    """
    counts = list(_counts(dossier))
    if not counts:
        return None
    low, high = min(c.low for c in counts), max(c.high for c in counts)
    chosen = next((c for c in counts if c.chosen), counts[0])
    best = chosen.low if chosen.fixed is not None else round((chosen.low + chosen.high) / 2)
    acled = min(c.low if c.fixed is None else c.fixed for c in counts)
    return Toll(low, min(max(best, low), high), high, acled, any(c.fixed is not None for c in counts))


def _counts(dossier: Dossier) -> Iterator[Count]:
    """Yield what stands of the claims; an incident of one event may have none beside what the event says."""
    judged = dossier.incident.fields.get("killed")
    if judged is not None and judged.judged and isinstance(judged.value, float):
        yield Count(int(judged.value), int(judged.value), chosen=True)
        return
    if dossier.claims:
        found = [_claimed(claim, dossier) for claim in dossier.told("killed")]
    else:
        found = [count for member in dossier.own for count in _told(member)]
    yield from (count for count in found if count is not None)


def _told(member: Member) -> Iterator[Count | None]:
    """Yield the dead that an event alone tells: what a person gave, else what was coded."""
    if "killed" in member.judged:
        yield _count(member.row["killed_low"], member.row["killed_high"], None)
        return
    for q in member.quantities("killed"):
        yield _count(q.low, q.high, member.words([q.span]))


def _claimed(claim: Claim, dossier: Dossier) -> Count | None:
    value = claim.value if isinstance(claim.value, int | float) else None
    low, high = (bound if bound is not None else value for bound in (claim.low, claim.high))
    spans: Mapping[str, tuple[Span, ...]] = dict(claim.spans)
    told = (m.words(spans[m.report["id"]]) for m in dossier.members if m.report["id"] in spans)
    return _count(low, high, next((words for words in told if words), None), chosen=claim.chosen)


def _count(low: float | None, high: float | None, words: str | None, *, chosen: bool = False) -> Count | None:
    said = f" {(words or '').lower()} "
    fixed = next((deaths for word, deaths in _vague().items() if f" {word} " in said), None)
    if low is None and high is None:
        return None if fixed is None else Count(fixed, fixed, fixed, chosen)
    least, most = (other if bound is None else bound for bound, other in ((low, high), (high, low)))
    return Count(math.ceil(least or 0), math.floor(most or 0), fixed, chosen)


def whose(dossier: Dossier) -> str | None:
    """Return the side whose dead are counted, "actors" or "recipients"; None where reports do not say, or differ."""
    told = {side for member in dossier.members for side in _sides_of_dead(member)}
    return told.pop() if len(told) == 1 else None


def _sides_of_dead(member: Member) -> Iterator[str]:
    for quantity in member.quantities("killed"):
        if quantity.who in member.event.recipients:
            yield "recipients"
        elif quantity.who in member.event.actors:
            yield "actors"


def shared(total: int, days: int) -> list[int]:
    """Return a total spread over days, the remainder to the first (ACLED rule 15)."""
    return [total // days + (total % days if n == 0 else 0) for n in range(days)]
