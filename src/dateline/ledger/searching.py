"""Full-text search: the reports that have words, the best first, each with a snippet."""

import sqlite3
from collections.abc import Iterator

from dateline.errors import UsageError
from dateline.store.view import Record, View

COLUMNS = ("id", "published", "source", "title", "events", "snippet")
WEIGHED = 3_000
"""Of more matches than these the newest are weighed: what is in every third report is best told by its date."""
_SNIPPET_WORDS = 24
_SCORED = f"""
SELECT rowid, bm25(reports_fts) FROM reports_fts WHERE reports_fts MATCH ? ORDER BY rowid DESC LIMIT {WEIGHED}
"""
_SNIPPET = f"""
SELECT snippet(reports_fts, 1, '[', ']', ' … ', {_SNIPPET_WORDS}) AS snippet FROM reports_fts
WHERE reports_fts MATCH ? AND rowid = ?
"""
_REPORT = "SELECT id, published, source, title, events FROM v_reports WHERE report_key = ?"
_COUNT = "SELECT count(*) FROM reports_fts WHERE reports_fts MATCH ?"


def search(view: View, query: str, *, limit: int) -> tuple[list[Record], int]:
    """Return the reports that have words, and how many there are; withdrawn and revised ones are counted, not shown.

    Raises:
        UsageError: FTS5 does not know the query.
    """
    try:
        matching = int(view.connection.execute(_COUNT, (query,)).fetchone()[0])
        scored = view.connection.execute(_SCORED, (query,)).fetchall()
    except sqlite3.OperationalError as error:
        raise UsageError(f"{query!r} is no query ({error}); put what is no plain word in quotes") from error
    best = sorted(scored, key=lambda row: (row[1], -row[0]))
    return list(_shown(view, query, [key for key, _ in best], limit)), matching


def _shown(view: View, query: str, keys: list[int], limit: int) -> Iterator[Record]:
    shown = 0
    for key in keys:
        report = view.one(_REPORT, (key,)) if shown < limit else None
        if report is not None:
            shown += 1
            yield {**report, **(view.one(_SNIPPET, (query, key)) or {"snippet": ""})}
