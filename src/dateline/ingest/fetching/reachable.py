"""Which addresses belong to the public internet, by IANA's registries of those that do not."""

import ipaddress
from functools import cache
from pathlib import Path

from dateline.lexicon.tables import read_rows

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Network = ipaddress.IPv4Network | ipaddress.IPv6Network
_SPECIAL = Path(__file__).parent / "data" / "special.csv"
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


@cache
def load_special() -> tuple[tuple[Network, bool], ...]:
    """Read the blocks that serve a purpose of their own, and whether each can be reached from everywhere."""
    rows = read_rows(_SPECIAL, ("network", "name", "reachable", "reference"))
    blocks = [(ipaddress.ip_network(network), reachable == "yes") for network, _, reachable, _ in rows]
    return tuple(sorted(blocks, key=lambda block: -block[0].prefixlen))


def is_public(address: Address) -> bool:
    """Tell whether an address belongs to the public internet; the smallest block that holds it decides."""
    public = next((reachable for block, reachable in load_special() if address in block), True)
    if public and address in _NAT64:
        return is_public(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
    return public
