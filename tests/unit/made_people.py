"""People who review at the desk, for tests."""

from pathlib import Path
from typing import Any

from starlette.testclient import TestClient

from dateline.desk.app import make_app
from dateline.desk.desk import Desk

AMBUSH = "gao-ambush/e1"


class Person:
    """Somebody who reviews."""

    def __init__(self, ledger: Path, name: str | None) -> None:
        self.desk = Desk(ledger=ledger, editor=name)
        self.client = TestClient(make_app(self.desk), base_url="http://127.0.0.1")

    def post(self, path: str, **given: Any) -> Any:
        return self.client.post(f"/review/{path}", json=given, headers={"x-csrf": self.desk.secret})

    def act(self, kind: str, record: str = AMBUSH, **given: Any) -> Any:
        return self.post("act", kind=kind, record=record, **given).json()

    def row(self, record: str = AMBUSH) -> dict[str, Any] | None:
        rows = self.client.get("/events.json", params={"report": record.rpartition("/")[0]}).json()["rows"]
        return next((r for r in rows if r["id"] == record), None)

    def queue(self, **given: str) -> list[str]:
        return [item["id"] for item in self.client.get("/queue.json", params={"limit": "500", **given}).json()["items"]]


def incident_of(client: TestClient, words: str) -> str:
    """Return the id of the incident whose title has some words."""
    return next(row["id"] for row in client.get("/incidents.json?limit=500").json()["rows"] if words in row["title"])
