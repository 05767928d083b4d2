"""Pictures of the desk for its page in docs/. `DATELINE_SHOTS=docs/desk scripts/browser_tests -k shots` makes them anew."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.browser
Open = Callable[..., Any]
PHONE, LAPTOP = (390, 780), (1280, 800)
SHOTS = {
    "map": ("/map", LAPTOP, "light"), "timeline": ("/timeline", LAPTOP, "dark"), "report": ("/report?id=harbour-fire&record=e1", LAPTOP, "light"),
    "incident": ("/incident?id={strike}", LAPTOP, "light"), "review": ("/queue", LAPTOP, "dark"), "network": ("/network", LAPTOP, "light"), "pledges": ("/pledges", LAPTOP, "light"),
    "phone": ("/report?id=harbour-fire&record=e1", PHONE, "light"), "phone-map": ("/map", PHONE, "dark"),
}  # fmt: skip


@pytest.mark.parametrize("name", SHOTS)
def test_shots(open_desk: Open, edited_desk: str, name: str, strike: str, tmp_path: Path) -> None:
    path, screen, scheme = SHOTS[name]
    page = open_desk(edited_desk, *screen, scheme=scheme)(path.format(strike=strike))
    page.wait_for_timeout(700)
    file = Path(os.environ.get("DATELINE_SHOTS", tmp_path)) / f"{name}.png"
    page.screenshot(path=file)
    assert file.stat().st_size > 10_000
