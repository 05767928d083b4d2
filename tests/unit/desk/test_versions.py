"""A link that names a version of the data shows them as they were then."""

from pathlib import Path
from typing import Any

import pytest
from made_people import AMBUSH, Person, incident_of

from dateline.desk.page import Page
from dateline.desk.pages import PAGES

POSITION = "tripoli/n1"
KEEPING = [page for page in PAGES if page.keeps]


@pytest.fixture
def ada(ledger: Path) -> Person:
    return Person(ledger, "Ada")


def twin(person: Person, path: str, **given: Any) -> dict[str, Any]:
    told: dict[str, Any] = person.client.get(path, params=given).json()
    return told


@pytest.mark.parametrize("page", KEEPING, ids=lambda p: p.name)
def test_a_page_shows_its_numbers_as_they_were(ada: Person, page: Page) -> None:
    before = twin(ada, page.twin)
    for record in ("harbour-fire/e1", AMBUSH, "gao-raid/s1", POSITION, "pledges/c1", "grain-talks/h1"):
        ada.act("reject", record, reason="not-news")
    now, then = twin(ada, page.twin), twin(ada, page.twin, v=before["version"])
    assert (then["shows"], now["shows"]) == (before["version"], now["version"])
    for key in ("shown", "matching", "total", "undated"):
        assert then.get(key) == before.get(key), key
    rows = "marks" if "marks" in before else "links" if "links" in before else "rows"
    if page.name == "reports":  # none ended; how many events each has is told as it is now
        assert [row["id"] for row in then[rows]] == [row["id"] for row in before[rows]]
    else:
        assert then[rows] == before[rows]
        assert now[rows] != before[rows]


def test_a_corrected_event_and_a_joined_incident_are_what_they_were(ada: Person) -> None:
    before = twin(ada, "/events.json")["version"]
    one, other = incident_of(ada.client, "Gao"), incident_of(ada.client, "Air strike")
    ada.act("edit", field="status", value="denied")
    ada.post("merge", one=one, other=other)
    rows = twin(ada, "/events.json", v=before, report="gao-ambush")["rows"]
    assert next(r["status"] for r in rows if r["id"] == AMBUSH) == "occurred"
    assert {one, other} <= {r["id"] for r in twin(ada, "/incidents.json", v=before, limit=500)["rows"]}
    assert not {one, other} <= {r["id"] for r in twin(ada, "/incidents.json", limit=500)["rows"]}


@pytest.mark.parametrize("v", ["", "x", "-1", "99999999999999999999", "0"])
def test_what_names_no_earlier_version_shows_the_newest(ada: Person, v: str) -> None:
    told = twin(ada, "/events.json", v=v)
    assert told["shows"] == told["version"]


@pytest.mark.parametrize("few", [1_000, -1], ids=["from what holds now", "looked at anew"])
@pytest.mark.parametrize(
    "given",
    [{"type": "ASSAULT"}, {"country": "UKR"}, {"actor": "Mali"}, {"actor": "MLI"}, {"text": "strike"},
     {"place": "Gao"}, {"near": "46.5,30.7,100"}, {"from": "2024-05-01", "status": "occurred"},
     {"min_confidence": 0.8}],
    ids=str,
)  # fmt: skip
def test_filtered_lists_are_what_they_were(
    ada: Person, given: dict[str, Any], few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dateline.store.asking.view._FEW_SINCE", few)
    before = twin(ada, "/events.json", **given)
    assert before["matching"]
    for row in before["rows"][:3]:
        ada.act("reject", row["id"], reason="not-news")
    then = twin(ada, "/events.json", v=before["version"], **given)
    assert (then["matching"], then["rows"]) == (before["matching"], before["rows"])
    assert twin(ada, "/events.json", **given)["matching"] < before["matching"]
