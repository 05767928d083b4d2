"""A server of invented news whose feeds and pages are slow, broken, lie about their length, and come twice."""

import random
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType

LISTED = 40  # items in a feed
_PLACES = ("Bardo", "Kessem", "Tolun", "Marde", "Ophir", "Sanna", "Velk", "Rudin")
_HEAD = '<?xml version="1.0"?><rss version="2.0"><channel><title>{feed}</title>'
_ITEM = (
    "<item><title>{title}</title><guid>{guid}</guid><link>{link}</link><description>{lead}</description>"
    "<pubDate>Tue, 05 Mar 2024 10:00:00 GMT</pubDate></item>"
)
Write = Callable[[bytes], object]


@dataclass(frozen=True, slots=True)
class Story:
    """One article, invented."""

    number: int
    feed: int

    @property
    def guid(self) -> str:
        """Return the id under which feeds give it."""
        return f"story-{self.feed}-{self.number}"

    @property
    def lead(self) -> str:
        """Return its first sentence, which no other has."""
        place = _PLACES[self.number % len(_PLACES)]
        return f"Rebels shelled the town of {place} on Monday and killed {self.number + 2} people, officials said."

    @property
    def page(self) -> str:
        """Return it as a web page."""
        more = f"The governor of {_PLACES[self.feed % len(_PLACES)]} said that {self.number + 9} houses were destroyed."
        body = f"<p>{self.lead}</p><p>{more}</p><p>The army denied that it had withdrawn from the area.</p>"
        return f"<html><head><title>Shelling, {self.guid}</title></head><body><article>{body}</article></body></html>"


@dataclass
class FaultyServer:
    """Serves feeds that grow. Use it as a context manager.

    Args:
        feeds: How many.
        seed: Of what goes wrong.
        faults: Share of the answers that are faulty.
        slow: Seconds that a slow answer takes.
        robots: The status of the answer to who asks for robots.txt.
        paths: What was asked for.
    """

    feeds: int = 4
    seed: int = 1
    faults: float = 0.4
    slow: float = 2.0
    robots: int = 404
    paths: list[str] = field(default_factory=list)
    stories: list[Story] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Have no story yet."""
        self._chance = random.Random(self.seed)
        self._lock = threading.Lock()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True

    def __enter__(self) -> "FaultyServer":
        """Serve."""
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Stop."""
        self._server.shutdown()
        self._server.server_close()

    def url(self, feed: int) -> str:
        """Return the address of a feed: each has a host of its own, all of them this machine."""
        return f"http://feed{feed}.test:{self._server.server_address[1]}/feed/{feed}"

    def publish(self, number: int = 1) -> None:
        """Add so many stories, each to one feed."""
        with self._lock:
            at = len(self.stories)
            self.stories += [Story(n, n % self.feeds) for n in range(at, at + number)]

    def listed(self, feed: int) -> list[Story]:
        """Return what a feed lists: its newest stories, one of them twice, and one of a neighbour's."""
        with self._lock:
            own = [story for story in self.stories if story.feed == feed][-LISTED:]
            others = [story for story in self.stories if story.feed == (feed + 1) % self.feeds][-1:]
        return [*own, *own[-1:], *others]

    def answer(self, path: str, write: Write) -> None:
        """Write an answer to a path, faulty or not."""
        body, kind = self._body(path)
        with self._lock:
            self.paths.append(path)
            fault = self._chance.choice(_FAULTS) if self._chance.random() < self.faults else _plain
        fault(write, kind, body, self.slow)

    def _body(self, path: str) -> tuple[bytes, str]:
        _, kind, rest = path.split("/", 2)
        if kind == "feed":
            feed = int(rest)
            base = self.url(feed).rsplit("/", 2)[0]
            items = "".join(
                _ITEM.format(title=f"Shelling {s.guid}", guid=s.guid, link=f"{base}/page/{s.guid}", lead=s.lead)
                for s in self.listed(feed)
            )
            return f"{_HEAD.format(feed=feed)}{items}</channel></rss>".encode(), "application/rss+xml"
        _, feed_of, number = rest.split("-")
        return Story(int(number), int(feed_of)).page.encode(), "text/html; charset=utf-8"

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        server = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                """Answer."""
                try:
                    if self.path == "/robots.txt":
                        self.wfile.write(_head("text/plain", 0, f"{server.robots} Status"))
                    else:
                        server.answer(self.path, self.wfile.write)
                except OSError:
                    return  # whoever asked has left

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the library's name
                """Say nothing."""

        return Handler


def _head(kind: str, length: int, status: str = "200 OK") -> bytes:
    said = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n"
    return said.encode()


def _plain(write: Write, kind: str, body: bytes, _: float) -> None:
    write(_head(kind, len(body)) + body)


def _slow(write: Write, kind: str, body: bytes, seconds: float) -> None:
    time.sleep(seconds)
    _plain(write, kind, body, seconds)


def _drip(write: Write, kind: str, body: bytes, seconds: float) -> None:
    """Send a byte now and then, for longer than one can wait."""
    write(_head(kind, len(body)))
    for at in range(40):
        write(body[at : at + 1])
        time.sleep(seconds / 4)


def _too_long(write: Write, kind: str, body: bytes, _: float) -> None:
    write(_head(kind, len(body) * 2) + body)


def _too_short(write: Write, kind: str, body: bytes, _: float) -> None:
    write(_head(kind, len(body) // 2) + body)


def _cut(write: Write, kind: str, body: bytes, _: float) -> None:
    write(_head(kind, len(body)) + body[: len(body) // 3])


def _failed(write: Write, kind: str, _: bytes, __: float) -> None:
    write(_head(kind, 0, "500 Internal Server Error"))


def _busy(write: Write, kind: str, _: bytes, __: float) -> None:
    write(_head(kind, 0, "503 Service Unavailable"))


def _not_http(write: Write, _: str, body: bytes, __: float) -> None:
    write(body[:200])


def _garbled(write: Write, kind: str, body: bytes, _: float) -> None:
    garbled = body.replace(b"</item>", b"</itm>", 1).replace(b"<p>", b"<p\x00", 1)
    write(_head(kind, len(garbled)) + garbled)


_FAULTS = (_slow, _drip, _too_long, _too_short, _cut, _failed, _busy, _not_http, _garbled)
