"""Only what IANA's registries say is globally reachable may be asked."""

import ipaddress

import pytest

from dateline.ingest.fetching.reachable import is_public


@pytest.mark.parametrize(
    "address",
    ["0.0.0.0", "10.1.2.3", "100.64.0.1", "127.0.0.1", "169.254.169.254", "172.16.0.1", "192.0.0.1", "192.0.0.8",
     "192.0.0.170", "192.0.2.1", "192.88.99.1", "192.168.0.1", "198.19.255.255", "198.51.100.7", "203.0.113.7",
     "224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255",
     "::", "::1", "::7f00:1", "::ffff:8.8.8.8", "64:ff9b::10.0.0.1", "64:ff9b:1::808:808", "100::1", "100:0:0:1::1",
     "2001::1", "2001:2::1", "2001:10::1", "2001:db8::1", "2001:1ff::1", "2002:808:808::1", "3fff::1", "3fff:fff::1",
     "4000::1", "5f00::1", "fc00::1", "fd00::1", "fe80::1", "fec0::1", "ff02::1"],
)  # fmt: skip
def test_what_is_not_reachable_from_everywhere_is_not_asked(address: str) -> None:
    assert not is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize(
    "address",
    ["93.184.216.34", "8.8.8.8", "100.128.0.1", "172.32.0.1", "192.0.1.1", "192.88.98.1", "192.31.196.1", "192.0.0.9",
     "192.0.0.10", "2001:1::1", "2001:1::2", "2001:1::3",
     "64:ff9b::808:808", "2001:3::1", "2001:20::1", "2001:200::1", "2003::1", "2606:2800:220:1:248:1893:25c8:1946",
     "2620:4f:8000::1", "3fff:1000::1"],
)  # fmt: skip
def test_what_is_reachable_is_asked(address: str) -> None:
    assert is_public(ipaddress.ip_address(address))
