"""Every view of the desk as its reader meets it: on a phone and a laptop, in light and in dark, with keys alone."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = pytest.mark.browser
Open = Callable[..., Any]
PHONE, LAPTOP, WIDE = (360, 740), (1366, 768), (3840, 2160)
PAGES = (
    "/", "/paste", "/map", "/timeline", "/reports", "/events", "/statements", "/positions", "/commitments", "/scheduled",
    "/actor?name=Ukraine", "/pledges", "/calendar", "/network", "/search?q=strike", "/quarantine", "/runs", "/accuracy",
    "/queue", "/judgements", "/second", "/agreement", "/adjudicate", "/overruled", "/gold", "/incidents", "/diff?one=1&other=1",
)  # fmt: skip


def faults(page: Any) -> list[Any]:
    """Return what axe has to say of a page."""
    found = Axe().run(page).response["violations"]
    return [(v["id"], [n["html"][:200] for n in v["nodes"][:3]]) for v in found]


def eventually(page: Any, holds: Callable[[], bool]) -> None:
    """Wait until something holds; the desk's policy lets no script be made out of text, so that it is asked from here."""
    for _ in range(60):
        if holds():
            return
        page.wait_for_timeout(50)
    pytest.fail("it does not come to hold")


def state(page: Any) -> dict[str, list[str]]:
    """Return the state that the page's address holds."""
    return parse_qs(urlsplit(page.url).query)


@pytest.fixture(scope="session")
def told(sample_file: Path) -> dict[str, str]:
    """Return a report of the sample with an event, and its main event."""
    with sqlite3.connect(sample_file) as ledger:
        sql = "SELECT report, id FROM v_events WHERE main AND lat IS NOT NULL AND start IS NOT NULL ORDER BY id"
        report, event = ledger.execute(sql).fetchone()
    return {"report": report, "event": event, "own": event.rsplit("/", 1)[1]}


@pytest.mark.parametrize(
    ("screen", "scheme"),
    [(PHONE, "light"), (PHONE, "dark"), (LAPTOP, "light"), (LAPTOP, "dark"), (WIDE, "dark")],
    ids=str,
)
@pytest.mark.parametrize("path", PAGES)
def test_every_page_is_whole_accessible_and_no_wider_than_the_screen(
    open_desk: Open, desk: str, path: str, screen: tuple[int, int], scheme: str
) -> None:
    page = open_desk(desk, *screen, scheme=scheme)(path)
    assert page.locator("body").get_attribute("data-ready") == "true"
    page.wait_for_timeout(150)
    assert page.evaluate("document.documentElement.scrollWidth") <= screen[0]
    assert page.locator("html").get_attribute("data-theme") == scheme
    assert faults(page) == []


@pytest.mark.parametrize("screen", [PHONE, LAPTOP], ids=str)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_report_lights_the_words_of_a_record_and_dims_the_rest(
    open_desk: Open, desk: str, told: dict[str, str], screen: tuple[int, int], scheme: str
) -> None:
    page = open_desk(desk, *screen, scheme=scheme)(f"/report?id={told['report']}")
    assert faults(page) == []
    page.locator(f'.u[data-r~="{told["own"]}"]').first.click()
    page.wait_for_timeout(150)
    assert page.locator(".text.focus .lit").count() > 0
    assert page.locator(".card.on").get_attribute("data-id") == told["own"]
    assert state(page)["record"] == [told["own"]]
    assert faults(page) == []
    page.keyboard.press("Escape")
    assert page.locator(".lit").count() == 0


def test_a_link_to_a_record_opens_its_words(open_desk: Open, desk: str, told: dict[str, str]) -> None:
    page = open_desk(desk, *LAPTOP)(f"/report?id={told['report']}&record={told['own']}")
    assert page.locator(".lit").first.is_visible()
    assert page.locator(".card.on").get_attribute("data-id") == told["own"]


def test_the_keys_walk_the_records_and_open_their_reasons(open_desk: Open, desk: str, told: dict[str, str]) -> None:
    page = open_desk(desk, *LAPTOP)(f"/report?id={told['report']}")
    page.keyboard.press("j")
    first = page.locator(".card.on").get_attribute("data-id")
    page.keyboard.press("j")
    assert page.locator(".card.on").get_attribute("data-id") != first
    page.keyboard.press("k")
    assert page.locator(".card.on").get_attribute("data-id") == first
    page.keyboard.press("Enter")
    assert page.locator(".card.on .why").get_attribute("open") is not None


