"""Incidents in a list, the table of claims, and incidents joined and parted."""

from pathlib import Path

import pytest
from made_incidents import RAID, STRIKE
from made_people import Person
from starlette.testclient import TestClient


@pytest.fixture
def ada(ledger: Path) -> Person:
    return Person(ledger, "Ada")


def test_incidents_are_listed_by_day_and_filtered(client: TestClient) -> None:
    told = client.get("/incidents.json").json()
    assert [row["id"] for row in told["rows"]] == [RAID, STRIKE]
    first = client.get("/incidents.json?limit=1").json()
    assert [row["id"] for row in client.get(f"/incidents.json?after={first['next']}").json()["rows"]] == [STRIKE]
    assert client.get("/incidents.json?to=2024-05-03").json()["matching"] == 1
    assert client.get("/incidents.json?rule=strict").json()["rows"] == []
    assert client.get("/incidents.json?rule=/etc/passwd").status_code == 400


def test_copies_are_folded_and_the_chosen_value_has_its_rule(client: TestClient) -> None:
    told = client.get(f"/incident.json?id={STRIKE}").json()
    assert [(c["name"], c["copies"]) for c in told["columns"]] == [("Northern Wire", 1), ("Meridian News", 0)]
    (row,) = told["table"]
    assert (row["field"], row["chosen"]["by"], row["chosen"]["state"]) == ("killed", "lowest", "conflict")
    assert [[(c["value"], c["chosen"]) for c in cell] for cell in row["cells"]] == [[(2.0, True)], [(5.0, False)]]
    assert row["cells"][0][0]["words"] == client.get("/report.json?id=harbour-fire").json()["text"][2:14]
    assert [event["report"] for event in told["events"]] == ["harbour-fire", "harbour-copy", "harbour-toll"]
    assert client.get("/incident.json?id=i-1").status_code == 404


def test_queue_knows_what_sources_contradict_each_other_on(client: TestClient) -> None:
    item = next(i for i in client.get("/queue.json").json()["items"] if i["id"] == "harbour-toll/e1")
    assert "sources contradict each other on 1 field" in item["why"]


def test_joining_is_looked_at_first(client: TestClient) -> None:
    told = client.get(f"/merge.json?one={STRIKE}&other={RAID}").json()
    assert (told["events"], told["reports"]) == (4, 4)
    assert told["differing"] == [{"field": "start", "one": "2024-05-01", "other": "2024-05-08"}]


def test_joined_and_parted_incidents_are_judgements_of_one_act(ada: Person) -> None:
    told = ada.post("merge", one=STRIKE, other=RAID, note="one night").json()
    assert (told["kind"], len(told["judgements"])) == ("same", 1)
    told = ada.post("split", id=STRIKE, event=["harbour-toll/e1"]).json()
    assert (told["kind"], len(told["judgements"])) == ("distinct", 2)
    rows = ada.client.get("/judgements.json").json()["rows"]
    assert [row["kind"] for row in rows] == ["distinct", "distinct", "same"]
    history = ada.client.get(f"/incident.json?id={STRIKE}").json()["history"]
    assert [row["why"] for row in history][-1] == "one night"
    ada.post("undo")
    rows = ada.client.get("/judgements.json").json()["rows"]
    assert [row["state"] for row in rows] == ["undone", "undone", "holds"]
    ada.post("redo")
    assert sum(r["state"] == "holds" for r in ada.client.get("/judgements.json").json()["rows"]) == 3


def test_parting_needs_some_events_and_not_all(ada: Person) -> None:
    every = ["harbour-fire/e1", "harbour-copy/e1", "harbour-toll/e1"]
    for named in ([], every, ["gao-raid/e1"]):
        assert ada.post("split", id=STRIKE, event=named).status_code == 400
