"""The desk as an ASGI application: a route for each page, one for its twin, and one for each act."""

import hashlib
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from http import HTTPStatus
from importlib.metadata import version
from pathlib import Path
from typing import Any

import msgspec
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from dateline.desk.asked import Asked
from dateline.desk.desk import Desk
from dateline.desk.guarding import Guard
from dateline.desk.openapi import PATH, openapi
from dateline.desk.page import Act, Data, File, Page
from dateline.desk.pages import ACTS, FILES, PAGES
from dateline.desk.posting import Given, posted
from dateline.desk.review.acts import editor
from dateline.errors import ConflictError, DatelineError, UsageError
from dateline.export.pages.page import ASSETS
from dateline.store.asking.view import View

_HERE = Path(__file__).parent
_GZIP_FROM = 1_024
_GZIP_LEVEL = 3  # twins are large and this machine is near
_JSON = "application/json"
Endpoint = Callable[[Request], Awaitable[Response]]


def make_app(desk: Desk) -> Starlette:
    """Return the application of a desk."""
    templates = _templates(desk)
    routes: list[Route | Mount] = []
    for page in PAGES:
        methods = ["GET", "POST"] if page.posts else ["GET"]
        if not page.twin_only:
            routes.append(Route(page.path, _endpoint(desk, page, templates), methods=methods))
        routes.append(Route(page.twin, _endpoint(desk, page, None), methods=methods))
    routes += [Route(file.path, _file(desk, file)) for file in FILES]
    routes += [Route(act.path, _act(desk, act), methods=["POST"]) for act in ACTS]
    routes.append(Mount("/shared", StaticFiles(directory=ASSETS), name="shared"))
    routes.append(Route(PATH, _described()))
    routes.append(Mount("/static", StaticFiles(directory=_HERE / "static"), name="static"))
    refused = _refused(templates)
    return Starlette(
        routes=routes,
        middleware=[
            Middleware(Guard, desk=desk),
            Middleware(GZipMiddleware, minimum_size=_GZIP_FROM, compresslevel=_GZIP_LEVEL),
        ],
        exception_handlers={HTTPException: refused, DatelineError: refused},
    )


def _templates(desk: Desk) -> Environment:
    """Return the templates: all that they are given is escaped, and what is missing is a fault."""
    found = Environment(loader=FileSystemLoader(_HERE / "templates"), autoescape=True, undefined=StrictUndefined)
    words = _words()
    found.globals.update(desk=desk, pages=PAGES, say=lambda key: words.get(key, key))
    return found


@cache
def _words() -> Mapping[str, str]:
    """Return the desk's words; pages and scripts take them from one file."""
    return msgspec.json.decode((_HERE / "static" / "strings.json").read_bytes(), type=dict[str, str])


def _endpoint(desk: Desk, page: Page, templates: Environment | None) -> Endpoint:
    """Return what answers for a page, or for its twin where there are no templates."""

    async def endpoint(request: Request) -> Response:
        given = _query(request)
        if request.method == "POST":
            given = {**given, **await posted(request, desk)}
        return await run_in_threadpool(_answer, desk, page, request, given, templates)

    return endpoint


def _file(desk: Desk, file: File) -> Endpoint:
    """Return what answers with a file to be kept."""

    async def endpoint(request: Request) -> Response:
        body = await run_in_threadpool(_made, desk, file, _query(request))
        headers = {"content-disposition": f'attachment; filename="{file.path.rpartition("/")[2]}"'}
        return Response(body, headers=headers, media_type="application/x-ndjson")

    return endpoint


def _made(desk: Desk, file: File, given: Given) -> bytes:
    with _reading(desk) as view:
        return file.made(Asked(desk, view, given))


@contextmanager
def _reading(desk: Desk) -> Iterator[View]:
    """Yield the ledger in one state for the whole answer."""
    with View(desk.ledger) as view:
        view.connection.execute("BEGIN")
        yield view


def _query(request: Request) -> Given:
    return {name: request.query_params.getlist(name) for name in request.query_params}


def _described() -> Endpoint:
    body = msgspec.json.encode(openapi(PAGES, ACTS, FILES))

    async def endpoint(_: Request) -> Response:
        return Response(body, media_type=_JSON)

    return endpoint


def _act(desk: Desk, act: Act) -> Endpoint:
    """Return what answers an act: always in JSON."""

    async def endpoint(request: Request) -> Response:
        given = await posted(request, desk)
        editor(desk)
        body = msgspec.json.encode(await run_in_threadpool(act.made, desk, given))
        return Response(body, headers={"cache-control": "no-store"}, media_type=_JSON)

    return endpoint


def _answer(desk: Desk, page: Page, request: Request, given: Given, templates: Environment | None) -> Response:
    with _reading(desk) as view:
        batch = _version(view)
        tag = _tag(desk, request, batch)
        if request.method != "POST" and tag in request.headers.get("if-none-match", ""):
            return Response(status_code=304, headers={"etag": tag})
        data = _data(desk, page, Asked(desk, view, given, _past(page, given, batch)), batch)
    kept = request.method != "POST" and not data.get("counting")
    headers = {"etag": tag} if kept else {"cache-control": "no-store"}
    if templates is None:
        return Response(msgspec.json.encode(data), headers=headers, media_type=_JSON)
    return HTMLResponse(templates.get_template(f"{page.name}.html").render(data=data, page=page, request=request),
                        headers=headers)  # fmt: skip


def _data(desk: Desk, page: Page, asked: Asked, batch: int) -> Data:
    """Return what a page shows, with the common keys."""
    common = {
        "ok": True, "page": page.name, "version": batch, "editor": desk.editor, "sample": desk.sample,
        "query": asked.shown() if page.filters else {}, "shows": asked.past or batch,
    }  # fmt: skip
    return {**common, **page.data(asked)}


def _past(page: Page, given: Given, batch: int) -> int | None:
    """Return the earlier version that a link asks for, None where it is the ledger's own or the page keeps none."""
    named = (given.get("v") or [""])[-1]
    known = page.keeps and named.isascii() and named.isdigit() and 0 < int(named[:18]) < batch
    return int(named[:18]) if known else None


def _version(view: View) -> int:
    found = view.one("SELECT max(batch) AS n FROM batch")
    return int(found["n"] or 0) if found else 0


def _tag(desk: Desk, request: Request, batch: int) -> str:
    """Return what changes when the answer may: with the ledger, the code, the desk and the address."""
    told = f"{version('dateline')} {desk.secret} {batch} {request.url.path}?{request.url.query}"
    return f'W/"{hashlib.sha256(told.encode()).hexdigest()[:24]}"'


def _refused(templates: Environment) -> Callable[[Request, Exception], Awaitable[Response]]:
    async def handler(request: Request, error: Exception) -> Response:
        status, told = _fault(error)
        headers: Mapping[str, str] | None = getattr(error, "headers", None)
        if request.url.path.endswith(".json") or request.url.path.startswith("/review/"):
            body: dict[str, Any] = {"ok": False, "error": told, "status": status}
            return Response(msgspec.json.encode(body), status, headers, _JSON)
        phrase = HTTPStatus(status).phrase
        page = templates.get_template("error.html").render(error=told, status=status, phrase=phrase, request=request)
        return HTMLResponse(page, status, headers)

    return handler


def _fault(error: Exception) -> tuple[int, str]:
    if isinstance(error, HTTPException):
        return error.status_code, error.detail
    return next((s for kind, s in _STATUSES if isinstance(error, kind)), 500), str(error)


_STATUSES = ((UsageError, 400), (ConflictError, 409))
