"""Fetching, against a server of the tests' own on this machine, with a look-up of names of their own."""

import gzip
import socket
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from made_sources import as_page, as_rss, stories

from dateline.errors import LedgerError, UsageError
from dateline.ingest import Options, find_items
from dateline.ingest.fetching.addresses import target_of
from dateline.ingest.fetching.fetcher import Fetcher
from dateline.ingest.fetching.http import Bounds
from dateline.ingest.source import Refused
from dateline.ledger.keeping.ingest import ingest
from dateline.ledger.keeping.kinship import Kinship
from dateline.ledger.keeping.taking import keep_items
from dateline.ledger.keeping.tally import Tally
from dateline.ledger.keeping.visiting import visits_of
from dateline.model.item import Item
from dateline.store.batch import Writer

pytest.importorskip("protego")
FETCH = Options(fetch=True)
Answer = tuple[int, dict[str, str], bytes]
NAMES = {"news.test": "127.0.0.1", "other.test": "127.0.0.1", "inside.test": "10.0.0.5", "router.test": "192.168.1.1"}


@dataclass
class Site:
    """What the server answers, and what it was asked."""

    port: int = 0
    answers: dict[str, Answer | Callable[[BaseHTTPRequestHandler], None]] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def url(self, path: str, host: str = "news.test") -> str:
        return f"http://{host}:{self.port}{path}"

    def paths(self) -> list[str]:
        return [path for path, _ in self.asked if path != "/robots.txt"]


@pytest.fixture
def site() -> Iterator[Site]:
    made = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            made.asked.append((self.path, {k.lower(): v for k, v in self.headers.items()}))
            answer = made.answers.get(self.path, (404, {}, b""))
            if callable(answer):
                answer(self)
                return
            status, headers, body = answer
            if headers.get("ETag") and self.headers.get("If-None-Match") == headers["ETag"]:
                status, body = 304, b""
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    made.port = server.server_port
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield made
    server.shutdown()
    server.server_close()


def fetcher(**more: object) -> Fetcher:
    given: dict[str, object] = {
        "loopback": True, "lookup": lambda host, _: [NAMES.get(host, host)], "pause": lambda _: None, **more,
    }  # fmt: skip
    return Fetcher(**given)  # type: ignore[arg-type]  # arguments of the fetcher


def page(number: int, **headers: str) -> Answer:
    return 200, {"Content-Type": "text/html", **headers}, as_page(stories(number, 1))


def refusal(item: Item) -> tuple[str, str]:
    assert item.refused is not None
    return item.refused.reason, item.refused.told


def test_no_address_is_fetched_unless_told_to(site: Site) -> None:
    with pytest.raises(UsageError, match="--fetch"):
        list(find_items(site.url("/a"), fetcher=fetcher()))
    assert site.asked == []


def test_a_page_is_read_with_its_address(site: Site) -> None:
    site.answers["/a"] = page(5)
    (item,) = find_items(site.url("/a"), options=FETCH, fetcher=fetcher())
    assert (item.title, item.found.path, item.refused) == (stories(5, 1)[0].title, site.url("/a"), None)
    assert site.asked[1][1]["user-agent"].startswith("dateline/")


def test_a_feed_leads_to_its_pages_and_says_what_it_knows_of_them(site: Site) -> None:
    told = stories(5, 2)
    feed = as_rss(told).decode()
    for n, story in enumerate(told):
        feed = feed.replace(story.url, site.url(f"/story/{n}"))
        site.answers[f"/story/{n}"] = page(story.number)
    site.answers["/feed"] = (200, {"Content-Type": "application/rss+xml"}, feed.encode())
    items = list(find_items(site.url("/feed"), options=FETCH, fetcher=fetcher()))
    assert [(i.title, i.url) for i in items] == [(s.title, site.url(f"/story/{n}")) for n, s in enumerate(told)]
    assert all(i.published and i.published.origin == "RSS" for i in items)
    assert all(i.found.path == site.url("/feed") for i in items)


