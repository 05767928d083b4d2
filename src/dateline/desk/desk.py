"""What the desk was started with."""

import secrets
from dataclasses import dataclass, field

from dateline.desk.coding import RunningCoder
from dateline.desk.held.counts import Counts
from dateline.desk.held.spots import Spots
from dateline.store.address import Address

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """One desk: its ledger, who may judge there, and its secrets.

    Args:
        ledger: Where the ledger lies.
        editor: The name under which judgements are kept; None: nothing can be changed.
        token: What a browser must show once; None: everybody who reaches the desk may read it.
        hosts: The names under which it may be asked for.
        secret: Ties forms to this process, so that no other page can send them.
        sample: Whether the ledger is the built-in sample.
        coder: Codes what is pasted.
        counts: Keeps what was counted of the ledger.
        spots: Counts placed events for the map.
    """

    ledger: Address
    editor: str | None = None
    token: str | None = None
    hosts: frozenset[str] = LOOPBACK
    secret: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    sample: bool = False
    coder: RunningCoder = field(default_factory=RunningCoder)
    counts: Counts = field(default_factory=Counts)
    spots: Spots = field(init=False)

    def __post_init__(self) -> None:
        """Hold the spots of the ledger, which are read when a map needs them."""
        object.__setattr__(self, "spots", Spots(self.ledger))
