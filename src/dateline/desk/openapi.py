"""The desk's addresses as OpenAPI, made from the same tables as its pages and its docs."""

from collections.abc import Iterable, Mapping
from importlib.metadata import version
from typing import Any

from dateline.desk.asked import FILTERS
from dateline.desk.page import COMMON, Act, File, Page
from dateline.store.asking.filters import APPLICABLE

Schema = dict[str, Any]
PATH = "/openapi.json"
_SEVERAL = frozenset({"type", "mode", "country", "source", "status"})
_ERROR: Schema = {
    "description": "What is wrong, and what to do.",
    "content": {"application/json": {"schema": {
        "type": "object", "required": ["ok", "error", "status"],
        "properties": {"ok": {"const": False}, "error": {"type": "string"}, "status": {"type": "integer"}},
    }}},
}  # fmt: skip


def openapi(pages: Iterable[Page], acts: Iterable[Act], files: Iterable[File]) -> Schema:
    """Return the description of all addresses that answer in JSON."""
    paths: Schema = {page.twin: {"get": _page(page)} for page in pages}
    paths |= {file.path: {"get": _file(file)} for file in files}
    paths |= {act.path: {"post": _act(act)} for act in acts}
    return {
        "openapi": "3.1.0", "info": {"title": "dateline desk", "version": version("dateline")}, "paths": paths,
    }  # fmt: skip


def _page(page: Page) -> Schema:
    return {
        "operationId": page.name, "summary": page.told, "parameters": [*_parameters(page.asks), *_filters(page)],
        "responses": _answers({**COMMON, **page.keys}),
    }  # fmt: skip


def _parameters(given: Mapping[str, str]) -> list[Schema]:
    return [{"name": n, "in": "query", "description": told, "schema": {"type": "string"}} for n, told in given.items()]


def _filters(page: Page) -> list[Schema]:
    if page.filters is None:
        return []
    known = [name for name, python in FILTERS.items() if python in APPLICABLE[page.filters]]
    several: Schema = {"type": "array", "items": {"type": "string"}}
    return [
        {"name": name, "in": "query", "description": "a filter, as of the lists", "style": "form", "explode": True,
         "schema": several if name in _SEVERAL else {"type": "string"}}
        for name in known
    ]  # fmt: skip


def _answers(keys: Mapping[str, str]) -> Schema:
    schema = {"type": "object", "required": list(keys), "properties": {n: {"description": t} for n, t in keys.items()}}
    return {
        "200": {"description": "the answer", "content": {"application/json": {"schema": schema}}},
        "default": _ERROR,
    }


def _file(file: File) -> Schema:
    lines = {"200": {"description": "one JSON object a line", "content": {"application/x-ndjson": {}}}}
    return {"summary": file.told, "parameters": _parameters(file.parameters), "responses": lines}


def _act(act: Act) -> Schema:
    properties = {name: {"description": told} for name, told in act.parameters.items()}
    body = {"content": {"application/json": {"schema": {"type": "object", "properties": properties}}}}
    return {"summary": act.told, "requestBody": body, "responses": _answers(act.keys)}
