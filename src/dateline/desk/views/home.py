"""The first page: what the ledger holds."""

from dateline.desk.asked import Asked
from dateline.desk.page import Data
from dateline.ledger.showing import plain
from dateline.store.filters import Filters
from dateline.store.summaries import facets, series

KEYS = {
    "ledger": "the file's name",
    "counts": "by layer, how many records hold, and `reports`",
    "newest": "the ten newest reports, rows of `v_reports`",
    "types": "`[type, events]`, the most frequent first",
    "countries": "`[country, events]`, the most frequent first",
    "months": "`[YYYY-MM, events]`, the earliest first",
}
_COUNTED = ("reports", "events", "statements", "positions", "commitments", "scheduled")


def home(asked: Asked) -> Data:
    """Return what the ledger holds."""
    view = asked.view
    return {
        "ledger": asked.desk.ledger.name,
        "counts": {layer: view.count(layer, Filters()) for layer in _COUNTED},
        "newest": [plain(row) for row in view.find("reports", Filters(), limit=10).rows],
        "types": facets(view.connection, Filters(), "type"),
        "countries": facets(view.connection, Filters(), "country")[:20],
        "months": [(month, n) for month, n in series(view.connection, Filters(), "month") if month],
    }