def test_a_hidden_kind_is_not_underlined(open_desk: Open, desk: str, told: dict[str, str]) -> None:
    page = open_desk(desk, *LAPTOP)(f"/report?id={told['report']}")
    lane = "g => getComputedStyle(g).getPropertyValue('--event-line').trim()"
    word = page.locator(f'.u[data-r~="{told["own"]}"]').first
    assert "gradient" in word.evaluate(lane)
    page.locator('.legend [data-kind="event"]').uncheck(force=True)
    assert word.evaluate(lane) == "none"
    assert page.locator(".group.event").is_hidden()


def test_map_timeline_and_list_share_one_selection_and_the_address_keeps_it(open_desk: Open, desk: str) -> None:
    opened = open_desk(desk, *LAPTOP)
    page = opened("/map")
    rows = page.locator(".records li")
    assert rows.count() > 5
    rows.nth(2).locator("button").first.click()
    key = rows.nth(2).get_attribute("data-key")
    assert rows.nth(2).locator(".detail a").get_attribute("href").startswith("/report?")
    assert state(page)["sel"] == [key]
    page.locator(".time canvas").focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_timeout(100)
    moved = state(page)["sel"]
    assert moved != [key]
    other = opened(page.url.removeprefix(desk))
    assert other.locator('.records button[aria-expanded="true"]').locator("..").get_attribute("data-key") == moved[0]
    assert state(other)["v"] == state(page)["v"]


def test_a_link_shows_the_data_as_they_were_and_a_page_that_is_loaded_again_the_newest(
    open_desk: Open, edited_desk: str
) -> None:
    opened = open_desk(edited_desk, *LAPTOP)
    page = opened("/events?type=ASSAULT")
    told, link = page.locator(".count").first.inner_text(), page.url.removeprefix(edited_desk)
    queue = opened("/queue?type=ASSAULT")
    queue.locator(".review .lit").first.wait_for()
    queue.keyboard.press("x")
    queue.keyboard.press("1")
    queue.locator(".toast").wait_for()
    other = opened(link)
    assert other.locator(".count").first.inner_text() == told
    assert "as the link has them" in other.locator(".past").inner_text()
    assert "v=" in other.locator("td a").first.get_attribute("href")
    assert faults(other) == []
    other.get_by_role("link", name="Show the newest").click()
    other.wait_for_selector("body[data-ready]")
    assert other.locator(".count").first.inner_text() != told
    page.reload()
    page.wait_for_selector("body[data-ready]")
    assert page.locator(".count").first.inner_text() != told
    assert page.locator(".past").count() == 0


def test_marks_that_share_a_spot_open_to_their_list(open_desk: Open, desk: str) -> None:
    page = open_desk(desk, *LAPTOP)("/map")
    page.wait_for_timeout(400)
    page.locator(".map canvas").focus()
    page.keyboard.press("Enter")
    listed = page.locator("dialog.pick li button")
    assert listed.count() > 1
    assert faults(page) == []
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert page.locator("dialog.pick[open]").count() == 0
    assert "sel" in state(page)


def test_the_map_moves_with_keys_and_its_view_is_in_the_address(open_desk: Open, desk: str) -> None:
    page = open_desk(desk, *LAPTOP)("/map")
    page.locator(".map canvas").focus()

    def seen(key: str) -> str:
        page.keyboard.press(key)
        page.wait_for_timeout(400)
        return state(page).get("at", [""])[0]

    eventually(page, lambda: seen("+") != "")  # the land has to be there first
    near = state(page)["at"][0]
    eventually(page, lambda: seen("Shift+ArrowLeft") != near)


def test_what_has_no_place_or_day_lies_in_the_tray(open_desk: Open, desk: str) -> None:
    page = open_desk(desk, *LAPTOP)("/map")
    tray = page.locator(".tray").first
    said = tray.inner_text()
    tray.click()
    count = page.locator("dialog.pick li").count()
    assert f"({count})" in said


