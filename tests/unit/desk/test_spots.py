"""The map of a large ledger: all events counted by spot, by filters, and after each change."""

import random
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from made_people import Person
from starlette.testclient import TestClient

from dateline.desk.held.spots import Spots
from dateline.desk.views.drawn import binned
from dateline.store.asking.filters import Filters
from dateline.store.asking.view import View


def told(client: TestClient, **given: Any) -> dict[str, Any]:
    """Ask for the map until its spots are counted."""
    for _ in range(200):
        found: dict[str, Any] = client.get("/map.json", params={"limit": 1, **given}).json()
        if not found["counting"]:
            return found
    pytest.fail("the spots are never counted")


@pytest.mark.parametrize(
    "filters",
    [
        {}, {"country": "UKR"}, {"type": ["ASSAULT", "AGREE"]}, {"from": "2024-05-05", "to": "2024-05-14"},
        {"source": "Northern Wire"}, {"status": "planned"}, {"type": "ASSAULT", "country": "UKR", "to": "2024-05-06"},
    ],
    ids=str,
)  # fmt: skip
def test_spots_count_what_the_list_lists(client: TestClient, filters: dict[str, Any]) -> None:
    rows = client.get("/events.json", params={"limit": 500, **filters}).json()["rows"]
    placed = [row for row in rows if row["lat"] is not None]
    found = told(client, **filters)
    if len(rows) < 2:
        pytest.fail("the filters let too little through to be counted")
    columns = found["bin_columns"]
    bins = [dict(zip(columns, b, strict=True)) for b in found["bins"]]
    assert found["binned"] == sum(b["n"] for b in bins) == len(placed)
    spots = {(row["place"], row["lat"], row["lon"]) for row in placed}
    assert {(b["place"], b["lat"], b["lon"]) for b in bins} == spots
    assert all(b["n"] == sum(n for _, n in b["types"]) for b in bins)


def test_spots_are_counted_only_where_not_all_can_be_drawn(client: TestClient) -> None:
    assert client.get("/map.json").json()["bins"] is None
    assert client.get("/map.json?limit=1&actor=Ukraine").json()["bins"] is None


def test_a_box_holds_the_spots_within_it(client: TestClient) -> None:
    names = {b[4] for b in told(client, box="20,40,40,50")["bins"]}
    assert "Odesa" in names
    assert "Gao" not in names
    assert client.get("/map.json?limit=1&box=a,b").status_code == 400
    assert client.get("/map.json?limit=1&box=nan,0,1,1").status_code == 400


def test_spots_follow_what_people_say(ledger: Path) -> None:
    ada = Person(ledger, "Ada")
    before = told(ada.client)["binned"]
    ada.act("reject", "gao-ambush/e1", reason="type")
    assert told(ada.client)["binned"] == before - 1
    ada.post("undo")
    assert told(ada.client)["binned"] == before
    with View(ledger) as view:
        fresh = view.one("SELECT count(*) AS n FROM v_events WHERE lat IS NOT NULL")
    assert fresh == {"n": before}


@pytest.mark.usefixtures("empty")
def test_nothing_placed_has_no_spots(tmp_path: Path) -> None:
    spots = Spots(tmp_path / "empty.db")
    spots.read()
    assert spots.counted(Filters(since=date(2024, 1, 1))) == []


def test_too_many_spots_become_squares_that_hold_as_many_events(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(binned, "MOST", 50)
    chance = random.Random(1)
    at = [(chance.uniform(-60, 60), chance.uniform(-170, 170)) for _ in range(3_000)]
    spots = [(*place, 5.0, "town", str(n), "MLI", n % 7 + 1, [("AID", n % 7 + 1)]) for n, place in enumerate(at)]
    grid, squares = binned._gathered(spots)
    assert grid is not None
    assert 0 < len(squares) <= 50
    assert sum(s[6] for s in squares) == sum(s[6] for s in spots)
    assert all(-60 <= s[0] <= 60 for s in squares)
