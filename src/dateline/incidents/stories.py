"""Which incident each report is about: of reports that are about one happening, the one that most of them tell.

Coders take different events of one story for the main one. A report keeps its own where another text agrees on it, or
where others tell it too and the report tells none of what most are about; who stands alone goes with the others.
"""

from collections import Counter
from collections.abc import Collection, Mapping
from typing import Any

_OTHER = 0.5
"""What an event that is not its report's main one counts for."""


def main_incidents(
    stories: Collection[Collection[int]],
    told: Mapping[int, Collection[int]],
    main: Mapping[int, int],
    rank: Mapping[int, Any],
    text: Mapping[int, int],
) -> dict[int, int]:
    """Return for each report the incident that it is about; reports whose story tells none are left out.

    Args:
        stories: Groups of reports that are about one happening.
        told: By report, the incidents that it tells.
        main: By report, the incident of its main event.
        rank: By incident, its place among all, the earliest first.
        text: By report, its family: a text and its copies agree with nobody else.
    """
    found: dict[int, int] = {}
    for story in stories:
        support = _support(story, told, main)
        if support:
            top = _top(support, rank)
            agreed = _agreed(story, main, text)
            own = {r: main[r] for r in story if r in main}
            kept = {r: i for r, i in own.items() if i in agreed or (support[i] > 1 and top not in told[r])}
            # A report that stands alone has nobody to go with.
            found |= dict.fromkeys(story, top) | (own if len(story) == 1 else kept)
    return found


def _support(story: Collection[int], told: Mapping[int, Collection[int]], main: Mapping[int, int]) -> Counter[int]:
    """Count for each incident the reports that are about it, and as halves those that tell it beside."""
    support = Counter(main[report] for report in story if report in main)
    for report in story:
        for incident in told.get(report, ()):
            if main.get(report) != incident:
                support[incident] += _OTHER  # type: ignore[assignment]  # halves
    return support


def _agreed(story: Collection[int], main: Mapping[int, int], text: Mapping[int, int]) -> set[int]:
    """Return the main incidents on which two texts agree."""
    # A copy agrees with its original and proves nothing.
    texts = {(main[report], text.get(report, -report)) for report in story if report in main}
    return {incident for incident, n in Counter(incident for incident, _ in texts).items() if n > 1}


def _top(support: Mapping[int, float], rank: Mapping[int, Any]) -> int:
    """Return the incident that most reports tell; of several the earliest, whose rank is looked up only then."""
    most = max(support.values())
    likely = [incident for incident, told in support.items() if told == most]
    return likely[0] if len(likely) == 1 else min(likely, key=rank.__getitem__)
