"""Whether a text tells its own dates (history) or speaks from the day of its publication (news)."""

from collections.abc import Sequence
from datetime import date

from dateline.stages.times.context import Hit

_SPOKEN = ("date/weekday", "time/fixed", "unit/step", "unit/ago")
_LEAST = 4


def tells_dates(hits: Sequence[Hit], published: date) -> bool:
    """Tell whether most dated days and months carry a year of long before the report.

    News speaks of Tuesday, yesterday and last week; a history of a war says March 4, 1861.
    """
    years = [h.number("year") for h in hits if h.has("year") and (h.has("month") or h.rule.startswith("date/year"))]
    old = sum(1 for year in years if year is not None and year < published.year)
    spoken = sum(1 for h in hits if h.rule.startswith(_SPOKEN) and not h.words("step")[:1] == ("that",))
    return old >= _LEAST and old > len(years) // 2 and old > spoken * 2
