"""Whether a text tells its own dates (history) or speaks from the day of its publication (news)."""

from collections.abc import Sequence
from datetime import date

from dateline.stages.times.context import Hit

EVER = (1, 9999)
_SPOKEN = ("date/weekday", "time/fixed")
_STEPS = frozenset({"last", "next", "this", "ago"})
_LEAST = 4
_APART = 12


def tells_dates(hits: Sequence[Hit], published: date) -> bool:
    """Tell whether most years told lie before the report's own, and few words speak from its day.

    News speaks of Tuesday, yesterday and last week; a history of a war says March 4, 1861.
    """
    years = told_years(hits)
    old = sum(year < published.year for year in years)
    spoken = sum(_speaks(hit) for hit in hits)
    return old >= _LEAST and old * 2 > len(years) and old > spoken * 2


def _speaks(hit: Hit) -> bool:
    if hit.rule.startswith(_SPOKEN):
        return True
    return bool(_STEPS & {*hit.words("step")[:1], hit.word("way")}) and hit.rule in {"unit/step", "unit/ago"}


def told_years(hits: Sequence[Hit]) -> list[int]:
    """Return the years that the text gives, in its order."""
    return [year for hit in hits if not hit.has("era") and (year := hit.number("year")) is not None and year >= 1000]


def story_years(hits: Sequence[Hit]) -> tuple[int, int]:
    """Return the first and last year of the story: those round the middle one without a gap of a dozen years."""
    years = sorted(told_years(hits))
    if not years:
        return EVER
    first = last = len(years) // 2
    while first and years[first] - years[first - 1] < _APART:
        first -= 1
    while last + 1 < len(years) and years[last + 1] - years[last] < _APART:
        last += 1
    return years[first], years[last]
