"""Actors found for a role, with the words that name them."""

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from dateline.model.base import Span


@dataclass(frozen=True, slots=True)
class Party:
    """Actors found for a role and the words that name them."""

    ids: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether anyone was found."""
        return bool(self.ids)


NOBODY = Party()


def join(*parties: Party) -> Party:
    """Join parties, each actor once, in order."""
    named = [p for p in parties if p.ids]
    if not named:
        return NOBODY
    if len(named) == 1 and len(named[0].ids) == 1:
        return named[0]
    ids: dict[str, Span] = {}
    for p in named:
        for i, s in zip(p.ids, p.spans, strict=True):
            ids.setdefault(i, s)
    return Party(tuple(ids), tuple(ids.values()))


def keep(found: Party, stays: Callable[[str, Span], bool]) -> Party:
    """Return those of whom this holds, asked of each actor and the words that name it."""
    kept = [(i, s) for i, s in zip(found.ids, found.spans, strict=True) if stays(i, s)]
    return found if len(kept) == len(found.ids) else Party(tuple(i for i, _ in kept), tuple(s for _, s in kept))


def without(found: Party, exclude: AbstractSet[str]) -> Party:
    """Leave out some of the actors."""
    if not exclude or not found.ids or exclude.isdisjoint(found.ids):
        return found
    return keep(found, lambda i, _: i not in exclude)
