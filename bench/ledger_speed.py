"""How quickly a large ledger answers: lists, counts, facets, series, search, opening; with plans on demand.

Times are the processor's: what an idle machine takes that has the file in memory. Of a server give --wall.

python bench/ledger_made.py made.db --events 1000000
python bench/ledger_speed.py made.db --plans
"""

import argparse
import json
from collections.abc import Callable
from datetime import date
from functools import partial
from itertools import combinations
from statistics import median
from time import perf_counter, process_time

from dateline.ledger.asking.searching import search
from dateline.store.address import Address, read_address
from dateline.store.asking.filters import Filters
from dateline.store.asking.summaries import facets, series
from dateline.store.asking.view import Record, View

TIMES = 7


def questions(view: View) -> dict[str, Filters]:
    """Return filters of every kind, common values and rare ones, of what the ledger holds."""
    common, rare = _values(view, "country")
    source, _ = _values(view, "source")
    actor, seldom = _actors(view)
    spot, other = _spots(view)[0], _spots(view)[100]
    window = {"since": date(2021, 3, 1), "until": date(2021, 3, 31)}
    return {
        "nothing": Filters(),
        "type, common": Filters(type=("AGREE",)),
        "types, two": Filters(type=("ASSAULT", "COERCE")),
        "country, common": Filters(country=(common,)),
        "country, rare": Filters(country=(rare,)),
        "country and type": Filters(country=(common,), type=("ASSAULT",)),
        "days": Filters(**window),
        "country and days": Filters(country=(common,), **window),
        "type, country, days": Filters(type=("ASSAULT",), country=(common,), **window),
        "source": Filters(source=(source,)),
        "source and type": Filters(source=(source,), type=("PROTEST",)),
        "status": Filters(status=("denied",)),
        "status and country": Filters(status=("planned",), country=(common,)),
        "country, type, source": Filters(country=(common,), type=("AGREE",), source=(source,)),
        "actor, common": Filters(actor=actor),
        "actor, rare": Filters(actor=seldom),
        "actor by country": Filters(actor=common),
        "actor and country": Filters(actor=actor, country=(common,)),
        "place, common": Filters(place=str(spot["place"])),
        "place": Filters(place=str(other["place"])),
        "near, common": Filters(near=(float(spot["lat"]), float(spot["lon"]), 50.0)),
        "near": Filters(near=(float(other["lat"]), float(other["lon"]), 50.0)),
        "confidence": Filters(min_confidence=0.9),
        "confidence and type": Filters(min_confidence=0.9, type=("ASSAULT",)),
        "roots": Filters(min_roots=2),
        "words, rare": Filters(text=_word(view)),
        "words, common, and type": Filters(text="ceasefire", type=("ASSAULT",)),
        "words, common": Filters(text="ceasefire"),
    }  # fmt: skip


