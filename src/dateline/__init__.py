"""Read news reports on conflict and diplomacy: who did what to whom, where, when, and who says so.

    >>> import dateline
    >>> coder = dateline.Coder()
    >>> coding = coder.code("Russian drones struck a depot near Odesa on Tuesday.", published="2024-05-02")
    >>> coding.events[0].quote()
    'Russian drones struck a depot near Odesa on Tuesday'

A name is loaded when it is first asked for, so that ``dateline --help`` need not wait for the parser.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.coder import Coder
    from dateline.errors import (
        DatelineError,
        GazetteerError,
        GoldError,
        LedgerError,
        LexiconError,
        ModelError,
        PipelineError,
        ReportError,
        UsageError,
    )
    from dateline.export.pages.page import write_page
    from dateline.export.rows.analysis import tables
    from dateline.export.rows.events import write_csv
    from dateline.export.rows.lines import encode, write_jsonl
    from dateline.export.schema import coding_schema
    from dateline.export.words.explain import explain
    from dateline.ledger.open import Ledger, open_ledger
    from dateline.model.coding import DEFAULT_LAYERS, LAYERS, Coding
    from dateline.reading.given import GivenReport
    from dateline.reading.sources import read_path

__all__ = [
    "DEFAULT_LAYERS",
    "LAYERS",
    "Coder",
    "Coding",
    "DatelineError",
    "GazetteerError",
    "GivenReport",
    "GoldError",
    "Ledger",
    "LedgerError",
    "LexiconError",
    "ModelError",
    "PipelineError",
    "ReportError",
    "UsageError",
    "coding_schema",
    "encode",
    "explain",
    "open_ledger",
    "read_path",
    "tables",
    "write_csv",
    "write_jsonl",
    "write_page",
]

_HOMES = {
    "Coder": "coder",
    "Coding": "model.coding",
    "DEFAULT_LAYERS": "model.coding",
    "GivenReport": "reading.given",
    "LAYERS": "model.coding",
    "Ledger": "ledger.open",
    "coding_schema": "export.schema",
    "encode": "export.rows.lines",
    "explain": "export.words.explain",
    "open_ledger": "ledger.open",
    "read_path": "reading.sources",
    "tables": "export.rows.analysis",
    "write_csv": "export.rows.events",
    "write_jsonl": "export.rows.lines",
    "write_page": "export.pages.page",
}
"""Modules of the names above; those not listed are errors."""


def __getattr__(name: str) -> object:
    """Load a public name."""
    if name not in __all__:
        raise AttributeError(f"module 'dateline' has no attribute {name!r}")
    return getattr(import_module(f"dateline.{_HOMES.get(name, 'errors')}"), name)


def __dir__() -> list[str]:
    """List the public names."""
    return __all__
