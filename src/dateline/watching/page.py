"""The health page of a watch: on this machine alone, for eyes, for scripts and for Prometheus."""

import html
import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from dateline.errors import UsageError
from dateline.watching.metrics import exposition
from dateline.watching.state import FeedState, State

HOST = "127.0.0.1"
_OK, _NOT_FOUND, _UNWELL = 200, 404, 503
_WELL = ("ok", "held")
_NAMES = frozenset({"127.0.0.1", "localhost", "[::1]"})
Answer = tuple[int, str, bytes]


@contextmanager
def served(state: State, port: int) -> Iterator[int]:
    """Serve the page in a thread, and give the port.

    Raises:
        UsageError: The port is taken.
    """
    try:
        server = ThreadingHTTPServer((HOST, port), _handler(state))
    except OSError as error:
        raise UsageError(f"port {port} cannot be opened ({error.strerror}); name another with --port") from error
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, name="page", daemon=True).start()
    try:
        yield server.server_address[1]
    finally:
        server.shutdown()
        server.server_close()


def _handler(state: State) -> type[BaseHTTPRequestHandler]:
    pages: dict[str, Callable[[State], Answer]] = {"/": _page, "/health": _health, "/metrics": _metrics}

    class Handler(BaseHTTPRequestHandler):
        timeout = 10

        def do_GET(self) -> None:
            """Answer; a name that is not this machine's is one that a page of elsewhere made up."""
            named = (self.headers.get("Host") or HOST).rsplit(":", 1)[0]
            page = pages.get(self.path.partition("?")[0]) if named in _NAMES else None
            status, kind, body = page(state) if page else (_NOT_FOUND, "text/plain", b"not found\n")
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.send_header("X-Content-Type-Options", "nosniff")
            self.send_header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the library's name
            """Say nothing."""

    return Handler


def _health(state: State) -> Answer:
    told = state.told()
    body = json.dumps(told, ensure_ascii=False, indent=1).encode()
    return _OK if told["status"] in _WELL else _UNWELL, "application/json", body


def _metrics(state: State) -> Answer:
    body, kind = exposition(state)
    return _OK, kind, body


def _page(state: State) -> Answer:
    told = state.told()
    facts = {name: told[name] for name in ("status", "held", "trouble", "waiting", "ledger_mb", "free_mb")}
    rows = "".join(_row(name, value) for name, value in {**facts, **told["counts"]}.items() if value is not None)
    head = "".join(f"<th>{name}</th>" for name in ("feed", "looks", "failed", "items", "last good", "last error"))
    feeds = "".join(map(_feed_row, state.feeds.values()))
    text = (
        "<!doctype html><html lang=en><meta charset=utf-8><title>dateline watch</title>"
        "<style>body{font:16px/1.5 system-ui;margin:2rem}td,th{text-align:left;padding:.1rem 1rem .1rem 0}</style>"
        f"<h1>dateline watch: {html.escape(told['status'])}</h1><table>{rows}</table>"
        f"<h2>Feeds</h2><table><tr>{head}</tr>{feeds}</table></html>"
    )
    return _OK, "text/html; charset=utf-8", text.encode()


def _row(name: str, value: object) -> str:
    return f"<tr><th>{html.escape(name)}</th><td>{html.escape(str(value))}</td></tr>"


def _feed_row(feed: FeedState) -> str:
    cells = (feed.url, feed.looks, feed.failed, feed.items, feed.last_good or "", feed.last_error or "")
    return "<tr>" + "".join(f"<td>{html.escape(str(cell))}</td>" for cell in cells) + "</tr>"
