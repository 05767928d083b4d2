"""Which mentions stand in a sentence, so that what looks beside a mention need not look through the whole report."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from dateline.stages.events.scene.found import Found
from dateline.stages.events.scene.lookups import Scene


def by_sentence(scene: Scene, found: Iterable[Found]) -> Mapping[int, list[int]]:
    """Return the places of mentions in their list by sentence."""
    places: defaultdict[int, list[int]] = defaultdict(list)
    for n, f in enumerate(found):
        places[scene.sentence(f.clause)].append(n)
    return places


def around(places: Mapping[int, list[int]], first: int, last: int) -> list[int]:
    """Return the places of the mentions of some sentences in a row, both named included, in order of the list."""
    return sorted(n for sentence in range(first, last + 1) for n in places.get(sentence, ()))
