"""What a ledger holds, whatever the order and the hour in which it was written: equal for equal ledgers."""

import hashlib
import json
from collections.abc import Mapping

from dateline.store.address import Address
from dateline.store.asking.view import View

SECTIONS: Mapping[str, str] = {
    "reports": "SELECT id, version, digest, text, source, published, original, ended FROM report ORDER BY 1, 2",
    "originals": "SELECT digest, media_type, size FROM original ORDER BY 1",
    "sightings": "SELECT r.id, r.version, path, member, number FROM sighting JOIN report r USING (report_key) "
    "ORDER BY 1, 2, 3, 4, 5",
    "codings": "SELECT r.id, n.digest, hex(packed), error, current FROM coding JOIN report r USING (report_key) "
    "JOIN run n USING (run) ORDER BY 1, 2",
    "events": "SELECT id, type, status, start, place, country, actors, recipients, words FROM v_events ORDER BY 1",
    "statements": "SELECT id, act, speaker, words FROM v_statements ORDER BY 1",
    "families": "SELECT id, original, report, role, share, credit, root, roots FROM v_families ORDER BY 1, 3",
    "counts": "SELECT day, type, country, source, status, n FROM event_count WHERE n > 0 ORDER BY 1, 2, 3, 4, 5",
    "quarantine": "SELECT path, member, article, reason, told FROM v_quarantine ORDER BY 1, 2, 3",
    "judgements": "SELECT kind, layer, digest, start, stop, field, value, undone IS NULL FROM v_judgements "
    "ORDER BY number",
}  # fmt: skip


def fingerprint(path: Address) -> dict[str, str]:
    """Return for each section of a ledger how many rows it has and the digest of them.

    Raises:
        LedgerError: It is not there, or no ledger.
    """
    with View(path) as view:
        return {name: _section(view, sql) for name, sql in SECTIONS.items()}


def _section(view: View, sql: str) -> str:
    digest, rows = hashlib.sha256(), 0
    for row in view.rows(sql):
        digest.update(json.dumps(list(row.values())).encode())
        rows += 1
    return f"{rows} rows, {digest.hexdigest()[:16]}"
