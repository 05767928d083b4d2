"""Whatever reports say, pages show it as words: no tag, no script, no style, no address of theirs comes alive."""

from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote

import msgspec
import pytest
from made_people import Person
from starlette.testclient import TestClient

from dateline.coder import Coder
from dateline.desk.app import make_app
from dateline.desk.desk import Desk
from dateline.desk.page import Page
from dateline.desk.pages import PAGES
from dateline.ingest.sources import find_items_in
from dateline.ledger.keeping.ingest import ingest
from dateline.model.item import Found

PAYLOADS = (
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "'-alert(1)-'", "</textarea><svg/onload=alert(1)>",
    "{{ 7*7 }}{% raw %}", "</script><script>alert(1)//", "javascript:alert(1)", "\u202egnp.exe\u202c",
    "a\u0000b\ufffe\ud7ff",
    "😀" * 40, "﷽" * 20, "x" * 20_000, "&lt;b&gt; &amp; \u2028\u2029", "=HYPERLINK(\"http://evil.example\")",
    "../../etc/passwd",
    "data:text/html,<script>alert(1)</script>", "<base href=//evil.example>", "expression(alert(1))", "\\\"-alert(1)//",
)  # fmt: skip


class Tags(HTMLParser):
    """Collects what a page consists of."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


@pytest.fixture(scope="module")
def hostile(coder: Coder, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a ledger whose every field holds something nasty."""
    path = tmp_path_factory.mktemp("hostile") / "<img src=x onerror=alert(1)>.db"
    lines = [
        {
            "id": payload[:200], "title": payload, "source": payload[:300], "url": payload[:300], "published":
            "2024-05-02",
            "text": f"Rebels of {payload[:2000]} shelled Gao in Mali on Monday and killed two nurses, "
            f"{payload[:80]} said. "
            f"The army will meet the rebels in Bamako on May 14. Norway pledged 10 million euros to Mali. {payload}",
        }
        for payload in PAYLOADS
    ]  # fmt: skip
    raw = b"".join(msgspec.json.encode(line) + b"\n" for line in lines)
    ingest(path, find_items_in(raw, found=Found(path=PAYLOADS[0])), coder=lambda: coder)
    return path


@pytest.fixture
def client(hostile: Path) -> TestClient:
    return TestClient(
        make_app(Desk(ledger=hostile, editor='Ada "><script>alert(1)</script>')), base_url="http://127.0.0.1"
    )


def addresses(page: Page) -> Iterator[str]:
    for payload in PAYLOADS if page.name == "report" else PAYLOADS[:3]:
        word = quote(payload[:200])
        match page.name:
            case "report":
                yield f"{page.path}?id={word}"
            case "actor":
                yield f"{page.path}?name={word}"
            case "incident" | "diff":
                yield f"{page.path}?id={word}&one={word}&other={word}"
            case _:
                names = ("q", "source", "actor", "text", "by", "reason", "after")
                yield f"{page.path}?" + "&".join(f"{name}={word}" for name in names)
                yield page.path


@pytest.mark.parametrize("page", [p for p in PAGES if not p.twin_only], ids=lambda p: p.name)
def test_pages_hold_no_tag_but_the_desks_own(client: TestClient, page: Page) -> None:
    for address in dict.fromkeys(addresses(page)):
        answer = client.get(address)
        assert answer.status_code in (200, 400, 404), address
        for tag, attrs in Tags(answer.text).found:
            assert tag not in ("base", "iframe", "object", "embed"), address
            assert not [name for name in attrs if name.startswith("on") or name == "style"], (address, tag, attrs)
            own = (attrs.get("src") or "").startswith("/static/") or attrs.get("type") == "application/json"
            assert tag != "script" or own, (address, attrs)
            for name in ("href", "src", "action", "formaction"):
                value = (attrs.get(name) or "").strip().lower()
                assert not value.startswith(("javascript:", "data:", "vbscript:", "//")), (address, tag, attrs)


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_twins_are_json_and_no_page(client: TestClient, page: Page) -> None:
    for address in dict.fromkeys(addresses(page)):
        answer = client.get(address.replace(page.path, page.twin, 1))
        assert answer.headers["content-type"] == "application/json", address
        assert isinstance(answer.json()["ok"], bool)


def test_hostile_records_can_be_reviewed(hostile: Path) -> None:
    ada = Person(hostile, "Ada")
    items = ada.client.get("/queue.json?limit=500").json()["items"]
    assert len(items) > len(PAYLOADS)
    for item in items[:10]:
        for payload in PAYLOADS[:6]:
            assert ada.act("note", item["id"], note=payload)["ok"]
    for address in ("/judgements", "/queue"):
        assert "<script>alert" not in ada.client.get(address).text
