"""What the robots.txt of a host allows, and how long it wants to be left alone between two requests."""

from collections.abc import Callable
from dataclasses import dataclass

from dateline.ingest.source import Refused

AGENT = "dateline"
LEAST_DELAY = 1.0
MOST_DELAY = 60.0
Get = Callable[[str], tuple[int, bytes]]
_OK, _GONE, _FAULT = 200, 400, 500


@dataclass(frozen=True, slots=True)
class Rules:
    """What one host allows."""

    allows: Callable[[str], bool]
    delay: float = LEAST_DELAY


def read_rules(origin: str, get: Get) -> Rules:
    """Ask a host for its robots.txt; where there is none all is allowed, where it cannot be had nothing is (RFC 9309).

    Args:
        origin: Scheme, host and port.
        get: Gives the status and the bytes of an address.

    Raises:
        Refused: The library is not installed.
    """
    try:
        from protego import Protego  # noqa: PLC0415  an optional library
    except ImportError as error:
        raise Refused("needs-extra", "fetching needs protego; run: pip install 'dateline[fetch]'") from error
    try:
        status, raw = get(f"{origin}/robots.txt")
    except Refused:
        return Rules(lambda _: False)
    if status != _OK:
        return Rules(lambda _: _GONE <= status < _FAULT)
    rules = Protego.parse(raw.decode("utf-8", "replace"))
    delay = float(rules.crawl_delay(AGENT) or 0.0)
    return Rules(lambda url: bool(rules.can_fetch(url, AGENT)), max(LEAST_DELAY, delay))
