"""The first page: what the ledger holds."""

from dateline.desk.asked import Asked
from dateline.desk.page import Data, Page
from dateline.desk.views.lists import country_names
from dateline.ledger.asking.showing import plain
from dateline.store.asking.filters import Filters

_COUNTED = ("reports", "events", "statements", "positions", "commitments", "scheduled")
_NEWEST = 10
_COUNTRIES = 20


def home(asked: Asked) -> Data:
    """Return what the ledger holds."""
    view, nothing = asked.view, Filters()
    countries = asked.facets(nothing, "country")[:_COUNTRIES]
    return {
        "ledger": asked.desk.ledger.name,
        "counts": {layer: asked.count(layer, nothing) for layer in _COUNTED},
        "newest": [plain(row) for row in view.stream("reports", nothing, limit=_NEWEST)],
        "types": asked.facets(nothing, "type"),
        "countries": countries,
        "names": country_names(countries),
        "months": asked.series(nothing, "month"),
    }


PAGE = Page(
    name="home", path="/", told="What the ledger holds.", data=home,
    keys={
        "ledger": "the file's name", "counts": "by layer, how many records hold, and `reports`",
        "newest": "the ten newest reports, rows of `v_reports`", "types": "`[type, events]`, the most frequent first",
        "countries": "`[country, events]`, the 20 most frequent",
        "names": "what these countries are called", "months": "`[YYYY-MM, events]`, the earliest first",
    },
)  # fmt: skip
