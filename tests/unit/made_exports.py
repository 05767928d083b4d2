"""An export of dossiers made by hand."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from dateline.datasets.export import Export
from dateline.datasets.facts.dossier import Dossier
from dateline.ledger.open import Ledger


@dataclass(frozen=True, kw_only=True)
class MadeExport(Export):
    made: tuple[Dossier, ...] = ()

    def dossiers(self) -> Iterator[Dossier]:
        return iter(self.made)


def export_of(folder: Path, *made: Dossier) -> MadeExport:
    return MadeExport(ledger=cast(Ledger, None), folder=folder, made=made)
