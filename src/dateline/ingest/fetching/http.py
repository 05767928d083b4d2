"""One request to one machine, bounded in time and size."""

import http.client
import socket
import ssl
import threading
import zlib
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass

from dateline.ingest.fetching.addresses import Target
from dateline.ingest.source import Refused

Connect = Callable[[tuple[str, int], float], socket.socket]
_BLOCK = 64 * 1024
_INFLATE = 47  # window bits by which zlib takes gzip and zlib


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """What one answer may cost: seconds from the first byte to the last, and bytes, packed or not."""

    seconds: float = 30.0
    bytes: int = 10 * 2**20


@dataclass(frozen=True, slots=True)
class Response:
    """An answer; the names of its headers are in lower case."""

    status: int
    headers: Mapping[str, str]
    body: bytes


def connect(address: tuple[str, int], timeout: float) -> socket.socket:
    """Open a connection to an address that was checked."""
    return socket.create_connection(address, timeout)


def ask(target: Target, headers: Mapping[str, str], *, bounds: Bounds, opener: Connect = connect) -> Response:
    """Ask for what a target names.

    Raises:
        Refused: No answer came, or none that is within the bounds.
    """
    url = f"{target.origin}{target.path}"
    try:
        return _asked(target, headers, bounds, opener)
    except TimeoutError as error:
        raise Refused("timed-out", f"{url}: gave no answer within {bounds.seconds:g} s; try again later") from error
    except (OSError, http.client.HTTPException, zlib.error) as error:
        raise Refused("unreadable", f"{url}: could not be fetched ({error!r}); try again later") from error


def _asked(target: Target, headers: Mapping[str, str], bounds: Bounds, opener: Connect) -> Response:
    plain = opener((target.ip, target.port), bounds.seconds)
    late = threading.Event()
    watch = threading.Timer(bounds.seconds, _cut, (plain, late))
    watch.daemon = True
    watch.start()
    try:
        response = _answer(plain, target, headers, bounds)
        if late.is_set():
            raise TimeoutError
        return response
    except (OSError, http.client.HTTPException) as error:
        if late.is_set():
            raise TimeoutError from error
        raise
    finally:
        watch.cancel()
        plain.close()


def _cut(plain: socket.socket, late: threading.Event) -> None:
    """End a connection whose time is over: one that sends a byte now and then never runs into a timeout of its own."""
    late.set()
    with suppress(OSError):
        plain.shutdown(socket.SHUT_RDWR)


def _answer(plain: socket.socket, target: Target, headers: Mapping[str, str], bounds: Bounds) -> Response:
    connection = http.client.HTTPConnection(target.host, target.port, timeout=bounds.seconds)
    connection.sock = plain
    if target.scheme == "https":
        connection.sock = ssl.create_default_context().wrap_socket(plain, server_hostname=target.host)
    try:
        asked = {"Host": target.netloc, "Accept-Encoding": "gzip", "Connection": "close", **headers}
        connection.request("GET", target.path, headers=asked)
        response = connection.getresponse()
        found = {name.lower(): value for name, value in response.getheaders()}
        return Response(response.status, found, _body(response, found, bounds, f"{target.origin}{target.path}"))
    finally:
        connection.close()


def _body(response: http.client.HTTPResponse, headers: Mapping[str, str], bounds: Bounds, url: str) -> bytes:
    packed = headers.get("content-encoding", "").lower() in ("gzip", "x-gzip", "deflate")
    unpack = zlib.decompressobj(_INFLATE) if packed else None
    body, read = bytearray(), 0
    while part := response.read1(_BLOCK):
        read += len(part)
        body += unpack.decompress(part, bounds.bytes + 1 - len(body)) if unpack else part
        if max(read, len(body)) > bounds.bytes or (unpack and unpack.unconsumed_tail):
            raise Refused("too-large", f"{url}: has more than {bounds.bytes // 2**20} MB; save it yourself")
    if response.length:
        raise http.client.IncompleteRead(bytes(body), response.length)
    return bytes(body)