@pytest.mark.parametrize("named", [True, False], ids=["the feed names the author", "only the page names the author"])
def test_the_author_is_the_feeds_else_the_pages(site: Site, named: bool) -> None:  # noqa: FBT001  as pytest calls it
    (story,) = told = stories(5, 1)
    feed = as_rss(told).decode().replace(story.url, site.url("/story"))
    site.answers["/story"] = page(5)
    told_by = f"<dc:creator>{story.author}</dc:creator>"
    assert told_by in feed
    feed = feed.replace(told_by, "<dc:creator>Ada Thorn</dc:creator>" if named else "")
    site.answers["/feed"] = (200, {"Content-Type": "application/rss+xml"}, feed.encode())
    (item,) = find_items(site.url("/feed"), options=FETCH, fetcher=fetcher())
    assert item.author == ("Ada Thorn" if named else story.author)


def test_a_page_of_a_feed_that_cannot_be_had_leaves_the_feeds_own_words(site: Site, tmp_path: Path) -> None:
    (story,) = told = stories(5, 1)
    path = tmp_path / "feed.xml"
    path.write_bytes(as_rss(told).replace(story.url.encode(), site.url("/gone").encode()))
    (item,) = find_items(path, options=FETCH, fetcher=fetcher())
    assert item.refused is None
    assert "404" in item.notes[0]


