"""Keep how many incidents hold, and for each who published a report of it and who takes part: lists are counted so."""

from dateline.store.batch import Batch

_SOURCES = (
    "SELECT DISTINCT e.source, i.rule, ifnull(i.day, ''), i.incident_key FROM incident i "
    "JOIN incident_event m ON m.incident_key = i.incident_key JOIN event e ON e.event_key = m.event_key "
    "WHERE {} AND e.source IS NOT NULL"
)
_PARTIES = (
    "SELECT DISTINCT p.name_key, p.country, i.rule, ifnull(i.day, ''), i.incident_key FROM incident i "
    "JOIN incident_event m ON m.incident_key = i.incident_key "
    "JOIN party p ON p.layer = 'events' AND p.record_key = m.event_key WHERE {}"
)
WORDS = {
    "incident_source": (_SOURCES, "source, rule, day, incident_key"),
    "incident_party": (_PARTIES, "name_key, country, rule, day, incident_key"),
}
"""By table, what its rows follow from, and its columns."""
_ONE = "i.incident_key = ?"


_BEGUN = (
    "INSERT INTO incident_count SELECT rule, 1 FROM incident WHERE incident_key = ? "
    "ON CONFLICT (rule) DO UPDATE SET n = incident_count.n + 1"
)
_ENDED = "UPDATE incident_count SET n = n - 1 WHERE rule = (SELECT rule FROM incident WHERE incident_key = ?)"


def add_words(batch: Batch, key: int) -> None:
    """Count an incident, and keep what its events say; they must be written already."""
    batch.connection.execute(_BEGUN, (key,))
    for table, (sql, _) in WORDS.items():
        batch.connection.execute(f"INSERT INTO {table} {sql.format(_ONE)}", (key,))


def drop_words(batch: Batch, key: int) -> None:
    """Count an incident no longer, and forget what its events say."""
    batch.connection.execute(_ENDED, (key,))
    for table, (sql, columns) in WORDS.items():
        batch.connection.execute(f"DELETE FROM {table} WHERE ({columns}) IN ({sql.format(_ONE)})", (key,))
