"""Count events by day, country and quad: what happened, was not denied, and is no history.

python examples/events_by_day.py examples/feed.jsonl
"""

import sys
from collections import Counter
from pathlib import Path

from dateline.coder import Coder
from dateline.reading.sources import read_path

HAPPENED = ("occurred", "ongoing")


def main() -> None:
    """Code the reports of a file and print the counts."""
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    counts: Counter[tuple[str, str, int]] = Counter()
    for coding in Coder().code_many(read_path(Path(sys.argv[1]))):
        places = {p.id: p for p in coding.places or ()}
        for event in coding.events or ():
            if event.status in HAPPENED and not event.background and event.quad is not None:
                place = places.get(event.place or "")
                counts[event.start or "?", (place and place.country) or "?", event.quad] += 1
    for (day, country, quad), n in sorted(counts.items()):
        print(day, country, f"quad {quad}", n, sep="\t")


if __name__ == "__main__":
    main()
