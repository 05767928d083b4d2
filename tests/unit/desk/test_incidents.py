"""Incidents in a list, the table of claims, and incidents joined and parted."""

from pathlib import Path
from typing import Any

import pytest
from made_people import Person, incident_of
from starlette.testclient import TestClient


@pytest.fixture
def ada(ledger: Path) -> Person:
    return Person(ledger, "Ada")


def strike(client: TestClient) -> dict[str, Any]:
    told: dict[str, Any] = client.get(f"/incident.json?id={incident_of(client, 'Drone strike')}").json()
    return told


def read(person: Person, name: str) -> dict[str, Any]:
    told: dict[str, Any] = person.client.get(f"/incident.json?id={name}").json()
    return told


def test_incidents_are_listed_by_day_and_filtered(client: TestClient) -> None:
    told = client.get("/incidents.json").json()
    days = [row["start"] for row in told["rows"] if row["start"]]
    assert days == sorted(days, reverse=True)
    first = client.get("/incidents.json?limit=3").json()
    after = client.get(f"/incidents.json?after={first['next']}").json()
    assert [row["id"] for row in first["rows"] + after["rows"]] == [row["id"] for row in told["rows"]]
    assert 0 < client.get("/incidents.json?country=MLI").json()["matching"] < told["total"]
    assert client.get("/incidents.json?rule=strict").json()["rule"].startswith("strict@")
    assert client.get("/incidents.json?rule=/etc/passwd").status_code == 400


def test_copies_are_folded_and_contradicting_tolls_stand_side_by_side(client: TestClient) -> None:
    told = strike(client)
    assert [(c["name"], c["copies"]) for c in told["columns"]] == [
        ("Northern Wire", 1), ("Meridian News", 0), ("Valley Post", 0)
    ]  # fmt: skip
    row = next(row for row in told["table"] if row["field"] == "killed")
    assert row["chosen"]["state"] == "conflict"
    assert [[c["value"] for c in cell] for cell in row["cells"]] == [[2.0], [5.0], [4.0]]
    assert [c["chosen"] for cell in row["cells"] for c in cell].count(True) == 1
    cell = row["cells"][1][0]
    assert "five" in cell["words"]
    assert cell["report"] == "harbour-toll"
    assert {"harbour-fire", "harbour-copy", "harbour-toll"} <= {event["report"] for event in told["events"]}
    assert len(told["exports"]) == 3
    assert client.get("/incident.json?id=i-1").status_code == 404


def test_queue_knows_what_sources_contradict_each_other_on(client: TestClient) -> None:
    item = next(i for i in client.get("/queue.json").json()["items"] if i["id"] == "harbour-toll/e1")
    assert "sources contradict each other on 1 field" in item["why"]


def test_parted_incident_is_joined_again_by_undo(ada: Person) -> None:
    before = strike(ada.client)["incident"]
    later = next(f"{report}/{event}" for report, event, _ in before["events"] if report == "harbour-later")
    seen = ada.client.get(f"/split.json?id={before['id']}&event={later}").json()
    assert (seen["go"], len(seen["stay"])) == ([later], len(before["events"]) - 1)
    told = ada.post("split", id=before["id"], event=[later], note="another depot").json()
    assert (told["kind"], len(told["judgements"])) == ("distinct", seen["pairs"])
    parted = read(ada, before["id"])
    assert "harbour-later" not in [report for report, _, _ in parted["incident"]["events"]]
    assert "another depot" in [row["why"] for row in parted["history"]]
    ada.post("undo")
    assert read(ada, before["id"])["incident"]["events"] == before["events"]
    ada.post("redo")
    assert read(ada, before["id"])["incident"]["events"] == parted["incident"]["events"]


def test_joining_is_looked_at_first_and_done_at_once(ada: Person) -> None:
    one, other = incident_of(ada.client, "Gao"), incident_of(ada.client, "Air strike")
    seen = ada.client.get(f"/merge.json?one={one}&other={other}").json()
    assert (seen["events"], seen["reports"]) == (3, 3)
    assert {"field": "start", "one": "2024-05-05", "other": "2024-05-08"} in seen["differing"]
    assert ada.post("merge", one=one, other=other, note="one battle").json()["kind"] == "same"
    joined = read(ada, one)["incident"]
    assert {report for report, _, _ in joined["events"]} == {"gao-ambush", "gao-second", "gao-raid"}
    assert read(ada, other)["incident"]["id"] == joined["id"]
    assert ada.post("merge", one=one, other=one).status_code == 400


def test_parting_needs_some_events_and_not_all(ada: Person) -> None:
    found = strike(ada.client)["incident"]
    every = [f"{report}/{event}" for report, event, _ in found["events"]]
    for named in ([], every, ["gao-raid/e1"]):
        assert ada.post("split", id=found["id"], event=named).status_code == 400
