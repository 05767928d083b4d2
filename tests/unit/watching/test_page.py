"""The page of a watch says how it goes: to eyes, to scripts, to Prometheus, and to nobody elsewhere."""

import json
import socket
from http.client import HTTPConnection

import pytest

from dateline.errors import UsageError
from dateline.watching.page import served
from dateline.watching.state import FeedState, State

pytest.importorskip("prometheus_client")


@pytest.fixture
def state() -> State:
    made = State({"https://a.test/<x>": FeedState("https://a.test/<x>")}, waiting=7, ledger_bytes=5 * 2**20)
    made.looked("https://a.test/<x>", items=3, error=None)
    made.looked("https://a.test/<x>", items=0, error="gave no answer")
    made.count(new=3, coded=2)
    return made


def ask(port: int, path: str, host: str | None = None) -> tuple[int, str]:
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", path, headers={"Host": host} if host else {})
    answer = connection.getresponse()
    body = answer.read().decode()
    connection.close()
    return answer.status, body


def test_health_is_json_and_its_status_says_whether_it_is_well(state: State) -> None:
    with served(state, 0) as port:
        status, body = ask(port, "/health")
        assert status == 200
        told = json.loads(body)
        assert (told["status"], told["waiting"], told["ledger_mb"]) == ("ok", 7, 5)
        assert told["feeds"][0]["last_error"] == "gave no answer"
        state.trouble = "the disk is full"
        assert ask(port, "/health")[0] == 503


def test_a_part_without_a_sign_is_stuck(state: State, monkeypatch: pytest.MonkeyPatch) -> None:
    state.sign("looker 1")
    assert state.status() == "ok"
    monkeypatch.setattr("dateline.watching.state._STUCK", -1.0)
    assert (state.status(), state.stuck()) == ("stuck", ["looker 1"])


def test_metrics_are_those_of_the_state(state: State) -> None:
    with served(state, 0) as port:
        status, body = ask(port, "/metrics")
    assert status == 200
    lines = body.splitlines()
    assert "dateline_new_total 3.0" in lines
    assert "dateline_coded_total 2.0" in lines
    assert "dateline_waiting 7.0" in lines
    assert 'dateline_status{status="ok"} 1.0' in lines
    assert 'dateline_looks_total{feed="https://a.test/<x>",outcome="failed"} 1.0' in lines


def test_the_page_escapes_what_feeds_say(state: State) -> None:
    with served(state, 0) as port:
        status, body = ask(port, "/")
    assert status == 200
    assert "https://a.test/&lt;x&gt;" in body
    assert "<x>" not in body


@pytest.mark.parametrize(("path", "host"), [("/other", None), ("/health", "evil.test"), ("/health", "evil.test:80")])
def test_other_paths_and_other_names_get_nothing(path: str, host: str | None, state: State) -> None:
    with served(state, 0) as port:
        assert ask(port, path, host)[0] == 404


def test_a_port_that_is_taken_is_told(state: State) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        with pytest.raises(UsageError, match="name another with --port"), served(state, taken.getsockname()[1]):
            pass
