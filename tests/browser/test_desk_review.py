"""Review by keyboard: each key does what it says, looking decides nothing, and everything can be taken back."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = pytest.mark.browser
Open = Callable[..., Any]


def faults(page: Any) -> list[Any]:
    """Return what axe has to say of a page."""
    return [(v["id"], [n["html"][:200] for n in v["nodes"][:3]]) for v in Axe().run(page).response["violations"]]


def item(page: Any) -> str:
    """Return the record that is looked at."""
    return str(page.locator("body").get_attribute("data-item"))


def judged(tmp_path: Path) -> list[tuple[str, str | None, str | None]]:
    """Return what was judged and holds, the newest first: kind, field, value."""
    with sqlite3.connect(tmp_path / "news.db") as ledger:
        sql = "SELECT kind, field, value FROM v_judgements WHERE undone IS NULL ORDER BY number DESC"
        return ledger.execute(sql).fetchall()


def queue(page: Any, address: str, state: str = "open") -> list[str]:
    """Return the ids of the queue."""
    return [i["id"] for i in page.request.get(f"{address}/queue.json?state={state}").json()["items"]]


def eventually(page: Any, holds: Callable[[], bool]) -> None:
    """Wait until something holds."""
    for _ in range(200):
        if holds():
            return
        page.wait_for_timeout(50)
    pytest.fail("it does not come to hold")


def settled(page: Any) -> None:
    """Wait until what was asked for is kept and the next record is there."""
    eventually(page, lambda: page.locator('.review-side[aria-busy="true"]').count() == 0)
    page.wait_for_timeout(60)


def press(page: Any, *keys: str) -> None:
    """Press keys, each when the one before has done its work."""
    for key in keys:
        page.keyboard.press(key)
        page.wait_for_timeout(60)
        if page.locator("dialog.ask").count() == 0:
            settled(page)


@pytest.fixture
def page(edited_desk: str, open_desk: Open) -> Any:
    opened = open_desk(edited_desk, 1366, 768)("/queue")
    opened.wait_for_selector(".review .lit")
    return opened


def test_looking_decides_nothing(page: Any) -> None:
    first = item(page)
    posts: list[str] = []
    page.on("request", lambda r: posts.append(r.url) if r.method == "POST" else None)
    press(page, "j", "j", "k", "Shift+ArrowRight", "Shift+ArrowLeft", "Shift+PageDown", "Shift+PageUp")
    page.locator(".review .words").click()
    page.locator(".review-side").click()
    assert posts == []
    assert item(page) != ""
    press(page, "k", "k", "k", "k")
    assert item(page) == first


def test_accept_goes_on_and_is_taken_back_and_done_again(page: Any, edited_desk: str) -> None:
    first = item(page)
    press(page, "a")
    assert item(page) != first
    assert first not in queue(page, edited_desk)
    press(page, "Backspace")
    assert item(page) == first
    assert first in queue(page, edited_desk)
    press(page, "Control+Shift+z")
    assert first not in queue(page, edited_desk)


def test_undo_reaches_further_than_the_last_decision(page: Any, edited_desk: str) -> None:
    before = queue(page, edited_desk)
    press(page, "a", "Space", "f", "a")
    press(page, "Control+z", "Control+z", "Control+z", "Control+z")
    assert sorted(queue(page, edited_desk)) == sorted(before)
    assert item(page) == before[0]


def test_a_rejection_asks_why_with_one_key(page: Any, tmp_path: Path) -> None:
    first = item(page)
    press(page, "x")
    assert faults(page) == []
    assert page.locator("dialog.ask .choices button").count() >= 6
    press(page, "2")
    eventually(page, lambda: item(page) != first)
    assert any(kind == "wrong" for kind, _, _ in judged(tmp_path))
    press(page, "x", "Escape")
    assert page.locator("dialog.ask").count() == 0


def test_skip_flag_and_dispute_leave_the_record_open_to_others(page: Any, edited_desk: str) -> None:
    skipped = item(page)
    press(page, "Space")
    flagged = item(page)
    press(page, "f")
    disputed = item(page)
    press(page, "d")
    assert skipped in queue(page, edited_desk, "skipped")
    assert flagged in queue(page, edited_desk, "flagged")
    assert disputed in queue(page, edited_desk, "disputed")


def test_a_dispute_opens_what_each_source_claims(open_desk: Open, edited_desk: str) -> None:
    page = open_desk(edited_desk, 1366, 768)("/queue?item=harbour-fire/e1")
    eventually(page, lambda: item(page) == "harbour-fire/e1")
    page.locator(".others .differs").first.wait_for()
    assert faults(page) == []
    page.keyboard.press("d")
    page.locator('tr[data-field="killed"] .claim.chosen').wait_for()


def test_edit_takes_a_number_for_the_field_and_one_for_the_value(page: Any, tmp_path: Path) -> None:
    first = item(page)
    press(page, "e")
    assert faults(page) == []
    press(page, "3")
    page.locator("dialog.ask .choices button", has_text="hypothetical").click()
    eventually(page, lambda: "hypothetical" in page.locator('.fields tr[data-field="status"]').inner_text())
    assert item(page) == first
    assert judged(tmp_path)[0][2] in ("hypothetical", '"hypothetical"')


def test_a_place_is_chosen_from_the_list_and_lies_on_the_map(page: Any, edited_desk: str) -> None:
    own = item(page)
    press(page, "e", "6")
    field = page.locator("dialog.ask #value")
    field.fill("Bamako")
    page.locator(".suggestions li").first.wait_for()
    assert "a name alone" in page.locator("dialog.ask [role=status]").inner_text()
    assert faults(page) == []
    field.press("ArrowDown")
    field.press("Enter")
    assert "12.6" in page.locator("dialog.ask [role=status]").inner_text()
    field.press("Enter")
    rows = f"{edited_desk}/events.json?near=12.65,-8,25"
    eventually(page, lambda: own in [r["id"] for r in page.request.get(rows).json()["rows"]])
    press(page, "Backspace")
    eventually(page, lambda: page.request.get(rows).json()["rows"] == [])


def test_keys_are_off_while_one_types(page: Any, tmp_path: Path) -> None:
    press(page, "n")
    page.keyboard.type("a x d f: the axe fell")
    page.get_by_role("button", name="Keep").click()
    page.wait_for_timeout(300)
    assert judged(tmp_path) == []
    press(page, "/")
    page.keyboard.type("axe")
    assert page.locator("#q").input_value() == "axe"


def test_the_ends_of_a_span_can_be_moved(page: Any, tmp_path: Path) -> None:
    page.locator(".fields th", has_text="type").wait_for()
    press(page, "e")
    page.locator("dialog.ask .choices button", has_text="drag its ends").click()
    page.locator(".handle.end").wait_for()
    assert page.locator(".handle").count() == 2
    press(page, "ArrowRight", "ArrowRight")
    press(page, "Enter")
    page.locator(".handle").first.wait_for(state="detached")
    eventually(page, lambda: [field for _, field, _ in judged(tmp_path)] == ["spans"])


def test_the_ends_of_a_span_can_be_dragged(page: Any, tmp_path: Path) -> None:
    press(page, "e")
    page.locator("dialog.ask .choices button", has_text="drag its ends").click()
    page.locator(".handle.end").wait_for()
    box = page.locator(".handle.end").bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(box["x"] + 90, box["y"] + box["height"] / 2, steps=6)
    page.mouse.up()
    press(page, "Enter")
    eventually(page, lambda: [field for _, field, _ in judged(tmp_path)] == ["spans"])


def test_many_are_accepted_only_on_a_filter_after_a_sample_and_taken_back_at_once(page: Any, edited_desk: str) -> None:
    bulk = page.get_by_role("button", name="Accept all shown")
    assert bulk.is_disabled()
    page.goto(f"{edited_desk}/queue?type=ASSAULT")
    page.wait_for_selector(".review .lit")
    before = queue(page, edited_desk)
    bulk.click()
    assert faults(page) == []
    assert 0 < page.locator(".bulk-sample li").count() <= 10
    page.locator("dialog.ask button.strong").click()
    eventually(page, lambda: len(queue(page, edited_desk)) < len(before))
    press(page, "Backspace")
    eventually(page, lambda: sorted(queue(page, edited_desk)) == sorted(before))


def test_who_may_only_read_is_told_so_and_posts_nothing(open_desk: Open, desk: str) -> None:
    page = open_desk(desk, 1366, 768)("/queue")
    posts: list[str] = []
    page.on("request", lambda r: posts.append(r.url) if r.method == "POST" else None)
    press(page, "a", "x", "Space")
    assert posts == []
    assert page.locator(".review-bar").count() == 0


def test_an_event_that_the_coder_missed_is_added_on_selected_words(
    open_desk: Open, edited_desk: str, tmp_path: Path
) -> None:
    page = open_desk(edited_desk, 1366, 768)("/report?id=weather")
    assert page.locator(".offer").is_hidden()
    page.locator(".words .g").first.dblclick(position={"x": 12, "y": 8})
    page.locator(".offer").wait_for(state="visible")
    page.keyboard.press("m")
    page.locator("#add-type").select_option("REJECT")
    page.locator("#add-actors").fill("the league")
    assert faults(page) == []
    page.get_by_role("button", name="Keep").click()
    card = page.locator(".card.event")
    card.wait_for()
    assert "added by ann" in card.inner_text()
    assert page.locator(".lit.what").inner_text() == "Rain"
    assert faults(page) == []
    assert judged(tmp_path)[0][:2] == ("value", None)
    page.get_by_role("button", name="Undo").click()
    card.wait_for(state="detached")
    page.keyboard.press("m")
    assert page.locator("dialog.ask").count() == 0


def test_what_was_corrected_or_rejected_is_said_in_the_report(open_desk: Open, edited_desk: str) -> None:
    opened = open_desk(edited_desk, 1366, 768)
    page = opened("/queue?item=gao-ambush/e1")
    eventually(page, lambda: item(page) == "gao-ambush/e1")
    press(page, "x", "1")
    report = opened("/report?id=gao-ambush")
    assert "rejected" in report.locator('.card[data-id="e1"]').inner_text()
    assert faults(report) == []


def test_a_reviewer_chooses_what_holds_for_an_incident_and_takes_it_back(
    open_desk: Open, edited_desk: str, strike: str, tmp_path: Path
) -> None:
    page = open_desk(edited_desk, 1366, 768)(f"/incident?id={strike}")
    line = page.locator('tr[data-field="killed"]')
    line.hover()
    line.get_by_role("button", name="take for killed: 4").click()
    eventually(page, lambda: "chosen by ann" in line.inner_text())
    assert "four" in line.locator(".claim.chosen").inner_text()
    assert judged(tmp_path) == [("value", "killed", "4.0")]
    assert faults(page) == []
    line.get_by_role("button", name="another value for killed").click()
    page.locator("#choose-value").fill("6")
    page.locator("#choose-note").fill("the morgue's list")
    page.get_by_role("button", name="Keep").click()
    eventually(page, lambda: "the morgue's list" in line.locator(".chosen-cell").inner_text())
    assert line.locator(".claim.chosen").count() == 0
    line.get_by_role("button", name="Undo").click()
    eventually(page, lambda: "the range that stands" in line.inner_text())
    assert judged(tmp_path) == []


def test_what_no_source_says_of_an_incident_can_be_given(
    open_desk: Open, edited_desk: str, strike: str, tmp_path: Path
) -> None:
    page = open_desk(edited_desk, 1366, 768)(f"/incident?id={strike}")
    page.locator(".unsaid").get_by_role("button", name="another value for missing").click()
    page.locator("#choose-value").fill("2")
    page.get_by_role("button", name="Keep").click()
    line = page.locator('tr[data-field="missing"]')
    eventually(page, lambda: line.count() == 1 and "chosen by ann" in line.inner_text())
    assert judged(tmp_path) == [("value", "missing", "2.0")]
    line.get_by_role("button", name="Undo").click()
    eventually(page, lambda: line.count() == 0)
    page.get_by_role("button", name="another value for place").click()
    page.locator("#choose-value").fill("ode")
    page.get_by_role("option", name="Odesa").first.click()
    assert page.locator("#choose-value").input_value() == "Odesa"
    assert faults(page) == []