def main() -> None:
    """Time and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ledger", type=read_address, help="a file, or postgresql://…")
    parser.add_argument("--plans", action="store_true", help="print SQLite's plan of each list")
    parser.add_argument("--pairs", action="store_true", help="time any two common filters together, the slowest first")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--wall", action="store_true", help="the clock's time: of a server, which works elsewhere")
    options = parser.parse_args()
    if options.wall:
        _CLOCK.append(perf_counter)
    if options.pairs:
        with View(options.ledger) as view:
            print_pairs(view)
        return
    opening = milliseconds(partial(_open, options.ledger))
    with View(options.ledger) as view:
        found = {"opening": {"ms": opening}, **lists(view), **summaries(view), **searches(view)}
        if options.json:
            print(json.dumps(found, indent=1))
        else:
            for name, row in found.items():
                print(f"{name:32}", "  ".join(f"{key} {value:,}" for key, value in row.items()))
        if options.plans:
            for name, filters in questions(view).items():
                print(f"\n{name}\n  " + "\n  ".join(view.explain("events", filters)))


def lists(view: View) -> dict[str, dict[str, float]]:
    """Time the first fifty of each list, and its count."""
    found = {}
    for name, filters in questions(view).items():
        found[name] = {
            "list_ms": milliseconds(lambda f=filters: list(view.stream("events", f, limit=50))),
            "count_ms": milliseconds(lambda f=filters: view.count("events", f)),
            "events": view.count("events", filters),
        }
    return found


def commonest(view: View) -> dict[str, dict[str, object]]:
    """Return for each filter the value that most events have."""
    country, source, actor = _values(view, "country")[0], _values(view, "source")[0], _actors(view)[0]
    at = _spots(view)[0]
    return {
        "type": {"type": ("AGREE",)}, "country": {"country": (country,)}, "source": {"source": (source,)},
        "status": {"status": ("occurred",)}, "days": {"since": date(2020, 1, 1), "until": date(2022, 12, 31)},
        "actor": {"actor": actor}, "actor's country": {"actor": country}, "place": {"place": str(at["place"])},
        "near": {"near": (float(at["lat"]), float(at["lon"]), 50.0)}, "confidence": {"min_confidence": 0.6},
        "roots": {"min_roots": 2}, "word": {"text": "ceasefire"}, "mode": {"mode": ("visit",)},
    }  # fmt: skip


def print_pairs(view: View) -> None:
    """Time each common filter by itself and with any other, and print the slowest first."""
    asked = commonest(view)
    both = [(a,) for a in asked] + [(a, b) for a, b in combinations(asked, 2) if not asked[a].keys() & asked[b].keys()]
    found = []
    for names in both:
        filters = Filters(**{key: value for name in names for key, value in asked[name].items()})  # type: ignore[arg-type]
        counting = milliseconds(lambda f=filters: view.count("events", f))
        listing = milliseconds(lambda f=filters: list(view.stream("events", f, limit=50)))
        found.append((max(counting, listing), " and ".join(names), counting, listing, view.count("events", filters)))
    for _, name, counting, listing, events in sorted(found, reverse=True):
        print(f"{name:32} count_ms {counting}  list_ms {listing}  events {events:,}")


def summaries(view: View) -> dict[str, dict[str, float]]:
    """Time facets and series, unfiltered and filtered by each dimension."""
    asked = questions(view)
    chosen = ("nothing", "type, common", "country, common", "source", "days", "country and days", "country and type")
    found = {}
    for name in chosen:
        for by in ("type", "country", "source", "status"):
            ms = milliseconds(lambda f=asked[name], b=by: facets(view.connection, f, b))
            found[f"facet of {by}: {name}"] = {"ms": ms}
        for by in ("day", "month"):
            ms = milliseconds(lambda f=asked[name], b=by: series(view.connection, f, b))
            found[f"series by {by}: {name}"] = {"ms": ms}
    return found


def searches(view: View) -> dict[str, dict[str, float]]:
    """Time full-text searches."""
    asked = (_word(view), "ceasefire", "army AND talks", '"border aid"', "cease*", "shelling OR protest OR market")
    return {
        f"search {query}": {
            "ms": milliseconds(lambda q=query: search(view, q, limit=20)), "reports": search(view, query, limit=1)[1],
        }
        for query in asked
    }  # fmt: skip


def milliseconds(call: Callable[[], object]) -> float:
    """Return the median of the time for a call, in milliseconds."""
    spans = []
    for _ in range(TIMES):
        begun = _CLOCK[-1]()
        call()
        spans.append(_CLOCK[-1]() - begun)
    return round(median(spans) * 1000, 1)


_CLOCK: list[Callable[[], float]] = [process_time]


def _open(path: Address) -> None:
    View(path).connection.close()


def _values(view: View, column: str) -> tuple[str, str]:
    table = f"event_count_{column}"
    rows = view.rows(f"SELECT {column} AS v, sum(n) AS n FROM {table} WHERE {column} <> '' GROUP BY 1 ORDER BY 2 DESC")
    found = [row["v"] for row in rows]
    return found[0], found[-1]


def _actors(view: View) -> tuple[str, str]:
    parties = "party JOIN name USING (name_key) WHERE layer = 'events'"
    found = [
        row["folded"] for row in view.rows(f"SELECT folded, count(*) AS n FROM {parties} GROUP BY 1 ORDER BY 2 DESC")
    ]
    return found[0], found[-1]


def _spots(view: View) -> list[Record]:
    """Return the places, the one with the most events first."""
    return list(view.rows("SELECT place, lat, lon FROM site WHERE place IS NOT NULL AND n > 0 ORDER BY n DESC"))


def _word(view: View) -> str:
    row = view.one("SELECT text FROM report WHERE report_key = 77") or {"text": "none"}
    return str(row["text"].split()[3]).strip(".")


if __name__ == "__main__":
    main()
