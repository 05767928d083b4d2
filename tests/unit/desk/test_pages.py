"""Every page and its twin answer, with the keys that the docs name, and count as the ledger does."""

import pytest
from made_people import incident_of
from starlette.testclient import TestClient

from dateline.desk.page import COMMON, Page
from dateline.desk.pages import PAGES

NEEDED = {
    "report": "?id=gao-ambush", "actor": "?name=Ukraine", "diff": "?one=1&other=1", "search": "?q=drone",
    "incident": "?id={strike}", "formats": "?id={strike}", "merge": "?one={strike}&other={raid}",
    "split": "?id={strike}&event=harbour-toll/e1",
}  # fmt: skip


def query_of(client: TestClient, page: Page) -> str:
    """Return the parameters without which a page has nothing to show."""
    query = NEEDED.get(page.name, "")
    if "{" not in query:
        return query
    return query.format(strike=incident_of(client, "Drone strike"), raid=incident_of(client, "Air strike"))


@pytest.mark.parametrize("page", [p for p in PAGES if not p.twin_only], ids=lambda p: p.name)
def test_page_answers(client: TestClient, page: Page) -> None:
    answer = client.get(page.path + query_of(client, page))
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_twin_has_the_documented_keys_and_no_others(client: TestClient, page: Page) -> None:
    assert set(client.get(page.twin + query_of(client, page)).json()) == {*COMMON, *page.keys}


@pytest.mark.parametrize("page", [p for p in PAGES if p.name not in NEEDED], ids=lambda p: p.name)
def test_empty_ledger_has_pages(empty: TestClient, page: Page) -> None:
    assert page.twin_only or empty.get(page.path).status_code == 200
    assert empty.get(page.twin).status_code == 200


def test_list_says_how_many_of_how_many(client: TestClient) -> None:
    told = client.get("/events.json?country=UKR&limit=2").json()
    assert (told["shown"], len(told["rows"])) == (2, 2)
    assert 2 < told["matching"] < told["total"]


def test_following_next_leads_through_all_rows_once_undated_ones_too(client: TestClient) -> None:
    seen: list[str] = []
    after = ""
    while after is not None:
        told = client.get("/events.json", params={"limit": 4, "after": after}).json()
        seen += [row["id"] for row in told["rows"]]
        after = told["next"]
    assert len(seen) == len(set(seen)) == told["total"]


def test_facets_agree_with_the_list(client: TestClient) -> None:
    for query in ("", "?actor=Ukraine"):
        told = client.get(f"/events.json{query}").json()
        for values in told["facets"].values():
            assert sum(n for _, n in values) == told["counted"] == told["matching"]


def test_unreadable_parameters_are_refused_with_words(client: TestClient) -> None:
    for query in ("from=tomorrow", "near=here", "limit=0", "limit=9999", "after=x", "min_confidence=much", "text=%22"):
        answer = client.get(f"/events.json?{query}")
        assert (answer.status_code, answer.json()["ok"]) == (400, False), query
        assert answer.json()["error"]


def test_report_has_spans_in_both_counts(client: TestClient) -> None:
    told = client.get("/report.json?id=gao-ambush").json()
    text = told["text"]
    assert told["marks"]
    for mark in told["marks"]:
        start, stop = mark["js"]
        units = text.encode("utf-16-le")[2 * start : 2 * stop].decode("utf-16-le")
        assert units == text[slice(*mark["span"])]


def test_unknown_report_is_not_found(client: TestClient) -> None:
    assert client.get("/report.json?id=nothing").status_code == 404
    assert client.get("/report?id=nothing").status_code == 404


def test_map_parts_what_has_a_place_from_what_has_none(client: TestClient) -> None:
    told = client.get("/map.json").json()
    at = told["columns"].index("lat")
    assert all(m[at] is not None for m in told["marks"])
    assert all(m[at] is None for m in told["unplaced"])
    assert len(told["marks"]) + len(told["unplaced"]) == told["shown"] == told["total"]


def test_timeline_has_undated_in_a_tray(client: TestClient) -> None:
    told = client.get("/timeline.json").json()
    at = told["columns"].index("start")
    assert [m[at] for m in told["marks"]] == sorted((m[at] for m in told["marks"]), reverse=True)
    assert told["undated"]
    assert sum(n for _, n in told["series"]) == len(told["marks"])


def test_pledges_are_summed_by_currency(client: TestClient) -> None:
    told = client.get("/pledges.json?country=DEU").json()
    assert {"currency": "EUR", "stage": "announced", "amount": 20e6, "commitments": 1} in told["sums"]
    assert sum(s["commitments"] for s in told["sums"]) == told["matching"]


def test_calendar_begins_with_the_newest_report_and_goes_forward(client: TestClient) -> None:
    told = client.get("/calendar.json").json()
    assert told["first"] == "2024-05-21"
    days = [row["start"] for row in told["rows"]]
    assert days == sorted(days)
    assert min(days) >= "2024-05-21"
    assert len(client.get("/calendar.json?from=2024-05-01").json()["rows"]) > len(days)


def test_network_links_who_acts_on_whom(client: TestClient) -> None:
    told = client.get("/network.json").json()
    names = {node["id"] for node in told["nodes"]}
    link = next(x for x in told["links"] if x["source"] == "Russia" and x["target"] == "Estonian diplomats")
    assert link["types"] == [["SANCTION", 1]]
    assert all({x["source"], x["target"]} <= names for x in told["links"])


def test_search_marks_the_words_that_were_asked_for(client: TestClient) -> None:
    told = client.get("/search.json?q=drone").json()
    hits = [words.lower() for row in told["rows"] for words, hit in row["snippet"] if hit]
    assert hits
    assert set(hits) <= {"drone", "drones"}


def test_actor_has_partners_and_positions_over_time(client: TestClient) -> None:
    told = client.get("/actor.json?name=Ukraine").json()
    assert told["counts"]["events"] >= len(told["events"]) > 0
    assert any(p["name"] == "Turkey" for p in told["partners"])


def test_quarantine_names_reasons(client: TestClient) -> None:
    assert client.get("/quarantine.json").json()["reasons"] == [["empty", 1]]


def test_pasted_report_is_coded_and_not_kept(client: TestClient, desk: "object") -> None:
    secret = desk.secret  # type: ignore[attr-defined]
    before = client.get("/home.json").json()
    text = "Coast guards detained nine fishermen 😀 off Tripoli on Monday."
    told = client.post("/paste.json", json={"text": text, "published": "2024-05-02"}, headers={"x-csrf": secret}).json()
    assert [r["coded"]["type"] for r in told["records"] if r["layer"] == "events"] == ["COERCE"]
    assert told["text"] == text
    assert client.get("/home.json").json()["version"] == before["version"]


def test_pledges_calendar_and_stands_are_joined_across_reports(client: TestClient) -> None:
    pledges = client.get("/pledges.json").json()
    assert len(pledges["followed"]) == pledges["matching"]
    talks = [e for e in client.get("/calendar.json?from=2024-05-01").json()["entries"] if e["start"] == "2024-05-14"]
    assert max(len(entry["reports"]) for entry in talks) > 1
    (line,) = client.get("/actor.json?name=Aydar").json()["lines"][:1]
    assert (line["actor"], line["points"][0]["stance"]) == ("Selin Aydar", "for")
