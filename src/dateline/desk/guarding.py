"""Who may ask the desk, and what its answers allow a browser: checked before any page is made."""

import hmac
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qsl, urlencode, urlsplit

import msgspec
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dateline.desk.desk import Desk

MOST_BYTES = 1_000_000
COOKIE = "dateline"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""No script and no style but the desk's own files, and no request to anywhere else."""
HEADERS: Mapping[str, str] = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
_METHODS = frozenset({"GET", "HEAD", "POST"})
_FORMS = frozenset({"application/json", "application/x-www-form-urlencoded"})


@dataclass(frozen=True, slots=True)
class Refusal(Exception):  # noqa: N818  it is no fault of the desk
    """Why a request is not answered."""

    status: int
    told: str


class Guard:
    """Refuses what does not come from the desk's own pages on this machine, and adds headers to every answer."""

    def __init__(self, app: ASGIApp, *, desk: Desk) -> None:
        """Hold what is guarded."""
        self.app = app
        self.desk = desk

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or refuse it."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self.app(scope, receive, send)
            return
        guarded = _with_headers(send)
        try:
            self._check(scope)
        except Refusal as refusal:
            await _refuse(refusal, guarded)
            return
        if self.desk.token is not None and not _knows(Headers(scope=scope), self.desk.token):
            await _ask_token(scope, self.desk.token, guarded)
            return
        await self.app(scope, receive, guarded)

    def _check(self, scope: Scope) -> None:
        headers = Headers(scope=scope)
        _check_host(headers, self.desk.hosts)
        if scope["method"] not in _METHODS:
            raise Refusal(405, f"{scope['method']} is not answered here")
        site, mode = headers.get("sec-fetch-site", "none"), headers.get("sec-fetch-mode", "navigate")
        if site not in ("none", "same-origin") and (mode != "navigate" or scope["method"] == "POST"):
            raise Refusal(403, "other pages may link to the desk, and not read or write it")
        if scope["method"] == "POST":
            _check_post(headers)


def _check_host(headers: Headers, hosts: frozenset[str]) -> None:
    """Refuse a name that is not the desk's: a foreign page whose name was made to lead here."""
    given = headers.getlist("host")
    name = urlsplit(f"//{given[0]}").hostname if len(given) == 1 and _is_plain(given[0]) else None
    if name is None or name not in hosts:
        raise Refusal(403, "the desk does not answer to this name; open it as 127.0.0.1 or localhost")


def _is_plain(host: str) -> bool:
    return all(c.isascii() and (c.isalnum() or c in ".-:[]") for c in host)


def _check_post(headers: Headers) -> None:
    origin = headers.get("origin")
    if origin is not None and urlsplit(origin).netloc != headers["host"]:
        raise Refusal(403, "forms are taken from the desk's own pages alone")
    if headers.get("content-type", "").partition(";")[0].strip().lower() not in _FORMS:
        raise Refusal(415, "post a form, or JSON")
    length = headers.get("content-length", "")
    if not length.isascii() or not length.isdigit():
        raise Refusal(411, "say how long it is")
    if len(length) > 12 or int(length) > MOST_BYTES:
        raise Refusal(413, f"it is longer than {MOST_BYTES:,} bytes")


def _knows(headers: Headers, token: str) -> bool:
    """Tell whether a browser has shown the token, by its cookie or a header."""
    try:
        cookie = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
    except CookieError:
        cookie = None
    shown = cookie.value if cookie else headers.get("authorization", "").removeprefix("Bearer ")
    return hmac.compare_digest(shown.encode(), token.encode())


async def _ask_token(scope: Scope, token: str, send: Send) -> None:
    """Take the token of an address, keep it as a cookie and lead to the address without it; else refuse."""
    pairs = parse_qsl(scope.get("query_string", b"").decode("latin-1"), keep_blank_values=True)
    shown = dict(pairs).get("token", "")
    if scope["method"] != "GET" or not hmac.compare_digest(shown.encode(), token.encode()):
        await _refuse(Refusal(401, "open the desk by the address that it printed when it was started"), send)
        return
    rest = urlencode([(name, value) for name, value in pairs if name != "token"])
    path = "/" + scope["path"].lstrip("/\\")  # "//elsewhere" would lead elsewhere
    headers = {
        "location": f"{path}?{rest}" if rest else path, "cache-control": "no-store",
        "set-cookie": f"{COOKIE}={token}; HttpOnly; SameSite=Strict; Path=/",
    }  # fmt: skip
    await _send(send, 303, b"", headers)


async def _refuse(refusal: Refusal, send: Send) -> None:
    body = msgspec.json.encode({"ok": False, "error": refusal.told, "status": refusal.status})
    await _send(send, refusal.status, body, {"content-type": "application/json", "cache-control": "no-store"})


async def _send(send: Send, status: int, body: bytes, headers: Mapping[str, str]) -> None:
    raw = [(name.encode(), value.encode("latin-1", "replace")) for name, value in headers.items()]
    raw.append((b"content-length", str(len(body)).encode()))
    await send({"type": "http.response.start", "status": status, "headers": raw})
    await send({"type": "http.response.body", "body": body})


def _with_headers(send: Send) -> Send:
    async def guarded(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers[name] = value
            headers.setdefault("cache-control", "no-cache")
        await send(message)

    return guarded


def new_token() -> str:
    """Return a token that nobody guesses."""
    return secrets.token_urlsafe(24)
