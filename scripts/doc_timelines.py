"""The parts of the page on timelines: what its commands print of the invented reports in examples/months.jsonl."""

import tempfile
from collections.abc import Callable, Mapping
from functools import cache, partial
from pathlib import Path

from dateline.timelines.rows import COLUMNS
from doc_ledger import ROOT, block, table, told

EXAMPLE = ROOT / "examples" / "months.jsonl"


@cache
def example_ledger() -> str:
    """Return a ledger of the reports."""
    path = str(Path(tempfile.mkdtemp()) / "months.db")
    told("ingest", str(EXAMPLE), "--ledger", path)
    return path


def shown(*arguments: str) -> str:
    """Return the table that a command prints."""
    return block(told("timeline", *arguments, "--format", "table", "--ledger", example_ledger()))


def columns() -> str:
    """Return the columns of each table in CSV."""
    return table(["table", "columns"], [[name, ", ".join(f"`{c}`" for c in of)] for name, of in COLUMNS.items()])


PARTS: Mapping[str, Callable[[], str]] = {
    "timeline-positions": partial(shown, "positions"),
    "timeline-pledges": partial(shown, "pledges"),
    "timeline-totals": partial(shown, "pledges", "--totals"),
    "timeline-columns": columns,
}
