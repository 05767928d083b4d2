"""The desk in a real browser, for benches and tests: a ledger served while a block runs, and one tab on it."""

import argparse
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import uvicorn

from dateline.desk.app import make_app
from dateline.desk.desk import Desk

if TYPE_CHECKING:
    from playwright.sync_api import Page


def asked_of_ledger(about: str | None) -> argparse.ArgumentParser:
    """Return what each bench of a ledger's desk is asked: the ledger and the browser."""
    given = argparse.ArgumentParser(description=(about or "").split("\n", 1)[0])
    given.add_argument("ledger", type=Path)
    given.add_argument("--browser", default="/usr/bin/chromium")
    return given


@contextmanager
def served(ledger: Path, *, editor: str | None = None) -> Iterator[str]:
    """Serve a ledger's desk while the block runs; yield its address."""
    server = uvicorn.Server(uvicorn.Config(make_app(Desk(ledger=ledger, editor=editor)), port=0, log_level="warning"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join(timeout=5)


@contextmanager
def tab(asked: argparse.Namespace) -> Iterator[tuple["Page", str]]:
    """Yield a tab of the browser, and the address of the ledger's desk."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  tests that serve a desk may have no browser

    with served(asked.ledger) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=asked.browser, args=["--no-sandbox"])
        yield browser.new_page(viewport={"width": 1366, "height": 768}), address
