"""Read what a page of the desk has posted."""

import hmac
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qs

import msgspec
from starlette.exceptions import HTTPException
from starlette.requests import Request

from dateline.desk.desk import Desk
from dateline.desk.guarding import MOST_BYTES

Given = Mapping[str, list[str]]
HEADER = "x-csrf"
_MOST_FIELDS = 200


async def posted(request: Request, desk: Desk) -> Given:
    """Return the fields of a form, or of a flat JSON object, that comes from one of the desk's own pages.

    Raises:
        HTTPException: It is too long, cannot be read, or does not know the desk's secret.
    """
    body = await _body(request)
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    fields = _json(body) if kind == "application/json" else _form(body)
    shown = request.headers.get(HEADER) or "".join(fields.pop("csrf", []))
    if not hmac.compare_digest(shown.encode(), desk.secret.encode()):
        raise HTTPException(403, "the form is of an earlier start of the desk: load the page again")
    return fields


async def _body(request: Request) -> bytes:
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > MOST_BYTES:
            raise HTTPException(413, f"it is longer than {MOST_BYTES:,} bytes")
    return body


def _form(body: bytes) -> dict[str, list[str]]:
    try:
        return parse_qs(body.decode("utf-8"), keep_blank_values=True, max_num_fields=_MOST_FIELDS)
    except ValueError as error:
        raise HTTPException(400, f"the form cannot be read: {error}") from error


def _json(body: bytes) -> dict[str, list[str]]:
    try:
        found = msgspec.json.decode(body, type=dict[str, Any])
    except msgspec.DecodeError as error:
        raise HTTPException(400, f"the JSON cannot be read: {error}") from error
    return {name: [_text(v) for v in _values(value) if v is not None] for name, value in found.items()}


def _values(value: Any) -> list[Any]:
    """Return the values of a field: those of a list, but for lists of lists, which are one value."""
    several = isinstance(value, list) and not any(isinstance(v, list) for v in value)
    return value if several else [value]


def _text(value: Any) -> str:
    """Return a value as a form would have it."""
    if isinstance(value, bool):
        return "1" if value else ""
    return value if isinstance(value, str) else msgspec.json.encode(value).decode()
