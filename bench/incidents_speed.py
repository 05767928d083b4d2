"""How long it takes to join generated reports, all at once and one more, at several sizes.

    python bench/incidents_speed.py FOLDER --sizes 25000 50000 100000

The reports are those of bench/ledger_made.py: eight events each, forty reports a day. A ledger that is there is taken
as it is, and its incidents are made anew. Processor time on one core.
"""

import argparse
import resource
from pathlib import Path
from time import process_time

from dateline.incidents.rules import load_rule
from dateline.ledger.joining.grouping import join
from dateline.ledger.joining.likening import compare_new
from dateline.store.batch import Writer
from dateline.store.keeping.codings import RunInfo, add_coding, find_run
from dateline.store.keeping.reports import add_report
from ledger_made import World, make

_MORE = 20
_A_DAY = 40


def main() -> None:
    """Join at each size and say how fast."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sizes", type=int, nargs="+", default=[25_000, 50_000, 100_000])
    options = parser.parse_args()
    for reports in options.sizes:
        path = options.folder / f"made-{reports}.db"
        if not path.exists():
            make(path, reports, days=max(1, reports // _A_DAY))
        _measure(path, reports)


def _measure(path: Path, reports: int) -> None:
    rule = load_rule("standard")
    with Writer(path) as writer:
        writer.connection.execute("DELETE FROM joined")
        begun = process_time()
        with writer.batch() as batch:
            compare_new(batch)
        compared = process_time()
        with writer.batch() as batch:
            join(batch, rule)
        joined = process_time()
        world = World(5, max(1, reports // _A_DAY))
        known = writer.connection.execute("SELECT count(*) FROM report").fetchone()[0]
        world.chance.seed(known)  # the same names, places and outlets; other events
        more = [_one_more(writer, world, known + n) for n in range(_MORE)]
        row = writer.connection.execute("SELECT count(*), sum(events > 1) FROM incident WHERE until IS NULL").fetchone()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{reports:,} reports: compared in {compared - begun:.0f} s, joined in {joined - compared:.0f} s, a new report "
        f"{1000 * sum(more) / len(more):.0f} ms (at most {1000 * max(more):.0f}); {row[0]:,} incidents, {row[1]:,} of "
        f"several events; peak {peak:,.0f} MB",
        flush=True,
    )


def _one_more(writer: Writer, world: World, n: int) -> float:
    """Keep one more report, and return how many seconds it takes to join it."""
    item, coding = world.report(n)
    info = RunInfo(version="made", model="m", model_digest="m", lexicon_digest="l", gazetteer_digest="g")
    with writer.batch() as batch:
        kept = add_report(batch, item, published=coding.report.published, language="en", alike=lambda *_: False)
        add_coding(batch, kept.report_key, find_run(batch, info), coding)
    begun = process_time()
    with writer.batch() as batch:
        compare_new(batch)
        join(batch, load_rule("standard"))
    return process_time() - begun


if __name__ == "__main__":
    main()