def test_a_filter_holds_for_everything_and_can_be_taken_off(open_desk: Open, desk: str) -> None:
    page = open_desk(desk, *LAPTOP)("/map")
    every = page.locator(".records li").count()
    page.locator(".filter-form summary").click()
    page.locator('.filter-form select[name="type"]').select_option("ASSAULT")
    assert faults(page) == []
    page.locator('.filter-form button[type="submit"]').click()
    eventually(page, lambda: page.locator(".records li").count() < every)
    assert state(page)["type"] == ["ASSAULT"]
    page.get_by_label("take off the filter Type: assault").click()
    eventually(page, lambda: page.locator(".records li").count() == every)
    page.go_back()
    eventually(page, lambda: page.locator(".records li").count() < every)


def test_every_number_of_the_first_page_opens_its_rows(open_desk: Open, desk: str) -> None:
    opened = open_desk(desk, *LAPTOP)
    page = opened("/")
    for link in page.locator(".counts a").all():
        n, path = link.locator("b").inner_text(), link.get_attribute("href")
        answer = page.request.get(f"{desk}{path}.json").json()
        assert f"{answer['total']:,}" == n
    bar = page.locator(".bars").first.locator("li a").first
    rows = opened(bar.get_attribute("href"))
    assert rows.locator(".count").inner_text().startswith(bar.locator("b").inner_text())


def test_a_pasted_report_is_coded_and_can_be_read(open_desk: Open, desk: str) -> None:
    page = open_desk(desk, *LAPTOP)("/paste")
    page.locator("#paste-text").fill("Rebels shelled a market in Tarn on Monday, killing four people 🕊️, police said.")
    page.get_by_role("button", name="Code it").click()
    page.wait_for_selector(".paste-result .card.event")
    page.keyboard.press("Escape")
    page.locator(".paste-result .u").first.click()
    assert page.locator(".lit").count() > 0
    assert faults(page) == []


def test_search_shows_the_words_where_they_stand(open_desk: Open, desk: str) -> None:
    page = open_desk(desk, *LAPTOP)("/")
    page.keyboard.press("/")
    page.keyboard.type("strike")
    page.keyboard.press("Enter")
    page.wait_for_selector(".hits mark")
    assert page.locator(".hits mark").first.inner_text().lower().startswith("strik")


def test_the_list_of_keys_opens_with_a_key_and_gives_an_action_another(open_desk: Open, desk: str) -> None:
    page = open_desk(desk, *LAPTOP)("/queue")
    page.keyboard.press("?")
    assert page.get_by_text("space", exact=True).is_visible()
    assert faults(page) == []
    page.get_by_label("another key for: next record").first.click()
    page.keyboard.press("q")
    page.keyboard.press("Escape")
    item = page.locator("body").get_attribute("data-item")
    page.keyboard.press("j")
    page.wait_for_timeout(150)
    assert page.locator("body").get_attribute("data-item") == item
    page.keyboard.press("q")
    eventually(page, lambda: page.locator("body").get_attribute("data-item") != item)


def test_light_and_dark_can_be_chosen_and_are_kept(open_desk: Open, desk: str) -> None:
    opened = open_desk(desk, *LAPTOP)
    page = opened("/")
    page.locator("#theme").click()
    assert page.locator("html").get_attribute("data-theme") == "dark"
    assert opened("/runs").locator("html").get_attribute("data-theme") == "dark"


