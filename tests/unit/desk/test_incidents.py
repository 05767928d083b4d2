"""Incidents in a list, the table of claims, and incidents joined and parted."""

from pathlib import Path
from typing import Any

import pytest
from made_people import Person, incident_of
from starlette.testclient import TestClient

from dateline.desk.views.incidents import _folded
from dateline.incidents.rules import load_rule
from dateline.ledger.joining.grouping import bring_up
from dateline.ledger.judging.judgements import take_back
from dateline.store.asking.view import View
from dateline.store.batch import Writer


@pytest.fixture
def ada(ledger: Path) -> Person:
    return Person(ledger, "Ada")


def strike(client: TestClient) -> dict[str, Any]:
    told: dict[str, Any] = client.get(f"/incident.json?id={incident_of(client, 'Drone strike')}").json()
    return told


def read(person: Person, name: str) -> dict[str, Any]:
    told: dict[str, Any] = person.client.get(f"/incident.json?id={name}").json()
    return told


def test_what_no_source_says_can_be_given_and_taken_back(ada: Person) -> None:
    told = strike(ada.client)
    name = told["incident"]["id"]
    assert "missing" in told["choosable"]
    assert "missing" not in [line["field"] for line in told["table"]]
    assert ada.post("choose", incident=name, field="missing", value="3").status_code == 200
    line = next(line for line in read(ada, name)["table"] if line["field"] == "missing")
    assert (line["chosen"]["value"], [claim for cell in line["cells"] for claim in cell]) == (3.0, [])
    assert read(ada, name)["chosen"]["missing"] | {"at": ""} == {
        "value": 3.0, "by": "Ada", "at": "", "why": "", "mine": True,
    }  # fmt: skip
    ada.post("unchoose", incident=name, field="missing")
    assert "missing" not in [line["field"] for line in read(ada, name)["table"]]


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


def killed(told: dict[str, Any]) -> dict[str, Any]:
    """Return the row of the dead in the table of claims."""
    return next(row for row in told["table"] if row["field"] == "killed")


def test_a_value_chosen_by_a_person_holds_until_it_is_taken_back(ada: Person, ledger: Path) -> None:
    before = strike(ada.client)
    name, given = before["incident"]["id"], {"field": "killed", "value": "4", "note": "the funeral counted them"}
    assert ada.post("choose", incident=name, seen="5.0", **given).json()["kind"] == "settle"
    told = read(ada, name)
    assert (killed(told)["chosen"]["value"], killed(told)["chosen"]["by"]) == (4.0, "judgement of Ada")
    assert [[c["chosen"] for c in cell] for cell in killed(told)["cells"]] == [[False], [False], [True]]
    assert told["chosen"]["killed"]["why"] == "the funeral counted them"
    assert told["chosen"]["killed"]["mine"]
    other = Person(ledger, "Bo")
    assert not read(other, name)["chosen"]["killed"]["mine"]
    assert other.post("choose", incident=name, seen="5.0", **given).status_code == 409
    assert other.post("unchoose", incident=name, field="killed").json()["act"] is None
    ada.post("undo")
    assert killed(read(ada, name))["chosen"] == killed(before)["chosen"]
    ada.post("redo")
    assert ada.post("unchoose", incident=name, field="killed").json()["act"]
    assert killed(read(ada, name))["chosen"] == killed(before)["chosen"]


@pytest.mark.parametrize(("field", "value"), [("killed", "many"), ("start", "May"), ("status", "perhaps"), ("id", "i")])
def test_what_a_field_cannot_be_is_not_chosen(ada: Person, field: str, value: str) -> None:
    name = strike(ada.client)["incident"]["id"]
    assert ada.post("choose", incident=name, field=field, value=value).status_code == 400
    assert read(ada, name)["chosen"] == {}


def test_an_incident_follows_what_was_chosen_of_its_day_place_and_parties(ada: Person) -> None:
    name = strike(ada.client)["incident"]["id"]
    for field, value in (("start", "2024-04-30"), ("place", "Chornomorsk"), ("actors", "Russia"), ("status", "denied")):
        ada.post("choose", incident=name, field=field, value=value)
    found = read(ada, name)["incident"]
    assert (found["start"], found["place"]["name"], found["status"]) == ("2024-04-30", "Chornomorsk", "denied")
    assert [a["name"] for a in found["actors"]] == ["Russia"]
    assert "Chornomorsk, 30 April 2024" in found["title"]


