"""A pasted report is kept where one may edit; all addresses are described in OpenAPI."""

from pathlib import Path

from made_people import Person
from starlette.testclient import TestClient

from dateline.coder import Coder
from dateline.desk.pages import ACTS, FILES, PAGES

TEXT = "Rebels shelled Ansongo in Mali on Monday and killed two nurses. France condemned the attack."


def editor(ledger: Path, coder: Coder) -> Person:
    person = Person(ledger, "Ada")
    person.desk.coder._coder = coder
    return person


def test_kept_report_is_coded_once(ledger: Path, coder: Coder) -> None:
    ada = editor(ledger, coder)
    told = ada.post("keep", text=TEXT, published="2024-05-21", source="Valley Post").json()
    assert told["new"]
    report = ada.client.get("/report.json", params={"id": told["report"]}).json()
    assert (report["report"]["source"], report["report"]["published"]) == ("Valley Post", "2024-05-21")
    assert "ASSAULT" in [row["type"] for row in report["rows"]["events"]]
    assert report["found"] == [{"path": "desk of Ada", "member": "", "number": 1}]
    again = ada.post("keep", text=TEXT, published="2024-05-21", source="Valley Post").json()
    assert (again["report"], again["new"]) == (told["report"], False)


def test_what_is_no_report_is_not_kept(ledger: Path, coder: Coder) -> None:
    ada = editor(ledger, coder)
    before = ada.client.get("/home.json").json()["counts"]["reports"]
    assert ada.post("keep", text="  ").status_code == 400
    assert (
        "not kept"
        in ada.post("keep", text="Die Regierung hat am Montag in Berlin den Haushalt beschlossen.").json()["error"]
    )
    assert ada.client.get("/home.json").json()["counts"]["reports"] == before


def test_every_address_is_described(client: TestClient) -> None:
    told = client.get("/openapi.json").json()
    assert told["openapi"].startswith("3.1")
    assert set(told["paths"]) == {p.twin for p in PAGES} | {a.path for a in ACTS} | {f.path for f in FILES}
    events = told["paths"]["/events.json"]["get"]
    assert {"type", "country", "limit", "after"} <= {p["name"] for p in events["parameters"]}
