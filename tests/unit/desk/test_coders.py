"""A second coder is blind; agreement, what is to be settled, and who was overruled."""

import json
from pathlib import Path

import pytest
from made_people import AMBUSH, Person

RAID = "gao-raid/e1"
SECOND = {"type": "ASSAULT", "mode": "firearms", "status": "occurred", "actors": "Gunmen", "recipients": "soldiers",
          "place": "Gao", "start": "2024-05-05", "killed_low": "9", "killed_high": "12"}  # fmt: skip


@pytest.fixture
def ada(ledger: Path) -> Person:
    person = Person(ledger, "Ada")
    person.act("accept")
    person.act("accept", RAID)
    return person


@pytest.fixture
def ben(ada: Person) -> Person:
    return Person(ada.desk.ledger, "Ben")


def test_second_coder_sees_words_and_nothing_that_was_coded(ben: Person) -> None:
    told = ben.client.get("/second.json").json()
    assert {item["record"] for item in told["items"]} == {AMBUSH, RAID}
    item = next(i for i in told["items"] if i["record"] == AMBUSH)
    assert item["text"][slice(*item["span"])] == "ambushed"
    said = json.dumps({**item, "text": "", "title": ""})
    assert not any(word in said for word in ("ASSAULT", "firearms", "occurred", "Gunmen", "0.8", "Ada"))


def test_who_coded_a_record_is_not_asked_again(ada: Person, ben: Person) -> None:
    assert ada.client.get("/second.json").json()["items"] == []
    ben.post("code", record=AMBUSH, **SECOND)
    assert [i["record"] for i in ben.client.get("/second.json").json()["items"]] == [RAID]


def test_flagged_records_come_first(ada: Person) -> None:
    ada.act("flag", "sanctions/e1")
    items = Person(ada.desk.ledger, "Cyd").client.get("/second.json").json()["items"]
    assert (items[0]["record"], items[0]["flagged"]) == ("sanctions/e1", True)


def test_blind_codes_change_no_record(ben: Person) -> None:
    before = ben.row()
    assert ben.post("code", record=AMBUSH, **SECOND).json()["ok"]
    assert ben.row() == before
    assert not ben.post("code", record=AMBUSH).json()["ok"]


def test_agreement_by_field(ben: Person) -> None:
    ben.post("code", record=AMBUSH, **SECOND)
    ben.post("code", record=RAID, none=1)
    told = ben.client.get("/agreement.json?by=report").json()
    by_field = {row["field"]: row for row in told["fields"]}
    assert (told["coders"], told["records"]) == (["Ada", "Ben"], 2)
    assert (by_field["exists"]["units"], by_field["exists"]["agreed"]) == (2, 1)
    assert (by_field["type"]["units"], by_field["type"]["agreed"]) == (1, 1)
    assert (by_field["killed_low"]["scale"], by_field["killed_low"]["agreed"]) == ("interval", 0)
    assert [part["part"] for part in told["parts"]] == ["gao-ambush", "gao-raid"]


def test_what_all_agree_on_is_not_to_be_settled(ben: Person) -> None:
    row = ben.row()
    assert row
    ben.post("code", record=AMBUSH, **{name: row[name] for name in SECOND})
    told = ben.client.get("/adjudicate.json").json()
    assert (told["items"], told["agreed"]) == ([], 1)


def test_settled_value_holds_and_who_was_overruled_can_see_it(ada: Person, ben: Person) -> None:
    ben.post("code", record=AMBUSH, **SECOND)
    item = ben.client.get("/adjudicate.json").json()["items"][0]
    assert item["record"] == AMBUSH
    assert item["fields"] == [
        {"field": "killed_low", "values": [{"by": "Ada", "value": "12"}, {"by": "Ben", "value": "9"}]}
    ]
    cyd = Person(ada.desk.ledger, "Cyd")
    cyd.post("settle", record=AMBUSH, field="killed_low", value="9", note="the second report counts the dead")
    assert cyd.row()["killed_low"] == 9  # type: ignore[index]
    assert cyd.client.get("/adjudicate.json").json()["items"] == []
    rows = cyd.client.get("/overruled.json").json()["rows"]
    assert [(r["coder"], r["field"], r["said"], r["value"], r["by"]) for r in rows] == [
        ("Ada", "killed_low", "12", "9", "Cyd")
    ]
    assert ben.client.get("/overruled.json?by=Ben").json()["rows"] == []
    cyd.post("undo")
    assert len(cyd.client.get("/adjudicate.json").json()["items"]) == 1


def test_trail_has_every_act_taken_back_ones_too(ada: Person) -> None:
    ada.act("reject", reason="known", note="see the other report")
    ada.post("undo")
    told = ada.client.get("/judgements.json").json()
    act = told["acts"][0]
    assert (act["kind"], act["reason"], act["live"], act["report"]) == ("reject", "known", 0, "gao-ambush")
    assert act["undone"]
    assert told["rows"][0]["state"] == "undone"
    assert told["by"] == [["Ada", 2]]