@pytest.mark.parametrize(
    ("known", "name"),
    [
        ({"source": "Valley Post", "title": "Depot burns"}, "Valley Post"),
        ({"source": None, "title": "Depot burns"}, "Depot burns"),
        ({"source": None, "title": None, "opening": "Depot burns\n\nODESA"}, "Depot burns"),
        ({"source": None, "title": None, "opening": ""}, "r-1"),
    ],
)
def test_a_report_without_a_publisher_is_called_by_its_words(known: dict[str, Any], name: str) -> None:
    row = {"id": "r-1", "root": None, "told": None, "opening": "", **known}
    assert _folded([row]).name == name


def test_an_incident_is_found_by_one_of_its_events(client: TestClient) -> None:
    found = client.get("/incident.json?event=harbour-toll/e1").json()
    assert found["incident"]["id"] == strike(client)["incident"]["id"]
    assert client.get("/incident.json?event=harbour-toll/e99").status_code == 404


def test_a_choice_is_listed_and_undone_like_every_judgement(ada: Person, ledger: Path) -> None:
    before = strike(ada.client)
    name = before["incident"]["id"]
    ada.post("choose", incident=name, field="killed", value="4")
    (said,) = ada.client.get("/judgements.json").json()["rows"]
    assert (said["state"], said["field"], said["value"], said["by"]) == ("holds", "killed", "4.0", "Ada")
    take_back(ledger, said["number"])
    bring_up(ledger, load_rule("standard"))
    assert killed(read(ada, name))["chosen"] == killed(before)["chosen"]


def taken(client: TestClient, name: str, form: str) -> dict[str, Any]:
    """Return what a format takes of an incident: its first row by column, and why there is none."""
    told = client.get(f"/formats.json?id={name}").json()["formats"]
    found = next(f for f in told if f["name"] == form)
    return {
        "row": {c["column"]: c["value"] for c in found["rows"][0]} if found["rows"] else {},
        "why": found["left_out"],
    }


def test_each_format_says_what_it_takes_and_follows_a_judgement(ada: Person) -> None:
    name = strike(ada.client)["incident"]["id"]
    assert taken(ada.client, name, "acled")["row"]["fatalities"] == 4
    ucdp = taken(ada.client, name, "ucdp")["row"]
    assert (ucdp["low"], ucdp["best"], ucdp["high"]) == (4, 5, 5)
    ada.post("choose", incident=name, field="killed", value="5")
    assert taken(ada.client, name, "acled")["row"]["fatalities"] == 5
    ucdp = taken(ada.client, name, "ucdp")["row"]
    assert (ucdp["low"], ucdp["best"], ucdp["high"]) == (5, 5, 5)
    talks = incident_of(ada.client, "Sanctions")
    assert taken(ada.client, talks, "ucdp") == {
        "row": {},
        "why": [{"rule": 1, "reason": "armed force that was used is recorded alone; this is SANCTION"}],
    }


def test_what_one_report_said_stays_beside_what_a_person_chose(ada: Person) -> None:
    name = incident_of(ada.client, "Air strike")
    [[said]] = killed(read(ada, name))["cells"]
    assert (said["words"], said["value"]) == ("30", 30.0)
    assert ada.post("choose", incident=name, field="killed", value="7", note="the hospital's list").json()["ok"]
    now = killed(read(ada, name))
    [[still]] = now["cells"]
    assert (now["chosen"]["value"], still["value"], still["chosen"]) == (7.0, 30.0, False)


def test_looking_at_the_formats_joins_nothing(ada: Person, ledger: Path) -> None:
    name = incident_of(ada.client, "Air strike")
    with Writer(ledger) as writer:
        writer.connection.execute("INSERT OR REPLACE INTO stale (report_key) VALUES (1)")
    serial = "SELECT name, serial FROM joined ORDER BY name"
    with View(ledger) as view:
        before = list(view.rows(serial))
    assert ada.client.get(f"/formats.json?id={name}").json()["ok"]
    with View(ledger) as view:
        assert list(view.rows(serial)) == before
