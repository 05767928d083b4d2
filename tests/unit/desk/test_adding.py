"""Events that a person adds because the coder missed them."""

from pathlib import Path
from typing import Any

import pytest
from made_people import Person

from dateline.store.check import check

RAIN = "Rain is expected in the hills on Sunday, and the local cup final was put off."
WORDS = "put off"
AT = {"report": "weather", "start_at": RAIN.index(WORDS), "stop_at": RAIN.index(WORDS) + len(WORDS)}


@pytest.fixture
def ada(ledger: Path) -> Person:
    return Person(ledger, "Ada")


def events(person: Person) -> list[dict[str, Any]]:
    """Return the events of the report."""
    rows: list[dict[str, Any]] = person.client.get("/events.json?report=weather").json()["rows"]
    return rows


def test_an_added_event_is_in_every_list_until_it_is_taken_back(ada: Person) -> None:
    assert events(ada) == []
    told = ada.post("add", **AT, type="REJECT", actors="the league; the town", status="occurred").json()
    assert told["records"][0]["type"] == "REJECT"
    (row,) = events(ada)
    assert (row["words"], row["actors"], row["quad"], row["confidence"]) == (WORDS, "the league; the town", 3, 1.0)
    assert row["rule"] == "judgement of Ada"
    assert row["id"] in [r["id"] for r in ada.client.get("/events.json?actor=the league").json()["rows"]]
    assert row["id"] not in ada.queue()
    ada.post("undo")
    assert events(ada) == []
    ada.post("redo")
    assert [r["words"] for r in events(ada)] == [WORDS]


def test_an_added_event_is_shown_in_its_report_and_can_be_corrected_and_rejected(ada: Person) -> None:
    ada.post("add", **AT, type="REJECT", actors="local cup", start="2024-05-12")
    (row,) = events(ada)
    told = ada.client.get("/report.json?id=weather").json()
    (record,) = [r for r in told["records"] if r["layer"] == "events"]
    assert RAIN[slice(*next(lit["span"] for lit in record["lit"] if lit["role"] == "what"))] == WORDS
    assert [m["record"] for m in told["marks"] if m["kind"] == "event"] == [record["id"]]
    ada.act("edit", row["id"], field="type", value="SANCTION", seen="REJECT")
    assert [r["type"] for r in events(ada)] == ["SANCTION"]
    ada.act("reject", row["id"], reason="not-news")
    assert events(ada) == []


def test_an_added_event_lies_where_the_place_that_was_chosen_does(ada: Person) -> None:
    names = ada.client.get("/complete.json?of=place&q=Tunis").json()["names"]
    tunis = next(n for n in names if n["name"] == "Tunis")
    ada.post("add", **AT, type="REJECT", place="Tunis", where=tunis["where"])
    (row,) = events(ada)
    assert {name: row[name] for name in tunis["where"]} == tunis["where"]
    assert ada.post("add", **AT, type="AID", place="Tunis", where={"lat": 400}).status_code == 400


def test_an_added_event_outlives_a_run_and_gives_way_where_the_coder_tells_it(ada: Person, ledger: Path) -> None:
    fire = next(r for r in ada.client.get("/events.json?report=harbour-fire").json()["rows"] if r["main"])
    (start, stop), *_ = [tuple(map(int, pair.split(","))) for pair in fire["spans"].strip("[]").split("],[")]
    count = len(ada.client.get("/events.json?report=harbour-fire").json()["rows"])
    ada.post("add", report="harbour-fire", start_at=start, stop_at=stop, type=fire["type"])
    assert len(ada.client.get("/events.json?report=harbour-fire").json()["rows"]) == count
    ada.post("add", report="harbour-fire", start_at=start, stop_at=stop, type="MOBILIZE")
    assert len(ada.client.get("/events.json?report=harbour-fire").json()["rows"]) == count + 1
    states = {row["value"]: row["state"] for row in ada.client.get("/judgements.json").json()["rows"]}
    assert sorted(states.values()) == ["agrees", "holds"]
    assert check(ledger) == []


def test_an_added_event_becomes_gold_and_is_no_merit_of_the_coder(ada: Person) -> None:
    ada.post("add", **AT, type="REJECT", actors="local cup")
    told = ada.client.get("/gold.json").json()
    assert (told["reports"], told["events"]) == (1, 1)
    label = ada.client.get("/gold/labels.jsonl").text
    assert '"type":"REJECT"' in label
    assert f"[[{RAIN.index('local cup')},{RAIN.index('local cup') + 9}]]" in label
    own = ada.client.get("/accuracy.json").json()
    assert (own["missed"], own["reviewed"]) == (1, 0)


def test_an_added_event_is_exported_and_joined(ada: Person) -> None:
    ada.post("add", **AT, type="ASSAULT", actors="league", killed_low="2", killed_high="2", start="2024-05-12")
    (row,) = events(ada)
    found = ada.client.get(f"/incident.json?event={row['id']}").json()["incident"]
    assert (found["type"], found["fields"]["killed"]["value"]) == ("ASSAULT", 2.0)
    formats = ada.client.get(f"/formats.json?id={found['id']}").json()["formats"]
    assert next(f for f in formats if f["name"] == "polecat")["rows"]


@pytest.mark.parametrize(
    "wrong", [{"type": "NOTHING"}, {"type": ""}, {"start": "May"}, {"stop_at": 9_999}, {"start_at": "x"}]
)
def test_what_cannot_be_is_not_added(ada: Person, wrong: dict[str, object]) -> None:
    assert ada.post("add", **{**AT, "type": "REJECT", **wrong}).status_code == 400
    assert events(ada) == []
