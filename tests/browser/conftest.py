"""Tests of the page in a real browser. scripts/browser_tests runs them; the other tests leave them out."""

import json
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from dateline.coder import Coder
from dateline.desk.sample import make_sample
from dateline.export.pages.page import write_page
from dateline.ingest import find_items
from dateline.ledger.keeping.ingest import ingest
from dateline.parse.parser import Parser
from dateline.reading.sources import read_path
from dateline.store.batch import Writer
from desk_pages import served

collect_ignore_glob = [] if os.environ.get("DATELINE_BROWSER") else ["test_*.py"]
EXAMPLES = Path(__file__).parents[2] / "examples"


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "browser: needs a real browser (scripts/browser_tests)")


@pytest.fixture(scope="session")
def page_file(tmp_path_factory: pytest.TempPathFactory, parser: Parser) -> Path:
    """Write the page of the examples."""
    reports = [g for name in ("night_of_drones.txt", "feed.jsonl") for g in read_path(EXAMPLES / name)]
    file = tmp_path_factory.mktemp("page") / "page.html"
    file.write_text("".join(write_page(Coder(parser=parser).code_many(reports))), encoding="utf-8")
    return file


@pytest.fixture(scope="session")
def browser() -> Iterator[object]:
    """Start the browser once."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  scripts/browser_tests installs it

    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=os.environ["DATELINE_BROWSER"], args=["--no-sandbox"])
        yield launched
        launched.close()


@pytest.fixture
def open_page(browser, page_file: Path) -> Iterator[Callable]:  # type: ignore[type-arg, no-untyped-def]
    """Return what opens the page at a width, in light or dark, with a finger or a mouse."""
    contexts = []

    def opened(width: int, height: int = 800, *, scheme: str = "light"):  # type: ignore[no-untyped-def]
        context = browser.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme, has_touch=width < 600,
            reduced_motion="reduce",
        )  # fmt: skip
        contexts.append(context)
        page = context.new_page()
        page.goto(page_file.as_uri())
        return page

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory, parser: Parser) -> Path:
    """Make the ledger of the built-in sample."""
    file = make_sample(tmp_path_factory.mktemp("desk"), Coder(parser=parser))
    with Writer(file) as writer:
        writer.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return file


@pytest.fixture(scope="session")
def strike(sample_file: Path) -> str:
    """Return the incident of the sample that most reports tell, and that they tell differently."""
    with sqlite3.connect(sample_file) as ledger:
        sql = "SELECT id FROM v_incidents WHERE rule LIKE 'standard@%' AND conflicts ORDER BY reports DESC LIMIT 1"
        return str(ledger.execute(sql).fetchone()[0])


@pytest.fixture(scope="session")
def desk(sample_file: Path) -> Iterator[str]:
    """Serve the sample's desk, to read only."""
    with served(sample_file) as address:
        yield address


@pytest.fixture
def contexts() -> list[Any]:
    """Return the windows that a test opens."""
    return []


@pytest.fixture
def serve(contexts: list[Any]) -> Callable:  # type: ignore[type-arg]
    """Return what serves a ledger while a block runs; windows are shut before it ends, so that none asks in vain."""

    @contextmanager
    def watched(ledger: Path, *, editor: str | None = None) -> Iterator[str]:
        with served(ledger, editor=editor) as address:
            yield address
            for context in contexts:
                context.close()

    return watched


@pytest.fixture
def edited_desk(sample_file: Path, tmp_path: Path, serve: Callable) -> Iterator[str]:  # type: ignore[type-arg]
    """Serve a copy of the sample in which a person may judge."""
    shutil.copy(sample_file, tmp_path / "news.db")
    with serve(tmp_path / "news.db", editor="ann") as address:
        yield address


HOSTILE = "<script>window.harmed = 1</script><img src=x onerror=window.harmed=1>\"'><svg/onload=window.harmed=1>"
ENGLISH = "Three people were killed in a raid on the market on Monday, police said. The mayor condemned the raid. " * 4
RTL = "قتل ثلاثة أشخاص في غارة على السوق يوم الاثنين، قالت الشرطة."


@pytest.fixture(scope="session")
def hostile_desk(tmp_path_factory: pytest.TempPathFactory, parser: Parser) -> Iterator[str]:
    """Serve reports that mean harm: script in every field, odd and very long words; and one that runs from right to left."""
    folder = tmp_path_factory.mktemp("hostile")
    words = (
        f"Rebels of {HOSTILE} shelled {HOSTILE} on Monday, killing 4 people, said {HOSTILE}.\u202e\u0000\ufeff "
        + "x" * 4000
    )
    rows = [
        {"id": "hostile", "title": HOSTILE, "source": HOSTILE, "author": HOSTILE, "text": words, "published": "2024-03-14"},
        {"id": f"h{HOSTILE}", "title": "\u202eevil" + "W" * 3000, "source": "\u202e", "text": words + " 2", "published": "2024-03-14"},
        {"id": "rtl", "title": RTL, "source": "صحيفة", "text": f"{RTL}\n\n{ENGLISH}", "published": "2024-03-14"},
    ]  # fmt: skip
    (folder / "hostile.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    ingest(folder / "hostile.db", find_items(folder / "hostile.jsonl"), coder=lambda: Coder(parser=parser))
    with served(folder / "hostile.db") as address:
        yield address


class DeskPage:
    """A page of the desk in a tab of its own; what the browser complains of is kept."""

    def __init__(self, context, address: str, complaints: list[str]) -> None:  # type: ignore[no-untyped-def]
        self.context, self.address, self.complaints = context, address, complaints

    def __call__(self, path: str, *, wait: bool = True):  # type: ignore[no-untyped-def]
        page = self.context.new_page()
        page.on("console", lambda m: self.complaints.append(m.text) if m.type in {"error", "warning"} else None)
        page.on("pageerror", lambda e: self.complaints.append(str(e)))
        page.goto(self.address + path)
        if wait:
            page.wait_for_selector("body[data-ready]")
        return page


@pytest.fixture
def open_desk(browser: Any, contexts: list[Any]) -> Iterator[Callable]:  # type: ignore[type-arg]
    """Return what opens the desk at a width; at the end the browser must have had nothing to complain of."""
    complaints: list[str] = []

    def opened(address: str, width: int = 1366, height: int = 800, *, scheme: str = "light") -> DeskPage:
        context = browser.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme, has_touch=width < 600,
            reduced_motion="reduce",
        )  # fmt: skip
        contexts.append(context)
        return DeskPage(context, address, complaints)

    yield opened
    for context in contexts:
        context.close()
    assert complaints == []
