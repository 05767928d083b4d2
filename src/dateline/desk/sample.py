"""The built-in sample: invented reports, coded on this machine when they are first wanted."""

from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from dateline.coder import Coder
from dateline.incidents.rules import NAMES, load_rule
from dateline.ingest import find_items
from dateline.ledger.joining.grouping import bring_up
from dateline.ledger.keeping.ingest import ingest

_REPORTS = Path(__file__).parent / "data" / "sample.jsonl"
NAME = "sample.db"


@cache
def sample_reports() -> list[dict[str, Any]]:
    """Return the invented reports, in the form of a line of JSON Lines that `dateline ingest` reads."""
    return [msgspec.json.decode(line) for line in _REPORTS.read_bytes().splitlines()]


def make_sample(folder: Path, coder: Coder, *, join: bool = True) -> Path:
    """Make a ledger of the sample in a folder, its reports joined to incidents, and return its path."""
    path = folder / NAME
    ingest(path, find_items(_REPORTS), coder=lambda: coder)
    for name in NAMES if join else ():
        bring_up(path, load_rule(name))
    return path
