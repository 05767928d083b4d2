"""The page as its reader meets it: on a phone, a tablet, a laptop and a wide screen, in light and in dark."""

from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = pytest.mark.browser
SCREENS = ((360, 740), (768, 1024), (1366, 768), (2560, 1440))
PHONE, LAPTOP = SCREENS[0], SCREENS[2]
Open = Callable[..., Any]
FIRST_WORD = '.report.shown .u[data-r~="e1"]'


def act(page: Any, state: str) -> None:
    """Bring the page into a state."""
    if state == "a card held":
        page.locator(FIRST_WORD).first.click()
    elif state == "a reason open":
        page.locator('.report.shown .card[data-id="e1"] .why summary').click()
    elif state == "help":
        page.locator(".ask").click()
    elif state == "kinds hidden":
        page.keyboard.press("1")
    page.wait_for_timeout(250)


@pytest.mark.parametrize("state", ["at rest", "a card held", "a reason open", "help", "kinds hidden"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("screen", SCREENS, ids=str)
def test_axe_finds_nothing(open_page: Open, screen: tuple[int, int], scheme: str, state: str) -> None:
    page = open_page(*screen, scheme=scheme)
    act(page, state)
    found = Axe().run(page).response["violations"]
    told = [(v["id"], [n["html"][:160] for n in v["nodes"][:3]]) for v in found]
    assert told == []


@pytest.mark.parametrize("screen", SCREENS, ids=str)
def test_nothing_is_wider_than_the_screen_and_the_header_is_small(open_page: Open, screen: tuple[int, int]) -> None:
    page = open_page(*screen)
    assert page.evaluate("document.documentElement.scrollWidth") <= screen[0]
    height = page.locator("header").bounding_box()["height"]
    assert height <= (0.12 * screen[1] if screen[0] < 1200 else 56)
    ask = page.locator(".ask").bounding_box()
    assert ask["y"] < 30  # on the first row
    assert ask["x"] + ask["width"] <= screen[0]


def lanes(page: Any) -> list[str]:
    """Return the background of each underlined piece of the shown report."""
    script = "all => all.map(g => getComputedStyle(g).backgroundImage)"
    return page.locator(".report.shown .u").evaluate_all(script)  # type: ignore[no-any-return]


def test_a_hidden_kind_has_no_underlines_and_is_not_opened(open_page: Open) -> None:
    page = open_page(*LAPTOP)
    assert any("gradient" in lane for lane in lanes(page))
    for key in "123456":
        page.keyboard.press(key)
    assert not any("gradient" in lane for lane in lanes(page))
    page.locator(FIRST_WORD).first.click()
    assert page.locator(".card.held").count() == 0
    page.keyboard.press("1")
    assert any("gradient" in lane for lane in lanes(page))
    page.locator(FIRST_WORD).first.click()
    assert page.locator(".card.held").get_attribute("data-id") == "e1"


def test_a_tap_on_a_phone_opens_the_card_below_the_sentence_and_closing_leads_back(open_page: Open) -> None:
    page = open_page(*PHONE)
    word = page.locator('.report.shown .u[data-r~="e4"]').first
    before = word.bounding_box()
    word.tap()
    page.wait_for_timeout(250)
    after, card = word.bounding_box(), page.locator(".card.held").bounding_box()
    assert page.locator(".card.held").get_attribute("data-id") == "e4"
    assert 0 < after["y"] < card["y"]
    assert card["y"] + card["height"] <= PHONE[1]
    assert page.locator(".sheet output").inner_text().startswith("4 of ")
    page.locator("[data-shut]").tap()
    page.wait_for_timeout(250)
    assert page.locator(".card.held").count() == 0
    assert word.bounding_box()["y"] == before["y"]


def test_a_tap_on_a_card_of_the_list_shows_its_sentence_and_closing_leads_back(open_page: Open) -> None:
    page = open_page(*PHONE)
    card = page.locator('.report.shown .card[data-id="e2"]')
    card.scroll_into_view_if_needed()
    top = page.evaluate("document.querySelector('main').scrollTop")
    card.tap(position={"x": 20, "y": 12})
    page.wait_for_timeout(250)
    word = page.locator(".report.shown .lit").first.bounding_box()
    assert 0 < word["y"] < page.locator(".card.held").bounding_box()["y"]
    page.keyboard.press("Escape")
    page.wait_for_timeout(250)
    assert abs(page.evaluate("document.querySelector('main').scrollTop") - top) <= 1


def test_the_sheet_goes_from_record_to_record(open_page: Open) -> None:
    page = open_page(*PHONE)
    page.locator(FIRST_WORD).first.tap()
    page.locator('[data-card="1"]').tap()
    assert page.locator(".card.held").get_attribute("data-id") == "e2"
    page.locator('[data-card="-1"]').tap()
    assert page.locator(".card.held").get_attribute("data-id") == "e1"


@pytest.mark.parametrize("screen", [PHONE, LAPTOP], ids=str)
def test_lighting_a_record_up_moves_no_word(open_page: Open, screen: tuple[int, int]) -> None:
    page = open_page(*screen)
    places = "all => all.map(g => { const b = g.getBoundingClientRect(); return [b.x, b.right].map(Math.round); })"
    before = page.locator(".report.shown .g").evaluate_all(places)
    page.locator(FIRST_WORD).first.click()
    assert page.locator(".report.shown .g").evaluate_all(places) == before


def focused(page: Any) -> str:
    """Return the class of what has the focus."""
    return str(page.evaluate("document.activeElement.className"))


def test_the_first_card_is_a_few_tabs_away_and_the_next_ones_follow(open_page: Open) -> None:
    page = open_page(*LAPTOP)
    tabs = 0
    while not focused(page).startswith("card"):
        page.keyboard.press("Tab")
        tabs += 1
        assert tabs <= 14
    assert page.locator(".card.held").get_attribute("data-id") == "e1"


def test_a_link_skips_to_the_records(open_page: Open) -> None:
    page = open_page(*LAPTOP)
    page.keyboard.press("Tab")
    assert focused(page) == "skip"
    page.keyboard.press("Enter")
    assert page.locator(".card.held").get_attribute("data-id") == "e1"


def test_keys_do_what_the_help_says(open_page: Open) -> None:
    page = open_page(*LAPTOP)
    for key, record in (("j", "e1"), ("ArrowDown", "e2"), ("k", "e1")):
        page.keyboard.press(key)
        assert page.locator(".card.held").get_attribute("data-id") == record
    page.keyboard.press("Enter")
    assert page.locator(".card.held .why").evaluate("d => d.open")
    page.keyboard.press("Escape")
    assert page.locator(".card.held").count() == 0
    page.keyboard.press("n")
    assert page.locator(".report.shown").get_attribute("id") == "r2"
    page.keyboard.press("?")
    assert page.locator("dialog").evaluate("d => d.open")
