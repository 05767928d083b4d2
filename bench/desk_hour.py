"""An hour of clicking at the desk: whether the browser's memory stays as it is.

    python bench/desk_hour.py LEDGER [--minutes 60] [--browser /usr/bin/chromium]

One tab is kept open. Stays of some minutes on one page (map, timeline, incidents, review) are clicked and keyed through
at random, and between them pages are wandered through by their links. After each minute the heap (rubbish collected),
the elements, the listeners, and the memory of the browser's pages are printed.
"""

import os
import random
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import Error, Page

from desk_pages import asked_of_ledger, tab

KEYS = (
    "j", "k", "ArrowRight", "ArrowLeft", "Enter", "Escape", "+", "-", "0", "t", "Shift+ArrowLeft", "Shift+ArrowRight",
)  # fmt: skip
STAYS = ("/map", "/timeline", "/incidents", "/queue")
WANDER = (
    "/", "/reports", "/events", "/statements", "/positions", "/pledges", "/calendar", "/network", "/search?q=talks",
    "/accuracy", "/runs", "/judgements",
)  # fmt: skip
CLICK = """n => {
  const all = document.querySelectorAll("main button:not([disabled]), dialog[open] button");
  const found = [...all].filter(b => b.getClientRects().length);
  if (found.length) found[n % found.length].click();
}"""


def main() -> None:
    """Click and print."""
    given = asked_of_ledger(__doc__)
    given.add_argument("--minutes", type=float, default=60)
    asked = given.parse_args()
    with tab(asked) as (page, address):
        faults: list[str] = []
        page.on("pageerror", lambda e: faults.append(str(e)))
        print("minute  acts  heap MB  elements  listeners  browser MB  faults")
        for minute, acts in clicked(page, address, asked.minutes):
            go(page, f"{address}/map")
            page.wait_for_timeout(2_000)
            print(f"{minute:6}  {acts:4}  {measured(page)}  {resident():10.0f}  {len(faults)}", flush=True)
        print(*sorted(set(faults)), sep="\n")


def clicked(page: Page, address: str, minutes: float) -> Iterator[tuple[int, int]]:
    """Click at random; yield after each minute how much was done."""
    chance, acts, began, minute = random.Random(7), 0, time.monotonic(), 0
    kinds: tuple[Callable[[], None], ...] = (
        lambda: page.evaluate(CLICK, chance.randrange(1_000)), lambda: page.keyboard.press(chance.choice(KEYS)),
        lambda: page.mouse.wheel(0, chance.choice((-200, 200))),
        lambda: page.mouse.click(chance.randrange(60, 1_300), chance.randrange(120, 740)),
    )  # fmt: skip
    while minute < minutes:
        stay = minute % 3 != 2
        go(page, address + chance.choice(STAYS if stay else WANDER))
        while time.monotonic() < began + (minute + 1) * 60:
            try:
                chance.choice(kinds)()
                if not stay and acts % 12 == 0:
                    go(page, address + chance.choice(WANDER))
            except Error:
                page.wait_for_timeout(200)  # the page went elsewhere meanwhile
            acts += 1
            page.wait_for_timeout(chance.randrange(120, 400))
        minute += 1
        yield minute, acts


def go(page: Page, address: str) -> None:
    """Open a page, however long that takes on a machine that does much else."""
    for _ in range(5):
        try:
            page.goto(address, wait_until="commit", timeout=60_000)
            page.wait_for_selector("body[data-ready]", timeout=60_000)
        except Error:
            continue
        return


def measured(page: Page) -> str:
    """Return the heap, the elements and the listeners of a page, rubbish collected."""
    client: Any = page.context.new_cdp_session(page)
    client.send("HeapProfiler.collectGarbage")
    client.send("Performance.enable")
    found = {m["name"]: m["value"] for m in client.send("Performance.getMetrics")["metrics"]}
    client.detach()
    return f"{found['JSHeapUsedSize'] / 1e6:7.1f}  {found['Nodes']:8.0f}  {found['JSEventListeners']:9.0f}"


def resident() -> float:
    """Return the megabytes that the processes of the bench's own browser have of their own, together."""
    total = 0.0
    for folder in Path("/proc").iterdir():
        try:
            if b"--type=renderer" in (folder / "cmdline").read_bytes() and _own(int(folder.name)):
                rows = (folder / "smaps_rollup").read_text().splitlines()
                total += sum(float(row.split()[1]) for row in rows if row.startswith("Private")) / 1e3
        except (OSError, IndexError):
            continue
    return total


def _own(process: int) -> bool:
    """Tell whether this process started another, or one that did."""
    while process > 1 and process != os.getpid():
        process = int(Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[1])
    return process == os.getpid()


if __name__ == "__main__":
    main()
