"""Totals of pledges: a giver, a receiver, a kind, in the currency in which it was promised."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.model.closed import Stage
from dateline.timelines.model import most_common
from dateline.timelines.pledges import ENDED, STAGES, Pledge


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """Sums of a giver to a receiver.

    Each pledge counts once in ``promised`` or, where it is a ceiling, in ``up_to``; parts of a pledge, and what was
    refused or withdrawn, in neither. ``committed``, ``allocated``, ``delivered``: how much of that has come so far.
    """

    giver: str | None
    receiver: str | None
    kind: str
    currency: str
    pledges: int
    promised: float
    up_to: float
    committed: float
    allocated: float
    delivered: float
    withdrawn: float
    numbers: tuple[int, ...]


def add_up(pledges: Iterable[Pledge]) -> list[Total]:
    """Return the totals, the largest first within each currency."""
    known = list(pledges)
    parts: dict[int, list[Pledge]] = defaultdict(list)
    for pledge in known:
        if pledge.part_of is not None:
            parts[pledge.part_of].append(pledge)
    groups: dict[tuple[str, str, str, str], list[Pledge]] = defaultdict(list)
    for pledge in known:
        if pledge.part_of is None and pledge.amount is not None and pledge.currency:
            groups[pledge.giver_key, pledge.receiver_key, pledge.kind, pledge.currency].append(pledge)
    totals = [_total(group, parts) for group in groups.values()]
    return sorted(totals, key=lambda t: (t.currency, -(t.promised + t.up_to), t.giver or "", t.receiver or ""))


def _total(pledges: Sequence[Pledge], parts: dict[int, list[Pledge]]) -> Total:
    standing = [p for p in pledges if p.stage not in ENDED]
    givers, receivers = [p.giver for p in pledges if p.giver], [p.receiver for p in pledges if p.receiver]
    return Total(
        giver=most_common(givers) if givers else None,
        receiver=most_common(receivers) if receivers else None,
        kind=pledges[0].kind, currency=pledges[0].currency or "", pledges=len(standing),
        promised=sum(p.amount or 0.0 for p in standing if not p.up_to),
        up_to=sum(p.amount or 0.0 for p in standing if p.up_to),
        committed=sum(_reached(p, parts, "committed") for p in standing),
        allocated=sum(_reached(p, parts, "allocated") for p in standing),
        delivered=sum(_reached(p, parts, "delivered") for p in standing),
        withdrawn=sum(p.amount or 0.0 for p in pledges if p.stage == "withdrawn"),
        numbers=tuple(p.number for p in pledges),
    )  # fmt: skip


def _reached(pledge: Pledge, parts: dict[int, list[Pledge]], stage: Stage) -> float:
    """Return how much of a pledge has come to a stage or beyond: all of it, or as much as its parts make."""
    if pledge.amount is None:
        return 0.0
    if _has_come(pledge, stage):
        return pledge.amount
    own = (p.amount or 0.0 for p in parts[pledge.number] if p.currency == pledge.currency and _has_come(p, stage))
    return min(pledge.amount, sum(own))


def _has_come(pledge: Pledge, stage: Stage) -> bool:
    return pledge.stage in STAGES and STAGES.index(pledge.stage) >= STAGES.index(stage)
