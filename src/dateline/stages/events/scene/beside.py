"""Which mentions stand in a sentence, so that what looks beside a mention need not look through the whole report."""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from heapq import merge

from dateline.stages.events.scene.found import Found
from dateline.stages.events.scene.lookups import Scene


def by_sentence(scene: Scene, found: Iterable[Found]) -> Mapping[int, list[int]]:
    """Return the places of mentions in their list by sentence."""
    places: defaultdict[int, list[int]] = defaultdict(list)
    for n, f in enumerate(found):
        places[scene.sentence(f.clause)].append(n)
    return places


class Outward:
    """The mentions of a report by sentence, to be gone through from a word outward."""

    def __init__(self, scene: Scene, found: Iterable[Found]) -> None:
        """Keep for each mention its place in the list, by its word from either side."""
        self._after: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
        self._before: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
        for n, f in enumerate(found):
            sentence, token = scene.sentence(f.clause), f.clause.token
            insort(self._after[sentence], (token, n))
            insort(self._before[sentence], (-token, n))

    def places(self, sentence: int, token: int) -> Iterator[int]:
        """Yield the places of a sentence's mentions in their list, the nearest to a word first, then the first."""
        after, before = self._after.get(sentence, []), self._before.get(sentence, [])
        ahead = range(bisect_left(after, (token,)), len(after))
        back = range(bisect_left(before, (1 - token,)), len(before))
        right = ((after[i][0] - token, after[i][1]) for i in ahead)
        left = ((before[i][0] + token, before[i][1]) for i in back)
        yield from (n for _, n in merge(right, left))


def around(places: Mapping[int, list[int]], first: int, last: int) -> list[int]:
    """Return the places of the mentions of some sentences in a row, both named included, in order of the list."""
    return sorted(n for sentence in range(first, last + 1) for n in places.get(sentence, ()))
