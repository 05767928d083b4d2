"""Fetch one page after the other: rules of each host kept, redirects followed and checked, nothing fetched twice."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from urllib.parse import urljoin

from dateline.ingest.fetching.addresses import Lookup, Target, look_up, target_of
from dateline.ingest.fetching.http import Bounds, Connect, Response, ask, connect
from dateline.ingest.fetching.robots import AGENT, LEAST_DELAY, MOST_DELAY, Rules, read_rules
from dateline.ingest.fetching.visits import Visits
from dateline.ingest.source import Refused

_OK, _SAME, _BUSY = 200, 304, (429, 503)
_MOVED = frozenset({301, 302, 303, 307, 308})
_REDIRECTS = 5
_ROBOTS = Bounds(seconds=15.0, bytes=512 * 1024)


@dataclass(frozen=True, slots=True)
class Page:
    """What was fetched: the address asked for, the one that answered, its headers and its bytes."""

    url: str
    final: str
    headers: Mapping[str, str]
    body: bytes


class Fetcher:
    """Fetches pages, one at a time.

    Args:
        visits: What was fetched before.
        bounds: What one answer may cost.
        loopback: Whether this machine itself may be asked; for tests alone.
        lookup: Gives the addresses of a name.
        opener: Opens a connection.
        pause: Waits so many seconds.
    """

    def __init__(
        self, *, visits: Visits | None = None, bounds: Bounds = Bounds(), loopback: bool = False,  # noqa: B008  frozen
        lookup: Lookup = look_up, opener: Connect = connect, pause: Callable[[float], None] = time.sleep,
    ) -> None:  # fmt: skip
        """Know no host yet."""
        self.visits = visits if visits is not None else Visits()
        self._bounds, self._loopback, self._lookup, self._opener, self._pause = bounds, loopback, lookup, opener, pause
        self._rules: dict[str, Rules] = {}
        self._last: dict[str, float] = {}

    def get(self, url: str) -> Page | None:
        """Fetch a page, None where it is as it was when it was fetched before.

        Raises:
            Refused: It may not or cannot be fetched.
        """
        at = url
        for _ in range(_REDIRECTS + 1):
            target = self._target(at)
            self._heed(target, at)
            headers = self.visits.headers(url) if at == url else {}
            response = self._ask(target, headers, self._bounds)
            if response.status not in _MOVED:
                return self._taken(url, at, response)
            at = self._next(at, response)
        raise Refused("unreadable", f"{url}: is sent on more than {_REDIRECTS} times")

    def _taken(self, url: str, at: str, response: Response) -> Page | None:
        if response.status == _SAME:
            return None
        if response.status in _BUSY:
            after = response.headers.get("retry-after", "a while")
            raise Refused("unreadable", f"{url}: the host is busy ({response.status}); try again in {after}")
        if response.status != _OK:
            raise Refused("unreadable", f"{url}: the host answers {response.status}; check the address in a browser")
        return Page(url, at, response.headers, response.body)

    def _target(self, url: str) -> Target:
        return target_of(url, lookup=self._lookup, loopback=self._loopback)

    def _next(self, at: str, response: Response) -> str:
        where = response.headers.get("location")
        if not where:
            raise Refused("unreadable", f"{at}: is sent on without an address")
        return urljoin(at, where)

    def _heed(self, target: Target, url: str) -> None:
        """Keep to the rules of a host.

        Raises:
            Refused: It does not allow this address, or wants to be left alone for longer than one can wait.
        """
        if target.origin not in self._rules:
            self._rules[target.origin] = read_rules(target.origin, self._robots)
        rules = self._rules[target.origin]
        if not rules.allows(url):
            raise Refused("unreadable", f"{url}: the host's robots.txt does not allow it; ask its owner")
        if rules.delay > MOST_DELAY:
            raise Refused(
                "unreadable", f"{url}: the host wants {rules.delay:g} s between requests; save the page yourself"
            )

    def _robots(self, url: str) -> tuple[int, bytes]:
        """Return the status and the bytes of a robots.txt, sent on or not."""
        for _ in range(_REDIRECTS + 1):
            response = self._ask(self._target(url), {}, _ROBOTS)
            if response.status not in _MOVED:
                return response.status, response.body
            url = self._next(url, response)
        raise Refused("unreadable", f"{url}: is sent on more than {_REDIRECTS} times")

    def _ask(self, target: Target, headers: Mapping[str, str], bounds: Bounds) -> Response:
        """Ask a host, not before its time has come."""
        rules = self._rules.get(target.origin)
        due = self._last.get(target.host, 0.0) + (rules.delay if rules else LEAST_DELAY)
        if target.host in self._last and (left := due - time.monotonic()) > 0:
            self._pause(left)
        try:
            said = {"User-Agent": f"{AGENT}/{version('dateline')}", "Accept": "text/html, application/xml, */*;q=0.5"}
            return ask(target, {**said, **headers}, bounds=bounds, opener=self._opener)
        finally:
            self._last[target.host] = time.monotonic()
