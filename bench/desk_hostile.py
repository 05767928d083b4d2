"""Ten thousand records that mean harm, shown at the desk in a real browser; a foreign page; two people at once.

    python bench/desk_hostile.py [--records 10000] [--browser /usr/bin/chromium]

Every field of every record holds script, odd Unicode or very long words. All pages are opened and clicked in Chromium
under the desk's own Content-Security-Policy: no script of a record may run, no page may fail, each must come up within
seconds. Then a page of another origin tries to read and to write, and two people decide the same records at once.
"""

import argparse
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any
from urllib.parse import quote

from playwright.sync_api import Browser, Page, sync_playwright
from starlette.testclient import TestClient

from dateline.desk.app import make_app
from dateline.desk.desk import Desk
from dateline.incidents.rules import load_rule
from dateline.ledger.joining.grouping import bring_up
from dateline.model.coding import Coding
from dateline.model.item import Item
from dateline.model.plans import Amount, Commitment, Scheduled
from dateline.model.speech import Issue, Position
from dateline.store.asking.view import View
from dateline.store.batch import Writer
from dateline.store.keeping.codings import RunInfo, add_coding, find_run
from dateline.store.keeping.reports import add_report
from desk_pages import served
from ledger_made import World, families

EVENTS_A_REPORT = 8
HARM = "window.harmed=1"
PAYLOADS = (
    f"<script>{HARM}</script>", f'"><img src=x onerror={HARM}>', f"</textarea><svg/onload={HARM}>",
    f"</script><script>{HARM}//", f"javascript:{HARM}", f"'-({HARM})-'", "{{ 7*7 }}{% raw %}", "\u202egnp.exe\u202c",
    "a\ufffe\ud7ff\u2028\u2029", "😀" * 60, "﷽" * 40, "W" * 5_000, "&lt;b&gt; &amp; &#60;script&#62;",
    "../../etc/passwd", f"data:text/html,<script>{HARM}</script>", "<base href=//evil.example>",
    "<iframe srcdoc='<script>parent.harmed=1</script>'>", f"\\\"-({HARM})//", "A\u0300" * 800, "قتل ثلاثة \u202d abc",
    "<style>@import '//evil.example'</style>", f"<a href='javascript:{HARM}'>x</a>", "\u0000\u0001\u0007\u001b[31m",
)  # fmt: skip
PAGES = (
    "/", "/reports", "/events", "/statements", "/positions", "/commitments", "/scheduled", "/map", "/timeline",
    "/incidents", "/network", "/pledges", "/calendar", "/queue", "/quarantine", "/runs", "/judgements", "/gold",
    "/second", "/agreement", "/adjudicate", "/overruled", "/accuracy", "/search?q=army", "/paste",
)  # fmt: skip
SLOW = 8.0
FOREIGN = """<!doctype html><meta charset=utf-8><script>
const done = []; const note = (name, ok) => done.push([name, ok]);
(async () => {
  const at = AT;
  try { const r = await fetch(at + "/events.json"); note("fetch", (await r.text()).length > 0); } catch { note("fetch", false); }
  try { const r = await fetch(at + "/events.json", { mode: "no-cors" }); note("no-cors", (await r.text()).length > 0); } catch { note("no-cors", false); }
  for (const type of ["application/json", "text/plain", "application/x-www-form-urlencoded"])
    try { const r = await fetch(at + "/review/act", { method: "POST", mode: type === "application/json" ? "cors" : "no-cors", headers: { "content-type": type }, body: JSON.stringify({ kind: "reject", record: RECORD, reason: "type" }) }); note("post " + type, r.ok); } catch { note("post " + type, false); }
  const frame = document.createElement("iframe"); frame.src = at + "/"; document.body.append(frame);
  await new Promise(r => { frame.onload = r; setTimeout(r, 3000); });
  try { note("frame", frame.contentDocument.body.textContent.length > 20); } catch { note("frame", false); }
  const image = new Image(); const loaded = new Promise(r => { image.onload = () => r(true); image.onerror = () => r(false); }); image.src = at + "/static/icon.svg"; note("image", await loaded);
  const script = document.createElement("script"); script.src = at + "/events.json"; document.body.append(script);
  const form = document.createElement("form"); form.method = "post"; form.action = at + "/review/act"; form.target = "far";
  for (const [k, v] of Object.entries({ kind: "reject", record: RECORD, reason: "type" })) { const i = document.createElement("input"); i.name = k; i.value = v; form.append(i); }
  document.body.append(form); form.submit();
  await new Promise(r => setTimeout(r, 1500));
  window.told = done;
})();
</script>"""  # noqa: E501  a page