def test_a_feed_in_a_file_asks_nobody_unless_told_to(site: Site, tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_bytes(as_rss(stories(5, 2)).replace(b"https://news.example", site.url("").encode()))
    assert len(list(find_items(path, fetcher=fetcher()))) == 2
    assert site.asked == []


def test_a_list_of_addresses_leads_to_their_pages_once_each(site: Site, tmp_path: Path) -> None:
    site.answers |= {"/a": page(5), "/b": page(6)}
    path = tmp_path / "pages.txt"
    path.write_text("\n".join([site.url("/a"), site.url("/b"), "", site.url("/a")]))
    (refused,) = find_items(path)
    assert refusal(refused)[0] == "data"
    assert "--fetch" in refusal(refused)[1]
    items = list(find_items(path, options=FETCH, fetcher=fetcher()))
    assert [i.title for i in items] == [s.title for s in stories(5, 2)]
    assert [i.url for i in items] == [site.url("/a"), site.url("/b")]


def test_rows_of_gdelt_lead_to_their_pages_once_each(site: Site, tmp_path: Path) -> None:
    site.answers["/a"] = page(5)
    path = tmp_path / "20240501.export.CSV"
    row = ["1", "20240501", *["x"] * 58, site.url("/a")]
    path.write_text(("\t".join(row) + "\n") * 3)
    (refused,) = find_items(path)
    assert refusal(refused)[0] == "data"
    assert "--fetch" in refusal(refused)[1]
    (item,) = find_items(path, options=FETCH, fetcher=fetcher())
    assert item.title == stories(5, 1)[0].title
    assert item.published is not None
    assert item.published.origin == "article:published_time"
    assert site.paths() == ["/a"]


def test_robots_txt_is_obeyed(site: Site) -> None:
    site.answers["/robots.txt"] = (200, {}, b"User-agent: dateline\nDisallow: /secret\n")
    site.answers["/secret/a"] = page(5)
    (item,) = find_items(site.url("/secret/a"), options=FETCH, fetcher=fetcher())
    assert "robots.txt" in refusal(item)[1]
    assert site.paths() == []


def test_where_robots_txt_cannot_be_had_nothing_is_asked_for(site: Site) -> None:
    site.answers["/robots.txt"] = (500, {}, b"")
    site.answers["/a"] = page(5)
    (item,) = find_items(site.url("/a"), options=FETCH, fetcher=fetcher())
    assert "robots.txt" in refusal(item)[1]
    assert site.paths() == []


def test_a_host_is_left_alone_as_long_as_it_wants(site: Site) -> None:
    site.answers["/robots.txt"] = (200, {}, b"User-agent: *\nCrawl-delay: 7\n")
    site.answers["/a"] = page(5)
    waited: list[float] = []
    getter = fetcher(pause=waited.append)
    getter.get(site.url("/a"))
    getter.get(site.url("/a"))
    assert len(waited) == 2
    assert 5 < waited[1] <= 7


def test_a_host_that_wants_to_be_left_alone_for_minutes_is_refused(site: Site) -> None:
    site.answers["/robots.txt"] = (200, {}, b"User-agent: *\nCrawl-delay: 600\n")
    with pytest.raises(Refused, match="600 s between"):
        fetcher().get(site.url("/a"))


@pytest.mark.parametrize(
    "url", ["http://inside.test/", "http://router.test:8080/admin", "http://169.254.169.254/latest"]
)
def test_private_addresses_are_refused(url: str) -> None:
    (item,) = find_items(url, options=FETCH, fetcher=fetcher())
    assert refusal(item)[0] == "hostile"


def test_this_machine_is_refused_without_the_switch_for_tests(site: Site) -> None:
    site.answers["/a"] = page(5)
    (item,) = find_items(site.url("/a"), options=FETCH, fetcher=fetcher(loopback=False))
    assert refusal(item)[0] == "hostile"
    assert site.asked == []


@pytest.mark.parametrize("where", ["http://inside.test/", "//router.test/x", "file:///etc/passwd", "http://[::1]:1/"])
def test_private_addresses_are_refused_after_a_redirect(site: Site, where: str) -> None:
    site.answers["/a"] = (302, {"Location": where}, b"")
    names = {**NAMES, "news.test": "93.184.216.34"}
    allowed = fetcher(
        loopback=False,
        lookup=lambda host, _: [names.get(host, host)],
        opener=lambda _, timeout: socket.create_connection(("127.0.0.1", site.port), timeout),
    )
    (item,) = find_items(site.url("/a"), options=FETCH, fetcher=allowed)
    assert refusal(item)[0] in ("hostile", "unreadable")
    assert site.paths() == ["/a"]


def test_a_name_that_changes_its_address_is_asked_only_where_it_was_checked(site: Site) -> None:
    site.answers["/a"] = page(5)
    answers = iter(["93.184.216.34", "93.184.216.34", "127.0.0.1", "127.0.0.1"])
    opened: list[str] = []

    def opener(address: tuple[str, int], timeout: float) -> socket.socket:
        opened.append(address[0])
        return socket.create_connection(("127.0.0.1", site.port), timeout)

    getter = fetcher(loopback=False, lookup=lambda _, __: [next(answers)], opener=opener)
    (item,) = find_items(site.url("/a"), options=FETCH, fetcher=getter)
    assert item.refused is None or refusal(item)[0] == "hostile"
    assert "127.0.0.1" not in opened
    (item,) = find_items(site.url("/a"), options=FETCH, fetcher=getter)
    assert refusal(item)[0] == "hostile"


def test_redirects_are_followed_and_come_to_an_end(site: Site) -> None:
    site.answers["/a"] = (301, {"Location": "/b"}, b"")
    site.answers["/b"] = page(5)
    site.answers["/loop"] = (302, {"Location": "/loop"}, b"")
    (item,) = find_items(site.url("/a"), options=FETCH, fetcher=fetcher())
    assert f"fetched from {site.url('/b')}" in item.notes
    (item,) = find_items(site.url("/loop"), options=FETCH, fetcher=fetcher())
    assert "sent on" in refusal(item)[1]


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_every_way_of_sending_on_is_followed(site: Site, status: int) -> None:
    site.answers["/a"] = (status, {"Location": "/b"}, b"")
    site.answers["/b"] = page(5)
    (item,) = find_items(site.url("/a"), options=FETCH, fetcher=fetcher())
    assert item.refused is None
    assert f"fetched from {site.url('/b')}" in item.notes


@pytest.mark.parametrize("status", [300, 305, 404, 410, 500])
def test_what_is_no_page_and_sends_nowhere_is_refused(site: Site, status: int) -> None:
    site.answers["/a"] = (status, {"Location": "/b"}, b"")
    site.answers["/b"] = page(5)
    (item,) = find_items(site.url("/a"), options=FETCH, fetcher=fetcher())
    assert item.refused is not None


def test_the_rules_of_the_host_that_one_is_sent_to_hold_too(site: Site) -> None:
    site.answers["/a"] = (301, {"Location": site.url("/b", "other.test")}, b"")
    site.answers["/b"] = page(5)
    getter = fetcher()
    list(find_items(site.url("/a"), options=FETCH, fetcher=getter))
    assert [path for path, _ in site.asked] == ["/robots.txt", "/a", "/robots.txt", "/b"]


def drip(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.end_headers()
    for _ in range(600):
        try:
            handler.wfile.write(b"x")
            handler.wfile.flush()
        except OSError:
            return
        time.sleep(0.1)


def test_a_host_that_drips_is_given_up(site: Site) -> None:
    site.answers["/slow"] = drip
    (item,) = find_items(site.url("/slow"), options=FETCH, fetcher=fetcher(bounds=Bounds(seconds=0.5)))
    assert refusal(item)[0] == "timed-out"


@pytest.mark.parametrize("headers", [{}, {"Content-Encoding": "gzip"}], ids=["large", "swelling"])
def test_what_is_too_large_is_not_read_to_its_end(site: Site, headers: dict[str, str]) -> None:
    body = b"x" * 3_000_000
    site.answers["/large"] = (200, headers, gzip.compress(body) if headers else body)
    (item,) = find_items(site.url("/large"), options=FETCH, fetcher=fetcher(bounds=Bounds(bytes=1_000_000)))
    assert refusal(item)[0] == "too-large"


def test_what_was_read_is_asked_for_again_only_where_it_changed(site: Site, tmp_path: Path) -> None:
    path = tmp_path / "news.db"

    def ingested() -> Tally:
        visits = visits_of(path)
        items = find_items(site.url("/a"), options=FETCH, fetcher=fetcher(visits=visits))
        return ingest(path, items, coder=None, visits=visits)

    site.answers["/a"] = page(5, ETag='"1"')
    assert ingested().new == 1
    assert ingested().read == 0
    site.answers["/a"] = page(6, ETag='"2"')
    assert ingested().new == 1
    assert [p.name for p in tmp_path.iterdir()] == ["news.db"]


def test_a_visit_is_not_kept_where_its_reports_could_not_be(site: Site, tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    site.answers["/a"] = page(5, ETag='"1"')
    visits = visits_of(path)
    items = find_items(site.url("/a"), options=FETCH, fetcher=fetcher(visits=visits))
    with Writer(path) as writer:
        writer.connection.execute("PRAGMA query_only = ON")
        with pytest.raises(LedgerError):
            keep_items(writer, items, kin=Kinship(), tally=Tally(), tick=lambda _: None, visits=visits)
        writer.connection.execute("PRAGMA query_only = OFF")
    assert site.url("/a") not in visits_of(path)


def test_a_page_whose_items_were_not_taken_is_fetched_again(site: Site) -> None:
    site.answers["/a"] = page(5, ETag='"1"')
    getter = fetcher()
    items = find_items(site.url("/a"), options=FETCH, fetcher=getter)
    next(items)
    items.close()  # type: ignore[attr-defined]  # a generator
    assert site.url("/a") not in getter.visits


def test_the_charset_of_the_server_is_believed(site: Site) -> None:
    text = as_page(stories(5, 1)).decode().replace("Tuesday", "Łódź")
    site.answers["/a"] = (200, {"Content-Type": "text/html; charset=iso-8859-2"}, text.encode("iso-8859-2"))
    (item,) = find_items(site.url("/a"), options=FETCH, fetcher=fetcher())
    assert "Łódź" in item.text


@pytest.mark.parametrize("inner", ["::ffff:10.0.0.1", "2002:0a00:0001::1", "64:ff9b::7f00:1", "fe80::1%eth0"])
def test_private_addresses_within_others_are_seen(inner: str) -> None:
    with pytest.raises(Refused):
        target_of("http://news.test/", lookup=lambda _, __: [inner])


def test_the_first_address_of_a_name_is_asked() -> None:
    target = target_of("http://news.test/", lookup=lambda _, __: ["93.184.216.34", "93.184.216.35"])
    assert target.ip == "93.184.216.34"


def test_one_private_address_among_public_ones_is_enough() -> None:
    with pytest.raises(Refused, match=r"10\.0\.0\.1"):
        target_of("http://news.test/", lookup=lambda _, __: ["93.184.216.34", "10.0.0.1"])


@pytest.mark.parametrize(
    "url", ["ftp://news.test/", "http://", "https://user:secret@news.test/", "http://news.test:99999/"]
)
def test_what_is_no_address_on_the_web_is_refused(url: str) -> None:
    with pytest.raises(Refused):
        target_of(url, lookup=lambda _, __: ["93.184.216.34"])
