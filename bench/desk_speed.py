"""How quickly the desk answers over a large ledger: each page and its twin, with filters common and rare.

Times are of whole answers, packed, as a browser would get them, without the network: p50 and p95 of each page's, and
of the first answer to each address, when nothing that a desk counts once of a version is counted yet.

python bench/ledger_made.py made.db --events 1000000
python bench/desk_speed.py made.db
"""

import argparse
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from statistics import quantiles
from time import perf_counter, process_time
from urllib.parse import urlencode

from starlette.testclient import TestClient

from dateline.desk.app import make_app
from dateline.desk.desk import Desk
from dateline.desk.page import Page
from dateline.desk.pages import PAGES
from dateline.store.asking.view import View

TIMES = 7
SKIPPED = frozenset({"paste", "merge", "split"})


def main() -> None:
    """Ask and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ledger", type=Path)
    parser.add_argument("--times", type=int, default=TIMES, help="how often each address is asked for")
    parser.add_argument("--each", action="store_true", help="print each address too")
    given = parser.parse_args()
    desk = Desk(ledger=given.ledger, editor="bench")
    desk.spots.read()  # as a desk that was started does beside the answers
    client = TestClient(make_app(desk), base_url="http://127.0.0.1")
    print("| page | addresses | p50 ms | p95 ms | p95 of the first | slowest |\n|---|---|---|---|---|---|")
    everything: list[float] = []
    begun: list[float] = []
    for page in PAGES:
        if page.name in SKIPPED:
            continue
        addresses = list(_addresses(page, given.ledger))
        if not addresses:
            continue
        firsts = [t for address in addresses for t in _firsts(client, desk, address, given.times)]
        found = {address: _asked(client, address, given.times) for address in addresses}
        times = [t for own in found.values() for t in own]
        everything += times
        begun += firsts
        slowest = max(found, key=lambda a: sorted(found[a])[len(found[a]) // 2])
        own = f"{_part(times, 50):.0f} | {_part(times, 95):.0f} | {_part(firsts, 95):.0f}"
        print(f"| {page.name} | {len(found)} | {own} | `{slowest}` |")
        if given.each:
            for address, own in found.items():
                print(f"    {address}: {_part(own, 50):.0f} ms")
    print(f"all: p50 {_part(everything, 50):.0f} ms, p95 {_part(everything, 95):.0f} ms of {len(everything)} answers; "
          f"p95 of the first {_part(begun, 95):.0f} ms")  # fmt: skip


def _firsts(client: TestClient, desk: Desk, address: str, times: int) -> Iterator[float]:
    """Yield the milliseconds of an address's answers for which all must be counted."""
    _once(client, address)
    for _ in range(times):
        desk.counts.clear()
        yield _once(client, address)


def _asked(client: TestClient, address: str, times: int) -> list[float]:
    """Return the milliseconds of an address's answers."""
    return [_once(client, address) for _ in range(times)]


def _once(client: TestClient, address: str) -> float:
    """Return the milliseconds of processor time that an answer takes."""
    began = process_time()
    answer = client.get(address, headers={"accept-encoding": "gzip"})
    taken = (process_time() - began) * 1000
    if answer.status_code != 200:
        raise SystemExit(f"{address}: {answer.status_code} {answer.text[:300]}")
    return taken


def _part(values: list[float], percent: int) -> float:
    return quantiles(values, n=100, method="inclusive")[percent - 1] if len(values) > 1 else values[0]


def _addresses(page: Page, ledger: Path) -> Iterator[str]:
    """Yield the addresses to ask of a page and of its twin."""
    for query in _queries(page, ledger):
        search = f"?{urlencode(query, doseq=True)}" if query else ""
        if not page.twin_only:
            yield page.path + search
        yield page.twin + search


def _queries(page: Page, ledger: Path) -> Iterator[dict[str, object]]:
    known = _known(ledger)
    match page.name:
        case "report":
            yield {"id": known["report"]}
        case "incident" | "formats":
            if known["incident"]:
                yield {"id": known["incident"]}
        case "actor":
            yield from ({"name": known[name]} for name in ("actor", "seldom", "country"))
        case "search":
            yield from ({"q": words} for words in ("ceasefire", "drone strike", "ceasefire OR talks"))
        case "diff":
            yield {"one": 1, "other": 1}
        case "complete":
            yield from ({"of": of, "q": q} for of in ("actor", "place") for q in ("ru", "mini", "san", "kyi"))
        case _:
            yield {}
            if page.filters:
                yield from _filtered(page, known)
            if page.keeps:
                yield from ({"v": known[version]} for version in ("before", "halfway"))


def _filtered(page: Page, known: dict[str, str]) -> Iterator[dict[str, object]]:
    yield {"country": known["country"]}
    yield {"actor": known["actor"]}
    yield {"from": "2021-03-01", "to": "2021-03-31"}
    yield {"source": known["source"], "from": "2021-01-01"}
    if page.filters in ("events", "incidents", "reports"):
        yield {"type": ["ASSAULT", "COERCE"], "country": known["country"]}
        yield {"status": "denied"}
    if page.filters == "events":
        yield {"min_confidence": 0.9}
        yield {"text": "ceasefire"}
        yield {"actor": known["actor"], "country": known["country"]}


@cache
def _known(ledger: Path) -> dict[str, str]:
    """Return common and rare values of the ledger, and earlier versions of it."""

    def one(sql: str) -> str:
        with View(ledger) as view:
            found = view.connection.execute(sql).fetchone()
        return str(found[0]) if found else ""

    names = (
        "SELECT folded FROM name JOIN (SELECT name_key, count(*) AS n FROM party WHERE layer = 'events' GROUP BY 1) "
        "USING (name_key)"
    )
    return {
        "report": one("SELECT id FROM report ORDER BY report_key DESC LIMIT 1"),
        "incident": one("SELECT id FROM incident WHERE until IS NULL ORDER BY reports DESC LIMIT 1"),
        "country": one("SELECT country FROM event_total WHERE country <> '' GROUP BY 1 ORDER BY sum(n) DESC LIMIT 1"),
        "source": one("SELECT source FROM event_total GROUP BY 1 ORDER BY sum(n) DESC LIMIT 1"),
        "before": one("SELECT max(batch) - 1 FROM batch"), "halfway": one("SELECT max(batch) / 2 FROM batch"),
        "actor": one(f"{names} ORDER BY n DESC LIMIT 1"), "seldom": one(f"{names} ORDER BY n LIMIT 1"),
    }  # fmt: skip


if __name__ == "__main__":
    began = perf_counter()
    main()
    print(f"{perf_counter() - began:.0f} s")
