"""Which incident each report is about: of reports that are about one happening, the one that most of them tell.

Coders take different events of one story for the main one. Where at least two reports of a story agree on a main event,
each keeps its own; who stands alone goes with the others.
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
) -> dict[int, int]:
    """Return for each report the incident that it is about; reports whose story tells none are left out.

    Args:
        stories: Groups of reports that are about one happening.
        told: By report, the incidents that it tells.
        main: By report, the incident of its main event.
        rank: By incident, its place among all, the earliest first.
    """
    found: dict[int, int] = {}
    for story in stories:
        mains = Counter(main[report] for report in story if report in main)
        support: Counter[int] = Counter(mains)
        for report in story:
            for incident in told.get(report, ()):
                if main.get(report) != incident:
                    support[incident] += _OTHER  # type: ignore[assignment]  # halves
        if support:
            top = min(support, key=lambda i: (-support[i], rank[i]))
            kept = {r: main[r] for r in story if r in main and (mains[main[r]] > 1 or len(story) == 1)}
            found |= {report: kept.get(report, top) for report in story}
    return found
