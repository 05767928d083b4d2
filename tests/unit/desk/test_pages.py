"""Every page and its twin answer, with the keys that the docs name."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dateline.desk.app import make_app
from dateline.desk.desk import Desk
from dateline.desk.page import COMMON, Page
from dateline.desk.pages import PAGES
from dateline.store.batch import Writer


@pytest.fixture
def client(tmp_path: Path) -> TestClient:
    Writer(tmp_path / "empty.db").connection.close()
    return TestClient(make_app(Desk(ledger=tmp_path / "empty.db")), base_url="http://127.0.0.1")


@pytest.mark.parametrize("page", [p for p in PAGES if "id" not in p.parameters], ids=lambda p: p.name)
def test_page_and_twin_of_an_empty_ledger_answer(client: TestClient, page: Page) -> None:
    assert client.get(page.path).status_code == 200
    answer = client.get(page.twin)
    assert answer.json()["page"] == page.name
    assert set(COMMON) <= set(answer.json())
