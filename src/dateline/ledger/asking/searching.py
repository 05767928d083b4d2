"""Full-text search: the reports that have words, the best first, each with a snippet."""

import sqlite3
from collections.abc import Iterator
from itertools import islice

from dateline.errors import UsageError
from dateline.store.asking.view import Record, View

COLUMNS = ("id", "published", "source", "title", "events", "snippet")
WEIGHED = 3_000
"""Of more matches than these the newest are weighed: what is in every third report is best told by its date."""
_SNIPPET_WORDS = 24
_SCORED = f"""
SELECT rowid, bm25(reports_fts) FROM reports_fts WHERE reports_fts MATCH ? ORDER BY rowid DESC LIMIT {WEIGHED}
"""
_SNIPPET = f"""
SELECT snippet(reports_fts, 1, ?, ?, ' … ', {_SNIPPET_WORDS}) AS snippet FROM reports_fts
WHERE reports_fts MATCH ? AND rowid = ?
"""
_REPORT = "SELECT id, published, source, title, events FROM v_reports WHERE report_key = ?"
_COUNT = "SELECT count(*) FROM reports_fts WHERE reports_fts MATCH ?"


def search(view: View, query: str, *, limit: int, around: tuple[str, str] = ("[", "]")) -> tuple[list[Record], int]:
    """Return the reports that have words, and how many there are; withdrawn and revised ones are counted, not shown.

    Args:
        view: The ledger.
        query: Words, in the language of FTS5.
        limit: How many reports at most.
        around: What stands before and behind a hit in the snippets.

    Raises:
        UsageError: FTS5 does not know the query.
    """
    try:
        matching = int(view.connection.execute(_COUNT, (query,)).fetchone()[0])
        scored = view.connection.execute(_SCORED, (query,)).fetchall()
    except sqlite3.OperationalError as error:
        raise UsageError(f"{query!r} is no query ({error}); put what is no plain word in quotes") from error
    best = sorted(scored, key=lambda row: (row[1], -row[0]))
    found = _shown(view, (*around, query), [key for key, _ in best])
    return list(islice(found, limit)), matching


def _shown(view: View, asked: tuple[str, str, str], keys: list[int]) -> Iterator[Record]:
    for key in keys:
        report = view.one(_REPORT, (key,))
        if report is not None:
            yield {**report, **(view.one(_SNIPPET, (*asked, key)) or {"snippet": ""})}
