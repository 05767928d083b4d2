"""Tests of the page in a real browser. scripts/browser_tests runs them; the other tests leave them out."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dateline.coder import Coder
from dateline.export.page import write_page
from dateline.parse.parser import Parser
from dateline.reading.sources import read_path

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
