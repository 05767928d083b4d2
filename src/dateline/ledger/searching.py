"""Full-text search: the reports that have words, the best first, each with a snippet."""

import sqlite3

from dateline.errors import UsageError
from dateline.store.view import Record, View

COLUMNS = ("id", "published", "source", "title", "events", "snippet")
WEIGHED = 3_000
"""Of more matches than these the newest are weighed: what is in every third report is best told by its date."""
_SNIPPET_WORDS = 24
_SEARCH = f"""
SELECT v.id, v.published, v.source, v.title, v.events, s.snippet FROM (
  SELECT f.rowid AS key, snippet(reports_fts, 1, '[', ']', ' … ', {_SNIPPET_WORDS}) AS snippet, best.turn
  FROM (
    SELECT key, row_number() OVER (ORDER BY score) AS turn FROM (
      SELECT rowid AS key, bm25(reports_fts) AS score FROM reports_fts WHERE reports_fts MATCH :query
      AND rowid IN (SELECT report_key FROM report WHERE until IS NULL) ORDER BY rowid DESC LIMIT {WEIGHED}
    ) ORDER BY score LIMIT :limit
  ) best JOIN reports_fts f ON f.rowid = best.key WHERE reports_fts MATCH :query
) s JOIN v_reports v ON v.report_key = s.key ORDER BY s.turn
"""
_COUNT = "SELECT count(*) AS n FROM reports_fts WHERE reports_fts MATCH ?"


def search(view: View, query: str, *, limit: int) -> tuple[list[Record], int]:
    """Return the reports that have words, and how many there are; withdrawn and revised ones are counted, not shown.

    Raises:
        UsageError: FTS5 does not know the query.
    """
    try:
        found = view.connection.execute(_SEARCH, {"query": query, "limit": limit})
        rows = [dict(zip(COLUMNS, row, strict=True)) for row in found]
        return rows, int(view.connection.execute(_COUNT, (query,)).fetchone()[0])
    except sqlite3.OperationalError as error:
        raise UsageError(f"{query!r} is no query ({error}); put what is no plain word in quotes") from error
