"""Circles of citing: outlets each of which has it from the next are one source, however many they are."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from dateline.incidents.claimed.detail import Detail

Circle = tuple[str, ...]


def find_circles(cites: Mapping[str, Collection[str]]) -> list[Circle]:
    """Return the groups of outlets that cite each other, over any number of steps, each sorted by name.

    Args:
        cites: By outlet, those whom it cites.
    """
    reached = {name: _reached(name, cites) for name in cites}
    groups = {
        # Who reaches each other are one circle; who only cites it stands outside.
        tuple(sorted({name} | {other for other in found if name in reached.get(other, ())}))
        for name, found in reached.items()
        if name in found
    }
    return sorted(group for group in groups if len(group) > 1)


def _reached(name: str, cites: Mapping[str, Collection[str]]) -> set[str]:
    found: set[str] = set()
    todo = [*cites.get(name, ())]
    while todo:
        other = todo.pop()
        if other not in found:
            found.add(other)
            todo += cites.get(other, ())
    return found


def merge_circles(events: Sequence[Detail]) -> tuple[list[Detail], list[Circle]]:
    """Return events with one root for all outlets of a circle, and the circles."""
    cites: dict[str, set[str]] = {}
    for event in events:
        cites.setdefault(event.publisher, set()).update(event.cites)
    circles = find_circles(cites)
    first = {name: circle[0] for circle in circles for name in circle}
    return [replace(e, root=first[e.root]) if e.root in first else e for e in events], circles
