"""How fast the desk draws, and whether its memory stays as it is: in a real browser, on a ledger of yours.

    python bench/desk_browser.py LEDGER [--browser /usr/bin/chromium] [--clicks 500]

Frames: map and timeline with 5,000 marks are moved and zoomed for some seconds; the frames drawn in a second, and the
slowest of twenty. Memory: the page is clicked through, and the heap measured after each hundred, rubbish left out.
"""

from collections.abc import Iterator
from typing import Any

from playwright.sync_api import Page

from desk_pages import asked_of_ledger, tab

MOVE = """async ([selector, seconds]) => {
  const canvas = document.querySelector(selector), box = canvas.getBoundingClientRect(), times = [];
  const at = (type, x, y, more = {}) => canvas.dispatchEvent(new PointerEvent(type, { pointerId: 1, clientX: box.left + x, clientY: box.top + y, bubbles: true, ...more }));
  canvas.setPointerCapture = () => {};
  at("pointerdown", box.width / 2, box.height / 2);
  const first = performance.now();
  let last = first, n = 0;
  while (last - first < seconds * 1000) {
    n += 1;
    if (n % 2) at("pointermove", box.width / 2 + 120 * Math.sin(n / 9), box.height / 2 + 80 * Math.cos(n / 11));
    else canvas.dispatchEvent(new WheelEvent("wheel", { deltaY: 40 * Math.sin(n / 30), clientX: box.left + box.width / 2, clientY: box.top + box.height / 2, cancelable: true }));
    const now = await new Promise(requestAnimationFrame);
    times.push(now - last); last = now;
  }
  at("pointerup", box.width / 2, box.height / 2);
  times.shift(); times.sort((a, b) => a - b);
  return { frames: Math.round(times.length / (last - first) * 1000), slow: Math.round(times[Math.floor(times.length * 0.95)]) };
}"""  # noqa: E501  a line of JavaScript


def main() -> None:
    """Measure and print."""
    given = asked_of_ledger(__doc__)
    given.add_argument("--clicks", type=int, default=500)
    asked = given.parse_args()
    with tab(asked) as (page, address):
        for path, selector in (("/map", ".map canvas"), ("/timeline", ".time canvas")):
            shown = opened(page, address + path)
            found = page.evaluate(MOVE, [selector, 5])
            print(f"{path}: {shown}; {found['frames']} frames a second, one in twenty takes {found['slow']} ms or more")
        for clicks, size in memory(page, address, asked.clicks):
            print(f"after {clicks} clicks: {size:.1f} MB")


def opened(page: Page, address: str) -> str:
    """Open a page, and return how many marks it shows."""
    page.goto(address)
    page.wait_for_selector("body[data-ready=true]", timeout=60_000)
    page.wait_for_timeout(1_500)
    return page.locator(".bar .count").inner_text()


def memory(page: Page, address: str, clicks: int) -> Iterator[tuple[int, float]]:
    """Click through the map's list, and yield the heap's size as it goes."""
    opened(page, f"{address}/map")
    rows = page.locator(".records li > button")
    among = min(60, rows.count())
    yield 0, heap(page)
    for n in range(1, clicks + 1):
        rows.nth(n % among).evaluate("button => button.click()")
        page.wait_for_timeout(5)
        if n % 100 == 0:
            yield n, heap(page)


def heap(page: Page) -> float:
    """Return the heap's size in megabytes, rubbish collected."""
    client: Any = page.context.new_cdp_session(page)
    client.send("HeapProfiler.collectGarbage")
    size = client.send("Runtime.getHeapUsage")["usedSize"]
    client.detach()
    return float(size) / 1e6


if __name__ == "__main__":
    main()
