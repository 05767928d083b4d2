"""How long it takes to join a made stream of news, all at once and one report more, at several sizes.

    python bench/incidents_speed.py FOLDER --sizes 1000 10000 100000 --out bench/results/incidents.json

The reports are those of bench/stream_made.py, which says what they follow. A ledger that is there is taken as it is,
and its incidents are made anew. Processor time on one core; the peak of memory is that of all sizes so far.
"""

import argparse
import json
import math
import resource
from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any

from dateline.incidents.rules import load_rule
from dateline.ledger.joining.grouping import join
from dateline.ledger.joining.likening import compare_new
from dateline.store.batch import Writer
from stream_made import A_DAY, Stream, keep, write

_MORE = 50
_BEFORE = 20 * A_DAY
"""Reports before those that come later, so that these tell the stories of their days."""
_TWO = 2
_FOREMOST = 100_000_000
_HOUR = 3600


def main() -> None:
    """Join at each size and say how fast."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    measured: list[dict[str, Any]] = []
    for reports in sorted(options.sizes):
        path = options.folder / f"made-{reports}.db"
        if not path.exists():
            write(path, Stream(), 0, reports)
        measured.append(_measure(path, reports))
        print(json.dumps(measured[-1]), flush=True)
        if options.out is not None:
            options.out.write_text(json.dumps(_told(measured), indent=1) + "\n", encoding="utf-8")


def _measure(path: Path, reports: int) -> dict[str, Any]:
    with Writer(path) as writer:
        writer.connection.execute("DELETE FROM joined")
        compared, joined = _timed(writer)
        counts = "SELECT count(*), sum(events > 1) FROM incident WHERE until IS NULL"
        incidents, several = writer.connection.execute(counts).fetchone()
        more = sorted(_more(writer))
    return {
        "reports": reports, "compared_s": round(compared, 1), "joined_s": round(joined, 1),
        "ms_a_report": round(1000 * (compared + joined) / reports, 2), "incidents": incidents, "of_several": several,
        "one_more_ms": {"median": round(median(more), 1), "p95": round(more[-3], 1), "max": round(more[-1], 1)},
        "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }  # fmt: skip


def _timed(writer: Writer) -> tuple[float, float]:
    """Compare and join what is new, and return the seconds that each took."""
    begun = process_time()
    with writer.batch() as batch:
        compare_new(batch)
    compared = process_time()
    with writer.batch() as batch:
        join(batch, load_rule("standard"))
    return compared - begun, process_time() - compared


def _more(writer: Writer) -> list[float]:
    """Add reports one by one, those that were added before passed over, and return the milliseconds that each took."""
    found = []
    known = writer.connection.execute("SELECT count(*) FROM report").fetchone()[0]
    later = Stream().reports(known - _BEFORE, known + _MORE)
    for item, coding, _ in islice(later, _BEFORE, None):
        with writer.batch() as batch:
            keep(batch, item, coding)
        found.append(1000 * sum(_timed(writer)))
    return found


def _told(measured: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Return what was measured, the exponent of the line through it, and, of three sizes, where that line leads."""
    points = [(math.log(m["reports"]), math.log(m["compared_s"] + m["joined_s"])) for m in measured]
    if len(points) == 1:
        return {"measured": measured}
    mean_x, mean_y = (sum(values) / len(points) for values in zip(*points, strict=True))
    slope = sum((x - mean_x) * (y - mean_y) for x, y in points) / sum((x - mean_x) ** 2 for x, _ in points)
    told = {"measured": measured, "exponent": round(slope, 3)}
    if len(points) == _TWO:
        return told  # two points lie on a line in any case
    hours = math.exp(mean_y + slope * (math.log(_FOREMOST) - mean_x)) / _HOUR
    return told | {"core_hours_for_100_million": round(hours, 1)}


if __name__ == "__main__":
    main()
