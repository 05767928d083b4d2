"""No other page can read or write the desk, and what it shows stays harmless."""

import pytest
from starlette.testclient import TestClient

from dateline.desk.app import make_app
from dateline.desk.desk import Desk

TEXT = {"text": "Rebels shelled Bardo."}


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "localhost@evil.example", "", "a b", "127.0.0.2"]
)
def test_foreign_names_are_refused(client: TestClient, host: str) -> None:
    answer = client.get("/home.json", headers={"host": host})
    assert answer.status_code == 403


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:8765", "[::1]:80", "LOCALHOST"])
def test_own_names_are_answered(client: TestClient, host: str) -> None:
    assert client.get("/home.json", headers={"host": host}).status_code == 200


def test_every_answer_has_the_policy(client: TestClient) -> None:
    for address in ("/", "/home.json", "/nothing", "/report.json?id=nothing", "/static/none.js"):
        headers = client.get(address).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "http" not in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cross-origin-resource-policy"] == "same-origin"


def test_post_without_the_secret_is_refused(client: TestClient) -> None:
    assert client.post("/paste.json", json=TEXT).status_code == 403
    assert client.post("/paste.json", json=TEXT, headers={"x-csrf": "guess"}).status_code == 403
    assert client.post("/paste", data={**TEXT, "csrf": "guess"}).status_code == 403


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"}, {"origin": "null"}, {"origin": "http://127.0.0.1:9"},
        {"sec-fetch-site": "cross-site"}, {"sec-fetch-site": "same-site"},
    ],
)  # fmt: skip
def test_post_of_another_page_is_refused_though_it_knew_the_secret(
    client: TestClient, desk: Desk, headers: dict[str, str]
) -> None:
    answer = client.post("/paste.json", json=TEXT, headers={"x-csrf": desk.secret, **headers})
    assert answer.status_code == 403


def test_another_page_may_link_and_not_fetch(client: TestClient) -> None:
    cross = {"sec-fetch-site": "cross-site"}
    assert client.get("/", headers={**cross, "sec-fetch-mode": "navigate"}).status_code == 200
    for mode in ("no-cors", "cors", "same-origin"):
        assert client.get("/home.json", headers={**cross, "sec-fetch-mode": mode}).status_code == 403


def test_large_and_odd_posts_are_refused(client: TestClient, desk: Desk) -> None:
    secret = {"x-csrf": desk.secret}
    assert client.post("/paste.json", json={"text": "x" * 2_000_000}, headers=secret).status_code == 413
    assert (
        client.post("/paste.json", content=b"{", headers={**secret, "content-type": "application/json"}).status_code
        == 400
    )
    assert client.post("/paste.json", content=b"x", headers={**secret, "content-type": "text/plain"}).status_code == 415
    assert client.post("/paste.json", json={"text": "x" * 100_001}, headers=secret).status_code == 400
    chunks = iter([b"text=", b"x" * 2_000_000])
    odd = {**secret, "content-type": "application/x-www-form-urlencoded"}
    assert client.post("/paste.json", content=chunks, headers=odd).status_code == 411


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "TRACE", "OPTIONS"])
def test_other_methods_are_refused(client: TestClient, method: str) -> None:
    assert client.request(method, "/home.json").status_code == 405


@pytest.mark.parametrize(
    "path", ["/static/../app.py", "/static/%2e%2e/app.py", "/static/..%2fapp.py", "/static//etc/passwd"]
)
def test_static_files_lead_nowhere_else(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_token_is_shown_once_and_kept_in_a_cookie(sample: object) -> None:
    desk = Desk(ledger=sample, token="opal")  # type: ignore[arg-type]
    client = TestClient(make_app(desk), base_url="http://127.0.0.1", follow_redirects=False)
    assert client.get("/home.json").status_code == 401
    assert client.get("/home.json?token=guess").status_code == 401
    assert client.get("/home.json", headers={"authorization": "Bearer opal"}).status_code == 200
    shown = client.get("http://127.0.0.1//evil.example/map?type=AID&token=opal")
    assert (shown.status_code, shown.headers["location"]) == (303, "/evil.example/map?type=AID")
    assert "HttpOnly" in shown.headers["set-cookie"]
    assert "SameSite=Strict" in shown.headers["set-cookie"]
    assert client.get("/home.json").status_code == 200


def test_answers_are_known_again_until_something_changes(client: TestClient) -> None:
    first = client.get("/events.json")
    again = client.get("/events.json", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert client.get("/events.json?type=AID", headers={"if-none-match": first.headers["etag"]}).status_code == 200


def test_large_answers_are_packed(client: TestClient) -> None:
    assert client.get("/events.json", headers={"accept-encoding": "gzip"}).headers["content-encoding"] == "gzip"
