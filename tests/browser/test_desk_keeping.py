"""What keeps a ledger honest, as its reader meets it: gold, differences of runs, incidents joined and parted, accuracy."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from dateline.store.asking.view import View
from dateline.store.batch import Writer
from dateline.store.keeping.codings import RunInfo, add_coding, find_run

pytestmark = pytest.mark.browser
Open = Callable[..., Any]
LAPTOP = (1366, 768)


def faults(page: Any) -> list[Any]:
    """Return what axe has to say of a page."""
    return [(v["id"], [n["html"][:200] for n in v["nodes"][:3]]) for v in Axe().run(page).response["violations"]]


def eventually(page: Any, holds: Callable[[], bool]) -> None:
    """Wait until something holds."""
    for _ in range(100):
        if holds():
            return
        page.wait_for_timeout(50)
    pytest.fail("it does not come to hold")


def incident(ledger: Path, words: str) -> str:
    """Return the id of the incident whose title has some words."""
    with sqlite3.connect(ledger) as opened:
        sql = "SELECT id FROM v_incidents WHERE rule LIKE 'standard@%' AND title LIKE ?"
        return str(opened.execute(sql, (f"%{words}%",)).fetchone()[0])


def decide(page: Any, *keys: str) -> None:
    """Press keys in review, each when the one before has done its work."""
    for key in keys:
        page.keyboard.press(key)
        page.wait_for_timeout(80)
        eventually(page, lambda: page.locator('.review-side[aria-busy="true"]').count() == 0)


@pytest.fixture
def coded_twice(sample_file: Path, tmp_path: Path, serve: Open) -> Iterator[str]:
    """Serve a copy of the sample that a second run has coded, which says of one event that it was denied."""
    path = Path(shutil.copy(sample_file, tmp_path / "twice.db"))
    with View(path) as view:
        coding = view.coding("gao-raid")
        key = view.one("SELECT report_key AS key FROM report WHERE id = 'gao-raid'")
    assert coding is not None
    assert key is not None
    first, *rest = coding.events or ()
    other = replace(coding, events=(replace(first, status="denied"), *rest))
    with Writer(path) as writer, writer.batch() as batch:
        run = find_run(
            batch, RunInfo(version="other", model="m", model_digest="m", lexicon_digest="l", gazetteer_digest="g")
        )
        add_coding(batch, key["key"], run, other)
    with serve(path) as address:
        yield address


def test_runs_lead_to_what_they_say_differently(open_desk: Open, coded_twice: str) -> None:
    page = open_desk(coded_twice, *LAPTOP)("/runs")
    assert faults(page) == []
    page.get_by_role("link", name="against run").first.click()
    page.wait_for_selector("body[data-ready]")
    line = page.locator("tbody tr", has_text="gao-raid").first
    assert "occurred" in line.inner_text()
    assert "denied" in line.inner_text()
    assert faults(page) == []
    line.get_by_role("link").first.click()
    page.locator(".lit").first.wait_for()


def test_reviewed_reports_become_gold_and_can_be_downloaded(open_desk: Open, edited_desk: str) -> None:
    opened = open_desk(edited_desk, *LAPTOP)
    page = opened("/gold")
    assert page.locator(".count").inner_text().startswith("0 reports")
    queue = opened("/queue?report=expulsion")
    queue.locator(".review .lit").first.wait_for()
    before = queue.locator(".count").inner_text()
    decide(queue, *"aaaa")
    assert queue.locator(".count").inner_text() != before
    page.reload()
    page.wait_for_selector("body[data-ready]")
    assert page.locator(".count").inner_text().startswith("1 report")
    assert faults(page) == []
    with page.expect_download() as download:
        page.get_by_role("link", name="labels.jsonl").click()
    assert '"id":"expulsion"' in Path(download.value.path()).read_text(encoding="utf-8")


def test_accuracy_counts_what_was_reviewed_here(open_desk: Open, edited_desk: str) -> None:
    opened = open_desk(edited_desk, *LAPTOP)
    page = opened("/accuracy")
    assert "0 records reviewed" in page.locator(".count").inner_text()
    queue = opened("/queue")
    queue.locator(".review .lit").first.wait_for()
    decide(queue, "a", "a", "x", "1")
    page.reload()
    page.wait_for_selector("body[data-ready]")
    assert "3 records reviewed" in page.locator(".count").inner_text()
    found = page.locator("tbody tr", has_text="not rejected")
    assert "0.67" in found.inner_text()
    assert "wrong type" in page.locator(".bars").inner_text()
    assert faults(page) == []


def test_two_incidents_are_joined_after_a_look_and_taken_apart_by_undo(
    open_desk: Open, edited_desk: str, sample_file: Path
) -> None:
    one, other = incident(sample_file, "Gao"), incident(sample_file, "Air strike")
    page = open_desk(edited_desk, *LAPTOP)(f"/incident?id={one}")
    before = page.locator(".count").first.inner_text()
    page.get_by_label("With the incident").fill(other)
    page.get_by_role("button", name="Look at both").last.click()
    box = page.locator("dialog.ask")
    assert "Together they have 3 events of 3 reports" in box.inner_text()
    assert "2024-05-08" in box.inner_text()
    assert faults(page) == []
    box.get_by_role("button", name="They are one").click()
    eventually(page, lambda: page.locator(".count").first.inner_text().startswith("3 reports"))
    page.locator(".toast").get_by_role("button", name="Undo").click()
    eventually(page, lambda: page.locator(".count").first.inner_text() == before)
    page.wait_for_timeout(800)


def test_an_incident_is_parted_after_a_look(open_desk: Open, edited_desk: str, strike: str) -> None:
    page = open_desk(edited_desk, *LAPTOP)(f"/incident?id={strike}")
    look = page.get_by_role("button", name="Part the ticked events")
    assert look.is_disabled()
    page.get_by_label("part harbour-later/").first.check()
    look.click()
    box = page.locator("dialog.ask")
    assert "harbour-later" in box.locator("section").last.inner_text()
    assert faults(page) == []
    box.get_by_role("button", name="They are two").click()
    eventually(page, lambda: "Valley Post" not in page.locator(".claims thead").inner_text())
    assert page.get_by_label("part harbour-later/").count() == 0
    page.wait_for_timeout(800)


def test_each_pledge_is_shown_once_on_its_way(open_desk: Open, desk: str) -> None:
    page = open_desk(desk, *LAPTOP)("/pledges")
    japan = page.locator(".pledge", has_text="50M USD")
    assert "50M USD" in japan.inner_text()
    assert japan.locator(".way .told").inner_text().startswith("announced")
    delivered = page.locator(".pledge", has_text="2 air defence systems")
    assert delivered.locator(".way .told").inner_text().startswith("delivered")
    assert delivered.locator(".way .passed").count() == 3
    japan.locator("blockquote a").click()
    page.locator(".words").wait_for()


def test_the_calendar_says_what_became_of_what_was_set(open_desk: Open, desk: str) -> None:
    page = open_desk(desk, *LAPTOP)("/calendar")
    assert "talks" in page.locator(".day.some").first.inner_text()
    talks = page.locator(".course", has_text="took place")
    assert talks.locator(".took-place a").get_attribute("href").startswith("/incident?id=i-")
    assert "cancelled" in page.locator(".course", has_text="general strike").inner_text()
    assert "June 2024" in page.locator(".soft").first.inner_text()
