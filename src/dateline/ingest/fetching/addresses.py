"""From an address on the web to the machines that may be asked for it: those of the public internet alone."""

import ipaddress
import socket
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from dateline.ingest.fetching.reachable import is_public
from dateline.ingest.source import Refused

Lookup = Callable[[str, int], list[str]]
_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Target:
    """What is asked for, and the one machine that is asked: its name is not looked up a second time."""

    scheme: str
    host: str
    port: int
    path: str
    ip: str

    @property
    def origin(self) -> str:
        """Return scheme, host and port."""
        return f"{self.scheme}://{self.netloc}"

    @property
    def netloc(self) -> str:
        """Return the host with its port, where that is not the usual one."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"


def look_up(host: str, port: int) -> list[str]:
    """Return the addresses of a name."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def target_of(url: str, *, lookup: Lookup = look_up, loopback: bool = False) -> Target:
    """Check an address, and return what to ask whom.

    Args:
        url: The address.
        lookup: Gives the addresses of a name.
        loopback: Whether this machine itself may be asked; for tests alone.

    Raises:
        Refused: It is no address on the web, its name is unknown, or any machine of that name is not public.
    """
    scheme, host, port, path = _parts(url)
    try:
        ips = lookup(host, port)
    except (OSError, UnicodeError) as error:
        raise Refused("unreadable", f"{url}: the name {host!r} is not known ({error}); check the address") from error
    private = next((ip for ip in ips if not _allowed(ip, loopback=loopback)), None)
    if private is not None or not ips:
        raise Refused("hostile", f"{url}: leads to {private}, which is no public address; save the page yourself")
    return Target(scheme, host, port, path, ips[0])


def _parts(url: str) -> tuple[str, str, int, str]:
    try:
        parts = urlsplit(url.strip())
        host, port = (parts.hostname or "").rstrip("."), parts.port or _PORTS.get(parts.scheme, 0)
        host = host if ":" in host else host.encode("idna").decode("ascii")
    except (ValueError, UnicodeError) as error:
        raise Refused("unreadable", f"{url}: is no address on the web ({error})") from error
    if parts.scheme not in _PORTS or not host:
        raise Refused("unreadable", f"{url}: is no address on the web; one begins with https:// or http://")
    if parts.username or parts.password:
        raise Refused("hostile", f"{url}: holds a name or a password; leave them out")
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._") + (f"?{_query(parts.query)}" if parts.query else "")
    return parts.scheme, host, port, path


def _query(query: str) -> str:
    return quote(query, safe="/%:@!$&'()*+,;=~-._?")


def _allowed(ip: str, *, loopback: bool) -> bool:
    address = ipaddress.ip_address(ip.partition("%")[0])
    return is_public(address) or (loopback and address.is_loopback)