def main() -> None:
    """Make the ledger, try, and print."""
    given = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else "")
    given.add_argument("--records", type=int, default=10_000)
    given.add_argument("--browser", default="/usr/bin/chromium")
    asked = given.parse_args()
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        ledger = Path(folder) / "harm.db"
        make(ledger, asked.records)
        browser = playwright.chromium.launch(executable_path=asked.browser, args=["--no-sandbox"])
        with served(ledger) as address:
            harmless(browser, address, ledger)
            print("foreign page:", *foreign(browser, address, ledger), sep="\n  ")
        print(together(ledger))


def make(path: Path, records: int) -> None:
    """Write a ledger of reports and codings in which every word means harm."""
    world = World(3, 400)
    with Writer(path) as writer, writer.batch() as batch:
        run = find_run(batch, RunInfo(version=PAYLOADS[0], model=PAYLOADS[1], model_digest="m", lexicon_digest="l",
                                      gazetteer_digest="g"))  # fmt: skip
        for n in range(records // EVENTS_A_REPORT):
            item, coding = harmful(*world.report(n), n)
            kept = add_report(batch, item, published=coding.report.published, language="en", alike=_never)
            add_coding(batch, kept.report_key, run, coding)
        families(batch)
    bring_up(path, load_rule("standard"))
    with View(path) as view:
        held = {layer: view.one(f"SELECT count(*) AS n FROM v_{layer}") for layer in ("reports", "events", "incidents")}
    print(*(f"{layer} {row['n']:,}" for layer, row in held.items() if row), sep=", ")


def _never(one: str, other: str) -> bool:
    return one == other


def harmful(item: Item, coding: Coding, n: int) -> tuple[Item, Coding]:
    """Return a report and its coding with a payload in every field that holds words."""

    def bad(k: int) -> str:
        return f"{PAYLOADS[(n + k) % len(PAYLOADS)]}{n if k % 2 else ''}"

    text = f"{bad(0)[:3_000]} {coding.report.text} {bad(1)[:3_000]}"
    text = text.encode("utf-8", "replace").decode()
    name = f"{n}-{bad(2)[:120]}".replace("/", "|")
    report = replace(coding.report, id=name, text=text, source=bad(3)[:400], title=bad(4), url=bad(5)[:400])
    actors = tuple(replace(a, name=bad(6 + k)[:600], office=bad(7)[:200]) for k, a in enumerate(coding.actors or ()))
    places = tuple(replace(p, name=bad(9 + k)[:300], admin1=bad(8)[:200]) for k, p in enumerate(coding.places or ()))
    made: dict[str, Any] = {"rule": bad(10)[:200], "confidence": 0.5}
    events = tuple(replace(e, rule=bad(11)[:200]) for e in coding.events or ())
    return (
        replace(item, id=name, text=text, source=report.source, title=report.title),
        replace(
            coding, report=report, actors=actors, places=places, events=events,
            positions=(Position(id="n1", actor="a1", issue=Issue(id=bad(12)[:99], label=bad(13)[:500]), stance="for",
                                strength=0.5, **made),),
            commitments=(Commitment(id="c1", event=None, donor="a1", recipient="a2", kind="military", stage="announced",
                                    amount=Amount(value=5.0, currency="USD", qualifier="exact", span=(0, 5)), **made),),
            scheduled=(Scheduled(id="h1", event=None, kind="meeting", name=bad(14)[:500], status="set",
                                 start="2024-07-01", end="2024-07-02", participants=("a1",), span=(0, 9), **made),),
        ),
    )  # fmt: skip


def addresses(ledger: Path) -> Iterator[str]:
    """Yield the pages, and those of some records by their hostile names."""
    yield from PAGES
    with View(ledger) as view:
        for row in view.rows("SELECT id FROM v_reports ORDER BY id LIMIT 24"):
            yield f"/report?id={quote(row['id'], safe='')}"
        for row in view.rows("SELECT id FROM v_incidents ORDER BY reports DESC, id LIMIT 12"):
            yield f"/incident?id={row['id']}"
        for row in view.rows("SELECT DISTINCT actors FROM v_events WHERE actors <> '' LIMIT 12"):
            yield f"/actor?name={quote(row['actors'].partition(';')[0], safe='')}"


def harmless(browser: Browser, address: str, ledger: Path) -> None:
    """Open every page, click in it, and tell what went wrong."""
    context = browser.new_context(viewport={"width": 1366, "height": 768})
    wrong: list[str] = []
    times: list[float] = []
    for path in addresses(ledger):
        page = context.new_page()
        page.on("pageerror", partial(_note, wrong, path, "error"))
        page.on("dialog", partial(_note, wrong, path, "dialog"))
        page.on("request", partial(_asked, wrong, path, address))
        began = perf_counter()
        page.goto(address + path)
        page.wait_for_selector("body[data-ready]", timeout=60_000)
        times.append(perf_counter() - began)
        wrong += [f"{path[:60]}: {fault}" for fault in seen(page)]
        page.close()
    slow = sum(t > SLOW for t in times)
    print(f"{len(times)} pages: {len(wrong)} faults; up within {max(times):.1f} s, {slow} later than {SLOW:.0f} s")
    print(*wrong[:20], sep="\n")


def _note(wrong: list[str], path: str, kind: str, what: object) -> None:
    wrong.append(f"{path[:60]}: {kind} {str(what)[:120]}")


def _asked(wrong: list[str], path: str, address: str, request: Any) -> None:
    if not request.url.startswith((address, "data:", "blob:")):
        wrong.append(f"{path[:60]}: asked {request.url[:80]}")


def seen(page: Page) -> Iterator[str]:
    """Yield what is wrong with a page, also after some clicks."""
    if page.locator("body").get_attribute("data-ready") != "true" and "report?" not in page.url:
        yield f"fault: {page.locator('main').inner_text()[:120]}"
    for selector in (".records li > button", ".u", "details summary", ".tray"):
        found = page.locator(f"main {selector}")
        if found.count():
            found.first.evaluate("n => n.click()")
    page.wait_for_timeout(150)
    if page.evaluate("window.harmed !== undefined"):
        yield "a record's script ran"
    foreign_parts = "main script, main img, main iframe, main style, main base, main [onerror], main [onload]"
    if page.locator(foreign_parts).count():
        yield "a record's tag came alive"
    if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
        yield "wider than the screen"
    if page.locator("main a[href^='javascript:'], main a[href^='data:']").count():
        yield "a record's address came alive"


def foreign(browser: Browser, address: str, ledger: Path) -> Sequence[str]:
    """Let a page of another origin try to read and to write; return what it could."""
    with View(ledger) as view:
        record = (view.one("SELECT id FROM v_events LIMIT 1") or {})["id"]
        before = view.one("SELECT count(*) AS n FROM act")
    body = FOREIGN.replace("AT", repr(address), 1).replace("RECORD", repr(record)).encode()
    with elsewhere(body) as other:
        page = browser.new_page()
        page.goto(other)
        page.wait_for_function("window.told", timeout=30_000)
        told = page.evaluate("window.told")
    with View(ledger) as view:
        after = view.one("SELECT count(*) AS n FROM act")
    return [*(f"{name}: {'WORKED' if ok else 'refused'}" for name, ok in told),
            f"acts kept: {'none' if before == after else 'SOME'}"]  # fmt: skip


@contextmanager
def elsewhere(body: bytes) -> Iterator[str]:
    """Serve one page under another origin."""

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("content-type", "text/html")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None: ...

    server = HTTPServer(("127.0.0.1", 0), Answer)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://localhost:{server.server_port}/"
    server.shutdown()


def together(ledger: Path, each: int = 100) -> str:
    """Let two people decide at once; return whether all is kept, and that a stale edit is refused."""
    with View(ledger) as view:
        ids = [row["id"] for row in view.rows("SELECT id FROM v_events LIMIT ?", (each,))]
    answers: dict[str, list[int]] = {"ann": [], "bob": []}

    def work(name: str) -> None:
        desk = Desk(ledger=ledger, editor=name)
        client = TestClient(make_app(desk), base_url="http://127.0.0.1")
        for record in ids:
            done = client.post("/review/act", json={"kind": "flag", "record": record},
                               headers={"x-csrf": desk.secret})  # fmt: skip
            answers[name].append(done.status_code)

    workers = [threading.Thread(target=work, args=(name,)) for name in answers]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    with View(ledger) as view:
        kept = {row["by"]: row["n"] for row in view.rows("SELECT by, count(*) AS n FROM act GROUP BY by")}
    refused = sum(code != 200 for codes in answers.values() for code in codes)
    return f"two people at once: {kept} of {each} each kept, {refused} refused"


if __name__ == "__main__":
    main()
