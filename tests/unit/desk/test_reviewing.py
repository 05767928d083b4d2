"""Deciding, correcting, taking back and doing again; two people at once; nothing without --edit."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from made_people import AMBUSH, Person

from dateline.store.check import check


@pytest.fixture
def ada(ledger: Path) -> Iterator[Person]:
    yield Person(ledger, "Ada")
    assert list(check(ledger)) == []


@pytest.fixture
def ben(ledger: Path) -> Person:
    return Person(ledger, "Ben")


def test_nothing_can_be_changed_without_an_editor(ledger: Path) -> None:
    reader = Person(ledger, None)
    for path in ("act", "undo", "redo", "code", "settle"):
        answer = reader.post(path, kind="accept", record=AMBUSH)
        assert (answer.status_code, answer.json()["ok"]) == (403, False)


def test_acts_need_the_secret(ada: Person) -> None:
    assert ada.client.post("/review/act", json={"kind": "accept", "record": AMBUSH}).status_code == 403
    assert ada.client.get("/review/act").status_code == 405


def test_accepting_closes_a_record_and_changes_nothing_in_it(ada: Person) -> None:
    before = ada.row()
    assert AMBUSH in ada.queue()
    told = ada.act("accept")
    assert (told["kind"], told["records"][0]["id"], told["can_undo"]) == ("accept", AMBUSH, True)
    assert AMBUSH not in ada.queue()
    assert ada.row() == before


def test_rejecting_takes_a_record_out_and_undo_brings_it_back(ada: Person) -> None:
    before = ada.row()
    assert "reason" in ada.act("reject")["error"]
    assert ada.act("reject", reason="place")["records"] == []
    assert ada.row() is None
    assert ada.post("undo").json()["records"][0]["id"] == AMBUSH
    assert ada.row() == before


def test_edit_is_seen_at_once_and_keeps_the_record_open(ada: Person) -> None:
    told = ada.act("edit", field="killed_low", value="11", seen="12")
    assert told["records"][0]["killed_low"] == 11
    assert AMBUSH in ada.queue()
    assert ada.act("edit", field="status", value="maybe")["error"].startswith("status cannot be")
    assert ada.act("edit", field="status")["error"].startswith("give a value")
    assert ada.act("edit", field="mode", wrong=1)["records"][0]["mode"] is None


def chosen(ada: Person, letters: str, country: str) -> dict[str, Any]:
    names = ada.client.get("/complete.json", params={"of": "place", "q": letters}).json()["names"]
    return next(n for n in names if n["name"] == letters and n["country"] == country)


def test_a_place_that_is_chosen_is_kept_with_where_it_lies_and_drawn_there(ada: Person) -> None:
    tunis = chosen(ada, "Tunis", "TUN")
    told = ada.act("edit", field="place", value="Tunis", where=tunis["where"])
    row = told["records"][0]
    assert {name: row[name] for name in tunis["where"]} == tunis["where"]
    assert (row["country"], row["precision"], round(row["lat"]), round(row["lon"])) == ("TUN", "town", 37, 10)
    drawn = ada.client.get("/map.json").json()
    at = {name: n for n, name in enumerate(drawn["columns"])}
    mark = next(m for m in drawn["marks"] if m[at["id"]] == AMBUSH)
    assert (mark[at["lat"]], mark[at["lon"]]) == (tunis["where"]["lat"], tunis["where"]["lon"])
    assert [r["id"] for r in ada.client.get("/events.json?near=36.8,10.18,20").json()["rows"]] == [AMBUSH]
    assert chosen(ada, "Tunis", "TUN")["where"] == tunis["where"]  # of the ledger by now, as exact as the table's
    before = ada.post("undo").json()["records"][0]
    assert (before["place"], before["country"]) == ("Gao", "MLI")
    assert before["lat"] is not None


def test_a_town_and_the_province_of_its_name_can_both_be_chosen(ada: Person) -> None:
    names = ada.client.get("/complete.json?of=place&q=Bamako").json()["names"]
    assert {"town", "province"} <= {n["where"]["precision"] for n in names if n["name"] == "Bamako"}
    assert len({n["told"] for n in names if n["name"] == "Bamako"}) == 2


def test_a_place_that_is_typed_lies_nowhere(ada: Person) -> None:
    ada.act("edit", field="place", value="Tunis", where=chosen(ada, "Tunis", "TUN")["where"])
    row = ada.act("edit", field="place", value="Ansongo")["records"][0]
    assert (row["place"], row["lat"], row["lon"], row["precision"]) == ("Ansongo", None, None, None)


@pytest.mark.parametrize(
    ("where", "told"),
    [
        ({"lat": 91, "lon": 0}, "lat cannot be"), ({"lat": "nan", "lon": 0}, "lat cannot be"),
        ({"precision": "street"}, "precision cannot be"), ("there", "none that /complete.json gives"),
    ],
)  # fmt: skip
def test_where_a_place_lies_is_read_strictly(ada: Person, where: object, told: str) -> None:
    before = ada.row()
    assert told in ada.act("edit", field="place", value="Tunis", where=where)["error"]
    assert ada.row() == before


def test_the_place_of_a_meeting_to_come_can_be_corrected(ada: Person) -> None:
    istanbul = chosen(ada, "Istanbul", "TUR")
    told = ada.act("edit", "grain-talks/h1", field="place", value="Istanbul", where=istanbul["where"])
    assert (told["records"][0]["place"], told["records"][0]["country"]) == ("Istanbul", "TUR")


def test_everything_can_be_taken_back_and_done_again_in_order(ada: Person) -> None:
    start = ada.row()
    ada.act("edit", field="status", value="denied")
    ada.act("edit", field="place", value="Ansongo")
    ada.act("reject", reason="known")
    states = [ada.row()]
    for _ in range(3):
        assert ada.post("undo").json()["act"]
        states.append(ada.row())
    assert states[-1] == start
    assert ada.post("undo").json()["act"] is None
    for state in reversed(states[:-1]):
        assert ada.post("redo").json()["act"]
        assert ada.row() == state or (state and ada.row()["place"] == state["place"])  # type: ignore[index]
    assert ada.post("redo").json()["act"] is None
    assert ada.row() is None


def test_new_act_ends_what_can_be_done_again(ada: Person) -> None:
    ada.act("edit", field="status", value="denied")
    ada.post("undo")
    ada.act("skip")
    assert ada.post("redo").json()["act"] is None
    assert ada.row()["status"] == "occurred"  # type: ignore[index]


def test_skipping_moves_a_record_out_of_the_own_queue_alone(ada: Person, ben: Person) -> None:
    ada.act("skip")
    assert AMBUSH not in ada.queue()
    assert AMBUSH in ben.queue()
    assert ada.queue(state="skipped") == [AMBUSH]


def test_looking_decides_nothing(ada: Person) -> None:
    before = ada.queue()
    ada.client.get("/report?id=gao-ambush&record=e1")
    ada.client.get("/queue")
    assert ada.queue() == before


def test_a_text_that_two_reports_have_is_asked_for_once(ada: Person) -> None:
    before, told = ada.queue(), ada.client.get("/queue.json").json()
    assert "harbour-fire/e1" in before
    assert not [name for name in before if name.startswith("harbour-copy/")]
    ada.act("accept", "harbour-fire/e1")
    assert ada.queue() == [name for name in before if name != "harbour-fire/e1"]
    now = ada.client.get("/queue.json").json()
    assert (now["open"], now["done"]) == (told["open"] - 2, 1)
    assert ada.client.get("/accuracy.json").json()["reviewed"] == 1


def test_flags_disputes_and_notes_are_listed(ada: Person) -> None:
    for kind, state in (("flag", "flagged"), ("dispute", "disputed"), ("note", "noted")):
        ada.act(kind, note="look again")
        assert ada.queue(state=state) == [AMBUSH]
    assert ada.act("note")["error"]


def test_spans_can_be_moved(ada: Person) -> None:
    text = ada.client.get("/report.json?id=gao-ambush").json()["text"]
    start = text.index("Gunmen ambushed")
    told = ada.act("edit", field="spans", value=[[start, start + 6]])
    assert told["ok"]
    assert (ada.row()["words"], ada.row()["spans"]) == ("Gunmen", f"[[{start},{start + 6}]]")  # type: ignore[index]
    for bad in ("[[5,5]]", "[[0,99999]]", "here", "[]"):
        assert not ada.act("edit", field="spans", value=bad)["ok"]
    ada.post("undo")


def test_who_saw_an_older_value_is_told_and_nothing_is_lost(ada: Person, ben: Person) -> None:
    ada.act("edit", field="status", value="denied", seen="occurred")
    late = ben.post("act", kind="edit", record=AMBUSH, field="status", value="planned", seen="occurred")
    assert late.status_code == 409
    assert "denied" in late.json()["error"]
    assert ben.row()["status"] == "denied"  # type: ignore[index]


def test_two_people_at_once_lose_nothing(ledger: Path) -> None:
    people = [Person(ledger, "Ada"), Person(ledger, "Ben")]

    def work(person: Person) -> list[int]:
        return [person.act("note", note=f"{n}")["act"] for n in range(12)] + [
            person.act("edit", field="killed_low", value=str(n))["act"] for n in range(4)
        ]

    with ThreadPoolExecutor(2) as pool:
        acts = [number for made in pool.map(work, people) for number in made]
    assert len(set(acts)) == 32
    for person in people:
        undone = 0
        while person.post("undo").json()["act"]:
            undone += 1
        assert undone == 16
    assert people[0].row()["killed_low"] == 12  # type: ignore[index]
    assert list(check(ledger)) == []


def test_queue_says_why(ada: Person) -> None:
    items = ada.client.get("/queue.json").json()["items"]
    assert all(item["why"] for item in items[:5])
    assert [i["score"] for i in items] == sorted((i["score"] for i in items), reverse=True)


def test_a_report_says_what_people_said_of_its_records(ada: Person) -> None:
    ada.act("edit", field="status", value="denied")
    ada.act("reject", "gao-ambush/e2", reason="type")
    shown = {r["id"]: r for r in ada.client.get("/report.json?id=gao-ambush").json()["records"]}
    assert (shown["e1"]["changed"], shown["e1"]["gone"]) == ({"status": "denied"}, False)
    assert (shown["e2"]["changed"], shown["e2"]["gone"]) == ({}, True)
    assert not shown["s1"]["gone"]


def test_a_corrected_toll_is_in_the_incident_and_its_exports_at_once(ada: Person) -> None:
    def killed(event: str) -> tuple[float, int]:
        told = ada.client.get(f"/incident.json?event={event}").json()["incident"]
        formats = ada.client.get(f"/formats.json?event={event}").json()["formats"]
        row = next(f for f in formats if f["name"] == "acled")["rows"][0]
        return told["fields"]["killed"]["low"], next(c["value"] for c in row if c["column"] == "fatalities")

    for event, right in (("harbour-later/e1", "3"), ("gao-raid/e1", "28")):
        ada.act("edit", event, field="killed_low", value=right)
        ada.act("edit", event, field="killed_high", value=right)
        assert killed(event) == (float(right), int(right))
    ada.act("edit", "gao-raid/e1", field="killed_high", value="40")
    assert killed("gao-raid/e1")[0] == 28.0
