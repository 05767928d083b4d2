"""Actors found for a role, with the words that name them."""

from collections.abc import Callable, Collection
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


def keep(found: Party, stays: Callable[[str, Span], bool]) -> Party:
    """Return those of whom this holds, asked of each actor and the words that name it."""
    kept = [(i, s) for i, s in zip(found.ids, found.spans, strict=True) if stays(i, s)]
    return Party(tuple(i for i, _ in kept), tuple(s for _, s in kept))


def without(found: Party, exclude: Collection[str]) -> Party:
    """Leave out some of the actors."""
    return keep(found, lambda i, _: i not in exclude) if any(i in exclude for i in found.ids) else found
