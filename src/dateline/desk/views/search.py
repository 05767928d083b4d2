"""Full-text search."""

import re

from dateline.desk.asked import Asked
from dateline.desk.page import Data, Page
from dateline.ledger.asking.searching import search as find

_OPEN, _SHUT = "\x02", "\x03"
_HIT = re.compile(f"({_OPEN}[^{_SHUT}]*{_SHUT})")


def search(asked: Asked) -> Data:
    """Return the reports that have words, each with a snippet."""
    query = asked.one("q")
    rows, matching = find(asked.view, query, limit=asked.limit, around=(_OPEN, _SHUT)) if query else ([], 0)
    found = [{**row, "snippet": _pieces(row["snippet"] or "")} for row in rows]
    return {"q": query, "rows": found, "shown": len(found), "matching": matching}


def _pieces(snippet: str) -> list[tuple[str, bool]]:
    """Return the stretches of a snippet, each with whether it was asked for."""
    return [(p.strip(_OPEN + _SHUT), p.startswith(_OPEN)) for p in _HIT.split(snippet) if p]


PAGE = Page(
    name="search", path="/search", told="Reports by their words, the best first.", data=search,
    parameters={"q": "words, in the language of FTS5", "limit": "how many rows, at most 500; 50 by default"},
    keys={
        "q": "the words asked for, null for none",
        "rows": "`id`, `published`, `source`, `title`, `events`, `snippet` (a list of `[words, hit]`)",
        "shown": "how many rows are here", "matching": "how many reports have the words",
    },
)  # fmt: skip
