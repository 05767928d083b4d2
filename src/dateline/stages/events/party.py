"""Actors found for a role, with the words that name them."""

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


def join(*parties: Party) -> Party:
    """Join parties, each actor once, in order."""
    ids: dict[str, Span] = {}
    for p in filter(None, parties):
        for i, s in zip(p.ids, p.spans, strict=True):
            ids.setdefault(i, s)
    return Party(tuple(ids), tuple(ids.values()))


def without(found: Party, exclude: frozenset[str]) -> Party:
    """Leave out some of the actors."""
    if exclude.isdisjoint(found.ids):
        return found
    kept = [(i, s) for i, s in zip(found.ids, found.spans, strict=True) if i not in exclude]
    return Party(tuple(i for i, _ in kept), tuple(s for _, s in kept))
