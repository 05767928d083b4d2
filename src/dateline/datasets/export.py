"""One export under way: what it reads, where it writes, what it counts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dateline.datasets.account import Account
from dateline.datasets.facts.dossier import Dossier
from dateline.datasets.facts.reading import dossiers
from dateline.ledger.open import Ledger


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """A ledger, a folder, a rule and filters. ``raw_cells`` leaves words as they are that read as a formula."""

    ledger: Ledger
    folder: Path
    rule: str = "standard"
    filters: Mapping[str, Any] = field(default_factory=dict)
    raw_cells: bool = False
    account: Account = field(default_factory=Account)

    def dossiers(self) -> Iterator[Dossier]:
        """Yield the incidents with all that is known of them, anew at each call."""
        return dossiers(self.ledger, rule=self.rule, filters=self.filters)

    def counted(self) -> Iterator[Dossier]:
        """Yield the incidents and count them."""
        for dossier in self.dossiers():
            self.account.incidents += 1
            yield dossier
