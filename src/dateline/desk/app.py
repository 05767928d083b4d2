"""The desk as an ASGI application: a route for each page and one for its twin."""

from collections.abc import Awaitable, Callable, Mapping
from functools import cache
from http import HTTPStatus
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
from dateline.desk.page import Data, Page
from dateline.desk.pages import PAGES
from dateline.errors import DatelineError, UsageError
from dateline.store.view import View

_HERE = Path(__file__).parent
_GZIP_FROM = 1_024
_GZIP_LEVEL = 3  # twins are large and this machine is near
Endpoint = Callable[[Request], Awaitable[Response]]


def make_app(desk: Desk) -> Starlette:
    """Return the application of a desk."""
    templates = _templates(desk)
    routes: list[Route | Mount] = []
    for page in PAGES:
        routes += [Route(page.path, _shown(desk, page, templates)), Route(page.twin, _twin(desk, page))]
    routes.append(Mount("/static", StaticFiles(directory=_HERE / "static"), name="static"))
    return Starlette(
        routes=routes,
        middleware=[Middleware(GZipMiddleware, minimum_size=_GZIP_FROM, compresslevel=_GZIP_LEVEL)],
        exception_handlers={
            HTTPException: _refused(templates), UsageError: _refused(templates), DatelineError: _refused(templates)
        },
    )  # fmt: skip


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


def _answer(desk: Desk, page: Page, request: Request) -> Data:
    """Return what a page shows, with the common keys."""
    given = {name: request.query_params.getlist(name) for name in request.query_params}
    with View(desk.ledger) as view:
        asked = Asked(desk, view, given)
        version = view.one("SELECT max(batch) AS n FROM batch") or {"n": None}
        common = {
            "ok": True, "page": page.name, "version": version["n"] or 0, "editor": desk.editor, "sample": desk.sample,
            "query": asked.shown(),
        }  # fmt: skip
        return {**common, **page.data(asked)}


def _shown(desk: Desk, page: Page, templates: Environment) -> Endpoint:
    async def endpoint(request: Request) -> Response:
        def made() -> str:
            data = _answer(desk, page, request)
            return templates.get_template(f"{page.name}.html").render(data=data, page=page, request=request)

        return HTMLResponse(await run_in_threadpool(made))

    return endpoint


def _twin(desk: Desk, page: Page) -> Endpoint:
    async def endpoint(request: Request) -> Response:
        def made() -> bytes:
            return msgspec.json.encode(_answer(desk, page, request))

        return Response(await run_in_threadpool(made), media_type="application/json")

    return endpoint


def _refused(templates: Environment) -> Callable[[Request, Exception], Awaitable[Response]]:
    async def handler(request: Request, error: Exception) -> Response:
        status, told = _fault(error)
        headers: Mapping[str, str] | None = getattr(error, "headers", None)
        if request.url.path.endswith(".json") or request.method == "POST":
            body: dict[str, Any] = {"ok": False, "error": told, "status": status}
            return Response(msgspec.json.encode(body), status, headers, "application/json")
        page = templates.get_template("error.html").render(
            error=told, status=status, phrase=HTTPStatus(status).phrase, request=request
        )
        return HTMLResponse(page, status, headers)

    return handler


def _fault(error: Exception) -> tuple[int, str]:
    if isinstance(error, HTTPException):
        return error.status_code, error.detail
    return (400 if isinstance(error, UsageError) else 500), str(error)