def test_without_a_script_the_page_says_where_its_data_is(browser: Any, desk: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{desk}/map")
    assert ".json" in page.locator("noscript").inner_text()
    context.close()


def test_a_skip_link_leads_past_the_menu(open_desk: Open, desk: str) -> None:
    page = open_desk(desk, *LAPTOP)("/runs")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_print_shows_the_words_and_no_menu(open_desk: Open, desk: str, told: dict[str, str]) -> None:
    page = open_desk(desk, *LAPTOP)(f"/report?id={told['report']}")
    page.emulate_media(media="print")
    assert page.locator(".head").is_hidden()
    assert page.locator(".words").is_visible()


def test_paper_is_light_whatever_the_screen_is(open_desk: Open, desk: str) -> None:
    page = open_desk(desk, *LAPTOP, scheme="dark")("/map")
    theme = page.locator("html")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert theme.get_attribute("data-theme") == "light"
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert theme.get_attribute("data-theme") == "dark"


def test_an_incident_shows_what_each_source_claims_and_what_was_chosen(open_desk: Open, desk: str, strike: str) -> None:
    page = open_desk(desk, *LAPTOP)(f"/incident?id={strike}")
    assert page.locator(".count").inner_text().startswith("4 reports, 3 independent")
    line = page.locator('tr[data-field="killed"]')
    assert "contradict" in line.inner_text()
    assert "the range that stands" in line.locator(".chosen-cell").inner_text()
    assert line.locator(".claim.chosen").count() == 1
    assert line.locator(".take").count() == 0
    assert page.locator(".copies summary").inner_text() == "+1 copy"
    page.get_by_label("strict").check()
    assert "takes" in line.locator(".taken").inner_text()
    assert faults(page) == []


def columns(page: Any, desk: str, incident: str) -> dict[tuple[str, str], str]:
    """Return what the formats take of an incident, by format and column."""
    formats = page.request.get(f"{desk}/formats.json?id={incident}").json()["formats"]
    return {(f["name"], c["column"]): c["value"] for f in formats for row in f["rows"] for c in row}


def test_a_switch_shows_what_each_format_of_export_takes(open_desk: Open, desk: str, strike: str) -> None:
    page = open_desk(desk, *LAPTOP)(f"/incident?id={strike}")
    line, taken = page.locator('tr[data-field="killed"]'), columns(page, desk, strike)
    page.get_by_label("ACLED").check()
    page.locator(".format-row summary").click()
    row = page.locator(".format-row").inner_text()  # ACLED's fatalities may be a zero that stands on no claim
    assert "event_date" in row
    assert f"fatalities\n{taken['acled', 'fatalities']}" in row
    page.get_by_label("UCDP").check()
    eventually(page, lambda: f"deaths_civilians {taken['ucdp', 'deaths_civilians']}" in line.inner_text())
    assert faults(page) == []


@pytest.mark.parametrize("screen", [PHONE, LAPTOP], ids=str)
def test_incidents_are_on_map_timeline_and_list(open_desk: Open, desk: str, screen: tuple[int, int]) -> None:
    page = open_desk(desk, *screen)("/incidents")
    page.locator(".records li button").first.click()
    assert state(page)["sel"][0].startswith("i-")
    assert page.locator(".detail a").get_attribute("href").startswith("/incident?")
    assert page.evaluate("document.documentElement.scrollWidth") <= screen[0]
    assert faults(page) == []


def test_words_that_run_from_right_to_left_are_shown_so(open_desk: Open, hostile_desk: str) -> None:
    page = open_desk(hostile_desk, *LAPTOP)("/report?id=rtl")
    assert page.locator(".words").evaluate("w => getComputedStyle(w).direction") == "rtl"
    assert page.locator("h1").evaluate("h => getComputedStyle(h).direction") == "rtl"
    assert (
        page.locator(".words").evaluate("w => getComputedStyle(w).unicodeBidi") == "plaintext"
    )  # each paragraph its own
    assert page.locator(".meta bdi").all_inner_texts() == ["صحيفة", "2024-03-14", "en"]


def test_hostile_words_do_nothing_but_show(open_desk: Open, hostile_desk: str) -> None:
    opened = open_desk(hostile_desk, *LAPTOP)
    for path in ("/", "/reports", "/report?id=hostile", "/events", "/map", "/timeline", "/network", "/queue", "/statements",
                 "/search?q=" + "%22%3Cimg%20src%3Dx%3E%22", "/actor?name=%3Cscript%3Ealert(1)%3C/script%3E"):  # fmt: skip
        page = opened(path)
        page.wait_for_timeout(100)
        assert page.evaluate("window.harmed === undefined")
        assert page.locator("main script, main img, main iframe, main [onerror], main [onclick]").count() == 0
        assert page.evaluate("document.documentElement.scrollWidth") <= LAPTOP[0]
        page.close()
    page = opened("/report?id=hostile")
    assert "<script>window.harmed" in page.locator(".words").inner_text()
